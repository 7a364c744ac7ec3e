using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeGraph.Articles;

/// <summary>
/// Reads publication times as news sites and blogs write them: ISO 8601 in all its degrees (with or without time, seconds,
/// fraction, offset, <c>T</c>), the same with slashes, dots or 年月日, RFC 1123 (<c>Fri, 08 Jul 2022 03:26:28 GMT</c>),
/// compact dates (<c>20220708</c>) and Unix seconds or milliseconds. A time without offset is UTC+8.
/// </summary>
internal static partial class DateNotation
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    public static bool TryParse(string? text, out PublicationTime time)
    {
        time = default;
        text = text?.Trim();
        if (text is not { Length: >= 8 and <= 64 })
        {
            return false;
        }

        return TryNumbers(Numeric().Match(text), ref time)
            || TryNumbers(Compact().Match(text), ref time)
            || TryNumbers(Worded().Match(text), ref time)
            || TryNumbers(American().Match(text), ref time)
            || TryUnix(text, ref time);
    }

    /// <summary>The date in the path of an article's address, where the path has one.</summary>
    public static bool TryUrlPath(string? url, out PublicationTime time)
    {
        time = default;
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return false;
        }

        foreach (Match match in UrlDate().Matches(address.AbsolutePath))
        {
            if (TryNumbers(match, ref time))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text is a time or date and nothing else, as the line is that says when an article was published.</summary>
    public static bool IsTimestamp(string text) =>
        text.Length is >= 8 and <= 40 && text.AsSpan().ContainsAny("-/:年")
        && (TryParse(text, out _) || DayFirst().IsMatch(text));

    private static bool TryNumbers(Match match, ref PublicationTime time)
    {
        if (!match.Success)
        {
            return false;
        }

        var year = Number(match, "y");
        year += year < 100 ? 2000 : 0;
        var month = match.Groups["mon"] is { Success: true } name
            ? Array.IndexOf(Months, name.Value[..3].ToUpperInvariant()) + 1
            : Number(match, "m");
        var day = Number(match, "d");
        if (year is < 1900 or > 2199 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        if (!match.Groups["h"].Success)
        {
            time = PublicationTime.On(new DateOnly(year, month, day));
            return true;
        }

        int hour = Number(match, "h"), minute = Number(match, "min"), second = Math.Min(Number(match, "s"), 59);
        var half = match.Groups["half"].Value.ToUpperInvariant();
        hour += half == "PM" && hour < 12 ? 12 : half == "AM" && hour == 12 ? -12 : 0;
        if (hour > 23 || minute > 59)
        {
            return false;
        }

        var naive = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified);
        if (!TryOffset(match.Groups["zone"].Value, out var offset))
        {
            return false;
        }

        time = offset is { } known ? PublicationTime.At(new DateTimeOffset(naive, known)) : PublicationTime.AtChinaTime(naive);
        return true;
    }

    private static bool TryOffset(string zone, out TimeSpan? offset)
    {
        offset = null;
        var digits = zone.Replace(":", "", StringComparison.Ordinal);
        switch (digits.ToUpperInvariant())
        {
            case "":
                return true;
            case "Z" or "GMT" or "UTC":
                offset = TimeSpan.Zero;
                return true;
            case "CST":
                // China's standard time: what the name means on the sites that this reads.
                return true;
        }

        var hours = int.Parse(digits.AsSpan(1, Math.Min(2, digits.Length - 1)), CultureInfo.InvariantCulture);
        var minutes = digits.Length > 3 ? int.Parse(digits.AsSpan(3), CultureInfo.InvariantCulture) : 0;
        if (hours > 14 || minutes > 59 || (hours == 14 && minutes > 0))
        {
            return false;
        }

        var span = new TimeSpan(hours, minutes, 0);
        offset = digits[0] == '-' ? -span : span;
        return true;
    }

    private static bool TryUnix(string text, ref PublicationTime time)
    {
        if (text.Length is not (10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        time = PublicationTime.At(text.Length == 10
            ? DateTimeOffset.FromUnixTimeSeconds(value)
            : DateTimeOffset.FromUnixTimeMilliseconds(value));
        return true;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private const string Time = """(?:(?:\s*[T,]\s*|\s+|(?<=日)|\s*-\s*)(?<h>[0-9]{1,2})[:时](?<min>[0-9]{1,2})(?:[:分](?<s>[0-9]{1,2})(?:[.,][0-9]{1,9})?)?分?秒?(?:\s*(?<half>[AaPp][Mm]))?(?:\s*(?<zone>Z|GMT|UTC|CST|[+-][0-9]{2}:?(?:[0-9]{2})?))?)?""";

    [GeneratedRegex("""^(?<y>[0-9]{4})(?:[-/.]|年)(?<m>[0-9]{1,2})(?:[-/.]|月)(?<d>[0-9]{1,2})日?""" + Time + "$", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    [GeneratedRegex("""^(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})(?:T?(?<h>[0-9]{2}):?(?<min>[0-9]{2}):?(?<s>[0-9]{2})?(?<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex("""^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?(?<d>[0-9]{1,2})[\s-](?<mon>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?[\s-](?<y>[0-9]{4})""" + Time + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Worded();

    [GeneratedRegex("""^(?<mon>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(?<d>[0-9]{1,2}),?\s+(?<y>[0-9]{4})""" + Time + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex American();

    [GeneratedRegex("""^[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}""" + Time + "$", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    // 2022/07/08, 2022-07-08, 2022/0708, 2022-07/08, 20220708 (at most with four digits of a serial number behind): whole
    // numbers of their own, not digits of a longer one. /gb/18/9/6/ and /b5/18/9/6/ give the year in two digits, and
    // 12132016093220 is month, day, year and time of day.
    [GeneratedRegex("""(?<![0-9])(?:(?<y>(?:19|20)[0-9]{2})(?:[-/_]?(?<m>0[1-9]|1[0-2])[-/_]?(?<d>0[1-9]|[12][0-9]|3[01])(?:[0-9]{4})?|(?<sep>[-/_])(?<m>[1-9]|1[0-2])\k<sep>(?<d>[1-9]|[12][0-9]|3[01]))|(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12][0-9]|3[01])(?<y>20[0-9]{2})(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]|(?<=/(?:gb|b5)/)(?<y>[0-9]{2})/(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2}))(?![0-9])""", RegexOptions.CultureInvariant)]
    private static partial Regex UrlDate();
}
