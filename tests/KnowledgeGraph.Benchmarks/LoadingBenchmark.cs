using System.Diagnostics;
using System.Globalization;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Benchmarks;

/// <summary>What a process waits for before the first word is cut, the first phrase found, the first article read.</summary>
internal static class LoadingBenchmark
{
    private const string Sentence = "国务委员兼外长王毅会见韩国外长朴振。";

    /// <summary>What can be loaded.</summary>
    public static readonly string[] Parts = ["segmenter", "matcher", "pipeline"];

    /// <summary>Loads one part in a fresh process.</summary>
    /// <returns>The milliseconds, the median of several processes.</returns>
    public static double Median(string part, int rounds) => Enumerable.Range(0, rounds).Select(_ => double.Parse(
        ChildProcess.Output(Environment.ProcessPath!, Invocation(part)), CultureInfo.InvariantCulture)).Order().ElementAt(rounds / 2);

    /// <summary>Loads one part in this process and prints the milliseconds.</summary>
    public static int RunOnce(string part)
    {
        var clock = Stopwatch.StartNew();
        switch (part)
        {
            case "segmenter":
                _ = Segmenter.Default.Tokenize(Sentence);
                break;
            case "matcher":
                Matcher().Match(Sentence, []);
                break;
            case "pipeline":
                _ = ExtractionPipeline.Load(RuleSource.Embedded);
                break;
            default:
                return 2;
        }

        Console.WriteLine(clock.Elapsed.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>The matcher of the full gazetteer; what its phrases mean is read when it is asked for.</summary>
    public static Vocabulary Matcher() =>
        Vocabulary.Load(RuleSource.Embedded, new Lazy<RuleSet>(() => RuleSet.Load(RuleSource.Embedded)), CharacterFolding.Default);

    private static string[] Invocation(string part) =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(LoadingBenchmark).Assembly.Location, "load", part] : ["load", part];
}
