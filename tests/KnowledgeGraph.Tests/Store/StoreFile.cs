using KnowledgeGraph.Records;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Tests.Store;

/// <summary>A folder of its own for a store, deleted afterwards.</summary>
internal sealed class StoreFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kg-store-");

    public string Path => System.IO.Path.Combine(folder.FullName, "kg.db");

    /// <summary>A store that holds these records as sources <c>/news/FILE</c>.</summary>
    public KnowledgeStore With(params ExtractionRecord[] records)
    {
        var store = KnowledgeStore.Open(Path);
        Put(store, records);
        return store;
    }

    public static void Put(KnowledgeStore store, params ExtractionRecord[] records)
    {
        using var batch = store.BeginBatch(store.BeginRun("rules1", "0.1.0"));
        foreach (var record in records)
        {
            batch.Put(Source(record.Article.File, record.Article.Hash), record);
        }

        batch.Commit();
    }

    public static SourceState Source(string file, string? hash = "sha256:0", string status = "read", string? reason = null) => new("/news", file, hash, status, reason);

    public void Dispose() => folder.Delete(recursive: true);
}
