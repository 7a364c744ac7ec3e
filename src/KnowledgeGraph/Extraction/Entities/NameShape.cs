using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>
/// Judges how much a piece of folded text looks like a person's name: surnames of East Asia, characters of transliteration,
/// what stands behind it, and how often the article repeats it. Scores are in points; <see cref="Accept"/> is the least a
/// name after a title must have.
/// </summary>
internal sealed partial class NameShape
{
    /// <summary>Least score of a name that stands where names stand (after a title, before a bracket).</summary>
    public const double Accept = 3.0;

    private const int LongestName = 9;
    private const int CommonWord = 40;
    private const int LongestCue = 5;

    private const char EnumerationLookalike = '\u4e36'; // some write it for the mark of enumeration
    private readonly NameRules rules;
    private readonly Lexicon lexicon;
    private readonly HashSet<char> stopCharacters = [];
    private readonly HashSet<string> stopWords = new(StringComparer.Ordinal);

    /// <summary>Judges by the rules' name parts and a dictionary of common words.</summary>
    public NameShape(NameRules rules, Lexicon lexicon)
    {
        this.rules = rules;
        this.lexicon = lexicon;
        foreach (var stop in rules.NameStops)
        {
            if (stop.Length == 1)
            {
                stopCharacters.Add(stop[0]);
            }
            else
            {
                stopWords.Add(stop);
            }
        }
    }

    /// <summary>Whether the character is a dot within transliterated names.</summary>
    public bool IsDot(char c) => rules.Dots.Contains(c);

    /// <summary>Whether transliterated names hold the character.</summary>
    public bool IsTransliteration(char c) => rules.Transliteration.Contains(c);

    /// <summary>Whether a name seldom goes on across the character (与, 同, 在).</summary>
    public bool IsStop(char c) => stopCharacters.Contains(c);

    /// <summary>Whether the character may stand in a name.</summary>
    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' and not EnumerationLookalike or >= '\u3400' and <= '\u4dbf';

    /// <summary>Whether the text is a word that looks like a name and is none.</summary>
    public bool IsCommonWord(ReadOnlySpan<char> text) =>
        rules.NotNames.Contains(text)
        || (lexicon.Frequency(text) > CommonWord && lexicon.Tag(text) is { } tag && !tag.StartsWith("nr", StringComparison.Ordinal) && tag != "nrt");

    /// <summary>Whether a name of the gazetteer is so common a word that only a title before it makes it a name (连战).</summary>
    public bool IsEverydayWord(ReadOnlySpan<char> text) =>
        lexicon.Frequency(text) > CommonWord && lexicon.Tag(text) is { } tag && (tag == "n" || tag[0] is not 'n');

    /// <summary>Whether the text is a word of its own behind one that only sometimes is a surname (曾接触, 关行业).</summary>
    private bool IsWordBehindFunction(ReadOnlySpan<char> text) =>
        text.Length == 3 && rules.FunctionSurnames.Contains(text[..1]) && lexicon.Frequency(text[1..]) > CommonWord && IsCommonWord(text[1..]);

    /// <summary>周爸爸, 李老师: a surname and what its bearer is.</summary>
    private bool IsSurnameAndRole(ReadOnlySpan<char> text) => text.Length == 3 && SurnameLength(text) == 1 && rules.Roles.Contains(text[1..]);

