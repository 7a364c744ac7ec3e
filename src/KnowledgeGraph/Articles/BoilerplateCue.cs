using System.Text.RegularExpressions;

namespace KnowledgeGraph.Articles;

/// <summary>
/// A compiled rule of <c>rules/boilerplate.yaml</c>, anchored as its kind asks. Matching is linear in the text whatever the
/// pattern, since texts are untrusted.
/// </summary>
internal sealed class BoilerplateCue
{
    private readonly Regex regex;
    private readonly int max;
    private readonly BoilerplateDrop drops;

    /// <exception cref="ArgumentException">The pattern is no regular expression.</exception>
    /// <exception cref="NotSupportedException">The pattern cannot be matched in linear time.</exception>
    public BoilerplateCue(BoilerplateRule rule)
    {
        var anchored = rule.Drops switch
        {
            BoilerplateDrop.End => $"(?:{rule.Pattern})$",
            BoilerplateDrop.Start => $"^(?:{rule.Pattern})",
            _ => $"^(?:{rule.Pattern})$",
        };
        regex = new Regex(anchored, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
        max = rule.Max;
        drops = rule.Drops;
    }

    /// <summary>Whether the whole text is such a cue.</summary>
    public bool IsMatch(ReadOnlySpan<char> text) => text.Length <= max && regex.IsMatch(text);

    /// <summary>The text without the cue at its end or beginning, if it has one there.</summary>
    public string Cut(string text)
    {
        var atEnd = drops == BoilerplateDrop.End;
        var match = regex.Match(text, atEnd ? Math.Max(0, text.Length - max) : 0);
        return !match.Success || match.Length > max ? text : atEnd ? text[..match.Index].TrimEnd() : text[match.Length..].TrimStart();
    }
}
