namespace KnowledgeGraph.Export.Layout;

/// <summary>Moves nodes apart until their boxes, which hold circle and name, no longer overlap.</summary>
internal static class BoxSpreading
{
    private const int MostRounds = 300;
    private const int FewestRounds = 50;
    private const int Work = 3_000_000;
    private const double Room = 2.5;

    /// <summary>Scales positions so that there is room for the boxes, then parts those that overlap.</summary>
    public static void Spread(double[] x, double[] y, ReadOnlySpan<double> widths, ReadOnlySpan<double> heights)
    {
        Scale(x, y, widths, heights);
        var order = Enumerable.Range(0, x.Length).ToArray();
        var rounds = Math.Clamp(Work / Math.Max(1, x.Length), FewestRounds, MostRounds);
        for (var round = 0; round < rounds && Part(order, x, y, widths, heights); round++)
        {
        }
    }

    private static void Scale(double[] x, double[] y, ReadOnlySpan<double> widths, ReadOnlySpan<double> heights)
    {
        var (area, distances) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            area += widths[i] * heights[i];
            distances += Math.Sqrt((x[i] * x[i]) + (y[i] * y[i]));
        }

        var mean = distances / x.Length;
        if (mean <= 0)
        {
            return;
        }

        // Distances from the middle become their roots: what sticks far out comes in, and the dense middle gets room.
        var radius = Math.Sqrt(Room * area) / 2;
        for (var i = 0; i < x.Length; i++)
        {
            var distance = Math.Sqrt((x[i] * x[i]) + (y[i] * y[i]));
            var factor = distance > 0 ? radius * Math.Sqrt(distance / mean) / distance : 0;
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
