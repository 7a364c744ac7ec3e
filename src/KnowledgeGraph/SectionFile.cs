using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KnowledgeGraph;

/// <summary>
/// A compiled file (dictionary, rules, vocabulary): a magic number, then sections of plain numbers, each aligned to eight
/// bytes, little-endian. It is read where it lies, in the assembly's own mapping or in one array: nothing is parsed.
/// </summary>
internal sealed unsafe class SectionFile
{
    private const int Alignment = sizeof(ulong);

    // What holds the memory: the resource's stream, or the array.
    private readonly object owner;
    private readonly byte* start;
    private readonly long length;

    private SectionFile(object owner, byte* start, long length, ulong magic, string name)
    {
        this.owner = owner;
        this.start = start;
        this.length = length;
        if (!BitConverter.IsLittleEndian || length < 2 * sizeof(ulong) || Word(0) != magic)
        {
            throw new InvalidDataException($"{name} is no compiled file of this version; make it anew.");
        }

        for (var i = 0; i < (int)Math.Min(Word(1), int.MaxValue / 2); i++)
        {
            var (offset, size) = (Word(2 + (2 * i)), Word(3 + (2 * i)));
            if (offset > (ulong)length || size > (ulong)length - offset)
            {
                throw new InvalidDataException($"{name} is cut short; make it anew.");
            }
        }
    }

    /// <summary>Opens a resource of this assembly.</summary>
    /// <exception cref="InvalidDataException">There is none of that name, or it is of another format.</exception>
    public static SectionFile OfResource(string name, ulong magic) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(name) is UnmanagedMemoryStream stream
            ? new SectionFile(stream, stream.PositionPointer, stream.Length, magic, name)
            : throw new InvalidDataException($"The assembly holds no resource '{name}'; build it anew.");

    /// <summary>Opens a file's bytes.</summary>
    /// <exception cref="InvalidDataException">They are of another format or cut short.</exception>
    public static SectionFile OfBytes(ReadOnlySpan<byte> bytes, ulong magic, string name)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(pinned);
        return new SectionFile(pinned, (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned)), pinned.Length, magic, name);
    }

    /// <summary>Writes a file.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="magic">Its first bytes; the last digit is the version of the format.</param>
    /// <param name="sections">What writes each section.</param>
    public static void Write(Stream output, ulong magic, params Action<BinaryWriter>[] sections)
    {
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body);
        var bounds = new List<(ulong Offset, ulong Length)>();
        var origin = (ulong)((2 + (2 * sections.Length)) * sizeof(ulong));
        foreach (var section in sections)
        {
            while (body.Position % Alignment != 0)
            {
                writer.Write((byte)0);
            }

            var from = (ulong)body.Position;
            section(writer);
            writer.Flush();
            bounds.Add((origin + from, (ulong)body.Position - from));
        }

        using var top = new BinaryWriter(output, System.Text.Encoding.UTF8, leaveOpen: true);
        top.Write(magic);
        top.Write((ulong)sections.Length);
        foreach (var (offset, size) in bounds)
        {
            top.Write(offset);
            top.Write(size);
        }

        top.Flush();
        body.WriteTo(output);
    }

    /// <summary>Texts one behind the other as UTF-8, and where each begins; the last offset is the end.</summary>
    public static (List<int> Offsets, byte[] Bytes) Texts(IEnumerable<string> texts)
    {
        var offsets = new List<int> { 0 };
        using var bytes = new MemoryStream();
        foreach (var text in texts)
        {
            bytes.Write(System.Text.Encoding.UTF8.GetBytes(text));
            offsets.Add((int)bytes.Length);
        }

        return (offsets, bytes.ToArray());
    }

    /// <summary>A section's numbers.</summary>
    public ReadOnlySpan<T> Section<T>(int index)
        where T : unmanaged => new(Address(index, out var bytes), (int)(bytes / sizeof(T)));

    /// <summary>Where a section begins; valid as long as this object lives.</summary>
    public T* Pointer<T>(int index)
        where T : unmanaged => (T*)Address(index, out _);

    private byte* Address(int index, out long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)index, Word(1));
        bytes = (long)Word(3 + (2 * index));
        GC.KeepAlive(owner);
        return start + Word(2 + (2 * index));
    }

    private ulong Word(int index) => ((index + 1) * sizeof(ulong)) <= length ? ((ulong*)start)[index] : 0;
}
