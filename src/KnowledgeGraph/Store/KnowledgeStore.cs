using System.Globalization;
using KnowledgeGraph.Records;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Store;

/// <summary>
/// One SQLite file with the sources read, their records and the merged graph. For use by one thread at a time; other
/// processes may read it meanwhile.
/// </summary>
public sealed class KnowledgeStore : IDisposable
{
    private const int BusySeconds = 30;
    private const int SqliteReadOnly = 8;
    private const int SqliteCannotOpen = 14;
    private readonly SqliteConnection connection;
    private SqliteCommand? current;

    private KnowledgeStore(SqliteConnection connection, string path)
    {
        this.connection = connection;
        Path = path;
    }

    /// <summary>The file, as a full path.</summary>
    public string Path { get; }

    /// <summary>The number of the last run; 0 where there was none.</summary>
    public long LastRun => StoreSchema.Number(connection, "SELECT coalesce(max(number), 0) FROM runs");

    /// <summary>The open connection, for the statements of queries.</summary>
    internal SqliteConnection Connection => connection;

    /// <summary>Opens a store to write in; makes it where the file is missing or empty, and upgrades one of an older schema.</summary>
    /// <exception cref="StoreException">The file is no store, of a newer schema, or cannot be opened.</exception>
    public static KnowledgeStore Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        return Open(full, SqliteOpenMode.ReadWriteCreate, connection =>
        {
            StoreSchema.Create(connection, full);
            StoreSchema.Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;");
        });
    }

    /// <summary>Opens a store to ask it; one of an older schema is upgraded first.</summary>
    /// <exception cref="StoreException">The file is missing, no store, of a newer schema, or cannot be opened.</exception>
    public static KnowledgeStore OpenForReading(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new StoreException($"{full}: expected a kg store, found no file. Check the path, or build a store from articles first.");
        }

        var current = true;
        var store = OpenAsItIs(full, connection => current = StoreSchema.Check(connection, full));
        if (current)
        {
            return store;
        }

        store.Dispose();
        Open(full).Dispose();
        return OpenForReading(full);
    }

    /// <summary>Whether a source was last read with this content, these rules and this version, so that it need not be read again.</summary>
    /// <param name="root">The root, as a full path.</param>
    /// <param name="file">The source relative to the root.</param>
    /// <param name="hash"><c>sha256:</c> over its bytes.</param>
    /// <param name="rulesHash">Hash of the rules to use now.</param>
    /// <param name="version">Version of the extractor to use now.</param>
    public bool IsCurrent(string root, string file, string hash, string rulesHash, string version)
    {
        current ??= connection.Prepare(
            "SELECT 1 FROM sources WHERE root = $root AND file = $file AND hash = $hash AND rules_hash = $rules AND version = $version",
            "$root", "$file", "$hash", "$rules", "$version");
        return current.Bind(root, file, hash, rulesHash, version).ExecuteScalar() is not null;
    }

    /// <summary>Begins a run; its number is one more than the last run's.</summary>
    public ExtractionRun BeginRun(string rulesHash, string version)
    {
        using var command = connection.Prepare(
            "INSERT INTO runs(number, rules_hash, version) SELECT coalesce(max(number), 0) + 1, $rules, $version FROM runs RETURNING number", "$rules", "$version");
        return new ExtractionRun(Convert.ToInt32(command.Bind(rulesHash, version).ExecuteScalar(), CultureInfo.InvariantCulture), rulesHash, version);
    }

    /// <summary>Notes how many sources a run met.</summary>
    public void EndRun(ExtractionRun run, RunCounts counts)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(counts);
        using var command = connection.Prepare(
            "UPDATE runs SET extracted = $extracted, skipped = $skipped, failed = $failed WHERE number = $number", "$number", "$extracted", "$skipped", "$failed");
        command.Bind(run.Number, counts.Extracted, counts.Skipped, counts.Failed).ExecuteNonQuery();
    }

    /// <summary>Begins a batch: what is put into it is stored as a whole at its <see cref="RecordBatch.Commit"/>, or not at all.</summary>
    public RecordBatch BeginBatch(ExtractionRun run) => new(connection, run);

    /// <summary>The sources of a root that the store knows, in ordinal order.</summary>
    public IEnumerable<string> Files(string root)
    {
        using var command = connection.Prepare("SELECT file FROM sources WHERE root = $root ORDER BY file", "$root");
        using var reader = command.Bind(root).ExecuteReader();
        while (reader.Read())
        {
            yield return reader.GetString(0);
        }
    }

    /// <summary>
    /// The records, one per article in ordinal order of article id, read one by one. Of several sources of one text it is
    /// the earliest published one's, then the one whose path is ordinally smallest.
    /// </summary>
    /// <param name="withText">Whether <see cref="ArticleRecord.Text"/> is filled in.</param>
    public IEnumerable<ExtractionRecord> Records(bool withText = false)
    {
        using var command = connection.Prepare($"""
            SELECT r.json{(withText ? ", a.text" : "")} FROM texts a JOIN records r ON r.root = a.root AND r.file = a.file ORDER BY a.id
            """);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var record = RecordJson.Read(reader.GetString(0));
            yield return withText ? record with { Article = record.Article with { Text = reader.GetString(1) } } : record;
        }
    }

    /// <summary>Replaces the merged graph, as a whole or not at all.</summary>
    /// <param name="nodes">The nodes, each id once.</param>
    /// <param name="edges">The edges, between these nodes.</param>
    public void WriteGraph(IEnumerable<GraphNodeRow> nodes, IEnumerable<GraphEdgeRow> edges) => GraphTables.Replace(connection, nodes, edges);

    /// <summary>The nodes of the merged graph, in ordinal order of id.</summary>
    public IEnumerable<GraphNodeRow> Nodes() => GraphTables.Nodes(connection);

    /// <summary>The edges of the merged graph, in ordinal order of id.</summary>
    public IEnumerable<GraphEdgeRow> Edges() => GraphTables.Edges(connection);

    /// <inheritdoc/>
    public void Dispose()
    {
        current?.Dispose();
        connection.Dispose();
    }

    private static KnowledgeStore OpenAsItIs(string path, Action<SqliteConnection> prepare)
    {
        try
        {
            return Open(path, SqliteOpenMode.ReadOnly, prepare);
        }
        catch (StoreException exception)
            when (exception.InnerException is SqliteException { SqliteErrorCode: SqliteReadOnly or SqliteCannotOpen } && !File.Exists(path + "-wal"))
        {
            // Where nothing may be written SQLite cannot keep the index of its log. There is no log: the file alone is the store.
            return Open(path, SqliteOpenMode.ReadOnly, prepare, new Uri(path).AbsoluteUri + "?immutable=1");
        }
    }

    private static KnowledgeStore Open(string path, SqliteOpenMode mode, Action<SqliteConnection> prepare, string? address = null)
    {
        SQLitePCL.Batteries_V2.Init();
        // Without pooling the file is closed when the store is: it can be moved or deleted at once.
        // Written out, not by a builder: that takes longer than most answers.
        var connection = new SqliteConnection(string.Create(
            CultureInfo.InvariantCulture,
            $"Data Source=\"{(address ?? path).Replace("\"", "\"\"", StringComparison.Ordinal)}\";Mode={mode};Pooling=False;Default Timeout={BusySeconds}"));
        try
        {
            connection.Open();
            prepare(connection);
            return new KnowledgeStore(connection, path);
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new StoreException($"{path}: expected a kg store: {exception.Message} Name a file that kg made, or a new file to make one.", exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
