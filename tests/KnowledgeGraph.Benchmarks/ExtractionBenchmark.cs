using System.Diagnostics;
using System.Globalization;
using System.Text;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Benchmarks;

/// <summary>
/// From file to record on one thread and on two, beside <c>@node-rs/jieba</c>, which only cuts the same text. The programs take
/// turns; medians are compared.
/// </summary>
internal static class ExtractionBenchmark
{
    private const int Rounds = 5;

    /// <summary>Runs the benchmark.</summary>
    /// <param name="paths">Articles; without any the project's samples.</param>
    public static int Run(string[] paths)
    {
        var reader = new ArticleReader();
        ArticleSource[] sources = [.. reader.Find(paths.Length == 0 ? NodeJieba.Samples : paths)];
        var articles = sources.Select(source => reader.Read(source).Article).OfType<Article>().ToList();
        var text = string.Join('\n', articles.Select(article => article.Text));
        var megabytes = Encoding.UTF8.GetByteCount(text) / 1e6;
        var pipeline = ExtractionPipeline.Load(RuleSource.Embedded);
        using var node = new NodeJieba(text);
        var parts = new (string Name, Func<double> Seconds)[]
        {
            ("read", () => Time(() => Array.ForEach(sources, source => reader.Read(source)))),
            ("extract", () => Time(() => articles.ForEach(article => pipeline.Extract(article)))),
            ("file to record, 1 thread", () => Time(() => Extract(1))),
            ("file to record, 2 threads", () => Time(() => Extract(2))),
            ("@node-rs/jieba cut", () => node.Run().Cut),
        };
        var seconds = parts.ToDictionary(part => part.Name, _ => new List<double>(), StringComparer.Ordinal);
        var allocated = 0L;
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var (name, work) in parts)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var time = work();
                allocated = name == "extract" ? GC.GetAllocatedBytesForCurrentThread() - before : allocated;
                if (round >= 0)
                {
                    seconds[name].Add(time);
                }
            }
        }

        var theirs = Speed(seconds["@node-rs/jieba cut"]);
        Console.WriteLine(FormattableString.Invariant($"{articles.Count} articles, {megabytes:0.0} MB of UTF-8; medians of {Rounds} rounds; extracting allocates {allocated / 1e6:0} MB"));
        Console.WriteLine($"{"",-26} {"MB/s",8} {"times node cut",16}");
        foreach (var (name, _) in parts)
        {
            var speed = Speed(seconds[name]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-26} {speed,8:0.00} {speed / theirs,16:0.00}"));
        }

        return 0;

        void Extract(int threads)
        {
            foreach (var result in ArchiveExtraction.Run(reader, pipeline, sources, threads, withText: false))
            {
                _ = result.Record;
            }
        }

        double Speed(List<double> values) => megabytes / values.Order().ElementAt(values.Count / 2);
    }

    private static double Time(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalSeconds;
    }
}
