using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Store;

/// <summary>The merged graph in its tables, and the indexes that queries use, derived from it.</summary>
internal static class GraphTables
{
    private const string Clear = "DELETE FROM names; DELETE FROM former_ids; DELETE FROM events; DELETE FROM participations; DELETE FROM edges; DELETE FROM nodes;";

    private const string Derive = $"""
        INSERT OR IGNORE INTO names SELECT name, id FROM nodes WHERE label IN ('Person', 'Office', 'Country', 'Organization');
        INSERT OR IGNORE INTO names SELECT j.value, n.id FROM nodes n, json_each(n.properties, '$.aliases') j WHERE n.label = 'Person';
        INSERT OR IGNORE INTO names SELECT properties ->> '$.nameEn', id FROM nodes WHERE properties ->> '$.nameEn' IS NOT NULL;
        INSERT OR IGNORE INTO names SELECT properties ->> '$.iso3', id FROM nodes WHERE label = 'Country' AND properties ->> '$.iso3' IS NOT NULL;
        INSERT OR IGNORE INTO former_ids SELECT j.value, n.id FROM nodes n, json_each(n.properties, '$.formerIds') j;
        INSERT INTO events SELECT n.id, n.properties ->> '$.kind', n.properties ->> '$.status', n.properties ->> '$.date',
            n.properties ->> '$.dateFrom', n.properties ->> '$.dateTo', {StoreUpgrades.FirstRun} FROM nodes n WHERE n.label = 'Event';
        INSERT OR IGNORE INTO participations SELECT from_id, to_id, properties ->> '$.role', properties ->> '$.title', properties ->> '$.country',
            (properties ->> '$.country') || (properties ->> '$.title') FROM edges WHERE type = 'PARTICIPATED_IN';
        INSERT OR IGNORE INTO names SELECT kg_key(name), node_id FROM names;
        """;

    /// <summary>Replaces the graph in one transaction.</summary>
    public static void Replace(SqliteConnection connection, IEnumerable<GraphNodeRow> nodes, IEnumerable<GraphEdgeRow> edges)
    {
        using var transaction = connection.BeginTransaction();
        StoreSchema.Execute(connection, Clear);
        using var putNode = connection.Prepare(
            "INSERT INTO nodes(id, label, second_label, name, properties) VALUES ($id, $label, $second, $name, $properties)",
            "$id", "$label", "$second", "$name", "$properties");
        foreach (var node in nodes)
        {
            putNode.Bind(node.Id, node.Label, node.SecondLabel, node.Name, node.Properties).ExecuteNonQuery();
        }

        using var putEdge = connection.Prepare(
            "INSERT INTO edges(id, from_id, to_id, type, properties) VALUES ($id, $from, $to, $type, $properties)",
            "$id", "$from", "$to", "$type", "$properties");
        foreach (var edge in edges)
        {
            putEdge.Bind(edge.Id, edge.From, edge.To, edge.Type, edge.Properties).ExecuteNonQuery();
        }

        connection.CreateFunction("kg_key", (string name) => QueryVocabulary.Default.Key(name), isDeterministic: true);
        StoreSchema.Execute(connection, Derive);
        transaction.Commit();
    }

    /// <summary>The nodes in ordinal order of id.</summary>
    /// <param name="connection">The store's connection.</param>
    /// <param name="condition">A <c>WHERE</c> clause that chooses among them; none for all.</param>
    public static IEnumerable<GraphNodeRow> Nodes(SqliteConnection connection, string condition = "")
    {
        using var command = connection.Prepare($"SELECT id, label, second_label, name, properties FROM nodes {condition} ORDER BY id");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new GraphNodeRow(reader.GetString(0), reader.GetString(1), reader.Text(2), reader.GetString(3), reader.GetString(4));
        }
    }

    /// <summary>The edges in ordinal order of id.</summary>
    /// <param name="connection">The store's connection.</param>
    /// <param name="condition">A <c>WHERE</c> clause that chooses among them; none for all.</param>
    public static IEnumerable<GraphEdgeRow> Edges(SqliteConnection connection, string condition = "")
    {
        using var command = connection.Prepare($"SELECT id, from_id, to_id, type, properties FROM edges {condition} ORDER BY id");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new GraphEdgeRow(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4));
        }
    }
}
