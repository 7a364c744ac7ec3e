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
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Void = Set(
        "area br embed hr img input link meta param source track wbr");

    /// <summary>Elements whose content or place the standard treats in ways of its own.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Intricate = Set(
        "html head body frame frameset title base basefont bgsound script template noscript noframes noembed xmp plaintext listing image isindex "
        + "textarea select option optgroup button form table caption colgroup col thead tbody tfoot tr td th svg math ruby rb rp rt rtc object applet marquee nobr keygen menuitem");

    /// <summary>Elements that end an open paragraph.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EndsParagraph = Set(
        "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary ul");

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Entities =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["amp"] = "&", ["lt"] = "<", ["gt"] = ">", ["quot"] = "\"", ["apos"] = "'", ["nbsp"] = "\u00A0", ["ensp"] = "\u2002",
            ["emsp"] = "\u2003", ["middot"] = "\u00B7", ["bull"] = "\u2022", ["hellip"] = "\u2026", ["mdash"] = "\u2014", ["ndash"] = "\u2013",
            ["ldquo"] = "\u201C", ["rdquo"] = "\u201D", ["lsquo"] = "\u2018", ["rsquo"] = "\u2019", ["laquo"] = "\u00AB", ["raquo"] = "\u00BB",
            ["times"] = "\u00D7", ["copy"] = "\u00A9", ["deg"] = "\u00B0",
        }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-:_");

    private static readonly SearchValues<char> EndsAttributeName = SearchValues.Create(" \t\r\n\f=>/\"'<");

    private static readonly SearchValues<char> EndsBareValue = SearchValues.Create(" \t\r\n\f>\"'<=`/");

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
            if (!text.IsEmpty && !TryText(text))
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
        while (!text.IsEmpty)
        {
            var reference = text.IndexOf('&');
            if (reference < 0)
            {
                decoded.Append(text);
                break;
            }

            decoded.Append(text[..reference]);
            text = text[(reference + 1)..];
            if (text.IsEmpty || (text[0] != '#' && !char.IsAsciiLetterOrDigit(text[0])))
            {
                decoded.Append('&');
                continue;
            }

            var end = text[..Math.Min(text.Length, 12)].IndexOf(';');
            if (end < 0 || !TryReference(text[..end], decoded))
            {
                return false;
            }

            text = text[(end + 1)..];
        }

        collector.Text(decoded.ToString());
        return true;
    }

    private static bool TryReference(ReadOnlySpan<char> name, StringBuilder decoded)
    {
        if (name[0] != '#')
        {
            return Entities.TryGetValue(name, out var text) && decoded.Append(text) is not null;
        }

        var isHex = name.Length > 1 && name[1] is 'x' or 'X';
        var digits = name[(isHex ? 2 : 1)..];
        var style = isHex ? System.Globalization.NumberStyles.AllowHexSpecifier : System.Globalization.NumberStyles.None;
        if (!int.TryParse(digits, style, System.Globalization.CultureInfo.InvariantCulture, out var value)
            || value is < 0x20 or (>= 0x7F and <= 0x9F) || !Rune.IsValid(value))
        {
            return false;
        }

        decoded.Append(new Rune(value).ToString());
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
        if (Intricate.Contains(name) || NeedsRepair(name) || !TryAttributes(name is "a", out var attributes, out var closesItself))
        {
            return false;
        }

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

    private bool TryAttributes(bool isAnchor, out MarkupAttributes attributes, out bool closesItself)
    {
        attributes = default;
        closesItself = false;
        ReadOnlySpan<char> @class = default, id = default, style = default, role = default, dateTime = default;
        bool hasClass = false, hasId = false, hasStyle = false, hasRole = false, hasTime = false, hidden = false, hasAria = false, link = false;
        while (true)
        {
            while (at < html.Length && IsSpace(html[at]))
            {
                at++;
            }

            if (at >= html.Length)
            {
                return false;
            }

            if (html[at] == '>')
            {
                at++;
                attributes = new MarkupAttributes
                {
                    Class = @class, Id = id, Style = style, Role = role, DateTime = dateTime, IsHidden = hidden, IsLink = link,
                };
                return true;
            }

            if (html[at] == '/')
            {
                at++;
                closesItself = at < html.Length && html[at] == '>';
                if (!closesItself)
                {
                    return false;
                }

                continue;
            }

            if (!TryAttribute(out var name, out var value))
            {
                return false;
            }

            switch (name)
            {
                case "class" when !hasClass:
                    hasClass = true;
                    @class = value;
                    break;
                case "id" when !hasId:
                    hasId = true;
                    id = value;
                    break;
                case "style" when !hasStyle:
                    hasStyle = true;
                    style = value;
                    break;
                case "role" when !hasRole:
                    hasRole = true;
                    role = value;
                    break;
                case "datetime" when !hasTime:
                    hasTime = true;
                    dateTime = value;
                    break;
                case "hidden":
                    hidden = true;
                    break;
                case "aria-hidden" when !hasAria:
                    hasAria = true;
                    hidden |= value is "true";
                    break;
                case "href":
                    link |= isAnchor;
                    break;
                default:
                    continue;
            }

            if (name is not "href" && value.Contains('&'))
            {
                return false;
            }
        }
    }

    private bool TryAttribute(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        value = default;
        name = default;
        var length = html[at..].IndexOfAny(EndsAttributeName);
        if (length <= 0)
        {
            return false;
        }

        name = html.Slice(at, length);
        if (name.ContainsAnyInRange('A', 'Z'))
        {
            return false;
        }

        at += length;
        var behind = at;
        while (behind < html.Length && IsSpace(html[behind]))
        {
            behind++;
        }

        if (behind >= html.Length || html[behind] != '=')
        {
            return behind < html.Length;
        }

        at = behind + 1;
        while (at < html.Length && IsSpace(html[at]))
        {
            at++;
        }

        if (at >= html.Length)
        {
            return false;
        }

        var quote = html[at];
        if (quote is '"' or '\'')
        {
            at++;
            var end = html[at..].IndexOf(quote);
            if (end < 0)
            {
                return false;
            }

            value = html.Slice(at, end);
            at += end + 1;
            return at < html.Length && (IsSpace(html[at]) || html[at] is '>' or '/');
        }

        var bare = html[at..].IndexOfAny(EndsBareValue);
        if (bare <= 0 || !(IsSpace(html[at + bare]) || html[at + bare] == '>'))
        {
            return false;
        }

        value = html.Slice(at, bare);
        at += bare;
        return true;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\f';

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string names) =>
        names.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
