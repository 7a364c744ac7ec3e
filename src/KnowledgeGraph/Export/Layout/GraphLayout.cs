using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export.Layout;

/// <summary>Where the nodes of a graph stand: each component laid out for itself, the largest in the middle, the others about it.</summary>
internal static class GraphLayout
{
    private const double Margin = 12;

    /// <summary>The positions, by node.</summary>
    /// <param name="widths">Width of each node with its name.</param>
    /// <param name="heights">Height of each node with its name.</param>
    /// <param name="edges">The edges; their weights pull.</param>
    public static (double X, double Y)[] Place(double[] widths, double[] heights, IReadOnlyList<(int From, int To, double Weight)> edges)
    {
        var sets = new DisjointSets(widths.Length);
        foreach (var (from, to, _) in edges)
        {
            sets.Join(from, to);
        }

        var positions = new (double X, double Y)[widths.Length];
        var parts = edges.Where(edge => edge.From != edge.To).ToLookup(edge => sets.Find(edge.From));
        var components = Enumerable.Range(0, widths.Length).GroupBy(sets.Find).OrderByDescending(component => component.Count()).ThenBy(component => component.Key);
        var packing = new ComponentPacking(heights.DefaultIfEmpty(1).Min() + Margin);
        foreach (var component in components)
        {
            Place([.. component], [.. parts[component.Key]], widths, heights, packing, positions);
        }

        return positions;
    }

    private static void Place(
        int[] members, (int From, int To, double Weight)[] edges, double[] widths, double[] heights, ComponentPacking packing, (double X, double Y)[] positions)
    {
        var local = new Dictionary<int, int>(members.Select((member, index) => KeyValuePair.Create(member, index)));
        var (x, y) = ForceLayout.Place(members.Length, [.. edges.Select(edge => (local[edge.From], local[edge.To], edge.Weight))]);
        double[] boxWidths = [.. members.Select(member => widths[member])];
        double[] boxHeights = [.. members.Select(member => heights[member])];
        BoxSpreading.Spread(x, y, boxWidths, boxHeights);

        var (left, right) = (x.Zip(boxWidths, (at, width) => at - (width / 2)).Min(), x.Zip(boxWidths, (at, width) => at + (width / 2)).Max());
        var (low, high) = (y.Zip(boxHeights, (at, height) => at - (height / 2)).Min(), y.Zip(boxHeights, (at, height) => at + (height / 2)).Max());
        var place = packing.Place(right - left + Margin, high - low + Margin);
        for (var i = 0; i < members.Length; i++)
        {
            positions[members[i]] = (place.X + x[i] - ((left + right) / 2), place.Y + y[i] - ((low + high) / 2));
        }
    }
}
