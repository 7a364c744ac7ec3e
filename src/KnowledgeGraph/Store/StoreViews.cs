namespace KnowledgeGraph.Store;

/// <summary>
/// The views that the world outside may rely on (docs/store.md): columns may be added, but none is renamed, dropped or given
/// another meaning. All other tables may change with the schema.
/// </summary>
internal static class StoreViews
{
    /// <summary>The statements that make them.</summary>
    public const string All = """
        CREATE VIEW articles AS
            SELECT t.id, t.title, s.url, s.publisher, s.published, s.date_source, t.root, t.file,
                (SELECT count(*) FROM sources c WHERE c.article_id = t.id) AS sources,
                (SELECT run FROM first_seen f WHERE f.id = t.id AND f.article_id = t.id) AS first_run, t.text
            FROM texts t JOIN sources s ON s.root = t.root AND s.file = t.file;
        CREATE VIEW meetings AS
            SELECT n.id, e.kind, e.status, e.date, e.date_from, e.date_to, n.properties ->> '$.year' AS year,
                n.properties ->> '$.precision' AS precision, n.properties ->> '$.place' AS place, n.properties ->> '$.country' AS country,
                n.properties ->> '$.venue' AS venue, n.properties ->> '$.occasion' AS occasion, n.name AS caption,
                n.properties ->> '$.articles' AS articles, n.properties ->> '$.origins' AS origins, e.first_run,
                coalesce(n.properties ->> '$.reviewed', 0) AS reviewed
            FROM events e JOIN nodes n ON n.id = e.id;
        CREATE VIEW participants AS
            SELECT p.to_id AS meeting, n.id, n.label, n.name, n.properties ->> '$.nameEn' AS name_en,
                p.properties ->> '$.role' AS role, p.properties ->> '$.title' AS title, p.properties ->> '$.country' AS country,
                p.properties ->> '$.via' AS via, p.properties ->> '$.basis' AS basis, p.properties ->> '$.cameo' AS cameo
            FROM edges p JOIN nodes n ON n.id = p.from_id WHERE p.type = 'PARTICIPATED_IN';
        CREATE VIEW evidence AS
            SELECT p.from_id AS about, n.label, p.to_id AS article, p.properties ->> '$.start' AS start, p.properties ->> '$.end' AS end,
                p.properties ->> '$.text' AS sentence, p.properties ->> '$.rule' AS rule, p.properties ->> '$.confidence' AS confidence,
                p.properties ->> '$.attribution' AS attribution, p.properties ->> '$.status' AS status, p.properties ->> '$.date' AS date,
                p.properties ->> '$.place' AS place
            FROM edges p JOIN nodes n ON n.id = p.from_id WHERE p.type = 'REPORTED_IN';
        CREATE VIEW people AS
            SELECT n.id, n.name, n.properties ->> '$.nameEn' AS name_en, n.properties ->> '$.aliases' AS aliases,
                n.properties ->> '$.country' AS country, n.properties ->> '$.articles' AS articles,
                (SELECT count(*) FROM participations p JOIN events e ON e.id = p.event_id WHERE p.node_id = n.id AND e.status = 'held') AS meetings,
                n.properties ->> '$.formerIds' AS former_ids, coalesce(n.properties ->> '$.reviewed', 0) AS reviewed
            FROM nodes n WHERE n.label = 'Person';

        """;
}
