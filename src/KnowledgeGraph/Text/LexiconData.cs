using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KnowledgeGraph.Text;

/// <summary>
/// The compiled dictionary and model: one little-endian file of aligned sections, embedded uncompressed, so that it is mapped
/// with the assembly and read where it lies. Sections: magic and counts; character codes; the double array's bases, checks and
/// values; per word its log frequency, frequency and tag; tag names; the model's emissions.
/// </summary>
internal sealed unsafe class LexiconData
{
    /// <summary>First bytes of the file; the last digit is the version of the format.</summary>
    public const ulong Magic = 0x3147_4B58_454C_474B;

    private const string Resource = "text/lexicon.bin";
    private static readonly Lazy<LexiconData> Shared = new(() => new LexiconData());
    private readonly UnmanagedMemoryStream stream;
    private readonly byte* start;

    private LexiconData()
    {
        stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource) as UnmanagedMemoryStream
            ?? throw new InvalidOperationException($"The assembly holds no resource '{Resource}'; make it with the benchmarks' command compile-lexicon.");
        start = stream.PositionPointer;
        if (!BitConverter.IsLittleEndian || Header[0] != Magic)
        {
            throw new InvalidOperationException($"The resource '{Resource}' is of another format; make it anew with compile-lexicon.");
        }
    }

    /// <summary>The data of this build; mapped when first used.</summary>
    public static LexiconData Default => Shared.Value;

    /// <summary>Magic, node count, word count, tag bytes, emission count, bits of the log of the sum of frequencies.</summary>
    public ReadOnlySpan<ulong> Header => new(start, 8);

    /// <summary>Dense code of each UTF-16 code unit; 0 for those in no word.</summary>
    public ReadOnlySpan<ushort> Codes => Section<ushort>(0, char.MaxValue + 1);

    /// <summary>The double array's base of each node.</summary>
    public ReadOnlySpan<int> Bases => Section<int>(1, Nodes);

    /// <summary>The parent of each node.</summary>
    public ReadOnlySpan<int> Checks => Section<int>(2, Nodes);

    /// <summary>The word that ends at each node, or -1.</summary>
    public ReadOnlySpan<int> Words => Section<int>(3, Nodes);

    /// <summary>Natural logarithm of each word's frequency.</summary>
    public ReadOnlySpan<double> LogFrequencies => Section<double>(4, WordCount);

    /// <summary>Each word's frequency.</summary>
    public ReadOnlySpan<int> Frequencies => Section<int>(5, WordCount);

    /// <summary>Each word's tag, an index into the tag names.</summary>
    public ReadOnlySpan<byte> Tags => Section<byte>(6, WordCount);

    /// <summary>Tag names in UTF-8, separated by newlines.</summary>
    public ReadOnlySpan<byte> TagNames => Section<byte>(7, (int)Header[3]);

    /// <summary>Code units of the model's emissions.</summary>
    public ReadOnlySpan<ushort> EmissionCharacters => Section<ushort>(8, (int)Header[4]);

    /// <summary>States of the model's emissions.</summary>
    public ReadOnlySpan<byte> EmissionStates => Section<byte>(9, (int)Header[4]);

    /// <summary>Log probabilities of the model's emissions.</summary>
    public ReadOnlySpan<double> Emissions => Section<double>(10, (int)Header[4]);

    /// <summary>Start log probabilities by state, then transitions by state and next state.</summary>
    public ReadOnlySpan<double> Transitions => Section<double>(11, 20);

    /// <summary>Logarithm of the sum of all frequencies.</summary>
    public double LogTotal => BitConverter.UInt64BitsToDouble(Header[5]);

    private int Nodes => (int)Header[1];

    private int WordCount => (int)Header[2];

    /// <summary>Offsets of the sections follow the header; each is a multiple of eight.</summary>
    private ReadOnlySpan<T> Section<T>(int index, int length)
        where T : unmanaged
    {
        var offset = MemoryMarshal.Read<ulong>(new ReadOnlySpan<byte>(start + (8 * sizeof(ulong)) + (index * sizeof(ulong)), sizeof(ulong)));
        return new ReadOnlySpan<T>(Unsafe.Add<byte>(start, (int)offset), length);
    }
}