    /// <summary>于周六: what may be a surname, and a word that no name holds.</summary>
    private bool IsSurnameAndStop(ReadOnlySpan<char> text) => text.Length == 3 && IsStop(text[0]) && stopWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[1..]);

    /// <summary>Whether the text is two common words (严厉抨击).</summary>
    private bool IsTwoWords(ReadOnlySpan<char> text) =>
        text.Length == 4 && !IsTransliterated(text) && !(SurnameLength(text) == 2 && !IsCommonWord(text[2..])) && lexicon.Frequency(text[..2]) > CommonWord && lexicon.Frequency(text[2..]) > CommonWord;

    /// <summary>Whether the text begins with a common word of two characters (金融城): such a text is no name where it has no title before it.</summary>
    public bool BeginsWithCommonWord(ReadOnlySpan<char> text) =>
        text.Length > 2 && lexicon.Frequency(text[..2]) > 10 * CommonWord && IsCommonWord(text[..2]);

    /// <summary>Number of characters of the surname that the text begins with: 2, 1 or 0.</summary>
    public int SurnameLength(ReadOnlySpan<char> text)
    {
        var surnames = rules.Surnames;
        return text.Length > 2 && surnames.Contains(text[..2]) ? 2 : text.Length > 1 && surnames.Contains(text[..1]) ? 1 : 0;
    }

    /// <summary>Whether the text begins with a surname that leads no name and is no other word either (任, but not 向 or 时).</summary>
    public bool BeginsWithPlainSurname(ReadOnlySpan<char> text) => SurnameLength(text) == 1 && !rules.Leads.Contains(text[..1]) && !rules.FunctionSurnames.Contains(text[..1]);

    /// <summary>The family name of two characters that stands for the whole name later (安倍 for 安倍晋三); empty where there is none.</summary>
    public ReadOnlySpan<char> FamilyName(ReadOnlySpan<char> name) =>
        name.Length is 3 or 4 or 5 && SurnameLength(name) == 2 && !IsTransliterated(name) ? name[..2] : default;

    /// <summary>Whether all characters are such as transliterated names are made of.</summary>
    public bool IsTransliterated(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!IsTransliteration(c) && !IsDot(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a name may begin here: a surname or a character of transliteration.</summary>
    public bool MayBegin(string text, int start) => NameShape.IsHan(text[start]) && (IsTransliteration(text[start]) || SurnameLength(text.AsSpan(start, 3)) > 0);

    /// <summary>
    /// Whether a text looks like a name by itself, without a title beside it: a surname and one or two characters, or three and
    /// more of transliteration, and no word of the dictionary.
    /// </summary>
    public bool IsFreeName(ReadOnlySpan<char> text)
    {
        var surname = SurnameLength(text);
        var fits = (surname > 0 && text.Length <= surname + 2 && (surname == 1 || text.Length > 2)) || (text.Length > 2 && IsTransliterated(text));
        if (!fits || rules.NotEnds.Contains(text[^1]) || IsBadStart(text) || BeginsWithCommonWord(text) || (lexicon.Tag(text) is { } tag && !tag.StartsWith("nr", StringComparison.Ordinal)))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (IsStop(c) && !IsTransliteration(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a word of the dictionary is a name where only names stand around it (汪洋).</summary>
    public bool IsNameAmongNames(ReadOnlySpan<char> text) => text.Length == 2 && SurnameLength(text) == 1 && lexicon.Tag(text) is { } tag && !IsFunction(tag) && tag != "ns"
        && !rules.NotNames.Contains(text);

    /// <summary>The points of a piece of text as a name.</summary>
    public double ScoreOf(string text, int start, int end, int limit) => Score(text, start, end, limit, false);

    /// <summary>The best name that begins at a place.</summary>
    /// <param name="text">The folded article.</param>
    /// <param name="start">Where the name would begin.</param>
    /// <param name="limit">Where it must have ended (a locked word, a mark).</param>
    /// <param name="eastAsian">Whether the office is of a state whose names are written with surnames.</param>
    /// <returns>End and score, or a score of 0 where nothing fits.</returns>
    public (int End, double Score) Best(string text, int start, int limit, bool eastAsian)
    {
        var best = (End: start, Score: 0.0);
        for (var end = start + 2; end <= Math.Min(limit, start + LongestName); end++)
        {
            var score = Score(text, start, end, limit, eastAsian);
            if (score > best.Score)
            {
                best = (end, score);
            }
        }

        return best;
    }

    private double Score(string text, int start, int end, int limit, bool eastAsian)
    {
        var name = text.AsSpan(start, end - start);
        if (rules.NotNames.Contains(name) || IsTwoWords(name) || IsWordBehindFunction(name) || IsSurnameAndRole(name) || IsSurnameAndStop(name) || rules.NotLast.Contains(name[^1]))
        {
            return 0;
        }

        var joined = EndsInJoiner(text, start, end);
        if (joined < 0)
        {
            return 0;
        }

        var surname = SurnameLength(name);
        var transliterated = IsTransliterated(name);
        var form = surname switch
        {
            2 when name.Length is 3 or 4 => 2.6,
            1 when name.Length == 3 => 2.4,
            1 when name.Length == 2 => 1.6,
            1 when name.Length == 4 && IsMarriedName(name) => eastAsian ? 2.2 : 2.0,
            1 when name.Length == 4 && eastAsian => 0.8,
            _ => 0.0,
        };
        if (transliterated)
        {
            form = Math.Max(form, (eastAsian ? 0.9 : 2.0) + Math.Min(0.15 * name.Length, 0.6));
        }
        else if (form == 0 && !IsStop(name[0]) && !rules.NotStarts.Contains(name[0]))
        {
            // A name may hold a character or two that no list foresees.
            var foreign = 0;
            foreach (var c in name)
            {
                foreign += IsTransliteration(c) ? 0 : 1;
            }

            form = name.Length <= 4 && foreign == 1 && !IsStop(name[^1]) ? 1.0 : 0;
        }

        if (form == 0)
        {
            return 0;
        }

        var score = form + Boundary(text, start, end, limit);
        if (end < limit && transliterated && IsTransliteration(text[end]) && !IsStop(text[end]))
        {
            score -= StartsWord(text, end, limit) ? 0.9 : 1.6;
        }

        if (IsStop(name[^1]) && joined == 0 && (end == limit || name.Length > 2))
        {
            score -= name.Length == 2 || (surname == 2 && name.Length == 4) ? 0.4 : surname == 1 && name.Length == 3 && end < text.Length && IsStop(text[end]) && StartsWithVerb(text, end) ? 0.5 : end == limit ? 1.2 : 3.0;
        }

        for (var i = 1; i < name.Length; i++)
        {
            if (IsStop(name[i]) && i < name.Length - 1)
            {
                score -= transliterated ? 0.5 : 1.0;
            }
        }

        // A place's name may be a person's as well (普京), a common word less so.
        if (lexicon.Frequency(name) > CommonWord && IsCommonWord(name) && !(transliterated && lexicon.Tag(name) == "ns"))
        {
            score -= 2.5;
        }
        else if (name.Length == 2 && lexicon.Tag(name) is { } tag && IsFunction(tag))
        {
            score -= 2.5;
        }

        // 任期中: what begins like a name is a word.
        if (name.Length == 3 && surname == 1 && !transliterated && BeginsWithCommonWord(name))
        {
            score -= 2.0;
        }

        // 普京当天: a word of time or manner behind the name.
        if (name.Length > 3 && lexicon.Frequency(name[^2..]) > 4 * CommonWord && IsCommonWord(name[^2..]) && lexicon.Tag(name[^2..]) is not ("ns" or "nz"))
        {
            score -= 2.5;
        }

        return score + Recurrence(text, start, end, limit) - Straddling(text, start, end, limit);
    }

    /// <summary>What stands behind the name.</summary>
    private double Boundary(string text, int start, int end, int limit) =>
        end == limit || OrdinalLength(text, end) > 0 ? 2.2
        : end - start == 2 && IsJoiner(text[end]) && !StartsWithVerb(text, end) && NothingToJoin(text, end + 1) ? 0.3
        : IsStop(text[end]) ? (IsTransliteration(text[end]) && end + 1 < limit && IsTransliteration(text[end + 1]) && !IsStop(text[end + 1]) && !StartsWord(text, end, limit) ? 0.8 : 1.8)
        : StartsWithVerb(text, end) || StartsWithStop(text, end) ? 1.8
        : StartsWord(text, end, limit) ? 1.2
        : 0;

    /// <summary>林郑月娥: the surnames of husband and wife before the name, where the name is no word.</summary>
    private bool IsMarriedName(ReadOnlySpan<char> name) =>
        rules.Surnames.Contains(name[1..2]) && !rules.FunctionSurnames.Contains(name[..1]) && !IsStop(name[0]) && !IsStop(name[1]) && !IsStop(name[^1]) && !IsCommonWord(name[..2]) && !IsCommonWord(name[1..3]) && !IsCommonWord(name[2..]);

    private bool StartsWithStop(string text, int at)
    {
        var stops = stopWords.GetAlternateLookup<ReadOnlySpan<char>>();
        return at + 2 <= text.Length && stops.Contains(text.AsSpan(at, 2));
    }

    /// <summary>Whether a common word begins at a place.</summary>
    public bool StartsWithWord(string text, int at) => StartsWord(text, at, text.Length);

    private bool StartsWord(string text, int at, int limit)
    {
        for (var length = Math.Min(4, limit - at); length >= 2; length--)
        {
            var word = text.AsSpan(at, length);
            if (stopWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || lexicon.Frequency(word) > CommonWord)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A common word that begins within the name and ends behind it speaks against this end.</summary>
    private double Straddling(string text, int start, int end, int limit)
    {
        for (var from = Math.Max(start + 1, end - 2); from < end; from++)
        {
            for (var to = end + 1; to <= Math.Min(limit, from + 4); to++)
            {
                // 张平等参加: what people do begins where the name ends.
                if (lexicon.Frequency(text.AsSpan(from, to - from)) > 4 * CommonWord && !(to == end + 1 && StartsWithVerb(text, end)))
                {
                    return 1.5;
                }
            }
        }

        return 0;
    }
}
