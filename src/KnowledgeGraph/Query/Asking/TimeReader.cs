using System.Globalization;

namespace KnowledgeGraph.Query.Asking;

/// <summary>A time in a question, each end as options take it or open.</summary>
/// <param name="Since">Its beginning.</param>
/// <param name="Until">Its end.</param>
/// <param name="IsCounted">Whether it was counted from the day of asking.</param>
internal sealed record TimeSpanAsked(string? Since, string? Until, bool IsCounted = false);

/// <summary>
/// Reads times in questions by the notations of the rules: <c>{y}</c> a year, <c>{m}</c> a month, <c>{d}</c> a day, <c>{M}</c> a
/// month's English name; <c>{Y}</c>, <c>{L}</c>, <c>{W}</c>, <c>{D}</c> words for a year, month, week or day counted from the day of
/// asking.
/// </summary>
/// <param name="vocabulary">The notations and words.</param>
/// <param name="today">The day of asking; without one no time is counted.</param>
internal sealed class TimeReader(QueryVocabulary vocabulary, Lazy<DateOnly?> today)
{
    private const int LongestWord = 24;
    private const int DaysOfWeek = 7;
    private static readonly DateTimeFormatInfo English = CultureInfo.InvariantCulture.DateTimeFormat;
    private readonly string[] notations = [.. vocabulary.Times];

    /// <summary>The longest time that stands at a place of a text, and where it ends; <see langword="null"/> where none stands there.</summary>
    /// <param name="text">The text, as <see cref="QueryVocabulary.Key"/> gives it.</param>
    /// <param name="at">The place.</param>
    public (TimeSpanAsked Time, int End)? Read(string text, int at)
    {
        (TimeSpanAsked Time, int End)? longest = null;
        foreach (var notation in notations)
        {
            if (Read(notation, text, at) is { } read && read.End > (longest?.End ?? 0))
            {
                longest = read;
            }
        }

        return longest;
    }

    private (TimeSpanAsked Time, int End)? Read(string notation, string text, int at)
    {
        var parts = default(Parts);
        for (var i = 0; i < notation.Length; i++)
        {
            if (notation[i] != '{')
            {
                if (at >= text.Length || text[at++] != notation[i])
                {
                    return null;
                }

                continue;
            }

            var read = notation[i + 1] switch
            {
                'y' => Number(text, ref at, 4, 4, out parts.Year),
                'm' => Number(text, ref at, 1, 2, out parts.Month),
                'd' => Number(text, ref at, 1, 2, out parts.Day),
                'M' => Month(text, ref at, out parts.Month),
                'Y' or 'L' or 'W' or 'D' => Counted(notation[i + 1], text, ref at, ref parts),
                _ => throw new InvalidDataException($"The notation of time '{notation}' holds {{{notation[i + 1]}}}: expected y, m, d, M, Y, L, W or D."),
            };
            if (!read)
            {
                return null;
            }

            i += 2;
        }

        return parts.Written() is { } time ? (time, at) : null;
    }

    /// <summary>A word for a time counted from the day of asking.</summary>
    private bool Counted(char unit, string text, ref int at, ref Parts parts)
    {
        for (var length = Math.Min(LongestWord, text.Length - at); length > 0; length--)
        {
            var end = at + length;
            if (end < text.Length && char.IsAsciiLetter(text[end]) && char.IsAsciiLetter(text[end - 1]))
            {
                continue;
            }

            foreach (var form in vocabulary.Find(text.AsSpan(at, length)))
            {
                if (form.Is(FormKinds.Time) && form.Name[0] == unit && today.Value is { } day)
                {
                    parts.Set(unit, day, int.Parse(form.English!, CultureInfo.InvariantCulture));
                    at = end;
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Number(string text, ref int at, int fewest, int most, out int number)
    {
        var start = at;
        number = 0;
        while (at < text.Length && at - start < most && char.IsAsciiDigit(text[at]))
        {
            number = (number * 10) + (text[at++] - '0');
        }

        return at - start >= fewest && number > 0 && !(at < text.Length && char.IsAsciiDigit(text[at]));
    }

    private static bool Month(string text, ref int at, out int month)
    {
        for (month = 1; month <= 12; month++)
        {
            foreach (var name in new[] { English.MonthNames[month - 1], English.AbbreviatedMonthNames[month - 1] })
            {
                if (string.Compare(text, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
                    && !(at + name.Length < text.Length && char.IsAsciiLetter(text[at + name.Length])))
                {
                    at += name.Length;
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What was read of a time; 0 where nothing was.</summary>
    private struct Parts
    {
        public int Year;
        public int Month;
        public int Day;
        private bool isCounted;
        private DateOnly? monday;

        /// <summary>Sets a time counted from a day.</summary>
        public void Set(char unit, DateOnly today, int ago)
        {
            isCounted = true;
            switch (unit)
            {
                case 'Y':
                    Year = today.Year - ago;
                    break;
                case 'L':
                    (Year, Month) = (today.AddMonths(-ago).Year, today.AddMonths(-ago).Month);
                    break;
                case 'W':
                    monday = today.AddDays(-(((int)today.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek) - (ago * DaysOfWeek));
                    break;
                default:
                    (Year, Month, Day) = (today.AddDays(-ago).Year, today.AddDays(-ago).Month, today.AddDays(-ago).Day);
                    break;
            }
        }

        /// <summary>The time as options take it, or <see langword="null"/> where the calendar has none such.</summary>
        public readonly TimeSpanAsked? Written()
        {
            if (monday is { } first)
            {
                return new TimeSpanAsked(Written(first), Written(first.AddDays(DaysOfWeek - 1)), isCounted);
            }

            if (Year < 1 || Month > 12 || (Day > 0 && (Month == 0 || Day > DateTime.DaysInMonth(Year, Month))))
            {
                return null;
            }

            var time = (Month, Day) switch
            {
                (0, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
                (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"),
                _ => Written(new DateOnly(Year, Month, Day)),
            };
            return new TimeSpanAsked(time, time, isCounted);
        }

        private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
