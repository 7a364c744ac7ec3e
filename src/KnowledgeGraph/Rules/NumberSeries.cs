using System.Globalization;

namespace KnowledgeGraph.Rules;

/// <summary>
/// Words of the rules that hold a range of numbers: <c>第{1-200}届</c> stands for 第1届 to 第200届, each in digits and in
/// Chinese numerals (第二十届).
/// </summary>
internal static class NumberSeries
{
    private const int Most = 999;

    // The numerals are part of the notation of numbers, as 0-9 are.
    private const string Numerals = "零一二三四五六七八九";
    private const char Ten = '十';
    private const char Hundred = '百';

    /// <summary>The words that a word of the rules stands for: itself where it holds no range.</summary>
    /// <param name="word">The word as the rules write it.</param>
    /// <param name="node">Where it stands.</param>
    /// <exception cref="RuleFileException">The range is not two whole numbers from 1 to 999, the smaller first.</exception>
    public static IEnumerable<string> Expand(string word, RuleNode node)
    {
        var open = word.IndexOf('{', StringComparison.Ordinal);
        var close = word.IndexOf('}', StringComparison.Ordinal);
        if (open < 0 && close < 0)
        {
            return [word];
        }

        var ends = close > open && open >= 0 ? word[(open + 1)..close].Split('-') : [];
        if (ends.Length != 2 || Number(ends[0]) is not { } first || Number(ends[1]) is not { } last || first > last)
        {
            throw node.Error($"The range in '{word}' cannot be read; expected two whole numbers from 1 to {Most}, the smaller first, as in 第{{1-200}}届.");
        }

        return Enumerable.Range(first, last - first + 1)
            .SelectMany(number => new[] { number.ToString(CultureInfo.InvariantCulture), Chinese(number) })
            .Select(number => word[..open] + number + word[(close + 1)..]);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most ? number : null;

    private static string Chinese(int number)
    {
        var (hundreds, below) = Math.DivRem(number, 100);
        var (tens, ones) = Math.DivRem(below, 10);
        return (hundreds > 0 ? $"{Numerals[hundreds]}{Hundred}" : "")
            + (hundreds > 0 && tens == 0 && ones > 0 ? $"{Numerals[0]}" : "")
            + (tens > 1 || (tens == 1 && hundreds > 0) ? $"{Numerals[tens]}" : "")
            + (tens > 0 ? $"{Ten}" : "")
            + (ones > 0 ? $"{Numerals[ones]}" : "");
    }
}
