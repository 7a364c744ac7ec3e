using System.Globalization;

namespace KnowledgeGraph.Query.Asking;

/// <summary>Reads times in questions by the notations of the rules: <c>{y}</c> a year, <c>{m}</c> a month, <c>{d}</c> a day, <c>{M}</c> a month's English name.</summary>
internal static class TimeNotation
{
    private static readonly DateTimeFormatInfo English = CultureInfo.InvariantCulture.DateTimeFormat;

    /// <summary>The time that stands at a place of a text, and where it ends; <see langword="null"/> where none of that notation stands there.</summary>
    /// <param name="notation">The notation.</param>
    /// <param name="text">The text, in small letters.</param>
    /// <param name="at">The place.</param>
    public static (string Time, int End)? Read(string notation, string text, int at)
    {
        var (year, month, day) = (0, 0, 0);
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
                'y' => Number(text, ref at, 4, 4, out year),
                'm' => Number(text, ref at, 1, 2, out month),
                'd' => Number(text, ref at, 1, 2, out day),
                'M' => Month(text, ref at, out month),
                _ => throw new InvalidDataException($"The notation of time '{notation}' holds {{{notation[i + 1]}}}: expected y, m, d or M."),
            };
            if (!read)
            {
                return null;
            }

            i += 2;
        }

        return Written(year, month, day) is { } time ? (time, at) : null;
    }

    private static string? Written(int year, int month, int day)
    {
        if (year < 1 || month > 12 || (day > 0 && (month == 0 || day > DateTime.DaysInMonth(year, month))))
        {
            return null;
        }

        return (month, day) switch
        {
            (0, _) => year.ToString("0000", CultureInfo.InvariantCulture),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"),
        };
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
}
