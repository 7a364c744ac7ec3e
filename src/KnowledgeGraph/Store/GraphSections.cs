using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Store;

/// <summary>Nodes of one label and second label, or edges of one type between two labels.</summary>
/// <param name="Name">The label of nodes, the type of edges.</param>
/// <param name="SecondLabel">Second label of nodes, if any.</param>
/// <param name="FromLabel">Label of the nodes that edges start at; <see langword="null"/> for nodes.</param>
/// <param name="ToLabel">Label of the nodes that edges end at; <see langword="null"/> for nodes.</param>
public sealed record GraphSection(string Name, string? SecondLabel, string? FromLabel, string? ToLabel)
{
    /// <summary>Whether it holds edges.</summary>
    public bool HoldsEdges => FromLabel is not null;
}

/// <summary>A node or an edge within its section.</summary>
/// <param name="Section">The section.</param>
/// <param name="Id">The id.</param>
/// <param name="From">Id of the node that an edge starts at; <see langword="null"/> for a node.</param>
/// <param name="To">Id of the node that an edge ends at; <see langword="null"/> for a node.</param>
/// <param name="Properties">All properties as one JSON object.</param>
public sealed record SectionRow(GraphSection Section, string Id, string? From, string? To, string Properties);

/// <summary>
/// The merged graph section by section: nodes before edges, edges by the node that they start at. The order is fixed, so that
/// a load which was cut off can go on behind what it has done.
/// </summary>
internal static class GraphSections
{
    private const string NodeSections = "SELECT label, second_label, count(*) FROM nodes GROUP BY 1, 2 ORDER BY 1, 2";

    private const string EdgeSections = """
        SELECT e.type, a.label, b.label, count(*) FROM edges e JOIN nodes a ON a.id = e.from_id JOIN nodes b ON b.id = e.to_id
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        """;

    private const string NodeRows = "SELECT label, second_label, id, properties FROM nodes ORDER BY 1, 2, 3";

    private const string EdgeRows = """
        SELECT e.type, a.label, b.label, e.from_id, e.id, e.to_id, e.properties
        FROM edges e JOIN nodes a ON a.id = e.from_id JOIN nodes b ON b.id = e.to_id ORDER BY 1, 2, 3, 4, 5
        """;

    /// <summary>The sections and how many rows each has, in order.</summary>
    public static IEnumerable<(GraphSection Section, long Rows)> Sections(SqliteConnection connection)
    {
        using (var nodes = connection.Prepare(NodeSections))
        using (var reader = nodes.ExecuteReader())
        {
            while (reader.Read())
            {
                yield return (new GraphSection(reader.GetString(0), reader.Text(1), null, null), reader.GetInt64(2));
            }
        }

        using (var edges = connection.Prepare(EdgeSections))
        using (var reader = edges.ExecuteReader())
        {
            while (reader.Read())
            {
                yield return (new GraphSection(reader.GetString(0), null, reader.GetString(1), reader.GetString(2)), reader.GetInt64(3));
            }
        }
    }

    /// <summary>The rows of all sections, in order, read one by one.</summary>
    public static IEnumerable<SectionRow> Rows(SqliteConnection connection)
    {
        using (var nodes = connection.Prepare(NodeRows))
        using (var reader = nodes.ExecuteReader())
        {
            while (reader.Read())
            {
                yield return new SectionRow(
                    new GraphSection(reader.GetString(0), reader.Text(1), null, null), reader.GetString(2), null, null, reader.GetString(3));
            }
        }

        using (var edges = connection.Prepare(EdgeRows))
        using (var reader = edges.ExecuteReader())
        {
            while (reader.Read())
            {
                yield return new SectionRow(
                    new GraphSection(reader.GetString(0), null, reader.GetString(1), reader.GetString(2)),
                    reader.GetString(4), reader.GetString(3), reader.GetString(5), reader.GetString(6));
            }
        }
    }

    /// <summary>The names of the properties that occur, by label of nodes and type of edges.</summary>
    public static IEnumerable<(string Name, string Property)> Properties(SqliteConnection connection)
    {
        using var command = connection.Prepare("""
            SELECT DISTINCT n.label, j.key FROM nodes n, json_each(n.properties) j UNION
            SELECT DISTINCT e.type, j.key FROM edges e, json_each(e.properties) j
            """);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return (reader.GetString(0), reader.GetString(1));
        }
    }
}

/// <summary>Tells whether the merged graph has a node of some label and id, or an edge of some type and id.</summary>
internal sealed class GraphMembership(KnowledgeStore store, string name, bool edge) : IDisposable
{
    private readonly SqliteCommand command = store.Connection.Prepare(
        edge ? "SELECT 1 FROM edges WHERE id = $id AND type = $name" : "SELECT 1 FROM nodes WHERE id = $id AND label = $name", "$id", "$name");

    /// <summary>Whether the graph has it.</summary>
    public bool Has(string id) => command.Bind(id, name).ExecuteScalar() is not null;

    /// <inheritdoc/>
    public void Dispose() => command.Dispose();
}
