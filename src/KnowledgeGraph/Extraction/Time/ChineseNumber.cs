using System.Globalization;

namespace KnowledgeGraph.Extraction.Time;

/// <summary>Reads whole numbers below 10,000 in digits (ASCII or full width) or in Chinese numerals (三十一, 二〇二一).</summary>
internal static class ChineseNumber
{
    // The digits by value, 〇 and its look-alikes first: the numerals are part of the notation of numbers, as 0-9 are.
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The number, or <see langword="null"/> where the text is none.</summary>
    public static int? Parse(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > 5)
        {
            return null;
        }

        if (char.IsDigit(text[0]))
        {
            var value = 0;
            foreach (var c in text)
            {
                if (!char.IsDigit(c))
                {
                    return null;
                }

                value = (value * 10) + (int)CharUnicodeInfo.GetNumericValue(c);
            }

            return value;
        }

        var ten = text.IndexOf('十');
        if (ten < 0)
        {
            return Sequence(text);
        }

        var tens = ten == 0 ? 1 : Sequence(text[..ten]);
        var ones = ten == text.Length - 1 ? 0 : Sequence(text[(ten + 1)..]);
        return (tens * 10) + ones;
    }

    private static int? Sequence(ReadOnlySpan<char> text)
    {
        var value = 0;
        foreach (var c in text)
        {
            var digit = c is '〇' or '○' ? 0 : c == '两' ? 2 : Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            value = (value * 10) + digit;
        }

        return value;
    }
}
