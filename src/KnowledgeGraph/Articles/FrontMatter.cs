using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KnowledgeGraph.Articles;

/// <summary>
/// The YAML between <c>---</c> lines at the head of a post, as Jekyll and Hexo write it. Only what an article needs is
/// kept: plain values by key, of a list the first. Aliases and deep nesting, which a post has no use for, are errors.
/// </summary>
internal sealed class FrontMatter
{
    private const int MaxDepth = 16;
    private const int MaxLength = 1 << 18;

    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a post without front matter has.</summary>
    public static FrontMatter None { get; } = new();

    /// <summary>The first of these keys that has a value that is not empty.</summary>
    public string? First(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (values.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Splits a post into front matter and body. Empty lines may stand before the opening line.</summary>
    /// <returns>The front matter, or <see langword="null"/> where the text has none; then the body is the whole text.</returns>
    /// <exception cref="InvalidDataException">It is not closed, or no YAML: with line and column in the file.</exception>
    public static FrontMatter? Split(string text, out string body)
    {
        body = text;
        var start = 0;
        var line = 1;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            line += text[start] == '\n' ? 1 : 0;
            start++;
        }

        if (!IsFence(LineAt(text, start, out var yamlStart), '-'))
        {
            return null;
        }

        for (var next = yamlStart; next < text.Length;)
        {
            var content = LineAt(text, next, out var after);
            if (IsFence(content, '-') || IsFence(content, '.'))
            {
                body = text[after..];
                return Parse(text[yamlStart..next], line);
            }

            next = after;
        }

        // A lone rule at the head of a text is no front matter; a key behind it is one that somebody forgot to close.
        var first = LineAt(text, yamlStart, out _);
        var colon = first.IndexOf(':');
        return colon > 0 && !first[..colon].ContainsAnyExcept(KeyCharacters)
            ? throw new InvalidDataException(FormattableString.Invariant(
                $"Line {line}: the front matter that begins here is not closed: expected a line of --- behind it."))
            : null;
    }

    private static readonly System.Buffers.SearchValues<char> KeyCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    private static bool IsFence(ReadOnlySpan<char> line, char mark)
    {
        line = line.TrimEnd();
        return line.Length == 3 && line[0] == mark && line[1] == mark && line[2] == mark;
    }

    private static ReadOnlySpan<char> LineAt(string text, int start, out int next)
    {
        var end = text.IndexOf('\n', start);
        next = end < 0 ? text.Length : end + 1;
        return text.AsSpan(start, (end < 0 ? text.Length : end) - start);
    }

    private static FrontMatter Parse(string yaml, int line)
    {
        if (yaml.Length > MaxLength)
        {
            throw new InvalidDataException(FormattableString.Invariant($"Line {line}: the front matter is longer than {MaxLength} characters."));
        }

        var result = new FrontMatter();
        try
        {
            result.Read(new Parser(new StringReader(yaml)));
            return result;
        }
        catch (YamlException error)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"Line {line + error.Start.Line}, column {error.Start.Column}: the front matter is no sound YAML: {error.Message} Quote values that hold ': ' or begin with a mark."));
        }
    }

    private void Read(Parser parser)
    {
        var depth = 0;
        var expectsKey = true;
        string? key = null;
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case AnchorAlias alias:
                    throw new YamlException(alias.Start, alias.End, "Aliases are not allowed here.");
                case MappingStart or SequenceStart:
                    depth++;
                    if (depth == 1 && parser.Current is SequenceStart)
                    {
                        throw new YamlException(parser.Current.Start, parser.Current.End, "Expected 'key: value' lines, found a list.");
                    }

                    if (depth > MaxDepth)
                    {
                        throw new YamlException(parser.Current.Start, parser.Current.End, "Nested too deeply.");
                    }

                    break;
                case MappingEnd or SequenceEnd:
                    depth--;
                    expectsKey |= depth == 1;
                    break;
                case Scalar scalar when depth == 0:
                    if (scalar.Value.Length > 0)
                    {
                        throw new YamlException(scalar.Start, scalar.End, "Expected 'key: value' lines.");
                    }

                    break;
                case Scalar scalar when depth == 1 && expectsKey:
                    key = scalar.Value;
                    expectsKey = false;
                    break;
                case Scalar scalar:
                    if (key is not null && depth <= 2)
                    {
                        values.TryAdd(key, IsNull(scalar) ? "" : scalar.Value);
                    }

                    expectsKey |= depth == 1;
                    break;
            }
        }
    }

    private static bool IsNull(Scalar scalar) =>
        scalar.IsPlainImplicit && scalar.Value is "null" or "~" or "Null" or "NULL";
}
