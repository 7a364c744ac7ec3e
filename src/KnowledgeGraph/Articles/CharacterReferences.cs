using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace KnowledgeGraph.Articles;

/// <summary>Decodes the character references that texts of news hold; rare and malformed ones are left to a parser.</summary>
internal static class CharacterReferences
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Entities =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["amp"] = "&", ["lt"] = "<", ["gt"] = ">", ["quot"] = "\"", ["apos"] = "'", ["nbsp"] = "\u00A0", ["ensp"] = "\u2002",
            ["emsp"] = "\u2003", ["middot"] = "\u00B7", ["bull"] = "\u2022", ["hellip"] = "\u2026", ["mdash"] = "\u2014", ["ndash"] = "\u2013",
            ["ldquo"] = "\u201C", ["rdquo"] = "\u201D", ["lsquo"] = "\u2018", ["rsquo"] = "\u2019", ["laquo"] = "\u00AB", ["raquo"] = "\u00BB",
            ["times"] = "\u00D7", ["copy"] = "\u00A9", ["deg"] = "\u00B0",
        }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Appends a text with its references decoded.</summary>
    /// <returns>Whether every reference was among those known here.</returns>
    public static bool TryDecode(ReadOnlySpan<char> text, StringBuilder decoded)
    {
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
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!int.TryParse(digits, style, CultureInfo.InvariantCulture, out var value)
            || value is < 0x20 or (>= 0x7F and <= 0x9F) || !Rune.IsValid(value))
        {
            return false;
        }

        decoded.Append(new Rune(value).ToString());
        return true;
    }
}
