using KnowledgeGraph.Graph;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Export;

/// <summary>A graph that is read node by node and edge by edge, as often as asked, so that no export holds it as a whole.</summary>
/// <param name="nodes">The nodes, each id once, in an order that is fixed.</param>
/// <param name="edges">The edges, between these nodes, in an order that is fixed.</param>
public sealed class GraphStream(IEnumerable<GraphNode> nodes, IEnumerable<GraphEdge> edges)
{
    /// <summary>The nodes.</summary>
    public IEnumerable<GraphNode> Nodes => nodes;

    /// <summary>The edges.</summary>
    public IEnumerable<GraphEdge> Edges => edges;

    /// <summary>A graph in memory.</summary>
    public static GraphStream Of(PropertyGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new GraphStream(graph.Nodes, graph.Edges);
    }

    /// <summary>The merged graph of a store, in ordinal order of ids.</summary>
    public static GraphStream Of(KnowledgeStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new GraphStream(store.Nodes().Select(GraphStorage.Node), store.Edges().Select(GraphStorage.Edge));
    }
}
