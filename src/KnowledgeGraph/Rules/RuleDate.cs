using System.Globalization;

namespace KnowledgeGraph.Rules;

/// <summary>A date of a rule file: a day, a month or a year, as the days it may be.</summary>
/// <param name="First">The earliest day.</param>
/// <param name="Last">The latest day.</param>
internal readonly record struct RuleDate(DateOnly First, DateOnly Last)
{
    /// <summary>Reads <c>2021</c>, <c>2021-04</c> or <c>2021-04-03</c>.</summary>
    /// <exception cref="RuleFileException">The text is no such date.</exception>
    public static RuleDate Read(RuleNode node)
    {
        var text = node.AsText();
        var first = text.Length switch { 4 => text + "-01-01", 7 => text + "-01", _ => text };
        if (!DateOnly.TryParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw node.Error($"Expected a date as 2021, 2021-04 or 2021-04-03, found '{text}'.");
        }

        return new RuleDate(day, text.Length switch
        {
            4 => day.AddYears(1).AddDays(-1),
            7 => day.AddMonths(1).AddDays(-1),
            _ => day,
        });
    }
}
