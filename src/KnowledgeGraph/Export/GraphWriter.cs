using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>Writes a graph in one format: what its kinds are, then each node, then each edge.</summary>
public abstract class GraphWriter
{
    /// <summary>Writes a graph; the same graph gives the same bytes.</summary>
    /// <returns>What was written.</returns>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public GraphShape Write(GraphStream graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var shape = GraphShape.Of(graph);
        Begin(shape);
        foreach (var node in graph.Nodes)
        {
            Node(node);
        }

        foreach (var edge in graph.Edges)
        {
            Edge(edge);
        }

        End();
        return shape;
    }

    /// <summary>Writes what stands before the first node.</summary>
    protected abstract void Begin(GraphShape shape);

    /// <summary>Writes a node.</summary>
    protected abstract void Node(GraphNode node);

    /// <summary>Writes an edge; all nodes come first.</summary>
    protected abstract void Edge(GraphEdge edge);

    /// <summary>Writes what stands behind the last edge, and all that is still held back.</summary>
    protected abstract void End();
}
