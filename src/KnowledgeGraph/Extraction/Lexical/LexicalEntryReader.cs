using System.Text;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Lexical;

/// <summary>Reads entries from the compiled vocabulary, one at a time. Thread-safe.</summary>
/// <param name="file">The compiled vocabulary.</param>
/// <param name="rules">The rules that it was compiled from; asked for when an entry is first read.</param>
internal sealed class LexicalEntryReader(SectionFile file, Lazy<RuleSet> rules)
{
    /// <summary>Number of entries.</summary>
    public int Count { get; } = file.Section<int>(0).Length;

    /// <summary>Makes an entry.</summary>
    public unsafe LexicalEntry Read(int id)
    {
        var bytes = file.Section<byte>(1);
        var offset = file.Section<int>(0)[id];
        fixed (byte* start = bytes[offset..])
        {
            using var stream = new UnmanagedMemoryStream(start, bytes.Length - offset);
            using var reader = new BinaryReader(stream, Encoding.UTF8);
            return Read(reader, rules.Value);
        }
    }

    private static LexicalEntry Read(BinaryReader reader, RuleSet rules)
    {
        var entry = new LexicalEntry(reader.ReadString())
        {
            Classes = new ClassSet(reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64()),
            State = Of(rules.States, reader),
            Place = Of(rules.Places, reader),
            Venue = Venue(reader, rules),
            Organization = Of(rules.Organizations, reader),
            Conference = Of(rules.Conferences, reader),
            Office = Office(reader, rules),
        };
        Each(reader, () => entry.Sides.Add(Of(rules.States, reader)!));
        Each(reader, () => entry.Shorts.Add(reader.ReadString()));
        Each(reader, () => entry.People.Add(Of(rules.People, reader)!));
        Each(reader, () => entry.SetValue(reader.ReadString(), reader.ReadString()));
        return entry;
    }

    /// <summary>An office of the rules, or one composed of words (驻韩国大使).</summary>
    private static OfficeEntry? Office(BinaryReader reader, RuleSet rules) => reader.Read7BitEncodedInt() switch
    {
        LexicalEntryWriter.None => null,
        LexicalEntryWriter.Composed => new OfficeEntry(
            reader.ReadString(), [], reader.ReadInt32(), OrNull(reader.ReadString()), reader.ReadString(), false, null),
        var index => rules.Offices[index - LexicalEntryWriter.First],
    };

    /// <summary>A building of the rules, or one composed of words (驻韩国大使馆).</summary>
    private static VenueEntry? Venue(BinaryReader reader, RuleSet rules) => reader.Read7BitEncodedInt() switch
    {
        LexicalEntryWriter.None => null,
        LexicalEntryWriter.Composed => new VenueEntry(reader.ReadString(), OrNull(reader.ReadString()), OrNull(reader.ReadString()), []),
        var index => rules.Venues[index - LexicalEntryWriter.First],
    };

    private static string? OrNull(string text) => text.Length > 0 ? text : null;

    private static T? Of<T>(IReadOnlyList<T> rows, BinaryReader reader)
        where T : class => reader.Read7BitEncodedInt() is var index and > LexicalEntryWriter.None ? rows[index - LexicalEntryWriter.First] : null;

    private static void Each(BinaryReader reader, Action read)
    {
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            read();
        }
    }
}
