namespace KnowledgeGraph.Graph;

/// <summary>Items 0 to n - 1 in sets that can be joined; a set is named by its smallest item.</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] parents = [.. Enumerable.Range(0, count)];

    /// <summary>The smallest item of the set that an item is in.</summary>
    public int Find(int item)
    {
        while (parents[item] != item)
        {
            parents[item] = parents[parents[item]];
            item = parents[item];
        }

        return item;
    }

    /// <summary>Joins the sets of two items.</summary>
    /// <returns>The smallest item of both.</returns>
    public int Join(int a, int b)
    {
        var (first, second) = (Find(a), Find(b));
        var smallest = Math.Min(first, second);
        parents[Math.Max(first, second)] = smallest;
        return smallest;
    }
}
