namespace KnowledgeGraph.Graph;

/// <summary>Which of several reported values stands: the one most reported, of equals the ordinally smallest.</summary>
internal static class Preferred
{
    /// <summary>The preferred one of texts; <see langword="null"/> counts for nothing.</summary>
    public static string? Text(IEnumerable<string?> reported) => reported
        .OfType<string>()
        .GroupBy(text => text, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;

    /// <summary>The preferred one of texts that are the same where they fold to the same: the forms count together.</summary>
    public static string? Text(IEnumerable<string?> reported, Func<string, string> fold)
    {
        var groups = reported.OfType<string>().GroupBy(fold, StringComparer.Ordinal);
        return Text(groups.OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault() ?? Enumerable.Empty<string>());
    }

    /// <summary>
    /// The most precise date, of equals one written out before one that is counted from another day, of equals the most
    /// reported, of equals the ordinally smallest.
    /// </summary>
    public static string? Date(IEnumerable<(string Edtf, DaySpan Span, bool WrittenOut)> reported) => reported
        .GroupBy(date => date.Edtf, StringComparer.Ordinal)
        .OrderBy(group => group.First().Span.Days)
        .ThenByDescending(group => group.Any(date => date.WrittenOut))
        .ThenByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;
}
