using System.Buffers;

namespace KnowledgeGraph.Text;

/// <summary>
/// Cuts text into words as jieba does (https://github.com/fxsjy/jieba, accurate mode): all dictionary words of a run form a
/// graph, the path of greatest probability wins, and runs of single characters go through a hidden Markov model. Tokens cover
/// the text without gap. Immutable and thread-safe.
/// </summary>
public sealed class Segmenter
{
    private static readonly Lazy<Segmenter> Shared = new(() => new Segmenter(Lexicon.Default));
    private readonly LexiconData data;
    private readonly double logTotal;

    /// <summary>A segmenter over a dictionary.</summary>
    public Segmenter(Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        data = lexicon.Data;
        logTotal = data.LogTotal;
    }

    /// <summary>The segmenter over the dictionary of this build.</summary>
    public static Segmenter Default => Shared.Value;

    /// <summary>The words of a text, in order; together they are the text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="hmm">Whether the model joins single characters to words that the dictionary lacks.</param>
    public IEnumerable<string> Cut(string text, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>();
        Tokenize(text, tokens, hmm);
        return tokens.Select(token => text[token.Start..token.End]);
    }

    /// <summary>Adds the words of a text, in order; together they cover it.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="tokens">Where they are added.</param>
    /// <param name="hmm">Whether the model joins single characters to words that the dictionary lacks.</param>
    public void Tokenize(ReadOnlySpan<char> text, List<Token> tokens, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (IsBlock(text[i]))
            {
                while (i < text.Length && IsBlock(text[i]))
                {
                    i++;
                }

                Block(text[start..i], start, tokens, hmm);
            }
            else
            {
                i += (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                    || (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) ? 2 : 1;
                tokens.Add(new Token(start, i));
            }
        }
    }

    /// <summary>jieba's <c>re_han_default</c>.</summary>
    private static bool IsBlock(char c) => c is >= '\u4e00' and <= '\u9fd5' || char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '&' or '.' or '_' or '%' or '-';

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fd5';

    private void Block(ReadOnlySpan<char> block, int offset, List<Token> tokens, bool hmm)
    {
        var next = ArrayPool<int>.Shared.Rent(block.Length);
        var route = ArrayPool<double>.Shared.Rent(block.Length + 1);
        try
        {
            BestPath(block, route, next);
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

    /// <summary>From the end to the start: the best word to take at each place. Of equal ones the longest, as with Python's max over tuples.</summary>
    private void BestPath(ReadOnlySpan<char> block, double[] route, int[] next)
    {
        var codes = data.Codes;
        var bases = data.Bases;
        var checks = data.Checks;
        var words = data.Words;
        var logs = data.LogFrequencies;
        var frequencies = data.Frequencies;
        route[block.Length] = 0;
        for (var i = block.Length - 1; i >= 0; i--)
        {
            // A character without a word of its own counts as a word of frequency one, where no longer word begins.
            var best = double.NegativeInfinity;
            var to = i + 1;
            var node = 0;
            for (var k = i; k < block.Length; k++)
            {
                var code = codes[block[k]];
                var child = bases[node] + code;
                if (code == 0 || child >= checks.Length || checks[child] != node)
                {
                    break;
                }

                node = child;
                var word = words[node];
                if (word >= 0 && frequencies[word] > 0)
                {
                    var score = logs[word] - logTotal + route[k + 1];
                    if (score >= best)
                    {
                        best = score;
                        to = k + 1;
                    }
                }
            }

            route[i] = double.IsNegativeInfinity(best) ? -logTotal + route[i + 1] : best;
            next[i] = to;
        }
    }

    /// <summary>What was not taken as a word of the dictionary: single characters, or without the model a run of Latin and digits.</summary>
    private void Pending(ReadOnlySpan<char> block, int start, int end, int offset, List<Token> tokens, bool hmm)
    {
        if (start >= end)
        {
            return;
        }

        if (end - start == 1 || !hmm)
        {
            tokens.Add(new Token(offset + start, offset + end));
            return;
        }

        if (Known(block[start..end]))
        {
            for (var i = start; i < end; i++)
            {
                tokens.Add(new Token(offset + i, offset + i + 1));
            }

            return;
        }

        Unknown(block[start..end], offset + start, tokens);
    }

    private bool Known(ReadOnlySpan<char> word)
    {
        var node = 0;
        foreach (var c in word)
        {
            var child = data.Bases[node] + data.Codes[c];
            if (data.Codes[c] == 0 || child >= data.Checks.Length || data.Checks[child] != node)
            {
                return false;
            }

            node = child;
        }

        return data.Words[node] >= 0 && data.Frequencies[data.Words[node]] > 0;
    }

    /// <summary>jieba's finalseg: Han through the model, <c>[a-zA-Z0-9]+(?:\.\d+)?%?</c> whole, the rest as it stands between.</summary>
    private static void Unknown(ReadOnlySpan<char> run, int offset, List<Token> tokens)
    {
        for (var i = 0; i < run.Length;)
        {
            var start = i;
            if (IsHan(run[i]))
            {
                while (i < run.Length && IsHan(run[i]))
                {
                    i++;
                }

                HiddenMarkovModel.Default.Cut(run[start..i], offset + start, tokens);
            }
            else if (char.IsAsciiLetterOrDigit(run[i]))
            {
                i = LatinEnd(run, i);
                tokens.Add(new Token(offset + start, offset + i));
            }
            else
            {
                while (i < run.Length && !IsHan(run[i]) && !char.IsAsciiLetterOrDigit(run[i]))
                {
                    i++;
                }

                tokens.Add(new Token(offset + start, offset + i));
            }
        }
    }

    private static int LatinEnd(ReadOnlySpan<char> run, int i)
    {
        while (i < run.Length && char.IsAsciiLetterOrDigit(run[i]))
        {
            i++;
        }

        if (i + 1 < run.Length && run[i] == '.' && char.IsAsciiDigit(run[i + 1]))
        {
            i += 2;
            while (i < run.Length && char.IsAsciiDigit(run[i]))
            {
                i++;
            }
        }

        return i < run.Length && run[i] == '%' ? i + 1 : i;
    }
}
