using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>What stands around names: words before them, what people do behind them, words that join them.</summary>
internal sealed partial class NameShape
{
    /// <summary>Whether what people do stands at a place.</summary>
    public bool StartsWithVerb(string text, int at) => StartsWith(rules.Verbs, text, at);

    /// <summary>Whether a word that stands before names ends at a place.</summary>
    public bool EndsWithLead(string text, int at) => EndsWith(rules.Leads, text, at);

    /// <summary>Whether a word for a kind of person ends at a place (夫人, 律师).</summary>
    public bool EndsWithRole(string text, int at) => EndsWith(rules.Roles, text, at);

    /// <summary>Whether what stands at a place makes the name before it part of the name of a thing (特朗普政府).</summary>
    public bool StartsWithTail(string text, int at) => StartsWith(rules.Tails, text, at);

    /// <summary>Length of the number by which rulers of one name are told apart that stands at a place (三世), or 0.</summary>
    public int OrdinalLength(string text, int at)
    {
        for (var length = Math.Min(LongestCue, text.Length - at); length > 1; length--)
        {
            if (rules.Ordinals.Contains(text.AsSpan(at, length)))
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>Whether a name that no title introduces may not end so.</summary>
    public bool IsNoEnd(char c) => rules.NotEnds.Contains(c);

    /// <summary>Whether the text begins with a function word rather than a name.</summary>
    public bool IsBadStart(ReadOnlySpan<char> text) => (rules.NotStarts.Contains(text[0]) && SurnameLength(text) == 0)
        || (text.Length > 2 && rules.Leads.Contains(text[..1]) && SurnameLength(text[1..]) > 0);

    /// <summary>Whether a verb or adverb of the dictionary begins at a place.</summary>
    public bool StartsWithVerbWord(string text, int at)
    {
        for (var length = Math.Min(4, text.Length - at); length >= 2; length--)
        {
            var word = text.AsSpan(at, length);
            if (lexicon.Frequency(word) > CommonWord)
            {
                return lexicon.Tag(word) is { } tag && (tag[0] == 'v' || tag[0] == 'd');
            }
        }

        return false;
    }

    /// <summary>Whether a verb of the dictionary ends at a place.</summary>
    public bool EndsWithVerbWord(string text, int at) =>
        at > 1 && text.AsSpan(at - 2, 2) is var word && lexicon.Frequency(word) > CommonWord && lexicon.Tag(word) is { } tag && tag[0] == 'v';

    /// <summary>Whether a name of three begins with a word of the dictionary that is no name (胡椒水).</summary>
    public bool BeginsWithWord(ReadOnlySpan<char> name) => name.Length == 3 && lexicon.Frequency(name[..2]) > CommonWord && IsCommonWord(name[..2]);

    /// <summary>Whether any common word ends at a place.</summary>
    public bool EndsWithCommonWord(string text, int at) =>
        at > 1 && text.AsSpan(at - 2, 2) is var word && lexicon.Frequency(word) > 4 * CommonWord && IsCommonWord(word);

    /// <summary>Whether a common word lies across a place (强 and 生 in 加强生活).</summary>
    public bool IsWithinWord(string text, int at)
    {
        for (var from = Math.Max(0, at - 2); from < at; from++)
        {
            for (var to = at + 1; to <= Math.Min(text.Length, from + 3); to++)
            {
                if (lexicon.Frequency(text.AsSpan(from, to - from)) > 4 * CommonWord)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether the last two characters of a name of three are a common word (高质量).</summary>
    public bool EndsInCommonWord(ReadOnlySpan<char> name) =>
        name.Length == 3 && lexicon.Frequency(name[1..]) > 4 * CommonWord && IsCommonWord(name[1..]);

    /// <summary>Whether the text is a plain surname and two characters that make no word with it or by themselves (马纲权).</summary>
    public bool IsSurnameAndRareWord(ReadOnlySpan<char> text) => text.Length == 3 && BeginsWithPlainSurname(text) && !BeginsWithWord(text) && !EndsInCommonWord(text);

    /// <summary>1 where a name ends in 和 or 同 and nothing follows that could be joined (魏凤和表示), -1 where the character joins, 0 where it ends otherwise.</summary>
    private int EndsInJoiner(string text, int start, int end) =>
        !IsJoiner(text[end - 1]) ? 0 : end - start == 3 && NothingToJoin(text, end) ? 1 : -1;

    private bool IsJoiner(char c) => rules.Joiners.Contains(c);

    private bool NothingToJoin(string text, int at) => at >= text.Length || !(IsHan(text[at]) || char.IsLetterOrDigit(text[at])) || IsJoiner(text[at]) || (IsStop(text[at]) && !MayBegin(text, at))
        || StartsWithVerb(text, at) || StartsWithVerbWord(text, at);

    private static bool IsFunction(string tag) => tag[0] is 'v' or 'd' or 'p' or 'c' or 'r' or 't' or 'f' or 'u' or 'a';

    private static bool StartsWith(WordSet words, string text, int at)
    {
        for (var length = 1; length <= LongestCue && at + length <= text.Length; length++)
        {
            if (words.Contains(text.AsSpan(at, length)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWith(WordSet words, string text, int at)
    {
        for (var length = 1; length <= LongestCue && length <= at; length++)
        {
            if (words.Contains(text.AsSpan(at - length, length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A name that the article repeats in other company is one; a piece that always goes on the same way is not whole.</summary>
    private static double Recurrence(string text, int start, int end, int limit)
    {
        var name = text.AsSpan(start, end - start);
        var count = Count(text, name);
        if (count < 2)
        {
            return 0;
        }

        var longer = end < limit ? Count(text, text.AsSpan(start, end - start + 1)) : 0;
        return longer == count ? -1.0 : longer > 1 && longer * 2 > count ? 0.2 : 1.2;
    }

    private static int Count(string text, ReadOnlySpan<char> name)
    {
        var count = 0;
        var rest = text.AsSpan();
        for (var i = rest.IndexOf(name); i >= 0 && count < 20; i = rest.IndexOf(name))
        {
            count++;
            rest = rest[(i + name.Length)..];
        }

        return count;
    }
}
