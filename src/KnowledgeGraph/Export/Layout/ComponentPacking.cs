namespace KnowledgeGraph.Export.Layout;

/// <summary>Sets components about the first one, which is in the middle, each as near to it as there is room.</summary>
/// <param name="cell">Side of the squares in which places are counted.</param>
internal sealed class ComponentPacking(double cell)
{
    private readonly HashSet<(int Column, int Row)> taken = [];
    private readonly Dictionary<(int Columns, int Rows), (int Ring, int Tried)> tried = [];

    /// <summary>Takes the middle for the first component: in each row all between its outermost boxes.</summary>
    /// <param name="boxes">The boxes of its nodes: left, low, right and high.</param>
    public void TakeMiddle(IEnumerable<(double Left, double Low, double Right, double High)> boxes)
    {
        var rows = new SortedDictionary<int, (int Left, int Right)>();
        foreach (var box in boxes)
        {
            var (left, right) = (Cell(box.Left) - 1, Cell(box.Right) + 1);
            for (var row = Cell(box.Low) - 1; row <= Cell(box.High) + 1; row++)
            {
                rows[row] = rows.TryGetValue(row, out var known) ? (Math.Min(known.Left, left), Math.Max(known.Right, right)) : (left, right);
            }
        }

        foreach (var (row, (left, right)) in rows)
        {
            Take(left, row, right - left + 1, 1);
        }
    }

    /// <summary>Takes a place for a component.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <returns>The middle of the place.</returns>
    public (double X, double Y) Place(double width, double height)
    {
        var (columns, rows) = ((int)Math.Ceiling(width / cell) + 1, (int)Math.Ceiling(height / cell) + 1);
        // Where one of this size found no room, another does not either.
        var (first, skipped) = tried.GetValueOrDefault((columns, rows));
        for (var ring = first; ; ring++, skipped = 0)
        {
            foreach (var (column, row) in Ring(ring).Skip(skipped))
            {
                skipped++;
                var (left, low) = (column - (columns / 2), row - (rows / 2));
                if (IsFree(left, low, columns, rows))
                {
                    Take(left, low, columns, rows);
                    tried[(columns, rows)] = (ring, skipped);
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

    private int Cell(double at) => (int)Math.Floor(at / cell);

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
