namespace KnowledgeGraph.Articles;

/// <summary>
/// Bounds what a page may cost. The HTML standard reopens every formatting element left open (<c>&lt;b&gt;</c>,
/// <c>&lt;font&gt;</c>) in each block that follows, so a page of unclosed ones takes quadratic time and memory; and a tree may
/// be as deep as the page is long. This looks at tags alone, before anything is built.
/// </summary>
internal static class MarkupDepth
{
    private const int MaxDepth = 10_000;
    private const int MaxReopened = 1_000_000;

    private static readonly string[] Formatting =
        ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

    private static readonly string[] Void =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "p", "li", "source", "track", "wbr", "td", "tr", "option"];

    /// <exception cref="InvalidDataException">The page would cost too much.</exception>
    public static void Check(string html)
    {
        var depth = 0;
        var formatting = 0;
        var reopened = 0L;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closes = html[at + 1] == '/';
            var name = Name(html.AsSpan(at + (closes ? 2 : 1)));
            if (name.IsEmpty)
            {
                continue;
            }

            if (Is(name, Formatting))
            {
                formatting = Math.Max(0, formatting + (closes ? -1 : 1));
            }
            else if (!closes)
            {
                reopened += formatting;
            }

            if (!Is(name, Void))
            {
                depth = Math.Max(0, depth + (closes ? -1 : 1));
            }

            if (depth > MaxDepth || reopened > MaxReopened + html.Length)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"The HTML leaves more than {(depth > MaxDepth ? depth : formatting) - 1} elements open by character {at + 1}: expected a page that closes them."));
            }
        }
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && length < 12 && char.IsAsciiLetterOrDigit(tag[length]))
        {
            length++;
        }

        return tag[..length];
    }

    private static bool Is(ReadOnlySpan<char> name, string[] names)
    {
        foreach (var candidate in names)
        {
            if (name.Equals(candidate, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
