using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Time;

/// <summary>Finds time expressions in folded text. What they mean is settled later by <see cref="TimeResolver"/>.</summary>
internal sealed class TimeRecognizer
{
    private readonly RuleSet rules;
    private readonly TimePattern[] patterns;

    /// <summary>Recognises by a rule set's expressions; each is compiled when a text first needs it.</summary>
    public TimeRecognizer(RuleSet rules)
    {
        this.rules = rules;
        patterns = [.. rules.Times.Select(rule => new TimePattern(rule))];
    }

    /// <summary>Compiles all expressions now.</summary>
    /// <exception cref="RuleFileException">A pattern is no regular expression.</exception>
    public void Check() => Array.ForEach(patterns, pattern => pattern.Check());

    /// <summary>The time expressions within a range, in order, without overlap: the longest wins, then the earliest, then the order of the rules.</summary>
    public List<TimeMention> Find(string folded, Span range)
    {
        var found = new List<TimeMention>();
        foreach (var pattern in patterns)
        {
            foreach (var match in pattern.Matches(folded, range))
            {
                if (match.Length > 0 && Read(pattern.Rule, match) is { } mention)
                {
                    found.Add(mention);
                }
            }
        }

        return LongestMatch.Keep(found, mention => mention.Span);
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } g ? ChineseNumber.Parse(g.ValueSpan) : null;

    private int? Value(Match match, string group) =>
        match.Groups[group] is { Success: true } g && rules.TimeValues.TryGetValue(group, out var values) && values.TryGetValue(g.Value, out var value) ? value : null;

    private int? Value(string table, string word) =>
        rules.TimeValues.TryGetValue(table, out var values) && values.TryGetValue(word, out var value) ? value : null;

    private TimeMention? Read(TimeRule rule, Match match)
    {
        var month = Number(match, "m");
        var day = Number(match, "d");
        var endMonth = Number(match, "m2");
        var endDay = Number(match, "d2");
        if (month is < 1 or > 12 || day is < 1 or > 31 || endMonth is < 1 or > 12 || endDay is < 1 or > 31)
        {
            return null;
        }

        if (match.Groups["step"] is { Success: true } step && endDay != day + step.Captures.Count)
        {
            // 18、21日: days that do not follow each other are no span.
            return null;
        }

        var half = match.Groups["half"].Value;
        var dec = match.Groups["dec"].Value;
        var monthWord = match.Groups["rm"].Success;
        return new TimeMention
        {
            Span = new Span(match.Index, match.Index + match.Length),
            Rule = rule.Name,
            Year = Number(match, "y"),
            YearOffset = Value(match, "ry") ?? -Number(match, "yago"),
            YearAnaphor = Value("ry-an", match.Groups["ry"].Value),
            Month = month,
            MonthOffset = Value(match, "rm") ?? -Number(match, "mago"),
            MonthAnaphor = monthWord && Value(match, "rm") is null,
            Day = day,
            EndMonth = endMonth,
            EndDay = endDay,
            DayOffset = day is null ? Value(match, "rd") ?? -Number(match, "dago") : null,
            SpokenOffset = day is null ? null : Value(match, "rd"),
            AnaphorOffset = Value(match, "an"),
            Weekday = day is null ? Value(match, "wd") : null,
            WeekOffset = day is null ? Value(match, "rw") : null,
            Weekend = match.Groups["weekend"].Success,
            PartOfMonth = Value("dec-from", dec) is { } from && Value("dec-to", dec) is { } to ? (from, to) : null,
            PartOfYear = Value("half-from", half) is { } first && Value("half-to", half) is { } last ? (first, last) : null,
            WithinYear = half.Length > 0 && Value("half-from", half) is null,
            Vague = match.Groups["vague"].Success,
            Local = match.Groups["local"].Success,
            Clock = Clock(match),
        };
    }

    private string? Clock(Match match)
    {
        if (Number(match, "hh") is not { } hour || hour > 24)
        {
            return null;
        }

        if (hour < 12)
        {
            hour += Value(match, "part") ?? 0;
        }

        var minute = match.Groups["mihalf"].Success ? 30 : Number(match, "mi") ?? 0;
        return minute < 60 && hour < 24 ? string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}") : null;
    }
}
