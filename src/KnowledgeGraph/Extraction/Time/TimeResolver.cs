namespace KnowledgeGraph.Extraction.Time;

/// <summary>
/// Gives a time expression its date. The anchor is the day of publication in UTC+8 or the day of the dateline; the program's
/// clock is never read. Where the text leaves the year or the month open, the latest day not after the anchor is meant, or,
/// for what is planned, the first day not before it.
/// </summary>
internal static class TimeResolver
{
    private const int Monday = 1;

    /// <summary>Days by which a plan may be told after the day that it was made for.</summary>
    private const int ToldLate = 7;

    /// <summary>Resolves a mention.</summary>
    /// <param name="time">The expression.</param>
    /// <param name="anchor">The day that relative words count from, or <see langword="null"/> where it is unknown.</param>
    /// <param name="antecedent">The date that 当天 or 同年 refers to, or <see langword="null"/>.</param>
    /// <param name="future">Whether what it dates is planned.</param>
    /// <returns>The date, or <see langword="null"/> where the text and the anchor do not give one.</returns>
    public static ResolvedTime? Resolve(TimeMention time, DateOnly? anchor, ResolvedTime? antecedent, bool future)
    {
        if (time.Vague)
        {
            return null;
        }

        if (time.AnaphorOffset is { } shift)
        {
            return antecedent is { IsDay: true } day ? ResolvedTime.Day(day.From.AddDays(shift), "anaphor") : null;
        }

        var basis = time.DayOffset is not null || time.WeekOffset is not null || time.Weekday is not null || time.MonthOffset is not null || time.YearOffset is not null
            ? "relative"
            : time.YearAnaphor is not null || time.MonthAnaphor ? "anaphor" : "explicit";
        if (time.DayOffset is { } days)
        {
            return anchor is { } a ? ResolvedTime.Day(a.AddDays(days), basis) : null;
        }

        if (time.Weekday is { } weekday)
        {
            return anchor is { } a ? ResolvedTime.Day(WeekdayOf(a, weekday, time.WeekOffset, future), basis) : null;
        }

        if (time.WeekOffset is { } weeks)
        {
            return anchor is { } a ? Week(a, weeks, time.Weekend, basis) : null;
        }

        if (time.Weekend)
        {
            return anchor is { } a ? Week(a, 0, true, basis) : null;
        }

        return ResolveCalendar(time, anchor, antecedent, future, basis);
    }

    private static ResolvedTime? ResolveCalendar(TimeMention time, DateOnly? anchor, ResolvedTime? antecedent, bool future, string basis)
    {
        var year = time.Year ?? (time.YearOffset is { } shift && anchor is { } a ? a.Year + shift : antecedent?.From.Year + time.YearAnaphor);
        if ((time.YearOffset is not null || time.YearAnaphor is not null) && year is null)
        {
            return null;
        }

        if (time.MonthOffset is { } months)
        {
            if (anchor is not { } day)
            {
                return null;
            }

            var month = new DateOnly(day.Year, day.Month, 1).AddMonths(months);
            return InMonth(time, month.Year, month.Month, basis);
        }

        if (time.MonthAnaphor)
        {
            return antecedent is null ? null : InMonth(time, antecedent.From.Year, antecedent.From.Month, basis);
        }

        if (time.Month is { } m)
        {
            var y = year ?? YearFor(time, m, anchor, future);
            return y is null ? null : InMonth(time, y.Value, m, basis);
        }

        if (time.Day is { } d)
        {
            return anchor is { } day ? BareDay(time, d, day, future, basis) : null;
        }

        if (time.PartOfYear is { } part && (year ?? anchor?.Year) is { } inYear)
        {
            // A winter ends in the year after.
            return ResolvedTime.Months(
                new DateOnly(inYear, part.From, 1),
                new DateOnly(part.To >= part.From ? inYear : inYear + 1, part.To, 1), basis);
        }

        return year is { } whole ? ResolvedTime.Year(whole, basis)
            : time.WithinYear && anchor is { } now ? ResolvedTime.Year(now.Year, "relative")
            : null;
    }

