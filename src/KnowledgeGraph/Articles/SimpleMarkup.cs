using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace KnowledgeGraph.Articles;

/// <summary>
/// Reads fragments of HTML that need no parser's repairs: tags properly nested, no tables, forms, scripts or foreign
/// content. On these the HTML standard's tree is the tags' own nesting, so that what the collector hears is the same as
/// from the parsed tree, several times faster; tests compare both. At the first thing that would need a repair it gives up.
/// </summary>
internal ref struct SimpleMarkup
{
    /// <summary>Looking for what an element would close costs its depth; deeper ones are left to the parser and its bounds.</summary>
    private const int MaxDepth = 256;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Void = Set(
        "area br embed hr img input link meta param source track wbr");

    /// <summary>Elements whose content or place the standard treats in ways of its own.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Intricate = Set(
        "html head body frame frameset title base basefont bgsound script template noscript noframes noembed xmp plaintext listing image isindex "
        + "textarea select option optgroup button form table caption colgroup col thead tbody tfoot tr td th svg math ruby rb rp rt rtc object applet marquee nobr keygen menuitem");

    /// <summary>Elements that end an open paragraph.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EndsParagraph = Set(
        "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary ul");

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-:_");

    private readonly ReadOnlySpan<char> html;
    private readonly BlockCollector collector;
    private readonly List<(int Start, int Length)> open = [];
    private int at;

    private SimpleMarkup(ReadOnlySpan<char> html, BlockCollector collector)
    {
        this.html = html;
        this.collector = collector;
    }

    /// <summary>Hands a fragment to a collector.</summary>
    /// <returns>Whether the fragment was simple; if not, the collector has heard a part of it and is to be thrown away.</returns>
    public static bool TryCollect(string html, BlockCollector collector) => new SimpleMarkup(html, collector).TryRead();

    private bool TryRead()
    {
        if (html.Contains('\0'))
        {
            return false;
        }

        while (at < html.Length)
        {
            var tag = html[at..].IndexOf('<');
            var text = tag < 0 ? html[at..] : html.Slice(at, tag);
            at += text.Length;
            if (!TryText(text))
            {
                return false;
            }

            if (at < html.Length && !TryTag())
            {
                return false;
            }
        }

        for (var left = open.Count; left > 0; left--)
        {
            collector.Leave();
        }

        collector.End();
        return true;
    }

    private readonly bool TryText(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&'))
        {
            collector.Text(text);
            return true;
        }

        var decoded = new StringBuilder(text.Length);
        if (!CharacterReferences.TryDecode(text, decoded))
        {
            return false;
        }

        collector.Text(decoded.ToString());
        return true;
    }

    private bool TryTag()
    {
        var rest = html[at..];
        if (rest.StartsWith("<!--"))
        {
            var end = rest[4..].IndexOf("-->");
            if (end < 0 || rest[4] is '>' or '-' || rest.Slice(4, end).Contains("--!>", StringComparison.Ordinal))
            {
                return false;
            }

            at += end + 7;
            return true;
        }

        var closes = rest.Length > 1 && rest[1] == '/';
        var start = at + (closes ? 2 : 1);
        var length = html[start..].IndexOfAnyExcept(NameCharacters);
        if (length <= 0 || !char.IsAsciiLetterLower(html[start]))
        {
            return false;
        }

        var name = html.Slice(start, length);
        at = start + length;
        return closes ? TryClose(name) : TryOpen(name, start);
    }

    private bool TryClose(ReadOnlySpan<char> name)
    {
        var end = html[at..].IndexOf('>');
        if (end < 0 || !html.Slice(at, end).IsWhiteSpace() || open.Count == 0 || !name.SequenceEqual(Name(open.Count - 1)))
        {
            return false;
        }

        at += end + 1;
        open.RemoveAt(open.Count - 1);
        collector.Leave();
        return true;
    }

    private bool TryOpen(ReadOnlySpan<char> name, int start)
    {
        if (Intricate.Contains(name) || NeedsRepair(name) || open.Count > MaxDepth)
        {
            return false;
        }

        var reader = new SimpleAttributes(html, at);
        if (!reader.TryRead(name is "a", out var attributes, out var closesItself))
        {
            return false;
        }

        at = reader.At;

        if (Void.Contains(name))
        {
            collector.Enter(name, attributes);
            collector.Leave();
            return true;
        }

        if (closesItself)
        {
            return false;
        }

        collector.Enter(name, attributes);
        if (name is not ("style" or "iframe"))
        {
            open.Add((start, name.Length));
            return true;
        }

        // Raw text, which is never an article's: up to the end tag.
        var end = html[at..].IndexOf(name is "style" ? "</style>" : "</iframe>");
        if (end < 0)
        {
            return false;
        }

        at += end + name.Length + 3;
        collector.Leave();
        return true;
    }

    /// <summary>Whether a parser would close or reopen elements before this one.</summary>
    private readonly bool NeedsRepair(ReadOnlySpan<char> name)
    {
        var isItem = name is "li";
        var inList = false;
        var endsParagraph = EndsParagraph.Contains(name);
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var outer = Name(i);
            if ((endsParagraph && outer is "p")
                || (name is "a" && outer is "a")
                || (name is "dd" or "dt" && outer is "dd" or "dt")
                || (isItem && !inList && outer is "li"))
            {
                return true;
            }

            inList |= outer is "ul" or "ol" or "menu";
        }

        return IsHeading(name) && open.Count > 0 && IsHeading(Name(open.Count - 1));
    }

    private static bool IsHeading(ReadOnlySpan<char> name) => name.Length == 2 && name[0] == 'h' && name[1] is >= '1' and <= '6';

    private readonly ReadOnlySpan<char> Name(int index) => html.Slice(open[index].Start, open[index].Length);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string names) =>
        names.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
