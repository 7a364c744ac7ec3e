using System.Globalization;
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
    private const int RowsShown = 20;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly ReadCounts counts = new();
    private readonly SeenArticles seen = new();
    private int unchanged;
    private int imported;
    private int refused;

    /// <summary>Runs to the end, or to the article at which it is cancelled.</summary>
    /// <returns>The exit code.</returns>
    public int Run(CancellationToken cancel)
    {
        if (options.RecordsOnly && options.FromRecords.Count > 0)
        {
            throw new UsageException("--from-records takes records into a store: name it with --db, or leave --records out.");
        }

        var source = SharedOptions.RulesFrom(options.Rules, options.Cache);
        var reader = SharedOptions.Reader(terminal, options.Map, source);
        var pipeline = ExtractionPipeline.Load(source, SharedOptions.LexiconFrom(options.UserDictionary));
        // Read before anything is done: a correction that cannot be used stops the run at once.
        var corrections = options.RecordsOnly ? Corrections.None : GraphFiles.CorrectionsOf(options.Corrections, options.StorePath);
        using var store = options.RecordsOnly ? null : StoreFiles.OpenOrCreate(options.StorePath);
        Extract(reader, pipeline, store, cancel);
        if (store is not null)
        {
            GraphFiles.Renew(store, pipeline.Knowledge, corrections, options.GraphFolder, terminal);
            if (!options.Quiet && options.Records != "-")
            {
                ShowContacts(store);
            }
        }

        if (!options.Quiet)
        {
            terminal.Error.WriteLine(counts + (imported > 0 ? FormattableString.Invariant($"; {imported} records taken in") : "") + (unchanged > 0 ? FormattableString.Invariant($"; {unchanged} unchanged") : ""));
        }

        return cancel.IsCancellationRequested ? KgCommand.Interrupted : counts[ReadStatus.Failed] + refused > 0 ? KgCommand.SomeFailed : KgCommand.Success;
    }

    private void Extract(ArticleReader reader, ExtractionPipeline pipeline, KnowledgeStore? store, CancellationToken cancel)
    {
        using var recordFile = options.Records is null or "-" ? null : OutputFile.Create(options.Records);
        using var reportFile = options.Report is null ? null : OutputFile.Create(options.Report);
        using (var report = reportFile is null ? null : new StatusReport(reportFile.Stream))
        using (var lines = options.Records is null ? null : new StreamWriter(recordFile?.Stream ?? terminal.Bytes, Utf8, 1 << 16, leaveOpen: true) { NewLine = "\n" })
        using (var writer = store is null ? null : new StoreWriter(store, pipeline.RulesHash))
        {
            // Records and reports name every source, so a source may be passed over only where neither is asked for.
            Func<ArticleSource, bool>? mayPassOver = options.Records is null && options.Report is null && writer is not null ? writer.IsUnchanged : null;
            var results = ArchiveExtraction.Run(
                reader, pipeline, reader.Find(options.Paths), options.Threads, options.WithText || store is not null, mayPassOver);
            ExtractionProgress.Show(terminal, options.Quiet, terminal.IsInteractive ? CountFiles() : 0, progress =>
            {
                foreach (var result in results.TakeWhile(_ => !cancel.IsCancellationRequested))
                {
                    progress.Done(result.Source.Name);
                    Take(result, report, lines, writer);
                }
            });
            if (writer is not null)
            {
                Import(writer, cancel);
            }

            writer?.Complete(new RunCounts(counts.Articles + imported, unchanged, counts[ReadStatus.Failed]));
        }

        recordFile?.Commit();
        reportFile?.Commit();
    }

    /// <summary>Takes in the record files named, each as a whole or not at all.</summary>
    private void Import(StoreWriter writer, CancellationToken cancel)
    {
        foreach (var path in options.FromRecords.TakeWhile(_ => !cancel.IsCancellationRequested))
        {
            try
            {
                using var stream = path == "-" ? terminal.Input : File.OpenRead(path);
                var (added, same) = writer.Import(path == "-" ? path : Path.GetFullPath(path), RecordFile.Read(stream, path));
                imported += added;
                unchanged += same;
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or DecoderFallbackException)
            {
                refused++;
                terminal.Error.WriteLine($"kg: {(error.Message.StartsWith(path, StringComparison.Ordinal) ? "" : path + ": ")}{error.Message}");
            }
        }
    }

    private void Take(ArchiveResult result, StatusReport? report, StreamWriter? lines, StoreWriter? writer)
    {
        if (result.Read is null)
        {
            unchanged++;
            return;
        }

        var read = Note(result.Read);
        report?.Add(read);
        if (result.Record is { } record)
        {
            lines?.WriteLine(RecordJson.Write(options.WithText ? record : record with { Article = record.Article with { Text = null } }));
        }

        writer?.Put(result.Source, read, result.Record);
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

    private void ShowContacts(KnowledgeStore store)
    {
        var answer = WhoMet.Find(store, new WhoMetQuestion { Undated = true, Latest = RowsShown });
        var contacts = new ContactRows(Labels.Original);
        using (var rows = RowWriter.Create(options.Format, terminal))
        {
            foreach (var contact in answer.Contacts)
            {
                rows.Write(contacts.Short(contact));
            }
        }

        if (answer.Count > RowsShown)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… the latest {RowsShown} of {answer.Count}; kg who-met shows all of them."));
        }
    }

    /// <summary>How many files the inputs hold, for the bar.</summary>
    private int CountFiles() => options.Paths.Sum(path =>
        File.Exists(path) ? 1 : Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Count() : 0);
}
