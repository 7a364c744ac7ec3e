using System.Reflection;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Records;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>Stores what the sources of one run gave, some hundreds at a time: what is committed lasts, whatever happens to the run.</summary>
internal sealed class StoreWriter : IDisposable
{
    private const int BatchSize = 500;

    /// <summary>The version of kg that reads and writes.</summary>
    public static readonly string Version =
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

        batch.Put(new SourceState(source.Root, source.Name, source.Hash, read.Status.Name(), read.Reason) { Container = source.Container }, record);
        if (++inBatch == BatchSize)
        {
            Commit();
        }
    }

    /// <summary>Stores records that were made elsewhere: all of them or, where one cannot be read, none.</summary>
    /// <param name="root">The file that holds them; their sources are named by it and by their own names.</param>
    /// <param name="records">The records with text.</param>
    /// <returns>How many were added or changed, and how many the store had just so.</returns>
    public (int Added, int Same) Import(string root, IEnumerable<ExtractionRecord> records)
    {
        Commit();
        var (added, same) = (0, 0);
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        try
        {
            foreach (var record in records)
            {
                // Records of several folders may bear one name: each keeps a place of its own.
                var count = names[record.Article.File] = names.GetValueOrDefault(record.Article.File) + 1;
                var name = count == 1 ? record.Article.File : FormattableString.Invariant($"{record.Article.File}#{count}");
                if (store.Source(root, name)?.Record is { } known && RecordJson.Write(known) == RecordJson.Write(record))
                {
                    same++;
                    continue;
                }

                // Neither rules nor version are known, so the source is never taken for current.
                batch.Put(new SourceState(root, name, record.Article.Hash, ReadStatus.Read.Name(), null) { RulesHash = "", Version = "" }, record);
                added++;
            }
        }
        catch
        {
            batch.Dispose();
            batch = store.BeginBatch(run);
            throw;
        }

        Commit();
        return (added, same);
    }

    /// <summary>Commits what is left and ends the run.</summary>
    public void Complete(RunCounts counts)
    {
        batch.Commit();
        store.EndRun(run, counts);
    }

    private void Commit()
    {
        batch.Commit();
        batch.Dispose();
        batch = store.BeginBatch(run);
        inBatch = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => batch.Dispose();
}
