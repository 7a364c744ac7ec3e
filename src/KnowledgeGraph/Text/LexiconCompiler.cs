using System.Globalization;
using System.Text;

namespace KnowledgeGraph.Text;

/// <summary>Compiles jieba's dictionary and model to the file that <see cref="Lexicon"/> reads.</summary>
public static class LexiconCompiler
{
    private const int Sections = 12;
    private const int HeaderWords = 8;

    /// <summary>Compiles.</summary>
    /// <param name="dictionary">Lines <c>word frequency tag</c>.</param>
    /// <param name="model">Lines <c>start STATE p</c>, <c>trans FROM TO p</c>, <c>emit STATE CHARACTER p</c>, separated by tabs.</param>
    /// <param name="output">Where the file goes.</param>
    /// <exception cref="FormatException">A line is not of that form; the message names it.</exception>
    public static void Compile(TextReader dictionary, TextReader model, Stream output)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(output);
        var words = new List<(string Word, int Frequency, string Tag)>();
        var line = 0;
        while (dictionary.ReadLine() is { } text)
        {
            line++;
            var parts = text.Split(' ');
            words.Add(parts.Length == 3 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var frequency)
                ? (parts[0], frequency, parts[2])
                : throw new FormatException($"dictionary:{line}: expected 'word frequency tag', found '{text}'."));
        }

        // Of a word that stands twice the last line counts, as in jieba; the sum of frequencies counts both.
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            indices[words[i].Word] = i;
        }

        var arrays = DoubleArrayBuilder.Build(indices);
        var tags = words.Select(word => word.Tag).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var (start, emissions) = Model(model);
        var total = words.Sum(word => (long)word.Frequency);
        var tagNames = Encoding.UTF8.GetBytes(string.Join('\n', tags));

        var sections = new Action<BinaryWriter>[Sections]
        {
            w => Array.ForEach(arrays.Codes, w.Write),
            w => Array.ForEach(arrays.Bases, w.Write),
            w => Array.ForEach(arrays.Checks, w.Write),
            w => Array.ForEach(arrays.Values, w.Write),
            w => words.ForEach(word => w.Write(Math.Log(Math.Max(word.Frequency, 1)))),
            w => words.ForEach(word => w.Write(word.Frequency)),
            w => words.ForEach(word => w.Write((byte)tags.IndexOf(word.Tag))),
            w => w.Write(tagNames),
            w => emissions.ForEach(emission => w.Write((ushort)emission.Character)),
            w => emissions.ForEach(emission => w.Write((byte)emission.State)),
            w => emissions.ForEach(emission => w.Write(emission.Probability)),
            w => Array.ForEach(start, w.Write),
        };

        ulong[] header = [LexiconData.Magic, (ulong)arrays.Bases.Length, (ulong)words.Count, (ulong)tagNames.Length, (ulong)emissions.Count, BitConverter.DoubleToUInt64Bits(Math.Log(total)), 0, 0];
        Write(output, header, sections);
    }

    private static void Write(Stream output, ulong[] header, Action<BinaryWriter>[] sections)
    {
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body);
        var offsets = new ulong[sections.Length];
        var origin = (ulong)((HeaderWords + sections.Length) * sizeof(ulong));
        for (var i = 0; i < sections.Length; i++)
        {
            while (body.Position % sizeof(ulong) != 0)
            {
                writer.Write((byte)0);
            }

            offsets[i] = origin + (ulong)body.Position;
            sections[i](writer);
        }

        using var top = new BinaryWriter(output, Encoding.UTF8, leaveOpen: true);
        Array.ForEach(header, top.Write);
        Array.ForEach(offsets, top.Write);
        writer.Flush();
        body.WriteTo(output);
    }

    private static (double[] Start, List<(char Character, int State, double Probability)> Emissions) Model(TextReader model)
    {
        var start = new double[20];
        Array.Fill(start, HiddenMarkovModel.Impossible);
        var emissions = new List<(char, int, double)>();
        var line = 0;
        while (model.ReadLine() is { } text)
        {
            line++;
            var parts = text.Split('\t');
            if (!double.TryParse(parts[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var probability))
            {
                throw new FormatException($"model:{line}: expected a log probability at the end, found '{text}'.");
            }

            switch (parts)
            {
                case ["start", var state, _]:
                    start[State(state, line)] = probability;
                    break;
                case ["trans", var from, var to, _]:
                    start[4 + (4 * State(from, line)) + State(to, line)] = probability;
                    break;
                case ["emit", var state, [var character], _]:
                    emissions.Add((character, State(state, line), probability));
                    break;
                default:
                    throw new FormatException($"model:{line}: expected start, trans or emit, found '{text}'.");
            }
        }

        return (start, emissions);
    }

    private static int State(string name, int line) => HiddenMarkovModel.States.IndexOf(name, StringComparison.Ordinal) is var index and >= 0
        ? index
        : throw new FormatException($"model:{line}: expected one of the states B, E, M, S, found '{name}'.");
}
