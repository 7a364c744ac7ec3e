using System.Collections.Immutable;
using System.Globalization;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Patterns;

/// <summary>
/// Reads the notation of patterns: <c>class</c>, <c>!class</c>, <c>'literal'</c>, <c>.</c> (any item), <c>^</c> and <c>$</c>
/// (edges of the sentence), <c>(a | b)</c>, <c>? * + {m,n}</c> with <c>?</c> behind for lazy, <c>Name=part</c> to capture,
/// <c>&amp;part</c> and <c>~part</c> to look ahead, <c>@macro</c>.
/// </summary>
internal sealed class PatternParser
{
    private readonly PatternRule rule;
    private readonly IReadOnlyDictionary<string, string> macros;
    private readonly ClassTable classes;
    private readonly string text;
    private readonly int depth;
    private int at;

    private PatternParser(PatternRule rule, string text, IReadOnlyDictionary<string, string> macros, ClassTable classes, int depth)
    {
        this.rule = rule;
        this.text = text;
        this.macros = macros;
        this.classes = classes;
        this.depth = depth;
    }

    /// <summary>Parses a rule's pattern.</summary>
    /// <exception cref="RuleFileException">The pattern is not well formed; the message names the rule and the place.</exception>
    public static PatternNode Parse(PatternRule rule, IReadOnlyDictionary<string, string> macros, ClassTable classes) =>
        new PatternParser(rule, rule.Pattern, macros, classes, 0).ParseAll();

    private PatternNode ParseAll()
    {
        var node = Choice();
        return at == text.Length ? node : throw Error($"Unexpected '{text[at]}'");
    }

    private PatternNode Choice()
    {
        var choices = ImmutableArray.CreateBuilder<PatternNode>();
        choices.Add(Sequence());
        while (Take('|'))
        {
            choices.Add(Sequence());
        }

        return choices.Count == 1 ? choices[0] : new ChoiceNode(choices.ToImmutable());
    }

    private PatternNode Sequence()
    {
        var parts = ImmutableArray.CreateBuilder<PatternNode>();
        for (SkipSpace(); at < text.Length && text[at] is not ('|' or ')'); SkipSpace())
        {
            parts.Add(Repeated());
        }

        return parts.Count switch
        {
            0 => throw Error("Expected a part"),
            1 => parts[0],
            _ => new SequenceNode(parts.ToImmutable()),
        };
    }

    private PatternNode Repeated()
    {
        var node = Part();
        while (at < text.Length && text[at] is '?' or '*' or '+' or '{')
        {
            var (min, max) = Bounds();
            node = max < RepeatNode.Unbounded || !IsNullable(node)
                ? new RepeatNode(node, min, max, Take('?'))
                : throw Error("What is repeated may be empty; make a part of it necessary");
            if (at >= text.Length)
            {
                break;
            }
        }

        return node;
    }

    /// <summary>Whether a part may match without taking an item.</summary>
    private static bool IsNullable(PatternNode node) => node switch
    {
        SequenceNode sequence => sequence.Parts.All(IsNullable),
        ChoiceNode choice => choice.Choices.Any(IsNullable),
        RepeatNode repeat => repeat.Min == 0 || IsNullable(repeat.Inner),
        CaptureNode capture => IsNullable(capture.Inner),
        _ => node is LookaheadNode or EdgeNode,
    };

    private (int Min, int Max) Bounds()
    {
        switch (text[at++])
        {
            case '?': return (0, 1);
            case '*': return (0, RepeatNode.Unbounded);
            case '+': return (1, RepeatNode.Unbounded);
        }

        var end = text.IndexOf('}', at);
        var parts = end < 0 ? [] : text[at..end].Split(',');
        if (parts.Length is 0 or > 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var min)
            || !int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var max)
            || max < min)
        {
            throw Error("Expected bounds as {2} or {0,5}");
        }

        at = end + 1;
        return (min, max);
    }

    private PatternNode Part()
    {
        SkipSpace();
        switch (text[at])
        {
            case '(':
                at++;
                var inner = Choice();
                return Take(')') ? inner : throw Error("Expected ')'");
            case '.':
                at++;
                return new AnyNode();
            case '^':
                at++;
                return new EdgeNode(true);
            case '$':
                at++;
                return new EdgeNode(false);
            case '!':
                at++;
                return new ClassNode(Classes(), true);
            case '&':
                at++;
                return new LookaheadNode(Part(), false);
            case '~':
                at++;
                return new LookaheadNode(Part(), true);
            case '\'':
                return Literal();
            case '@':
                at++;
                return Macro();
        }

        var start = at;
        var name = Name();
        if (at < text.Length && text[at] == '=')
        {
            at++;
            return new CaptureNode(name, Part());
        }

        at = start;
        return new ClassNode(Classes(), false);
    }

    private LiteralNode Literal()
    {
        var end = text.IndexOf('\'', at + 1);
        if (end <= at + 1)
        {
            throw Error("Expected a text between ' and '");
        }

        var literal = text[(at + 1)..end];
        at = end + 1;
        return new LiteralNode(literal);
    }

    private PatternNode Macro()
    {
        var name = Name();
        if (!macros.TryGetValue(name, out var body))
        {
            throw Error($"The macro '@{name}' is not defined");
        }

        return depth < 20
            ? new PatternParser(rule, body, macros, classes, depth + 1).ParseAll()
            : throw Error($"The macro '@{name}' contains itself");
    }

    /// <summary>One class, or several as <c>a/b</c>.</summary>
    private ClassSet Classes()
    {
        var set = default(ClassSet);
        do
        {
            var name = Name();
            set |= classes.Contains(name) ? classes[name] : throw Error($"The class '{name}' is not defined in words or entities");
        }
        while (at < text.Length && text[at] == '/' && at++ > 0);
        return set;
    }

    private string Name()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '_'))
        {
            at++;
        }

        return at > start ? text[start..at] : throw Error("Expected a name");
    }

    private bool Take(char c)
    {
        SkipSpaceBefore(c);
        if (at >= text.Length || text[at] != c)
        {
            return false;
        }

        at++;
        return true;
    }

    /// <summary>Space may stand before <c>|</c> and <c>)</c>, but not before the mark of a repetition.</summary>
    private void SkipSpaceBefore(char c)
    {
        if (c != '?')
        {
            SkipSpace();
        }
    }

    private void SkipSpace()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private RuleFileException Error(string problem) => new(
        rule.File, rule.Line, 1, FormattableString.Invariant($"rule '{rule.Name}': {problem} at {at + 1} in the pattern: {text}"));
}
