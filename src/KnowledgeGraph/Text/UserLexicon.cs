using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KnowledgeGraph.Text;

/// <summary>The words of a user's dictionary in jieba's text format.</summary>
internal sealed class UserLexicon
{
    private readonly Dictionary<string, UserWord> words;
    private readonly Dictionary<string, UserWord>.AlternateLookup<ReadOnlySpan<char>> lookup;

    // Words and their beginnings, so that a search knows when to stop.
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> beginnings;

    private UserLexicon(Dictionary<string, UserWord> words, long added)
    {
        this.words = words;
        Added = added;
        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var starts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words.Keys)
        {
            for (var length = 1; length <= word.Length; length++)
            {
                starts.Add(word[..length]);
            }
        }

        beginnings = starts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>SHA-256 over the words, by which results made with other words are told apart.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words
        .OrderBy(word => word.Key, StringComparer.Ordinal)
        .Select(word => string.Create(CultureInfo.InvariantCulture, $"{word.Key} {word.Value.Frequency} {word.Value.Tag}"))))));

    /// <summary>The sum of the frequencies, as jieba adds it to that of its dictionary.</summary>
    public long Added { get; }

    /// <summary>Reads a dictionary.</summary>
    /// <inheritdoc cref="Lexicon.With"/>
    public static UserLexicon Read(TextReader dictionary, string name, Lexicon lexicon, CharacterFolding? folding)
    {
        var words = new Dictionary<string, UserWord>(lexicon.User?.words ?? [], StringComparer.Ordinal);
        var added = lexicon.User?.Added ?? 0;
        var segmenter = new Segmenter(lexicon);
        for (var line = 1; dictionary.ReadLine() is { } text; line++)
        {
            var fields = text.Trim('\ufeff').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length == 0)
            {
                continue;
            }

            int? frequency = null;
            var next = 1;
            if (fields.Length > next && int.TryParse(fields[next], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                frequency = number;
                next++;
            }

            var tag = fields.Length > next && fields[next].All(char.IsAsciiLetterLower) ? fields[next++] : null;
            if (next < fields.Length)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"{name}:{line}: expected 'word [frequency] [tag]' (frequency a whole number up to {int.MaxValue}, tag of small letters), found '{text.Trim()}'."));
            }

            var word = folding?.Fold(fields[0]) ?? fields[0];
            var count = frequency ?? Suggest(word, lexicon, segmenter);
            words[word] = new UserWord(count, Math.Log(Math.Max(count, 1)), tag);
            added += count;
        }

        return new UserLexicon(words, added);
    }

    /// <summary>A word of the user's, or <see langword="null"/>.</summary>
    public UserWord? Find(ReadOnlySpan<char> word) => lookup.TryGetValue(word, out var found) ? found : null;

    /// <summary>Whether a word of the user's begins so.</summary>
    public bool Begins(ReadOnlySpan<char> text) => beginnings.Contains(text);

    /// <summary>jieba's <c>suggest_freq</c>: one more than the product of the parts' probabilities gives.</summary>
    private static int Suggest(string word, Lexicon lexicon, Segmenter segmenter)
    {
        var total = (double)(lexicon.Data.Total + (lexicon.User?.Added ?? 0));
        var probability = 1.0;
        foreach (var part in segmenter.Cut(word, hmm: false))
        {
            probability *= Math.Max(lexicon.Frequency(part), 1) / total;
        }

        return Math.Max((int)(probability * total) + 1, lexicon.Frequency(word));
    }
}

/// <summary>A word of a user's dictionary.</summary>
/// <param name="Frequency">How often it counts; 0 for a word that must be cut.</param>
/// <param name="Log">Natural logarithm of the frequency.</param>
/// <param name="Tag">Its part of speech, where the row gives one.</param>
internal sealed record UserWord(int Frequency, double Log, string? Tag);
