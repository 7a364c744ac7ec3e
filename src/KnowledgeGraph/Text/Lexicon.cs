using System.Text;

namespace KnowledgeGraph.Text;

/// <summary>jieba's dictionary: words with frequency and tag. Immutable and thread-safe; read where it lies in the assembly.</summary>
public sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Shared = new(() => new Lexicon(LexiconData.Default));
    private readonly string[] tagNames;

    private Lexicon(LexiconData data)
    {
        Data = data;
        tagNames = Encoding.UTF8.GetString(data.TagNames).Split('\n');
    }

    /// <summary>The dictionary of this build; nothing is read before it is first used.</summary>
    public static Lexicon Default => Shared.Value;

    internal LexiconData Data { get; }

    /// <summary>How often a word was counted; 0 where it is no word of the dictionary.</summary>
    public int Frequency(ReadOnlySpan<char> word) => Find(word) is var index and >= 0 ? Data.Frequencies[index] : 0;

    /// <summary>A word's part of speech (ICTCLAS tags: n, v, nr…), or <see langword="null"/> where it is no word of the dictionary.</summary>
    public string? Tag(ReadOnlySpan<char> word) => Find(word) is var index and >= 0 ? tagNames[Data.Tags[index]] : null;

    private int Find(ReadOnlySpan<char> word)
    {
        var codes = Data.Codes;
        var bases = Data.Bases;
        var checks = Data.Checks;
        var node = 0;
        foreach (var c in word)
        {
            var child = bases[node] + codes[c];
            if (codes[c] == 0 || child >= checks.Length || checks[child] != node)
            {
                return -1;
            }

            node = child;
        }

        return word.IsEmpty ? -1 : Data.Words[node];
    }
}
