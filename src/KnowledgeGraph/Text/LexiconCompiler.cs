using System.Globalization;
using System.Text;

namespace KnowledgeGraph.Text;

/// <summary>Compiles jieba's dictionary and model to the file that <see cref="LexiconData"/> reads.</summary>
internal static class LexiconCompiler
{
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

        // Of a word that stands twice the last line counts, as in jieba; the sum of frequencies counts both.
        var words = new Dictionary<string, (int Frequency, string Tag)>(StringComparer.Ordinal);
        var total = 0L;
        foreach (var (word, frequency, tag) in Words(dictionary))
        {
            words[word] = (frequency, tag);
            total += frequency;
        }

        int[] frequencies = [0, .. words.Values.Select(word => word.Frequency).Distinct().Order()];
        var classes = frequencies.Select((frequency, index) => (frequency, index)).Skip(1).ToDictionary(pair => pair.frequency, pair => checked((ushort)pair.index));
        var tagNames = words.Values.Select(word => word.Tag).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var (codes, nodes) = DoubleArrayBuilder.Build(words.Select(word => KeyValuePair.Create(word.Key, classes[word.Value.Frequency])));
        var tags = new byte[nodes.Length];
        foreach (var (word, (_, tag)) in words)
        {
            tags[DoubleArrayBuilder.NodeOf(word, codes, nodes)] = (byte)tagNames.BinarySearch(tag, StringComparer.Ordinal);
        }

        var (transitions, emissions) = Model(model);
        SectionFile.Write(
            output,
            LexiconData.Magic,
            w => Array.ForEach(codes, w.Write),
            w => Array.ForEach(nodes, node => node.Write(w)),
            w => Array.ForEach(frequencies, w.Write),
            w => Array.ForEach(frequencies, frequency => w.Write(Math.Log(Math.Max(frequency, 1)))),
            w => w.Write(tags),
            w => w.Write(Encoding.UTF8.GetBytes(string.Join('\n', tagNames))),
            w => Array.ForEach(emissions, w.Write),
            w => Array.ForEach(transitions, w.Write),
            w => w.Write(total));
    }

    private static IEnumerable<(string Word, int Frequency, string Tag)> Words(TextReader dictionary)
    {
        for (var line = 1; dictionary.ReadLine() is { } text; line++)
        {
            var parts = text.Split(' ');
            yield return parts.Length == 3 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var frequency)
                ? (parts[0], frequency, parts[2])
                : throw new FormatException(FormattableString.Invariant($"dictionary:{line}: expected 'word frequency tag', found '{text}'."));
        }
    }

    private static (double[] Transitions, double[] Emissions) Model(TextReader model)
    {
        var transitions = new double[20];
        var emissions = new double[4 * (LexiconData.LastHan - LexiconData.FirstHan + 1)];
        Array.Fill(transitions, HiddenMarkovModel.Impossible);
        Array.Fill(emissions, HiddenMarkovModel.Impossible);
        for (var line = 1; model.ReadLine() is { } text; line++)
        {
            var parts = text.Split('\t');
            if (!double.TryParse(parts[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var probability))
            {
                throw new FormatException(FormattableString.Invariant($"model:{line}: expected a log probability at the end, found '{text}'."));
            }

            switch (parts)
            {
                case ["start", var state, _]:
                    transitions[State(state, line)] = probability;
                    break;
                case ["trans", var from, var to, _]:
                    transitions[4 + (4 * State(from, line)) + State(to, line)] = probability;
                    break;
                case ["emit", var state, [var character], _]:
                    // Characters outside the range never reach the model.
                    if (character is >= LexiconData.FirstHan and <= LexiconData.LastHan)
                    {
                        emissions[(4 * (character - LexiconData.FirstHan)) + State(state, line)] = probability;
                    }

                    break;
                default:
                    throw new FormatException(FormattableString.Invariant($"model:{line}: expected start, trans or emit, found '{text}'."));
            }
        }

        return (transitions, emissions);
    }

    private static int State(string name, int line) => HiddenMarkovModel.States.IndexOf(name, StringComparison.Ordinal) is var index and >= 0
        ? index
        : throw new FormatException(FormattableString.Invariant($"model:{line}: expected one of the states B, E, M, S, found '{name}'."));
}
