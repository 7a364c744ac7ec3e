using System.Buffers;
using System.Text.RegularExpressions;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Time;

/// <summary>A time rule's expression. A look at the characters that it needs spares it most sentences.</summary>
internal sealed class TimePattern
{
    // Against a rule that somebody wrote badly; long enough that a busy machine never meets it.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Sentences after which the expression is worth being turned into machine code.</summary>
    private const int Often = 2_000;

    private readonly SearchValues<char>[] needs;
    private readonly Lazy<Regex> regex;
    private readonly Lazy<Regex> compiled;
    private int sentences;

    /// <summary>Compiles a rule's expression, of the rules of this build when it is first needed.</summary>
    /// <exception cref="RuleFileException">The pattern is no regular expression.</exception>
    public TimePattern(TimeRule rule)
    {
        Rule = rule;
        needs = [.. rule.Needs.Select(characters => SearchValues.Create(characters))];
        regex = new Lazy<Regex>(() => Compile(rule, RegexOptions.None));
        compiled = new Lazy<Regex>(() => Compile(rule, RegexOptions.Compiled));
    }

    /// <summary>The rule.</summary>
    public TimeRule Rule { get; }

    /// <summary>Compiles the expression now.</summary>
    /// <exception cref="RuleFileException">The pattern is no regular expression.</exception>
    public void Check() => _ = regex.Value;

    /// <summary>The matches within a range, in order.</summary>
    public IEnumerable<Match> Matches(string folded, Span range)
    {
        if (!MayMatch(folded.AsSpan(range.Start, range.Length)))
        {
            yield break;
        }

        var expression = sentences < Often && Interlocked.Increment(ref sentences) < Often ? regex.Value : compiled.Value;
        for (var match = expression.Match(folded, range.Start, range.Length); match.Success; match = match.NextMatch())
        {
            yield return match;
        }
    }

    private bool MayMatch(ReadOnlySpan<char> text)
    {
        foreach (var characters in needs)
        {
            if (!text.ContainsAny(characters))
            {
                return false;
            }
        }

        return true;
    }

    private static Regex Compile(TimeRule rule, RegexOptions how)
    {
        try
        {
            return new Regex(rule.Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | how, Limit);
        }
        catch (ArgumentException e)
        {
            throw new RuleFileException(rule.File, rule.Line, 1, $"rule '{rule.Name}': the pattern is no regular expression: {e.Message}", e);
        }
    }
}
