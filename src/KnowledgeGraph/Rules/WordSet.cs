namespace KnowledgeGraph.Rules;

/// <summary>Words that are looked up by a slice of a text. Immutable and thread-safe.</summary>
public sealed class WordSet
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words;

    /// <summary>The set of some words; of equal ones one counts.</summary>
    public WordSet(IEnumerable<string> words) =>
        this.words = new HashSet<string>(words, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the slice is one of the words.</summary>
    public bool Contains(ReadOnlySpan<char> word) => words.Contains(word);
}
