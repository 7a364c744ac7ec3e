using System.Globalization;

namespace KnowledgeGraph.Extraction.Time;

/// <summary>A date as EDTF (ISO 8601-2) with the days that it allows.</summary>
/// <param name="Edtf">A day, month, year, or an interval of these.</param>
/// <param name="From">First day allowed.</param>
/// <param name="To">Last day allowed.</param>
/// <param name="Basis"><c>explicit</c>, <c>relative</c>, <c>anaphor</c>, <c>dateline</c> or <c>occasion</c>.</param>
internal sealed record ResolvedTime(string Edtf, DateOnly From, DateOnly To, string Basis)
{
    /// <summary>Whether it is a single day.</summary>
    public bool IsDay => From == To;

    /// <summary>A single day.</summary>
    public static ResolvedTime Day(DateOnly day, string basis) => new(Text(day), day, day, basis);

    /// <summary>The days from one to another, both included.</summary>
    public static ResolvedTime Days(DateOnly from, DateOnly to, string basis) =>
        from == to ? Day(from, basis) : new(Text(from) + "/" + Text(to), from, to, basis);

    /// <summary>A whole month.</summary>
    public static ResolvedTime Month(int year, int month, string basis)
    {
        var first = new DateOnly(year, month, 1);
        return new(first.ToString("yyyy-MM", CultureInfo.InvariantCulture), first, first.AddMonths(1).AddDays(-1), basis);
    }

    /// <summary>The months from one to another, both included.</summary>
    public static ResolvedTime Months(DateOnly first, DateOnly last, string basis) => first.Year == last.Year && first.Month == last.Month
        ? Month(first.Year, first.Month, basis)
        : new(
            first.ToString("yyyy-MM", CultureInfo.InvariantCulture) + "/" + last.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            new DateOnly(first.Year, first.Month, 1), new DateOnly(last.Year, last.Month, 1).AddMonths(1).AddDays(-1), basis);

    /// <summary>A whole year.</summary>
    public static ResolvedTime Year(int year, string basis) =>
        new(year.ToString("0000", CultureInfo.InvariantCulture), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), basis);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
