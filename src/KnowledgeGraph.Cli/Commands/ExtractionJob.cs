using System.Globalization;
using System.Reflection;
using System.Text;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Export;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Records;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>One run of <c>kg extract</c>.</summary>
internal sealed class ExtractionJob(Terminal terminal, ExtractionOptions options)
{
    private const int BatchSize = 500;
    private const int RowsShown = 20;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly ReadCounts counts = new();
    private readonly SeenArticles seen = new();
    private int unchanged;

    /// <summary>Runs to the end, or to the article at which it is cancelled.</summary>
    /// <returns>The exit code.</returns>
    public int Run(CancellationToken cancel)
    {
        var source = SharedOptions.RulesFrom(options.Rules);
        var reader = SharedOptions.Reader(terminal, options.Map, source);
        var pipeline = ExtractionPipeline.Create(RuleSet.Load(source));
        if (!options.RecordsOnly)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.StorePath))!);
        }

        using var store = options.RecordsOnly ? null : KnowledgeStore.Open(options.StorePath);
        Extract(reader, pipeline, store, cancel);
        if (store is not null)
        {
            var graph = Merge(store, pipeline);
            WriteGraph(graph);
            if (!options.Quiet && options.Records != "-")
            {
                ShowContacts(store);
            }
        }

        if (!options.Quiet)
        {
            terminal.Error.WriteLine(counts + (unchanged > 0 ? FormattableString.Invariant($"; {unchanged} unchanged") : ""));
        }

        return cancel.IsCancellationRequested ? KgCommand.Interrupted : counts[ReadStatus.Failed] > 0 ? KgCommand.SomeFailed : KgCommand.Success;
    }

    private static string Version { get; } = typeof(ExtractionPipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private void Extract(ArticleReader reader, ExtractionPipeline pipeline, KnowledgeStore? store, CancellationToken cancel)
    {
        using var recordFile = options.Records is null or "-" ? null : OutputFile.Create(options.Records);
        using var reportFile = options.Report is null ? null : OutputFile.Create(options.Report);
        using (var report = reportFile is null ? null : new StatusReport(reportFile.Stream))
        using (var lines = options.Records is null ? null : new StreamWriter(recordFile?.Stream ?? terminal.Bytes, Utf8, 1 << 16, leaveOpen: true) { NewLine = "\n" })
        {
            var run = store?.BeginRun(pipeline.RulesHash, Version);
            var batch = run is null ? null : store!.BeginBatch(run);
            var inBatch = 0;

            // Records and reports name every source, so a source may be passed over only where neither is asked for.
            var mayPassOver = store is not null && options.Records is null && options.Report is null;
            bool IsUnchanged(ArticleSource source) =>
                mayPassOver && source.Hash is { } hash && store!.IsCurrent(source.Root, source.Name, hash, pipeline.RulesHash, Version);

            try
            {
                var withText = options.WithText || store is not null;
                ExtractionProgress.Show(terminal, options.Quiet, terminal.IsInteractive ? CountFiles() : 0, progress =>
                {
                    foreach (var result in ArchiveExtraction.Run(reader, pipeline, reader.Find(options.Paths), options.Threads, withText, IsUnchanged))
                    {
                        if (cancel.IsCancellationRequested)
                        {
                            break;
                        }

                        progress.Done(result.Source.Name);
                        if (result.Read is null)
                        {
                            unchanged++;
                            continue;
                        }

                        var read = Note(result.Read);
                        report?.Add(read);
                        if (result.Record is { } record)
                        {
                            lines?.WriteLine(RecordJson.Write(options.WithText ? record : record with { Article = record.Article with { Text = null } }));
                        }

                        if (batch is null || read.Status == ReadStatus.NotAnArticle)
                        {
                            continue;
                        }

                        batch.Put(new SourceState(result.Source.Root, result.Source.Name, result.Source.Hash, read.Status.Name(), read.Reason), result.Record);
                        if (++inBatch == BatchSize)
                        {
                            batch.Commit();
                            batch.Dispose();
                            batch = store!.BeginBatch(run!);
                            inBatch = 0;
                        }
                    }

                    return 0;
                });
                batch?.Commit();
            }
            finally
            {
                batch?.Dispose();
            }

            if (run is not null)
            {
                store!.EndRun(run, new RunCounts(counts.Articles, unchanged, counts[ReadStatus.Failed]));
            }
        }

        recordFile?.Commit();
        reportFile?.Commit();
    }

    private ReadResult Note(ReadResult result)
    {
        var read = seen.Mark(result);
        counts.Add(read);
        if (read.Status == ReadStatus.Failed || (options.Verbose && read.Article is null))
        {
            terminal.Error.WriteLine($"kg: {read.Name}: {read.Status.Name()}: {read.Reason}");
        }

        return read;
    }

    private static PropertyGraph Merge(KnowledgeStore store, ExtractionPipeline pipeline)
    {
        var builder = new GraphBuilder(pipeline.Knowledge);
        foreach (var record in store.Records())
        {
            builder.Add(record);
        }

        var graph = builder.Build();
        store.ReplaceGraph(graph);
        return graph;
    }

    private void WriteGraph(PropertyGraph graph)
    {
        using var file = OutputFile.Create(Path.Combine(options.GraphFolder, "graph.graphml"));
        GraphMlWriter.Write(graph, file.Stream);
        file.Commit();
    }

    private void ShowContacts(KnowledgeStore store)
    {
        var everything = new WhoMetQuestion { Undated = true };
        var total = WhoMet.Count(store, everything);
        using (var rows = RowWriter.Create(options.Format, terminal))
        {
            foreach (var contact in WhoMet.Find(store, everything with { Latest = RowsShown }).Contacts)
            {
                rows.Write(ContactRows.Short(contact));
            }
        }

        if (total > RowsShown)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… the latest {RowsShown} of {total}; kg who-met shows all of them."));
        }
    }

    /// <summary>How many files the inputs hold, for the bar.</summary>
    private int CountFiles() => options.Paths.Sum(path =>
        File.Exists(path) ? 1 : Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Count() : 0);
}
