using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export.Layout;

/// <summary>Where the nodes of a graph stand: each component laid out for itself, the largest in the middle, the others about it.</summary>
internal static class GraphLayout
{
    private const double Margin = 10;

    /// <summary>Into how many cells the first component is parted at most when places are counted: finer ones would take long for thousands of components.</summary>
    private const double MostCells = 150;

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
        ComponentPacking? packing = null;
        foreach (var component in components)
        {
            int[] members = [.. component];
            var (x, y) = Place(members, [.. parts[component.Key]], widths, heights);
            var (left, right) = (members.Min(node => x[node] - (widths[node] / 2)), members.Max(node => x[node] + (widths[node] / 2)));
            var (low, high) = (members.Min(node => y[node] - (heights[node] / 2)), members.Max(node => y[node] + (heights[node] / 2)));
            var place = packing?.Place(right - left + Margin, high - low + Margin) ?? (X: 0, Y: 0);
            foreach (var node in members)
            {
                positions[node] = (place.X + x[node] - ((left + right) / 2), place.Y + y[node] - ((low + high) / 2));
            }

            if (packing is null)
            {
                packing = new ComponentPacking(Math.Max(Margin, Math.Max(right - left, high - low) / MostCells));
                packing.TakeMiddle(members.Select(node => (
                    positions[node].X - (widths[node] / 2), positions[node].Y - (heights[node] / 2),
                    positions[node].X + (widths[node] / 2), positions[node].Y + (heights[node] / 2))));
            }
        }

        return positions;
    }

    /// <summary>The positions of one component's nodes, by node.</summary>
    private static (Dictionary<int, double> X, Dictionary<int, double> Y) Place(
        int[] members, (int From, int To, double Weight)[] edges, double[] widths, double[] heights)
    {
        var local = members.Select((member, index) => KeyValuePair.Create(member, index)).ToDictionary();
        var (x, y) = ForceLayout.Place(members.Length, [.. edges.Select(edge => (local[edge.From], local[edge.To], edge.Weight))]);
        BoxSpreading.Spread(x, y, [.. members.Select(member => widths[member])], [.. members.Select(member => heights[member])]);
        return (members.ToDictionary(member => member, member => x[local[member]]), members.ToDictionary(member => member, member => y[local[member]]));
    }
}
