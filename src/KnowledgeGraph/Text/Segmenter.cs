using System.Buffers;

namespace KnowledgeGraph.Text;

/// <summary>
/// Cuts text into words as jieba does (https://github.com/fxsjy/jieba, accurate mode): all dictionary words of a run form a
/// graph, the path of greatest probability wins, and runs of single characters go through a hidden Markov model. Tokens cover
/// the text without gap. Immutable and thread-safe.
/// </summary>
public sealed unsafe partial class Segmenter
{
    private static readonly Lazy<Segmenter> Shared = new(() => new Segmenter(Lexicon.Default));
    private readonly Lexicon lexicon;
    private readonly DoubleArrayTrie trie;

    /// <summary>A segmenter over a dictionary.</summary>
    public Segmenter(Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        this.lexicon = lexicon;
        trie = lexicon.Data.Trie;
    }

    /// <summary>The segmenter over the dictionary of this build.</summary>
    public static Segmenter Default => Shared.Value;

    /// <summary>The words of a text, in order; together they are the text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="hmm">Whether the model joins single characters to words that the dictionary lacks.</param>
    public IEnumerable<string> Cut(string text, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Tokenize(text, hmm).Select(token => text[token.Start..token.End]);
    }

    /// <summary>The words of a text with their places, in order; together they cover it.</summary>
    /// <inheritdoc cref="Cut"/>
    public IReadOnlyList<Token> Tokenize(string text, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>();
        Tokenize(text, tokens, hmm);
        return tokens;
    }

    /// <summary>The words of a text with their parts of speech, in order; together they cover it.</summary>
    /// <inheritdoc cref="Cut"/>
    public IReadOnlyList<TaggedToken> Tag(string text, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>();
        var tagged = new List<TaggedToken>();
        Tag(text, tokens, tagged, hmm);
        return tagged;
    }

    /// <summary>Adds the words of a text with their parts of speech.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="buffer">A list to work in; it is cleared.</param>
    /// <param name="tagged">Where they are added.</param>
    /// <param name="hmm">Whether the model joins single characters to words that the dictionary lacks.</param>
    public void Tag(ReadOnlySpan<char> text, List<Token> buffer, List<TaggedToken> tagged, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentNullException.ThrowIfNull(tagged);
        buffer.Clear();
        Tokenize(text, buffer, hmm);
        foreach (var token in buffer)
        {
            var word = text.Slice(token.Start, token.Length);
            tagged.Add(new TaggedToken(token.Start, token.End, lexicon.Tag(word) ?? TagOfUnknown(word)));
        }
    }

    /// <summary>Adds the words of a text, in order; together they cover it.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="tokens">Where they are added.</param>
    /// <param name="hmm">Whether the model joins single characters to words that the dictionary lacks.</param>
    public void Tokenize(ReadOnlySpan<char> text, List<Token> tokens, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        Between(text, 0, text.Length, tokens, hmm);
    }

