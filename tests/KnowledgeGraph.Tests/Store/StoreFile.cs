using System.Globalization;
using KnowledgeGraph.Records;
using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;

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

/// <summary>Asks a store as anyone may who opens the file.</summary>
internal static class StoreRowsInTests
{
    /// <summary>The rows of a statement, values joined by |.</summary>
    public static List<string> Rows(this KnowledgeStore store, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={store.Path};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
