namespace KnowledgeGraph.Export.Layout;

/// <summary>Moves nodes apart until their boxes, which hold circle and name, no longer overlap.</summary>
internal static class BoxSpreading
{
    private const int MostRounds = 300;
    private const double Room = 2.2;

    /// <summary>Scales positions so that there is room for the boxes, then parts those that overlap.</summary>
    public static void Spread(double[] x, double[] y, ReadOnlySpan<double> widths, ReadOnlySpan<double> heights)
    {
        Scale(x, y, widths, heights);
        var order = Enumerable.Range(0, x.Length).ToArray();
        for (var round = 0; round < MostRounds && Part(order, x, y, widths, heights); round++)
        {
        }
    }

    private static void Scale(double[] x, double[] y, ReadOnlySpan<double> widths, ReadOnlySpan<double> heights)
    {
        var (area, spread) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            area += widths[i] * heights[i];
            spread += (x[i] * x[i]) + (y[i] * y[i]);
        }

        if (spread <= 0)
        {
            return;
        }

        var factor = Math.Sqrt(Room * area * x.Length / spread) / 2;
        for (var i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = (x[i] * factor, y[i] * factor);
        }
    }

    private static bool Part(int[] order, double[] x, double[] y, ReadOnlySpan<double> widths, ReadOnlySpan<double> heights)
    {
        var lefts = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            (lefts[i], order[i]) = (x[i] - (widths[i] / 2), i);
        }

        Array.Sort(order, (a, b) => lefts[a].CompareTo(lefts[b]) is var by and not 0 ? by : a.CompareTo(b));
        var moved = false;
        for (var i = 0; i < order.Length; i++)
        {
            var a = order[i];
            for (var j = i + 1; j < order.Length && lefts[order[j]] < lefts[a] + widths[a]; j++)
            {
                moved |= Part(a, order[j], x, y, widths, heights);
            }
        }

        return moved;
    }

    private static bool Part(int a, int b, double[] x, double[] y, ReadOnlySpan<double> widths, ReadOnlySpan<double> heights)
    {
        var (dx, dy) = (x[b] - x[a], y[b] - y[a]);
        var overlapX = ((widths[a] + widths[b]) / 2) - Math.Abs(dx);
        var overlapY = ((heights[a] + heights[b]) / 2) - Math.Abs(dy);
        if (overlapX <= 0.01 || overlapY <= 0.01)
        {
            return false;
        }

        // Large ones stay, small ones give way.
        var share = heights[b] / (heights[a] + heights[b]);
        if (overlapX < overlapY)
        {
            var push = dx < 0 ? -overlapX : overlapX;
            x[a] -= push * share;
            x[b] += push * (1 - share);
        }
        else
        {
            var push = dy < 0 ? -overlapY : overlapY;
            y[a] -= push * share;
            y[b] += push * (1 - share);
        }

        return true;
    }
}
