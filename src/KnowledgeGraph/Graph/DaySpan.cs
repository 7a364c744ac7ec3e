using System.Globalization;
using KnowledgeGraph.Articles;

namespace KnowledgeGraph.Graph;

/// <summary>Days from one to another, both included.</summary>
internal readonly record struct DaySpan(DateOnly From, DateOnly To)
{
    /// <summary>Number of days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Whether all days of another span are in this one.</summary>
    public bool Contains(DaySpan other) => From <= other.From && other.To <= To;

    /// <summary>Whether the two have a day in common.</summary>
    public bool Overlaps(DaySpan other) => From <= other.To && other.From <= To;

    /// <summary>The span of a record's bounds, or <see langword="null"/> where one is missing.</summary>
    public static DaySpan? Of(string? from, string? to) => Day(from) is { } first && Day(to) is { } last ? new DaySpan(first, last) : null;

    /// <summary>The span of an EDTF date as events carry it (a day, month, year, or an interval of these), or <see langword="null"/> where it is none.</summary>
    public static DaySpan? OfEdtf(string text)
    {
        var parts = text.Split('/');
        return parts.Length <= 2 && Whole(parts[0]) is { } first && Whole(parts[^1]) is { } last && first.From <= last.To ? new DaySpan(first.From, last.To) : null;
    }

    private static DaySpan? Whole(string text) => text.Length switch
    {
        4 when Day(text + "-01-01") is { } first => new DaySpan(first, first.AddMonths(11).AddDays(30)),
        7 when Day(text + "-01") is { } first => new DaySpan(first, first.AddDays(DateTime.DaysInMonth(first.Year, first.Month) - 1)),
        _ => Day(text) is { } day ? new DaySpan(day, day) : null,
    };

    /// <summary>A day written as <c>2022-07-07</c>, or <see langword="null"/>.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The day (UTC+8) of a publication time as records carry it, or <see langword="null"/>.</summary>
    public static DateOnly? Published(string? text) => PublicationTime.TryParse(text, out var time) ? time.Date : null;

    /// <summary>A date plus days, held within the calendar.</summary>
    public static DateOnly Shift(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
