using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace KnowledgeGraph.Articles;

/// <summary>
/// A compiled rule of <c>rules/boilerplate.yaml</c>, anchored as its kind asks. Matching is linear in the text whatever the
/// pattern, since texts are untrusted.
/// </summary>
internal sealed class BoilerplateCue
{
    private readonly ImmutableArray<string> words;
    private readonly BoilerplateDrop drops;

    // Compiling for linear time is dear, and most runs never meet most cues: done when a text first shows a word of it.
    private readonly Lazy<Regex> regex;

    public BoilerplateCue(BoilerplateRule rule)
    {
        var anchored = rule.Drops switch
        {
            BoilerplateDrop.End => $"(?:{rule.Pattern})$",
            BoilerplateDrop.Start => $"^(?:{rule.Pattern})",
            _ => $"^(?:{rule.Pattern})$",
        };
        words = rule.Words;
        Max = rule.Max;
        drops = rule.Drops;
        regex = new Lazy<Regex>(() => new Regex(anchored, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));
    }

    /// <summary>Length of the longest text that may be such a cue.</summary>
    public int Max { get; }

    /// <summary>Whether the whole text is such a cue.</summary>
    public bool IsMatch(ReadOnlySpan<char> text) => text.Length <= Max && HasWord(text) && regex.Value.IsMatch(text);

    /// <summary>The text without the cue at its end or beginning, if it has one there.</summary>
    public string Cut(string text)
    {
        var atEnd = drops == BoilerplateDrop.End;
        var from = atEnd ? Math.Max(0, text.Length - Max) : 0;
        if (!HasWord(text.AsSpan(from, Math.Min(Max, text.Length))))
        {
            return text;
        }

        var match = regex.Value.Match(text, from);
        return !match.Success || match.Length > Max ? text : atEnd ? text[..match.Index].TrimEnd() : text[match.Length..].TrimStart();
    }

    private bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
