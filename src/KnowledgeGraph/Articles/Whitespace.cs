using System.Buffers;
using System.Text;

namespace KnowledgeGraph.Articles;

/// <summary>
/// The one rule for white space in article text. A run of white space (ASCII, no-break, ideographic) between two characters
/// becomes one ideographic space where it holds one, since that parts clauses in Chinese headlines; nothing where it is a
/// line's end between two East Asian characters; else one ASCII space. None stands at a paragraph's edges. Characters
/// without width (zero-width space and joiners, byte order mark, soft hyphen) and control characters go.
/// </summary>
internal static class Whitespace
{
    private const char Ideographic = '\u3000';

    private static readonly SearchValues<char> Special = SearchValues.Create(SpecialCharacters());

    /// <summary>The text in one line by the rule.</summary>
    public static string Collapse(string text)
    {
        var line = new StringBuilder(text.Length);
        var run = default(Run);
        Append(line, text, ref run);
        return line.ToString();
    }

    /// <summary>Appends a piece of text to a line by the rule; <paramref name="run"/> carries white space from piece to piece.</summary>
    public static void Append(StringBuilder line, ReadOnlySpan<char> text, ref Run run)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(Special);
            plain = plain < 0 ? text.Length : plain;
            if (plain > 0)
            {
                Separate(line, text[0], ref run);
                line.Append(text[..plain]);
                text = text[plain..];
            }

            while (!text.IsEmpty && Special.Contains(text[0]))
            {
                run.Add(text[0]);
                text = text[1..];
            }
        }
    }

    /// <summary>White space seen since the last character.</summary>
    public struct Run
    {
        public bool HasSpace { get; private set; }

        public bool HasIdeographic { get; private set; }

        public bool HasNewline { get; private set; }

        public void Add(char c)
        {
            if (char.IsWhiteSpace(c))
            {
                HasSpace = true;
                HasIdeographic |= c == Ideographic;
                HasNewline |= c is '\n' or '\r';
            }
        }
    }

    private static void Separate(StringBuilder line, char next, ref Run run)
    {
        if (run.HasSpace && line.Length > 0)
        {
            if (run.HasIdeographic)
            {
                line.Append(Ideographic);
            }
            else if (!run.HasNewline || !IsWide(line[^1]) || !IsWide(next))
            {
                line.Append(' ');
            }
        }

        run = default;
    }

    /// <summary>East Asian scripts and their punctuation, which are set without spaces.</summary>
    private static bool IsWide(char c) =>
        c is >= '\u2E80' and <= '\uA4CF' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE4F' or >= '\uFF00' and <= '\uFFEF'
        || char.IsSurrogate(c) || c is '\u2014' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u2026';

    private static string SpecialCharacters()
    {
        var special = new StringBuilder();
        for (var c = '\0'; c < '\uFFFF'; c++)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF')
            {
                special.Append(c);
            }
        }

        return special.ToString();
    }
}
