using System.Reflection;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Records;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>Stores what the sources of one run gave, some hundreds at a time: what is committed lasts, whatever happens to the run.</summary>
internal sealed class StoreWriter : IDisposable
{
    private const int BatchSize = 500;
    private static readonly string Version =
        typeof(ExtractionPipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private readonly KnowledgeStore store;
    private readonly ExtractionRun run;
    private RecordBatch batch;
    private int inBatch;

    /// <summary>Begins a run.</summary>
    /// <param name="store">Where to store.</param>
    /// <param name="rulesHash">Hash of the rules used.</param>
    public StoreWriter(KnowledgeStore store, string rulesHash)
    {
        this.store = store;
        run = store.BeginRun(rulesHash, Version);
        batch = store.BeginBatch(run);
    }

    /// <summary>Whether a source was last read with this content, these rules and this version.</summary>
    public bool IsUnchanged(ArticleSource source) =>
        source.Hash is { } hash && store.IsCurrent(source.Root, source.Name, hash, run.RulesHash, run.Version);

    /// <summary>Stores a source and its record, where it has one.</summary>
    public void Put(ArticleSource source, ReadResult read, ExtractionRecord? record)
    {
        if (read.Status == ReadStatus.NotAnArticle)
        {
            return;
        }

        batch.Put(new SourceState(source.Root, source.Name, source.Hash, read.Status.Name(), read.Reason), record);
        if (++inBatch == BatchSize)
        {
            batch.Commit();
            batch.Dispose();
            batch = store.BeginBatch(run);
            inBatch = 0;
        }
    }

    /// <summary>Commits what is left and ends the run.</summary>
    public void Complete(RunCounts counts)
    {
        batch.Commit();
        store.EndRun(run, counts);
    }

    /// <inheritdoc/>
    public void Dispose() => batch.Dispose();
}
