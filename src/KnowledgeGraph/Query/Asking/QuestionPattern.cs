using System.Collections.Immutable;

namespace KnowledgeGraph.Query.Asking;

/// <summary>A pattern over the tokens of a question: <c>A=person and? B=party meet/call</c>, alternatives divided by <c>|</c>.</summary>
internal sealed class QuestionPattern
{
    private readonly ImmutableArray<ImmutableArray<Element>> alternatives;

    /// <summary>Reads a pattern.</summary>
    public QuestionPattern(string pattern) =>
        alternatives = [.. pattern.Split('|').Select(alternative => alternative.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Element.Parse).ToImmutableArray())];

    /// <summary>What the pattern captures in all of these tokens, or <see langword="null"/> where it does not fit them.</summary>
    public ImmutableSortedDictionary<string, string>? Match(ImmutableArray<QuestionToken> tokens)
    {
        foreach (var elements in alternatives)
        {
            if (Match(elements, 0, tokens, 0) is { } captured)
            {
                return captured;
            }
        }

        return null;
    }

    private static ImmutableSortedDictionary<string, string>? Match(ImmutableArray<Element> elements, int element, ImmutableArray<QuestionToken> tokens, int at)
    {
        if (element == elements.Length)
        {
            return at == tokens.Length ? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal) : null;
        }

        var current = elements[element];
        if (at < tokens.Length && current.Classes.Any(tokens[at].Is)
            && ((current.Repeats ? Match(elements, element, tokens, at + 1) : null) ?? Match(elements, element + 1, tokens, at + 1)) is { } rest)
        {
            return current.Capture is { } name ? rest.SetItem(name, tokens[at].Text) : rest;
        }

        return current.IsOptional ? Match(elements, element + 1, tokens, at) : null;
    }

    private sealed record Element(string? Capture, ImmutableArray<string> Classes, bool IsOptional, bool Repeats)
    {
        public static Element Parse(string text)
        {
            var (optional, repeats) = (text[^1] is '?' or '*', text[^1] == '*');
            var body = optional ? text[..^1] : text;
            var equals = body.IndexOf('=', StringComparison.Ordinal);
            return new Element(equals < 0 ? null : body[..equals], [.. body[(equals + 1)..].Split('/')], optional, repeats);
        }
    }
}
