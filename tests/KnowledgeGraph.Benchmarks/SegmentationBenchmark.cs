using System.Diagnostics;
using System.Globalization;
using System.Text;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Benchmarks;

/// <summary>
/// Our segmenter and matcher beside <c>@node-rs/jieba</c>, jieba's port to Rust, over the same lines on one thread. The programs
/// take turns, so that a busy machine is busy for both; medians are compared.
/// </summary>
internal static class SegmentationBenchmark
{
    private const int Rounds = 5;
    private const int MostCharacters = 4_000_000;

    /// <summary>Runs the benchmark.</summary>
    /// <param name="paths">Articles; without any the project's samples, over and over.</param>
    public static int Run(string[] paths)
    {
        var text = Text(paths.Length == 0 ? NodeJieba.Samples : paths);
        using var node = new NodeJieba(text);
        Measure(text.Split('\n'), Encoding.UTF8.GetByteCount(text) / 1e6, node);
        return 0;
    }

    private static void Measure(string[] lines, double megabytes, NodeJieba node)
    {
        var vocabulary = LoadingBenchmark.Matcher();
        var ours = new (string Name, Action Work)[]
        {
            ("Cut", () => Cut(lines)),
            ("Tokenize", () => Tokenize(lines)),
            ("Tag", () => Tag(lines)),
            ("fold and match", () => Match(lines, vocabulary)),
        };
        var seconds = ours.ToDictionary(part => part.Name, _ => new List<double>(), StringComparer.Ordinal);
        var allocated = new Dictionary<string, double>(StringComparer.Ordinal);
        var (cut, tag, load) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var (name, work) in ours)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var clock = Stopwatch.StartNew();
                work();
                var time = clock.Elapsed.TotalSeconds;
                allocated[name] = (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6;
                if (round >= 0)
                {
                    seconds[name].Add(time);
                }
            }

            if (round >= 0)
            {
                var times = node.Run();
                cut.Add(times.Cut);
                tag.Add(times.Tag);
                load.Add(times.Load);
            }
        }

        var theirs = megabytes / Median(cut);
        Print("text", FormattableString.Invariant($"{megabytes:0.0} MB of UTF-8, {lines.Length} lines; medians of {Rounds} rounds, one thread"), "", "");
        Print("", "MB/s", "times node cut", "MB allocated");
        foreach (var (name, _) in ours)
        {
            Row(name, megabytes / Median(seconds[name]), theirs, allocated[name]);
        }

        Row("@node-rs/jieba cut", theirs, theirs, null);
        Row("@node-rs/jieba tag", megabytes / Median(tag), theirs, null);
        Print("", "loading, ms", "", "");
        foreach (var part in LoadingBenchmark.Parts)
        {
            Print(part, LoadingBenchmark.Median(part, Rounds).ToString("0.0", CultureInfo.InvariantCulture), "", "");
        }

        Print("@node-rs/jieba", Median(load).ToString("0.0", CultureInfo.InvariantCulture), "", "");
    }

    private static void Cut(string[] lines)
    {
        foreach (var line in lines)
        {
            foreach (var word in Segmenter.Default.Cut(line))
            {
                _ = word.Length;
            }
        }
    }

    private static void Tokenize(string[] lines)
    {
        var tokens = new List<Token>();
        foreach (var line in lines)
        {
            tokens.Clear();
            Segmenter.Default.Tokenize(line, tokens);
        }
    }

    private static void Tag(string[] lines)
    {
        var (buffer, tagged) = (new List<Token>(), new List<TaggedToken>());
        foreach (var line in lines)
        {
            tagged.Clear();
            Segmenter.Default.Tag(line, buffer, tagged);
        }
    }

    private static void Match(string[] lines, Vocabulary vocabulary)
    {
        var matches = new List<PhraseMatch>();
        var folded = new char[lines.Max(line => line.Length)];
        foreach (var line in lines)
        {
            matches.Clear();
            CharacterFolding.Default.Fold(line, folded);
            vocabulary.Match(folded.AsSpan(0, line.Length), matches);
        }
    }

    /// <summary>The text of articles; of few ones over and over.</summary>
    private static string Text(string[] paths)
    {
        var reader = new ArticleReader();
        var text = new StringBuilder();
        while (text.Length < MostCharacters)
        {
            var before = text.Length;
            foreach (var source in reader.Find(paths))
            {
                if (text.Length < MostCharacters && reader.Read(source).Article is { } article)
                {
                    text.Append(article.Text);
                }
            }

            if (text.Length == before)
            {
                throw new InvalidDataException("There is no article in " + string.Join(", ", paths));
            }
        }

        return text.ToString();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Row(string name, double speed, double theirs, double? allocated) => Print(
        name,
        speed.ToString("0.0", CultureInfo.InvariantCulture),
        (speed / theirs).ToString("0.0", CultureInfo.InvariantCulture),
        allocated?.ToString("0.0", CultureInfo.InvariantCulture) ?? "");

    private static void Print(string name, string first, string second, string third) => Console.WriteLine($"{name,-20} {first,12} {second,16} {third,14}".TrimEnd());
}