    /// <summary>Adds the words of a text of which some spans are words already: those stay whole, and only what lies between is cut.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="locks">The spans, in order, none empty, without overlap.</param>
    /// <param name="tokens">Where they are added.</param>
    /// <param name="hmm">Whether the model joins single characters to words that the dictionary lacks.</param>
    /// <exception cref="ArgumentException">The spans are out of order, overlap, are empty or reach beyond the text.</exception>
    public void Tokenize(ReadOnlySpan<char> text, ReadOnlySpan<Span> locks, List<Token> tokens, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var at = 0;
        foreach (var span in locks)
        {
            if (span.Start < at || span.IsEmpty || span.End > text.Length)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"The lock {span} is empty, begins before {at} or ends behind {text.Length}; locks must be in order and apart."), nameof(locks));
            }

            Between(text, at, span.Start, tokens, hmm);
            tokens.Add(new Token(span.Start, span.End));
            at = span.End;
        }

        Between(text, at, text.Length, tokens, hmm);
    }

    private void Between(ReadOnlySpan<char> text, int from, int to, List<Token> tokens, bool hmm)
    {
        for (var i = from; i < to;)
        {
            var start = i;
            if (IsBlock(text[i]))
            {
                while (i < to && IsBlock(text[i]))
                {
                    i++;
                }

                Block(text[start..i], start, tokens, hmm);
            }
            else
            {
                i += i + 1 < to && ((text[i] == '\r' && text[i + 1] == '\n') || char.IsSurrogatePair(text[i], text[i + 1])) ? 2 : 1;
                tokens.Add(new Token(start, i));
            }
        }
    }

    /// <summary>jieba's <c>re_han_default</c>.</summary>
    private static bool IsBlock(char c) => IsHan(c) || char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '&' or '.' or '_' or '%' or '-';

    private static bool IsHan(char c) => c is >= LexiconData.FirstHan and <= LexiconData.LastHan;

    private void Block(ReadOnlySpan<char> block, int offset, List<Token> tokens, bool hmm)
    {
        var next = ArrayPool<int>.Shared.Rent(block.Length);
        var route = ArrayPool<double>.Shared.Rent(block.Length + 1);
        try
        {
            if (lexicon.User is { } user)
            {
                BestPath(block, user, route, next);
            }
            else
            {
                BestPath(block, route, next);
            }

            var pending = 0;
            for (var i = 0; i < block.Length; i = next[i])
            {
                var single = next[i] == i + 1;
                if (hmm ? single : single && char.IsAsciiLetterOrDigit(block[i]))
                {
                    continue;
                }

                Pending(block, pending, i, offset, tokens, hmm);
                tokens.Add(new Token(offset + i, offset + next[i]));
                pending = next[i];
            }

            Pending(block, pending, block.Length, offset, tokens, hmm);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(next);
            ArrayPool<double>.Shared.Return(route);
        }
    }

    /// <summary>
    /// From the end to the start: the best word to take at each place. Of equal ones the longest, as with Python's max over
    /// tuples. A character at which no word begins counts as a word of frequency one.
    /// </summary>
    private void BestPath(ReadOnlySpan<char> block, double[] route, int[] next)
    {
        var codes = trie.Codes;
        var nodes = trie.Nodes;
        var weights = lexicon.Weights;
        var unknown = -lexicon.LogTotal;
        route[block.Length] = 0;
        for (var i = block.Length - 1; i >= 0; i--)
        {
            var best = double.NegativeInfinity;
            var to = i + 1;
            var node = DoubleArrayTrie.Root;
            for (var k = i; k < block.Length; k++)
            {
                var code = codes[block[k]];
                node = nodes[node].Base + code;
                if (nodes[node].Label != code)
                {
                    break;
                }

                if (nodes[node].Value is var word and > 0)
                {
                    var score = weights[word] + route[k + 1];
                    if (score >= best)
                    {
                        best = score;
                        to = k + 1;
                    }
                }
            }

            route[i] = double.IsNegativeInfinity(best) ? unknown + route[i + 1] : best;
            next[i] = to;
        }
    }

    /// <summary>The same where a user's words come before those of the dictionary.</summary>
    private void BestPath(ReadOnlySpan<char> block, UserLexicon user, double[] route, int[] next)
    {
        route[block.Length] = 0;
        for (var i = block.Length - 1; i >= 0; i--)
        {
            var best = double.NegativeInfinity;
            var to = i + 1;
            var node = DoubleArrayTrie.Root;
            for (var k = i; k < block.Length; k++)
            {
                var word = block[i..(k + 1)];
                node = node < 0 ? -1 : trie.Step(node, block[k]);
                if (node < 0 && !user.Begins(word))
                {
                    break;
                }

                var weight = user.Find(word) is { } own ? (own.Frequency > 0 ? own.Log - lexicon.LogTotal : null)
                    : node >= 0 && trie.Nodes[node].Value is var value and > 0 ? lexicon.Weights[value]
                    : (double?)null;
                if (weight + route[k + 1] is { } score && score >= best)
                {
                    best = score;
                    to = k + 1;
                }
            }

            route[i] = double.IsNegativeInfinity(best) ? -lexicon.LogTotal + route[i + 1] : best;
            next[i] = to;
        }
    }
}
