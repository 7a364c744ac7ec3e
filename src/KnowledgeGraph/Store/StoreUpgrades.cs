namespace KnowledgeGraph.Store;

/// <summary>Steps from one schema of a store to the next.</summary>
internal static class StoreUpgrades
{
    /// <summary>The first run in which an event of the graph, under any of its ids, was seen.</summary>
    public const string FirstRun =
        "(SELECT min(f.run) FROM first_seen f WHERE f.id = n.id OR f.id IN (SELECT value FROM json_each(n.properties, '$.formerIds')))";

    /// <summary>
    /// Schema 2: the run in which each article, event and agreement of a record was first seen; the file that held a source;
    /// and <c>articles</c> leaves its name to the public view. What schema 1 did not note of a source is read anew: without
    /// a version no source counts as current.
    /// </summary>
    public const string Runs = $"""
        ALTER TABLE articles RENAME TO texts;
        ALTER TABLE sources ADD COLUMN container TEXT;
        UPDATE sources SET version = '';
        CREATE TABLE first_seen(
            id TEXT NOT NULL, article_id TEXT NOT NULL REFERENCES texts(id) ON DELETE CASCADE,
            run INTEGER NOT NULL REFERENCES runs(number), PRIMARY KEY(id, article_id)) WITHOUT ROWID;
        CREATE INDEX first_seen_by_article ON first_seen(article_id);
        INSERT INTO first_seen SELECT article_id, article_id, min(run) FROM sources WHERE article_id IS NOT NULL GROUP BY article_id;
        INSERT INTO first_seen SELECT v.value ->> '$.id', s.article_id, min(s.run)
            FROM sources s JOIN records r ON r.root = s.root AND r.file = s.file, json_each(r.json, '$.events') v GROUP BY 1, 2;
        INSERT INTO first_seen SELECT v.value ->> '$.id', s.article_id, min(s.run)
            FROM sources s JOIN records r ON r.root = s.root AND r.file = s.file, json_each(r.json, '$.agreements') v GROUP BY 1, 2;
        ALTER TABLE events ADD COLUMN first_run INTEGER;
        UPDATE events SET first_run = (SELECT {FirstRun} FROM nodes n WHERE n.id = events.id);

        """;
}
