using System.Collections.Immutable;

namespace KnowledgeGraph.Graph;

/// <summary>A directed graph whose nodes and edges carry typed properties; immutable and in ordinal order of ids.</summary>
public sealed class PropertyGraph
{
    private readonly ImmutableDictionary<string, GraphNode> byId;

    /// <summary>A graph of these nodes and edges, whatever their order.</summary>
    /// <exception cref="ArgumentException">
    /// An id comes twice, an edge ends at no node, or a property has another type than <see cref="GraphSchema"/> says.
    /// </exception>
    public PropertyGraph(IEnumerable<GraphNode> nodes, IEnumerable<GraphEdge> edges)
    {
        Nodes = [.. nodes.OrderBy(node => node.Id, StringComparer.Ordinal)];
        Edges = [.. edges.OrderBy(edge => edge.Id, StringComparer.Ordinal)];
        byId = Nodes.ToImmutableDictionary(node => node.Id, StringComparer.Ordinal);
        Check();
    }

    /// <summary>The nodes, in ordinal order of id.</summary>
    public ImmutableArray<GraphNode> Nodes { get; }

    /// <summary>The edges, in ordinal order of id.</summary>
    public ImmutableArray<GraphEdge> Edges { get; }

    /// <summary>The node of an id, or <see langword="null"/>.</summary>
    public GraphNode? Find(string id) => byId.GetValueOrDefault(id);

    private void Check()
    {
        foreach (var node in Nodes)
        {
            CheckProperties(node.Id, node.Properties);
        }

        for (var i = 0; i < Edges.Length; i++)
        {
            var edge = Edges[i];
            if (!byId.ContainsKey(edge.From) || !byId.ContainsKey(edge.To))
            {
                throw new ArgumentException($"Edge {edge.Id} goes from {edge.From} to {edge.To}; expected nodes of the graph at both ends.");
            }

            if (i > 0 && string.Equals(Edges[i - 1].Id, edge.Id, StringComparison.Ordinal))
            {
                throw new ArgumentException($"Edge {edge.Id} comes twice.");
            }

            CheckProperties(edge.Id, edge.Properties);
        }
    }

    private static void CheckProperties(string id, ImmutableSortedDictionary<string, PropertyValue> properties)
    {
        foreach (var (name, value) in properties)
        {
            if (GraphSchema.TypeOf(name) != value.Type)
            {
                throw new ArgumentException($"{id}: property '{name}' is {value.Type}; expected {GraphSchema.TypeOf(name)}.");
            }
        }
    }
}

/// <summary>A node.</summary>
/// <param name="Id"><c>kind:</c> and 16 hex digits.</param>
/// <param name="Labels">The labels, the most general first: <c>Event</c>, <c>Meeting</c>.</param>
/// <param name="Properties">The properties by name, in ordinal order; <c>name</c> is always there.</param>
public sealed record GraphNode(string Id, ImmutableArray<string> Labels, ImmutableSortedDictionary<string, PropertyValue> Properties)
{
    /// <summary>The caption.</summary>
    public string Name => ((TextValue)Properties["name"]).Value;
}

/// <summary>An edge.</summary>
/// <param name="Id"><c>edge:</c> and 16 hex digits.</param>
/// <param name="From">Id of the node that it starts at.</param>
/// <param name="To">Id of the node that it ends at.</param>
/// <param name="Type">Relation type, one of <see cref="Relations"/>.</param>
/// <param name="Properties">The properties by name, in ordinal order.</param>
public sealed record GraphEdge(string Id, string From, string To, string Type, ImmutableSortedDictionary<string, PropertyValue> Properties);
