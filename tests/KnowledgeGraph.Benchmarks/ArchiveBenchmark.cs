using System.Diagnostics;
using System.Globalization;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Benchmarks;

/// <summary>
/// What whole processes of kg take in time and memory for archives that grow: extraction with the building of the graph, the
/// same again with one article more, and exports.
/// </summary>
internal static class ArchiveBenchmark
{
    private static readonly string[] Formats = ["graphml", "gexf", "events", "neo4j-csv"];

    /// <summary>Runs the benchmark.</summary>
    /// <param name="program">The command, as a <c>.dll</c> or a program.</param>
    /// <param name="counts">How many articles; one round for each.</param>
    public static int Run(string program, string[] counts)
    {
        Console.WriteLine("| articles | step | seconds | peak MB | |\n| --- | --- | --- | --- | --- |");
        foreach (var count in counts.Select(count => int.Parse(count, CultureInfo.InvariantCulture)))
        {
            var folder = Directory.CreateTempSubdirectory("kg-archive-");
            try
            {
                Measure(program, count, folder.FullName);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return 0;
    }

    private static void Measure(string program, int count, string folder)
    {
        var (articles, store) = (Path.Combine(folder, "articles.jsonl"), Path.Combine(folder, "kg.db"));
        InventedArchive.Write(articles, count);
        Row("extract", Child(program, folder, "extract", articles, "--db", store, "--quiet"), Size(articles) + " of articles, " + Graph(store));
        InventedArchive.Write(articles, count + 1);
        Row("extract one more", Child(program, folder, "extract", articles, "--db", store, "--quiet"), Size(store) + " store");
        foreach (var format in Formats)
        {
            var output = Path.Combine(folder, "out-" + format);
            Row("export " + format, Child(program, folder, "export", "--db", store, "--format", format, "--out", output), File.Exists(output) ? Size(output) : "");
        }

        Row("who-met", Child(program, folder, "who-met", "--with", "韩国", "--since", "2020", "--until", "2020", "--count", "--db", store), "");

        void Row(string step, (double Seconds, long Peak) measured, string note) =>
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {count} | {step} | {measured.Seconds:0.0} | {measured.Peak / 1e6:0} | {note} |"));
    }

    private static string Size(string file) => string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(file).Length / 1e6:0} MB");

    private static string Graph(string path)
    {
        using var store = KnowledgeStore.OpenForReading(path);
        return string.Create(CultureInfo.InvariantCulture, $"{store.Nodes().LongCount()} nodes, {store.Edges().LongCount()} edges");
    }

    /// <summary>Runs a process, and asks the system while it runs what memory it has held at most.</summary>
    private static (double Seconds, long Peak) Child(string program, string folder, params string[] arguments)
    {
        var isLibrary = program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isLibrary ? "dotnet" : program) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var argument in isLibrary ? arguments.Prepend(Path.GetFullPath(program)) : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        var peak = 0L;
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
        }

        return process.ExitCode == 0 ? (clock.Elapsed.TotalSeconds, peak)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
