using System.Collections.Immutable;
using System.Globalization;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Export.Neo4j;

/// <summary>
/// The statements that write the rows of a section. A row is a list: id (for an edge both ends and the key), then one value
/// for each property of the section, null where it has none, which clears what was there.
/// </summary>
internal static class LoadStatements
{
    /// <summary>The mark of what kg wrote: the names of the stores that hold it, parted by blanks.</summary>
    public const string Mark = "kgStore";

    /// <summary>The load goes on only while the lock is its own; what is done is noted in the transaction that does it.</summary>
    private const string Begin = """
        MATCH (load:KgLoad {store: $store}) WHERE load.lock = $lock
        SET load.done = $done, load.seen = timestamp()
        WITH load
        UNWIND $rows AS row

        """;

    private static readonly ImmutableArray<string> Kinds = [.. EventKinds.All.Select(kind => GraphSchema.EventLabel(kind)!)];

    /// <summary>The labels of which a node has one; each has a constraint.</summary>
    public static ImmutableArray<string> FirstLabels { get; } =
    [
        NodeLabels.Person, NodeLabels.Office, NodeLabels.Country, NodeLabels.Organization, NodeLabels.Place, NodeLabels.Event,
        NodeLabels.Agreement, NodeLabels.Article,
    ];

    /// <summary>All labels that kg gives.</summary>
    public static ImmutableArray<string> Labels { get; } = [.. FirstLabels, .. Kinds];

    /// <summary>All types of relations that kg writes.</summary>
    public static ImmutableArray<string> Types { get; } =
    [
        Relations.Holds, Relations.OfficeOf, Relations.ParticipatedIn, Relations.Involves, Relations.MetWith, Relations.Called,
        Relations.WroteTo, Relations.Visited, Relations.HeldAt, Relations.LocatedIn, Relations.PartOf, Relations.AgreedTo,
        Relations.ReachedAt, Relations.ReportedIn,
    ];

    /// <summary>The statement for rows of a section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="properties">The properties in the order of a row's values.</param>
    public static string For(GraphSection section, ImmutableArray<string> properties) =>
        section.HoldsEdges ? Edges(section, properties) : Nodes(section, properties);

    /// <summary>A name in a statement: of our schema, but quoted all the same.</summary>
    public static string Quoted(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    private static string Nodes(GraphSection section, ImmutableArray<string> properties)
    {
        // An event whose kind was read otherwise before carries the label of that kind.
        var otherKinds = section.Name == NodeLabels.Event ? Kinds.Where(kind => kind != section.SecondLabel).Select(Quoted).ToList() : [];
        var more = (section.SecondLabel is { } second ? $", n:{Quoted(second)}" : "") + (otherKinds.Count > 0 ? "\nREMOVE n:" + string.Join(':', otherKinds) : "");
        return Begin + $$"""
            MERGE (n:{{Quoted(section.Name)}} {id: row[0]})
            SET {{Assignments("n", properties, firstValue: 1)}}{{more}}
            RETURN count(n) AS written
            """;
    }

    private static string Edges(GraphSection section, ImmutableArray<string> properties) => Begin + $$"""
        MATCH (a:{{Quoted(section.FromLabel!)}} {id: row[0]})
        MATCH (b:{{Quoted(section.ToLabel!)}} {id: row[1]})
        MERGE (a)-[r:{{Quoted(section.Name)}} {key: row[2]}]->(b)
        SET {{Assignments("r", properties, firstValue: 3)}}
        RETURN count(r) AS written
        """;

    private static string Assignments(string variable, ImmutableArray<string> properties, int firstValue) => string.Join(", ", properties
        .Select((name, index) => string.Create(
            CultureInfo.InvariantCulture,
            $"{variable}.{Quoted(name)} = {(GraphSchema.TypeOf(name) == PropertyType.Date ? "date" : "")}(row[{firstValue + index}])"))
        .Append($"{variable}.{Mark} = CASE WHEN {variable}.{Mark} CONTAINS $store THEN {variable}.{Mark} ELSE coalesce({variable}.{Mark} + ' ', '') + $store END"));
}
