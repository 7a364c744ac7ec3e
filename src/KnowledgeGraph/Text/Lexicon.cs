namespace KnowledgeGraph.Text;

/// <summary>
/// jieba's dictionary, words with frequency and tag, and the words that a user adds to it. Immutable and thread-safe; the
/// dictionary is read where it lies in the assembly.
/// </summary>
public sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Shared = new(() => new Lexicon(LexiconData.Default, null));

    private Lexicon(LexiconData data, UserLexicon? user)
    {
        Data = data;
        User = user;
        LogTotal = Math.Log(data.Total + (user?.Added ?? 0));
        var logs = data.LogFrequencies;
        Weights = new double[logs.Length];
        for (var i = 0; i < logs.Length; i++)
        {
            Weights[i] = logs[i] - LogTotal;
        }
    }

    /// <summary>The dictionary of this build; nothing is read before it is first used.</summary>
    public static Lexicon Default => Shared.Value;

    internal LexiconData Data { get; }

    /// <summary>The user's words, or <see langword="null"/>.</summary>
    internal UserLexicon? User { get; }

    /// <summary>Logarithm of the sum of all frequencies.</summary>
    internal double LogTotal { get; }

    /// <summary>Log probability of the words of each frequency class.</summary>
    internal double[] Weights { get; }

    /// <summary>This dictionary with a user's words; of a word in both the user's row counts.</summary>
    /// <param name="dictionary">
    /// Lines in jieba's format: <c>word [frequency] [tag]</c>. Without a frequency the word gets the least one with which it is
    /// not cut apart; with frequency 0 it is never taken as a word.
    /// </param>
    /// <param name="name">What errors call the dictionary: its path.</param>
    /// <param name="folding">How texts will have been folded, or <see langword="null"/> where they stay as they are.</param>
    /// <exception cref="InvalidDataException">A line is of another form; the message names it.</exception>
    public Lexicon With(TextReader dictionary, string name, CharacterFolding? folding = null)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        return new Lexicon(Data, UserLexicon.Read(dictionary, name, this, folding));
    }

    /// <summary>How often a word was counted; 0 where it is no word of the dictionary.</summary>
    public int Frequency(ReadOnlySpan<char> word) =>
        User?.Find(word) is { } own ? own.Frequency : Data.Frequencies[Data.Trie.Value(word)];

    /// <summary>A word's part of speech (ICTCLAS tags: n, v, nr…), or <see langword="null"/> where it is no word of the dictionary.</summary>
    public string? Tag(ReadOnlySpan<char> word) => User?.Find(word) is { } own ? own.Tag : TagAt(Data.Trie.Find(word));

    /// <summary>The tag of the word that ends at a node of the dictionary's trie, or <see langword="null"/> where none ends there.</summary>
    internal unsafe string? TagAt(int node) => node > 0 && Data.Trie.Nodes[node].Value > 0 ? Data.TagNames[Data.Tags[node]] : null;
}
