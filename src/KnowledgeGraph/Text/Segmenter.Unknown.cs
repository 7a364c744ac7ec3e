namespace KnowledgeGraph.Text;

/// <content>What the dictionary does not know.</content>
public sealed unsafe partial class Segmenter
{
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
        }
        else if (lexicon.Frequency(block[start..end]) > 0)
        {
            // The path has cut a word of the dictionary on purpose.
            Singles(offset + start, offset + end, tokens);
        }
        else
        {
            Unknown(block[start..end], offset + start, tokens);
        }
    }

    /// <summary>jieba's finalseg: Han through the model, <c>[a-zA-Z0-9]+(?:\.\d+)?%?</c> whole, the rest as it stands between.</summary>
    private void Unknown(ReadOnlySpan<char> run, int offset, List<Token> tokens)
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

                var first = tokens.Count;
                HiddenMarkovModel.Default.Cut(run[start..i], offset + start, tokens);
                if (lexicon.User is { } user)
                {
                    Split(run, offset, user, tokens, first);
                }
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

    /// <summary>Words to which the user gave the frequency 0 are cut even where the model joins them.</summary>
    private static void Split(ReadOnlySpan<char> run, int offset, UserLexicon user, List<Token> tokens, int first)
    {
        for (var i = tokens.Count - 1; i >= first; i--)
        {
            var token = tokens[i];
            if (token.Length > 1 && user.Find(run.Slice(token.Start - offset, token.Length)) is { Frequency: 0 })
            {
                tokens.RemoveAt(i);
                for (var at = token.End - 1; at >= token.Start; at--)
                {
                    tokens.Insert(i, new Token(at, at + 1));
                }
            }
        }
    }

    private static void Singles(int start, int end, List<Token> tokens)
    {
        for (var i = start; i < end; i++)
        {
            tokens.Add(new Token(i, i + 1));
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

    private static string TagOfUnknown(ReadOnlySpan<char> word)
    {
        var (letters, digits) = (0, 0);
        foreach (var c in word)
        {
            letters += char.IsAsciiLetter(c) ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return letters > 0 ? "eng" : digits > 0 ? "m" : "x";
    }
}
