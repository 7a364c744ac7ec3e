namespace KnowledgeGraph.Export.Layout;

/// <summary>
/// Places the nodes of a connected graph: all push each other away, edges pull their ends together, and a weak pull keeps all
/// about the middle (the forces of ForceAtlas 2). Nothing is random, and only operations are used whose results are the same
/// on every machine.
/// </summary>
internal sealed class ForceLayout
{
    private const double Repulsion = 10;
    private const double Gravity = 4;
    private const int MostSteps = 600;
    private const int FewestSteps = 100;

    /// <summary>So many steps a node are enough where there are few: an archive has thousands of components of two or three.</summary>
    private const int StepsOfNode = 20;
    private const int Work = 3_000_000;
    private readonly double[] x;
    private readonly double[] y;
    private readonly double[] mass;
    private readonly double[] forceX;
    private readonly double[] forceY;
    private readonly double[] formerX;
    private readonly double[] formerY;
    private readonly IReadOnlyList<(int From, int To, double Weight)> edges;
    private readonly QuadTree tree = new();
    private double speed = 1;

    private ForceLayout(int count, IReadOnlyList<(int From, int To, double Weight)> edges)
    {
        this.edges = edges;
        (x, y, mass) = (new double[count], new double[count], new double[count]);
        (forceX, forceY, formerX, formerY) = (new double[count], new double[count], new double[count], new double[count]);
        Array.Fill(mass, 1);
        foreach (var (from, to, _) in edges)
        {
            mass[from]++;
            mass[to]++;
        }

        // Evenly spread points, as a sequence of fractions of two irrational numbers gives them.
        var side = 10 * Math.Sqrt(count);
        for (var i = 0; i < count; i++)
        {
            x[i] = side * (Fraction(0.5 + (i * 0.7548776662466927)) - 0.5);
            y[i] = side * (Fraction(0.5 + (i * 0.5698402909980532)) - 0.5);
        }
    }

    /// <summary>The positions of nodes 0 to <paramref name="count"/> - 1.</summary>
    public static (double[] X, double[] Y) Place(int count, IReadOnlyList<(int From, int To, double Weight)> edges)
    {
        var layout = new ForceLayout(count, edges);
        var steps = count < 2 ? 0 : Math.Min(StepsOfNode * count, Math.Clamp(Work / count, FewestSteps, MostSteps));
        for (var step = 0; step < steps; step++)
        {
            layout.Step();
        }

        return (layout.x, layout.y);
    }

    private static double Fraction(double value) => value - Math.Floor(value);

    private void Step()
    {
        tree.Build(x, y, mass);
        for (var i = 0; i < x.Length; i++)
        {
            (formerX[i], formerY[i]) = (forceX[i], forceY[i]);
            var (fx, fy) = (0.0, 0.0);
            tree.Push(i, x[i], y[i], mass[i], Repulsion, ref fx, ref fy);
            var distance = Math.Sqrt((x[i] * x[i]) + (y[i] * y[i]));
            if (distance > 0)
            {
                fx -= Gravity * mass[i] * x[i] / distance;
                fy -= Gravity * mass[i] * y[i] / distance;
            }

            (forceX[i], forceY[i]) = (fx, fy);
        }

        foreach (var (from, to, weight) in edges)
        {
            var (pullX, pullY) = (weight * (x[to] - x[from]), weight * (y[to] - y[from]));
            forceX[from] += pullX;
            forceY[from] += pullY;
            forceX[to] -= pullX;
            forceY[to] -= pullY;
        }

        Move();
    }

    /// <summary>A node that swings to and fro is moved less, and so are all where many swing.</summary>
    private void Move()
    {
        var (swinging, pulling) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            swinging += mass[i] * Length(forceX[i] - formerX[i], forceY[i] - formerY[i]);
            pulling += mass[i] * Length(forceX[i] + formerX[i], forceY[i] + formerY[i]) / 2;
        }

        var target = swinging > 0 ? pulling / swinging : speed;
        speed = Math.Min(target, 1.5 * speed);
        for (var i = 0; i < x.Length; i++)
        {
            var swing = mass[i] * Length(forceX[i] - formerX[i], forceY[i] - formerY[i]);
            var factor = speed / (1 + Math.Sqrt(speed * swing));
            x[i] += forceX[i] * factor;
            y[i] += forceY[i] * factor;
        }
    }

    private static double Length(double dx, double dy) => Math.Sqrt((dx * dx) + (dy * dy));
}
