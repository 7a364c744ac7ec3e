using System.Globalization;

namespace KnowledgeGraph.Query;

/// <summary>The bounds of a question in time: a year, a month or a day, both ends included.</summary>
public static class DayRange
{
    private const string Separator = "..";
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

    /// <summary>The bounds as the store writes days, of a question from one time to another: <c>2021..2022</c> as the first sets both.</summary>
    /// <param name="since">The first time, or both.</param>
    /// <param name="until">The last time.</param>
    /// <exception cref="FormatException">A text is no time, the last is given twice, or the end lies before the beginning.</exception>
    public static (string? Since, string? Until) Days(string? since, string? until)
    {
        if (since?.Split(Separator) is { Length: 2 } both)
        {
            if (until is not null)
            {
                throw new FormatException($"'{since}' gives the end of the time already; leave '{until}' out.");
            }

            (since, until) = (both[0], both[1]);
        }

        var days = (Since: since is null ? null : Day(First(since)), Until: until is null ? null : Day(Last(until)));
        return string.CompareOrdinal(days.Since, days.Until) > 0 && days.Until is not null
            ? throw new FormatException($"{since} comes after {until}: expected the earlier time first.")
            : days;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

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
