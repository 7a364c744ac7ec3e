namespace KnowledgeGraph.Query.Citing;

/// <summary>References to sources, as papers and posts print them.</summary>
public static class Reference
{
    /// <summary>A link in Markdown.</summary>
    public const string Markdown = "md";

    /// <summary>GB/T 7714-2015, electronic resources: the standard of Chinese journals.</summary>
    public const string Gbt7714 = "gbt7714";

    private const int DayLength = 10;

    /// <summary>The reference to a source.</summary>
    /// <param name="style"><see cref="Markdown"/> or <see cref="Gbt7714"/>.</param>
    /// <param name="source">The source.</param>
    /// <param name="number">Its number in the list, from 1.</param>
    /// <param name="location">Where it is read: an address, or a file.</param>
    public static string To(string style, ContactSource source, int number, string location)
    {
        ArgumentNullException.ThrowIfNull(source);
        var day = source.Published is { Length: >= DayLength } time ? time[..DayLength] : source.Published;
        return style == Gbt7714 ? FormattableString.Invariant($"[{number}] {Gbt(source, day, location)}") : "- " + InMarkdown(source, day, location);
    }

    /// <summary>Responsible body. Title[EB/OL]. (date). Address. The day of access is for the writer to add: kg reads no clock.</summary>
    private static string Gbt(ContactSource source, string? day, string location)
    {
        var carrier = source.Url is null ? "[N]" : "[EB/OL]";
        return string.Join(". ", new[] { source.Publisher, source.Title + carrier, day is null ? null : source.Url is null ? day : $"({day})", location }
            .Where(part => !string.IsNullOrEmpty(part))) + ".";
    }

    private static string InMarkdown(ContactSource source, string? day, string location)
    {
        var title = Escape(source.Title.Length > 0 ? source.Title : source.File ?? source.ArticleId);
        var linked = source.Url is null ? $"{title} (`{location}`)" : $"[{title}](<{location.Replace(">", "%3E", StringComparison.Ordinal)}>)";
        return string.Join(", ", new[] { source.Publisher is { } publisher ? Escape(publisher) : null, linked, day }.Where(part => part is not null));
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
}
