namespace KnowledgeGraph.Extraction;

/// <summary>The one rule by which overlaps are settled: the longest wins, then the earliest, then the one that was found first.</summary>
internal static class LongestMatch
{
    private static readonly Comparison<(Span Span, int Index)> ByRank = (a, b) =>
        a.Span.Length != b.Span.Length ? b.Span.Length.CompareTo(a.Span.Length)
        : a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start)
        : a.Index.CompareTo(b.Index);

    /// <summary>The finds that stay, in order of the text.</summary>
    /// <param name="finds">The finds in the order in which they count where length and start are equal.</param>
    /// <param name="span">Where a find stands; never empty.</param>
    public static List<T> Keep<T>(IReadOnlyList<T> finds, Func<T, Span> span)
    {
        var ranked = new (Span Span, int Index)[finds.Count];
        for (var i = 0; i < ranked.Length; i++)
        {
            ranked[i] = (span(finds[i]), i);
        }

        Array.Sort(ranked, ByRank);
        var kept = new List<(Span Span, int Index)>(ranked.Length);
        foreach (var find in ranked)
        {
            var at = FirstIndex(kept, other => other.Span.End <= find.Span.Start);
            if (at == kept.Count || kept[at].Span.Start >= find.Span.End)
            {
                kept.Insert(at, find);
            }
        }

        return kept.ConvertAll(find => finds[find.Index]);
    }

    /// <summary>Index of the first find, of finds in order, that does not lie before a place.</summary>
    /// <param name="ordered">The finds.</param>
    /// <param name="isBefore">Whether a find lies before the place; true of none behind one of which it is false.</param>
    /// <returns>The count where there is none.</returns>
    public static int FirstIndex<T>(IReadOnlyList<T> ordered, Func<T, bool> isBefore)
    {
        var (low, high) = (0, ordered.Count);
        while (low < high)
        {
            var mid = (low + high) / 2;
            (low, high) = isBefore(ordered[mid]) ? (mid + 1, high) : (low, mid);
        }

        return low;
    }
}
