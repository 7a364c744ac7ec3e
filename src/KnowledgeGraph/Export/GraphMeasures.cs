using System.Collections.Immutable;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>
/// Gives each node its place in the graph as properties: <c>degree</c>, <c>weightedDegree</c>, <c>component</c> (1 is the
/// largest), and persons and states the number of their <c>meetings</c> and <c>counterparts</c>.
/// </summary>
internal sealed class GraphMeasures
{
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly int[] degrees;
    private readonly double[] weights;
    private readonly int[] components;
    private readonly HashSet<string>?[] meetings;
    private readonly HashSet<int>?[] counterparts;

    private GraphMeasures(GraphStream graph)
    {
        foreach (var node in graph.Nodes)
        {
            indexes.Add(node.Id, indexes.Count);
        }

        degrees = new int[indexes.Count];
        weights = new double[indexes.Count];
        meetings = new HashSet<string>?[indexes.Count];
        counterparts = new HashSet<int>?[indexes.Count];
        var sets = new DisjointSets(indexes.Count);
        foreach (var edge in graph.Edges)
        {
            var (from, to) = (indexes[edge.From], indexes[edge.To]);
            sets.Join(from, to);
            Count(edge, from, to);
            Count(edge, to, from);
        }

        components = Numbered(sets, indexes.Count);
    }

    /// <summary>The graph with measures; it is read once for them.</summary>
    public static GraphStream AddedTo(GraphStream graph)
    {
        var measures = new GraphMeasures(graph);
        return new GraphStream(graph.Nodes.Select(measures.Add), graph.Edges);
    }

    /// <summary>The numbers of components, from the largest, of equals from the one with the first item.</summary>
    public static int[] Numbered(DisjointSets sets, int count)
    {
        var numbers = Enumerable.Range(0, count).GroupBy(sets.Find).OrderByDescending(component => component.Count()).ThenBy(component => component.Key)
            .Select((component, index) => (component.Key, Number: index + 1)).ToDictionary(component => component.Key, component => component.Number);
        return [.. Enumerable.Range(0, count).Select(item => numbers[sets.Find(item)])];
    }

    private void Count(GraphEdge edge, int node, int other)
    {
        degrees[node]++;
        weights[node] += edge.Properties.TryGetValue("weight", out var weight) ? ((NumberValue)weight).Value : 1;
        if (edge.Type is Relations.MetWith or Relations.Called or Relations.WroteTo)
        {
            (counterparts[node] ??= []).Add(other);
        }

        if (edge.Type == Relations.MetWith)
        {
            (meetings[node] ??= new(StringComparer.Ordinal)).UnionWith(EventsOf(edge));
        }
    }

    /// <summary>An edge stands for one event, or in a view for several.</summary>
    private static ImmutableArray<string> EventsOf(GraphEdge edge) => edge.Properties.TryGetValue("events", out var several)
        ? ((TextListValue)several).Values
        : edge.Properties.TryGetValue("event", out var one) ? [((TextValue)one).Value] : [];

    private GraphNode Add(GraphNode node)
    {
        var index = indexes[node.Id];
        var properties = node.Properties.ToBuilder();
        properties["degree"] = (long)degrees[index];
        properties["weightedDegree"] = weights[index];
        properties["component"] = (long)components[index];
        if (node.Labels[0] == NodeLabels.Person || counterparts[index] is not null)
        {
            properties["meetings"] = (long)(meetings[index]?.Count ?? 0);
            properties["counterparts"] = (long)(counterparts[index]?.Count ?? 0);
        }

        return node with { Properties = properties.ToImmutable() };
    }
}
