namespace KnowledgeGraph.Export.Layout;

/// <summary>Sets components about the first one, which is in the middle, each as near to it as there is room.</summary>
/// <param name="cell">Side of the squares in which places are counted.</param>
internal sealed class ComponentPacking(double cell)
{
    private readonly HashSet<(int Column, int Row)> taken = [];
    private int ring;
    private (int Columns, int Rows) last;

    /// <summary>Takes a place for a component.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <returns>The middle of the place.</returns>
    public (double X, double Y) Place(double width, double height)
    {
        var (columns, rows) = ((int)Math.Ceiling(width / cell) + 1, (int)Math.Ceiling(height / cell) + 1);
        // Where one of this size found no room, another does not either.
        ring = (columns, rows) == last ? ring : 0;
        last = (columns, rows);
        for (; ; ring++)
        {
            foreach (var (column, row) in Ring(ring))
            {
                var (left, low) = (column - (columns / 2), row - (rows / 2));
                if (IsFree(left, low, columns, rows))
                {
                    Take(left, low, columns, rows);
                    return ((left + (columns / 2.0)) * cell, (low + (rows / 2.0)) * cell);
                }
            }
        }
    }

    /// <summary>The squares at a distance from the middle: those in line with it first.</summary>
    private static IEnumerable<(int Column, int Row)> Ring(int distance)
    {
        if (distance == 0)
        {
            yield return (0, 0);
        }

        for (var along = 0; distance > 0 && along <= distance; along++)
        {
            foreach (var side in along == 0 ? new[] { 0 } : [-along, along])
            {
                yield return (side, -distance);
                yield return (side, distance);
                yield return (-distance, side);
                yield return (distance, side);
            }
        }
    }

    private bool IsFree(int left, int low, int columns, int rows)
    {
        for (var column = left; column < left + columns; column++)
        {
            for (var row = low; row < low + rows; row++)
            {
                if (taken.Contains((column, row)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void Take(int left, int low, int columns, int rows)
    {
        for (var column = left; column < left + columns; column++)
        {
            for (var row = low; row < low + rows; row++)
            {
                taken.Add((column, row));
            }
        }
    }
}