    /// <summary>What the expression says within a month that is known.</summary>
    private static ResolvedTime? InMonth(TimeMention time, int year, int month, string basis)
    {
        if (time.Day is { } day)
        {
            if (Date(year, month, day) is not { } from)
            {
                return null;
            }

            if (time.EndDay is not { } endDay)
            {
                return ResolvedTime.Day(from, basis);
            }

            var endMonth = time.EndMonth ?? month;
            var to = Date(endMonth < month ? year + 1 : year, endMonth, endDay);
            return to is { } end && end >= from ? ResolvedTime.Days(from, end, basis) : ResolvedTime.Day(from, basis);
        }

        if (time.PartOfMonth is { } part)
        {
            return ResolvedTime.Days(
                new DateOnly(year, month, part.From),
                new DateOnly(year, month, Math.Min(part.To, DateTime.DaysInMonth(year, month))), basis);
        }

        return time.EndMonth is { } last && last > month
            ? ResolvedTime.Months(new DateOnly(year, month, 1), new DateOnly(year, last, 1), basis)
            : ResolvedTime.Month(year, month, basis);
    }

    /// <summary>The year of a month or a day and month without year.</summary>
    private static int? YearFor(TimeMention time, int month, DateOnly? anchor, bool future)
    {
        if (anchor is not { } day)
        {
            return null;
        }

        var first = time.Day is { } d ? Date(day.Year, month, d) ?? new DateOnly(day.Year, month, 1) : new DateOnly(day.Year, month, 1);
        var last = time.Day is null ? first.AddMonths(1).AddDays(-1) : first;
        if (future)
        {
            // What is planned for a month just past was planned earlier and is told late; half a year decides.
            return last < day.AddMonths(-6) || (last < day && last < day.AddDays(-31)) ? day.Year + 1 : day.Year;
        }

        // A day or two ahead is the article's own time zone or an announcement, not last year.
        return first > day.AddDays(2) && first > day.AddDays(time.Day is null ? 0 : 45) ? day.Year - 1 : day.Year;
    }

    /// <summary>A day of the month alone: the latest such day not after the anchor, or for plans the next one, be it told a few days late.</summary>
    private static ResolvedTime? BareDay(TimeMention time, int day, DateOnly anchor, bool future, string basis)
    {
        var month = new DateOnly(anchor.Year, anchor.Month, 1);
        for (var i = 0; i < 12; i++)
        {
            if (Date(month.Year, month.Month, day) is { } date && (future ? date >= anchor.AddDays(-ToldLate) : date <= anchor.AddDays(1)))
            {
                return InMonth(time, date.Year, date.Month, basis);
            }

            month = month.AddMonths(future ? 1 : -1);
        }

        return null;
    }

    private static DateOnly WeekdayOf(DateOnly anchor, int weekday, int? weekOffset, bool future)
    {
        var monday = MondayOf(anchor);
        if (weekOffset is { } offset)
        {
            return monday.AddDays((7 * offset) + weekday - Monday);
        }

        var thisWeek = monday.AddDays(weekday - Monday);
        return future
            ? thisWeek < anchor ? thisWeek.AddDays(7) : thisWeek
            : thisWeek > anchor ? thisWeek.AddDays(-7) : thisWeek;
    }

    private static ResolvedTime Week(DateOnly anchor, int offset, bool weekend, string basis)
    {
        var monday = MondayOf(anchor).AddDays(7 * offset);
        return weekend ? ResolvedTime.Days(monday.AddDays(5), monday.AddDays(6), basis) : ResolvedTime.Days(monday, monday.AddDays(6), basis);
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly? Date(int year, int month, int day) =>
        year is > 0 and < 10_000 && month is > 0 and < 13 && day > 0 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
