namespace KnowledgeGraph.Extraction;

/// <summary>The one rule by which overlaps are settled: the longest wins, then the earliest, then the one that was found first.</summary>
internal static class LongestMatch
{
    /// <summary>The finds that stay, in order of the text.</summary>
    /// <param name="finds">The finds in the order in which they count where length and start are equal.</param>
    /// <param name="span">Where a find stands; never empty.</param>
    public static List<T> Keep<T>(IEnumerable<T> finds, Func<T, Span> span)
    {
        var kept = new List<T>();
        foreach (var find in finds.OrderByDescending(find => span(find).Length).ThenBy(find => span(find).Start))
        {
            var (start, end) = span(find);
            var at = FirstIndex(kept, other => span(other).End <= start);
            if (at == kept.Count || span(kept[at]).Start >= end)
            {
                kept.Insert(at, find);
            }
        }

        return kept;
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
