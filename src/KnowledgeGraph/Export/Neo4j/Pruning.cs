using System.Collections.Immutable;
using System.Text.Json;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Export.Neo4j;

/// <summary>What pruning did.</summary>
/// <param name="Nodes">Nodes removed.</param>
/// <param name="Relations">Relations removed.</param>
/// <param name="Kept">Nodes and relations that stay because others wrote to them.</param>
public sealed record PruneCounts(long Nodes, long Relations, long Kept);

/// <summary>
/// Removes what earlier loads of a store wrote and the store no longer has. What another store holds as well stays its own;
/// what others gave a label, a property or a relation stays as it is.
/// </summary>
internal sealed class Pruning(KnowledgeStore store, QueryApi api, LoadPlan plan, int batch)
{
    private const string Remove = """
        FOREACH (other IN CASE WHEN shared THEN [n] ELSE [] END |
            SET other.kgStore = trim(replace(replace(other.kgStore, $store, ''), '  ', ' ')))
        FOREACH (gone IN CASE WHEN shared OR touched THEN [] ELSE [n] END | DELETE gone)
        RETURN sum(CASE WHEN touched AND NOT shared THEN 1 ELSE 0 END) AS kept
        """;

    private static readonly string RemoveNodes = $$"""
        UNWIND $gone AS gone
        MATCH (n) WHERE elementId(n) = gone
        WITH n, n.kgStore <> $store AS shared,
            any(label IN labels(n) WHERE NOT label IN $labels) OR any(key IN keys(n) WHERE NOT key IN $own) OR EXISTS { (n)--() } AS touched
        {{Remove}}
        """;

    private long nodes;
    private long relations;
    private long kept;

    /// <summary>Prunes labels and types that have more in the database than in the store.</summary>
    public async Task<PruneCounts> RunAsync(IReadOnlyCollection<string> types, IReadOnlyCollection<string> labels, CancellationToken cancel)
    {
        // Relations first: a node that still has one afterwards has somebody else's.
        foreach (var type in types)
        {
            foreach (var label in LoadStatements.FirstLabels)
            {
                await PruneAsync(type, edge: true, RelationPage(type, label), RemoveRelations(type), cancel);
            }
        }

        foreach (var label in labels)
        {
            await PruneAsync(label, edge: false, NodePage(label), RemoveNodes, cancel);
        }

        return new PruneCounts(nodes, relations, kept);
    }

    private async Task PruneAsync(string name, bool edge, string page, string remove, CancellationToken cancel)
    {
        using var known = new GraphMembership(store, name, edge);
        for (var after = ""; ;)
        {
            var answer = await api.RunAsync(new CypherStatement(page, writer =>
            {
                writer.WriteString("after", after);
                writer.WriteNumber("page", batch);
                writer.WriteString("store", plan.Store);
            }), cancel);
            var rows = answer.Data!.Values;
            if (rows.IsEmpty)
            {
                return;
            }

            after = rows[^1][0].GetString()!;
            var gone = rows.SelectMany(row => row[1].EnumerateArray()).Where(found => !known.Has(found[0].GetString()!))
                .Select(found => found[1].GetString()!).ToImmutableArray();
            if (!gone.IsEmpty)
            {
                await RemoveAsync(remove, name, gone, cancel);
            }
        }
    }

    private async Task RemoveAsync(string remove, string name, ImmutableArray<string> gone, CancellationToken cancel)
    {
        var answer = await api.RunAsync(new CypherStatement(remove, writer =>
        {
            writer.WriteString("store", plan.Store);
            Write(writer, "gone", gone);
            Write(writer, "labels", LoadStatements.Labels);
            Write(writer, "own", [.. WrittenProperties.Of(name), .. plan.PropertiesOf(name), "id", "key", LoadStatements.Mark]);
        }), cancel);
        nodes += answer.Counters?.NodesDeleted ?? 0;
        relations += answer.Counters?.RelationshipsDeleted ?? 0;
        kept += answer.Data!.Values[0][0].GetInt64();
    }

    private static string NodePage(string label) => $"""
        MATCH (n:{label}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $page
        RETURN n.id AS id, CASE WHEN n.kgStore CONTAINS $store THEN [[n.id, elementId(n)]] ELSE [] END AS ours
        """;

    /// <summary>Relations are found from the nodes that they start at, whose ids are indexed.</summary>
    private static string RelationPage(string type, string label) => $$"""
        MATCH (n:{{label}}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $page
        RETURN n.id AS id, COLLECT { MATCH (n)-[r:{{type}}]->() WHERE r.kgStore CONTAINS $store RETURN [r.key, elementId(r)] } AS ours
        """;

    private static string RemoveRelations(string type) => $"""
        UNWIND $gone AS gone
        MATCH ()-[n:{type}]->() WHERE elementId(n) = gone
        WITH n, n.kgStore <> $store AS shared, any(key IN keys(n) WHERE NOT key IN $own) AS touched
        {Remove}
        """;

    private static void Write(Utf8JsonWriter writer, string name, ImmutableArray<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
