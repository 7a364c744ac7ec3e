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

    /// <summary>The most precise date, of equals the most reported, of equals the ordinally smallest.</summary>
    public static string? Date(IEnumerable<(string Edtf, DaySpan Span)> reported) => reported
        .GroupBy(date => date.Edtf, StringComparer.Ordinal)
        .OrderBy(group => group.First().Span.Days)
        .ThenByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;
}
