using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Time;

/// <summary>Finds durations (约1小时15分钟) in folded text and gives them as ISO 8601, with <c>~</c> where the text says about.</summary>
internal sealed class DurationRecognizer
{
    private readonly TimePattern[] patterns;

    /// <summary>Recognises by a rule set's expressions; each is compiled when a text first needs it.</summary>
    public DurationRecognizer(RuleSet rules) => patterns = [.. rules.Durations.Select(rule => new TimePattern(rule))];

    /// <inheritdoc cref="TimeRecognizer.Check"/>
    public void Check() => Array.ForEach(patterns, pattern => pattern.Check());

    /// <summary>The durations within a range, in order, the first rule's where they overlap.</summary>
    public List<DurationMention> Find(string folded, Span range)
    {
        var found = new List<DurationMention>();
        foreach (var pattern in patterns)
        {
            foreach (var match in pattern.Matches(folded, range))
            {
                var span = new Span(match.Index, match.Index + match.Length);
                if (Value(match) is { } value && !found.Exists(other => other.Span.Overlaps(span)))
                {
                    found.Add(new DurationMention(span, value));
                }
            }
        }

        found.Sort((a, b) => a.Span.CompareTo(b.Span));
        return found;
    }

    private static string? Value(Match match)
    {
        if (ChineseNumber.Parse(match.Groups["d"].ValueSpan) is > 0 and var days)
        {
            return string.Create(CultureInfo.InvariantCulture, $"P{days}D");
        }

        var hours = ChineseNumber.Parse(match.Groups["h"].ValueSpan);
        var minutes = match.Groups["half"].Success ? 30 : ChineseNumber.Parse(match.Groups["mi"].ValueSpan);
        if ((hours ?? 0) == 0 && (minutes ?? 0) == 0)
        {
            return null;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(match.Groups["about"].Success ? "~" : "")}PT{(hours is > 0 ? $"{hours}H" : "")}{(minutes is > 0 ? $"{minutes}M" : "")}");
    }
}
