using System.Collections.Immutable;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>
/// What a graph is made of: its kinds of nodes and of edges, with their numbers and properties. Many formats declare these
/// before the first node.
/// </summary>
public sealed class GraphShape
{
    private GraphShape(ImmutableSortedDictionary<string, GroupShape> nodes, ImmutableSortedDictionary<EdgeGroup, GroupShape> edges)
    {
        Nodes = nodes;
        Edges = edges;
    }

    /// <summary>The nodes by their first label.</summary>
    public ImmutableSortedDictionary<string, GroupShape> Nodes { get; }

    /// <summary>The edges by type and ends.</summary>
    public ImmutableSortedDictionary<EdgeGroup, GroupShape> Edges { get; }

    /// <summary>Number of nodes.</summary>
    public long NodeCount => Nodes.Values.Sum(group => group.Count);

    /// <summary>Number of edges.</summary>
    public long EdgeCount => Edges.Values.Sum(group => group.Count);

    /// <summary>The shape of a graph, which is read once for it.</summary>
    public static GraphShape Of(GraphStream graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var (nodes, edges) = (new Dictionary<string, Tally>(StringComparer.Ordinal), new Dictionary<EdgeGroup, Tally>());
        foreach (var node in graph.Nodes)
        {
            Count(nodes, node.Labels[0], node.Properties);
        }

        foreach (var edge in graph.Edges)
        {
            Count(edges, EdgeGroup.Of(edge), edge.Properties);
        }

        return new GraphShape(
            nodes.ToImmutableSortedDictionary(group => group.Key, group => group.Value.ToShape(), StringComparer.Ordinal),
            edges.ToImmutableSortedDictionary(group => group.Key, group => group.Value.ToShape(), EdgeGroup.InOrder));
    }

    /// <summary>The properties that nodes of any kind have, in ordinal order.</summary>
    public ImmutableSortedSet<string> NodeProperties() => All(Nodes.Values);

    /// <summary>The properties that edges of any kind have, in ordinal order.</summary>
    public ImmutableSortedSet<string> EdgeProperties() => All(Edges.Values);

    private static ImmutableSortedSet<string> All(IEnumerable<GroupShape> groups) =>
        groups.SelectMany(group => group.Properties).ToImmutableSortedSet(StringComparer.Ordinal);

    private static void Count<TKey>(Dictionary<TKey, Tally> groups, TKey key, ImmutableSortedDictionary<string, PropertyValue> properties)
        where TKey : notnull
    {
        if (!groups.TryGetValue(key, out var tally))
        {
            groups.Add(key, tally = new Tally());
        }

        tally.Add(properties);
    }

    private sealed class Tally
    {
        private readonly HashSet<string> properties = new(StringComparer.Ordinal);
        private long count;

        public void Add(ImmutableSortedDictionary<string, PropertyValue> values)
        {
            count++;
            foreach (var (name, _) in values)
            {
                properties.Add(name);
            }
        }

        public GroupShape ToShape() => new(count, properties.ToImmutableSortedSet(StringComparer.Ordinal));
    }
}

/// <summary>Nodes or edges of one kind.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Properties">The properties that any of them has, in ordinal order.</param>
public sealed record GroupShape(long Count, ImmutableSortedSet<string> Properties);

/// <summary>Edges of one type between nodes of two labels.</summary>
/// <param name="Type">The relation's type.</param>
/// <param name="From">First label of the nodes that they start at.</param>
/// <param name="To">First label of the nodes that they end at.</param>
public sealed record EdgeGroup(string Type, string From, string To)
{
    /// <summary>In ordinal order of what they are called.</summary>
    public static IComparer<EdgeGroup> InOrder { get; } = Comparer<EdgeGroup>.Create(static (a, b) => string.CompareOrdinal(a.ToString(), b.ToString()));

    /// <summary>The group of an edge.</summary>
    public static EdgeGroup Of(GraphEdge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        return new EdgeGroup(edge.Type, GraphSchema.LabelOf(edge.From), GraphSchema.LabelOf(edge.To));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Type}-{From}-{To}";
}
