using System.Globalization;

namespace KnowledgeGraph.Query;

/// <summary>The bounds of a question in time: a year, a month or a day, both ends included.</summary>
public static class DayRange
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    /// <summary>First day of <c>2021</c>, <c>2021-04</c> or <c>2021-04-03</c>.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static DateOnly First(string text) => Parse(text).First;

    /// <summary>Last day of <c>2021</c>, <c>2021-04</c> or <c>2021-04-03</c>.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static DateOnly Last(string text)
    {
        var (first, form) = Parse(text);
        return form switch
        {
            "yyyy" => new DateOnly(first.Year, 12, 31),
            "yyyy-MM" => new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)),
            _ => first,
        };
    }

    private static (DateOnly First, string Form) Parse(string text)
    {
        foreach (var form in Forms)
        {
            if (DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return (day, form);
            }
        }

        throw new FormatException($"'{text}' is no date; write a year, month or day: 2021, 2021-04, 2021-04-03.");
    }
}
