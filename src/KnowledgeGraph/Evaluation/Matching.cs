namespace KnowledgeGraph.Evaluation;

/// <summary>
/// Matches annotations with finds one to one, as many as can be (augmenting paths, H. W. Kuhn, "The Hungarian method for the
/// assignment problem", 1955); better pairs are tried first.
/// </summary>
internal static class Matching
{
    /// <summary>The pairs, in the order of the finds.</summary>
    /// <param name="golds">The annotations.</param>
    /// <param name="finds">The finds.</param>
    /// <param name="same">Whether the two may be paired.</param>
    /// <param name="better">Whether the two should be paired first.</param>
    public static List<(TGold Gold, TFind Find)> Pair<TGold, TFind>(
        IReadOnlyList<TGold> golds, IReadOnlyList<TFind> finds, Func<TGold, TFind, bool> same, Func<TGold, TFind, bool>? better = null)
    {
        bool Better(TGold gold, int find) => better?.Invoke(gold, finds[find]) == true;
        var edges = golds.Select(gold => Enumerable.Range(0, finds.Count).Where(j => same(gold, finds[j])).OrderBy(j => !Better(gold, j)).ToList()).ToList();
        var owner = new SortedDictionary<int, int>();
        bool Place(int i, HashSet<int> seen)
        {
            foreach (var j in edges[i])
            {
                if (seen.Add(j) && (!owner.TryGetValue(j, out var other) || Place(other, seen)))
                {
                    owner[j] = i;
                    return true;
                }
            }

            return false;
        }

        foreach (var i in Enumerable.Range(0, golds.Count).OrderBy(i => !edges[i].Exists(j => Better(golds[i], j))))
        {
            Place(i, []);
        }

        return [.. owner.Select(pair => (golds[pair.Value], finds[pair.Key]))];
    }
}
