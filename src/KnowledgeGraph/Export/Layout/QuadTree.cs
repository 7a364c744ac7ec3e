namespace KnowledgeGraph.Export.Layout;

/// <summary>
/// Points in nested quarters of a square, each quarter with the mass and the middle of its points: far quarters push as one
/// point (Barnes and Hut), so that all pushes together cost n log n.
/// </summary>
internal sealed class QuadTree
{
    private const int Empty = -1;
    private const int Deepest = 24;
    private const double Near = 1.2;
    private readonly int[] stack = new int[4 * Deepest + 4];
    private int[] children = [];
    private int[] points = [];
    private double[] mass = [];
    private double[] x = [];
    private double[] y = [];
    private int cells;
    private double side;

    /// <summary>Takes in points anew.</summary>
    public void Build(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, ReadOnlySpan<double> masses)
    {
        cells = 0;
        var (left, right, low, high) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        for (var i = 0; i < xs.Length; i++)
        {
            (left, right) = (Math.Min(left, xs[i]), Math.Max(right, xs[i]));
            (low, high) = (Math.Min(low, ys[i]), Math.Max(high, ys[i]));
        }

        side = Math.Max(Math.Max(right - left, high - low), 1e-6);
        Cell();
        for (var i = 0; i < xs.Length; i++)
        {
            Insert(i, xs, ys, masses, left, low);
        }
    }

    /// <summary>Adds the push of all points on one: its mass times theirs, over the distance.</summary>
    public void Push(int point, double px, double py, double pointMass, double strength, ref double fx, ref double fy)
    {
        // A cell is pushed with its depth in the upper bits, which gives its width.
        var top = 0;
        stack[top++] = 0;
        while (top > 0)
        {
            var entry = stack[--top];
            var (cell, depth) = (entry & 0x3FFFFFF, entry >> 26);
            var (dx, dy) = (px - (x[cell] / mass[cell]), py - (y[cell] / mass[cell]));
            var distance = (dx * dx) + (dy * dy);
            var width = side / (1L << depth);
            var leaf = children[4 * cell] == Empty;
            if (leaf || width * width < Near * Near * distance)
            {
                if (points[cell] != point && distance > 0)
                {
                    var factor = strength * pointMass * mass[cell] / distance;
                    (fx, fy) = (fx + (dx * factor), fy + (dy * factor));
                }

                continue;
            }

            for (var quarter = 0; quarter < 4; quarter++)
            {
                if (children[(4 * cell) + quarter] is var child && mass[child] > 0)
                {
                    stack[top++] = child | ((depth + 1) << 26);
                }
            }
        }
    }

    private void Insert(int point, ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, ReadOnlySpan<double> masses, double left, double low)
    {
        var (cell, width) = (0, side);
        for (var depth = 0; ; depth++)
        {
            var isEmpty = mass[cell] == 0;
            var former = points[cell];
            Add(cell, point, xs, ys, masses);
            if (isEmpty || depth >= Deepest)
            {
                points[cell] = isEmpty ? point : Empty;
                return;
            }

            width /= 2;
            if (children[4 * cell] == Empty)
            {
                Split(cell);
                var quarter = Quarter(xs[former], ys[former], left + width, low + width);
                var child = children[(4 * cell) + quarter];
                Add(child, former, xs, ys, masses);
                points[child] = former;
                points[cell] = Empty;
            }

            var into = Quarter(xs[point], ys[point], left + width, low + width);
            cell = children[(4 * cell) + into];
            (left, low) = ((into & 1) != 0 ? left + width : left, (into & 2) != 0 ? low + width : low);
        }
    }

    private static int Quarter(double px, double py, double middleX, double middleY) => (px >= middleX ? 1 : 0) | (py >= middleY ? 2 : 0);

    private void Add(int cell, int point, ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, ReadOnlySpan<double> masses)
    {
        mass[cell] += masses[point];
        x[cell] += masses[point] * xs[point];
        y[cell] += masses[point] * ys[point];
    }

    private void Split(int cell)
    {
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var child = Cell();
            children[(4 * cell) + quarter] = child;
        }
    }

    private int Cell()
    {
        if (cells == mass.Length)
        {
            var size = Math.Max(256, 2 * cells);
            Array.Resize(ref children, 4 * size);
            Array.Resize(ref points, size);
            Array.Resize(ref mass, size);
            Array.Resize(ref x, size);
            Array.Resize(ref y, size);
        }

        children.AsSpan(4 * cells, 4).Fill(Empty);
        (points[cells], mass[cells], x[cells], y[cells]) = (Empty, 0, 0, 0);
        return cells++;
    }
}
