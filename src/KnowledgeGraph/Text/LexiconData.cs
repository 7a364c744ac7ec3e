using System.Text;

namespace KnowledgeGraph.Text;

/// <summary>
/// The compiled dictionary and model. Sections: character codes; the trie, whose values are frequency classes from 1; per
/// class the frequency and its natural logarithm; per node the tag; tag names; the model's emissions, four for each Han
/// character; its start and transition probabilities; the sum of all frequencies.
/// </summary>
internal sealed unsafe class LexiconData
{
    /// <summary>First bytes of the file; the last digit is the version of the format.</summary>
    public const ulong Magic = 0x3247_4B58_454C_474B;

    /// <summary>First of the characters that have emissions.</summary>
    public const char FirstHan = '\u4e00';

    /// <summary>Last of the characters that have emissions; jieba's <c>re_han</c> ends there.</summary>
    public const char LastHan = '\u9fd5';

    private const string Resource = "text/lexicon.bin";
    private static readonly Lazy<LexiconData> Shared = new(() => new LexiconData(SectionFile.OfResource(Resource, Magic)));
    private readonly SectionFile file;

    /// <summary>The data in a file.</summary>
    public LexiconData(SectionFile file)
    {
        this.file = file;
        Trie = new DoubleArrayTrie(file, 0, 1);
        Tags = file.Pointer<byte>(4);
        Emissions = file.Pointer<double>(6);
        TagNames = Encoding.UTF8.GetString(file.Section<byte>(5)).Split('\n');
        Total = file.Section<long>(8)[0];
    }

    /// <summary>The data of this build; mapped when first used.</summary>
    public static LexiconData Default => Shared.Value;

    /// <summary>The words; values are frequency classes.</summary>
    public DoubleArrayTrie Trie { get; }

    /// <summary>The frequency of each class, from 1; the first is unused.</summary>
    public ReadOnlySpan<int> Frequencies => file.Section<int>(2);

    /// <summary>The natural logarithm of each class's frequency.</summary>
    public ReadOnlySpan<double> LogFrequencies => file.Section<double>(3);

    /// <summary>The tag of each node at which a word ends, an index into <see cref="TagNames"/>.</summary>
    public byte* Tags { get; }

    /// <summary>Names of the tags.</summary>
    public string[] TagNames { get; }

    /// <summary>Log probabilities of the states B, E, M, S for each Han character from <see cref="FirstHan"/>.</summary>
    public double* Emissions { get; }

    /// <summary>Start log probabilities by state, then transitions by state and next state.</summary>
    public ReadOnlySpan<double> Transitions => file.Section<double>(7);

    /// <summary>The sum of all frequencies.</summary>
    public long Total { get; }
}
