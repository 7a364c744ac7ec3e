using System.Collections.Immutable;
using KnowledgeGraph.Export.Layout;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>
/// Gives each node what it is drawn with: a position, a size by its meetings (in the full graph by its degree) and a colour by
/// its state (in the full graph by its label).
/// </summary>
internal sealed class GraphPicture
{
    // Gephi's import maps the sizes of a file to 4 to 100 and stretches positions by the same factor: sizes that reach from 4 to
    // 100 leave the picture as it is.
    private const double SmallestSize = 4;
    private const double LargestSize = 100;
    private const double NameHeight = 9;
    private const double Gap = 4;
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly List<double> sizes = [];
    private readonly (double X, double Y)[] positions;
    private readonly NodeColors colors;

    private GraphPicture(GraphStream graph)
    {
        var (values, names) = (new List<long>(), new List<string>());
        colors = NodeColors.Of(graph.Nodes);
        foreach (var node in graph.Nodes)
        {
            indexes.Add(node.Id, indexes.Count);
            names.Add(node.Name);
            values.Add(Value(node));
        }

        var (least, greatest) = (values.DefaultIfEmpty().Min(), values.DefaultIfEmpty().Max());
        sizes.AddRange(values.Select(value => SmallestSize + ((LargestSize - SmallestSize) * (value - least) / Math.Max(1, greatest - least))));
        positions = GraphLayout.Place(
            [.. names.Zip(sizes, static (name, size) => Math.Max(2 * size, NameHeight * Ems(name)) + Gap)],
            [.. sizes.Select(static size => Math.Max(2 * size, NameHeight) + Gap)],
            [.. graph.Edges.Select(edge => (indexes[edge.From], indexes[edge.To], Pull(edge)))]);
    }

    /// <summary>The graph with positions, sizes and colours.</summary>
    public static GraphStream Of(GraphStream graph)
    {
        var picture = new GraphPicture(graph);
        return new GraphStream(graph.Nodes.Select(picture.Draw), graph.Edges);
    }

    private GraphNode Draw(GraphNode node)
    {
        var index = indexes[node.Id];
        var properties = node.Properties.ToBuilder();
        properties["x"] = Math.Round(positions[index].X, 1);
        properties["y"] = Math.Round(positions[index].Y, 1);
        properties["size"] = Math.Round(sizes[index], 1);
        var (red, green, blue) = colors.Of(node);
        (properties["r"], properties["g"], properties["b"]) = ((long)red, (long)green, (long)blue);
        return node with { Properties = properties.ToImmutable() };
    }

    private static long Value(GraphNode node) =>
        ((IntegerValue)(node.Properties.GetValueOrDefault("meetings") ?? node.Properties["degree"])).Value;

    /// <summary>Those who meet often stand near each other, but not in proportion.</summary>
    private static double Pull(GraphEdge edge) => edge.Properties.GetValueOrDefault("weight") is NumberValue weight ? Math.Sqrt(weight.Value) : 1;

    /// <summary>Width of a name over its height: a Chinese character is as wide as high, a Latin one about half.</summary>
    private static double Ems(string name) => name.Sum(character => character < '\u2E80' ? 0.55 : 1);
}
