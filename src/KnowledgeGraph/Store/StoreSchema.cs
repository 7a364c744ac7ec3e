using System.Globalization;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Store;

/// <summary>The tables of a store, and how a file is recognised as one.</summary>
internal static class StoreSchema
{
    /// <summary>Marks a SQLite file as a kg store: the letters kgdb.</summary>
    public const int ApplicationId = 0x6B676462;

    /// <summary>Version of a store that went through all <see cref="Steps"/>.</summary>
    public static int Version => Steps.Length;

    /// <summary>
    /// What makes a store of schema n out of one of schema n - 1: a new store goes through all of them, an older one through
    /// those that it lacks. A step that has been released is never edited.
    /// </summary>
    private static readonly string[] Steps = [Tables, StoreUpgrades.Runs + StoreViews.All];

    /// <summary>
    /// A record belongs to a source, because two sources of one text may give different publication times and so
    /// different dates. An article names the source that counts, chosen by a rule that no order of runs can change.
    /// </summary>
    private const string Tables = """
        CREATE TABLE runs(
            number INTEGER PRIMARY KEY, rules_hash TEXT NOT NULL, version TEXT NOT NULL,
            extracted INTEGER, skipped INTEGER, failed INTEGER);
        CREATE TABLE articles(id TEXT PRIMARY KEY, title TEXT NOT NULL, root TEXT, file TEXT, text TEXT NOT NULL);
        CREATE TABLE sources(
            root TEXT NOT NULL, file TEXT NOT NULL, hash TEXT, rules_hash TEXT NOT NULL, version TEXT NOT NULL,
            article_id TEXT REFERENCES articles(id), status TEXT NOT NULL, reason TEXT,
            url TEXT, publisher TEXT, published TEXT, date_source TEXT,
            run INTEGER NOT NULL REFERENCES runs(number), PRIMARY KEY(root, file)) WITHOUT ROWID;
        CREATE INDEX sources_by_article ON sources(article_id);
        CREATE TABLE records(
            root TEXT NOT NULL, file TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY(root, file),
            FOREIGN KEY(root, file) REFERENCES sources(root, file) ON DELETE CASCADE) WITHOUT ROWID;

        CREATE TABLE nodes(
            id TEXT PRIMARY KEY, label TEXT NOT NULL, second_label TEXT, name TEXT NOT NULL, properties TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE edges(
            id TEXT PRIMARY KEY, from_id TEXT NOT NULL REFERENCES nodes(id), to_id TEXT NOT NULL REFERENCES nodes(id),
            type TEXT NOT NULL, properties TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX edges_by_start ON edges(from_id, type);
        CREATE INDEX edges_by_end ON edges(to_id, type);

        CREATE TABLE names(name TEXT NOT NULL, node_id TEXT NOT NULL, PRIMARY KEY(name, node_id)) WITHOUT ROWID;
        CREATE TABLE former_ids(id TEXT PRIMARY KEY, node_id TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE events(
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, status TEXT NOT NULL, date TEXT, date_from TEXT, date_to TEXT) WITHOUT ROWID;
        CREATE INDEX events_by_date ON events(date_from, kind);
        CREATE TABLE participations(
            node_id TEXT NOT NULL, event_id TEXT NOT NULL, role TEXT NOT NULL, title TEXT, country TEXT, office TEXT,
            PRIMARY KEY(node_id, event_id)) WITHOUT ROWID;
        CREATE INDEX participations_by_event ON participations(event_id);
        CREATE INDEX participations_by_country ON participations(country, event_id);
        CREATE INDEX participations_by_title ON participations(title, event_id);
        CREATE INDEX participations_by_office ON participations(office, event_id);
        """;

    /// <summary>Creates the tables of an empty file, upgrades a store of an older schema, and refuses any other file.</summary>
    /// <exception cref="StoreException">The file cannot be used.</exception>
    public static void Create(SqliteConnection connection, string path)
    {
        var isNew = Number(connection, "PRAGMA application_id") == 0 && Number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!isNew && Check(connection, path))
        {
            return;
        }

        using var transaction = connection.BeginTransaction();
        // Read within the transaction: another process may have upgraded the file meanwhile.
        for (var version = Number(connection, "PRAGMA user_version"); version < Version; version++)
        {
            Execute(connection, Steps[version]);
        }

        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};"));
        transaction.Commit();
    }

    /// <summary>Refuses a file that is no store or of a newer schema.</summary>
    /// <returns>Whether the store is of this schema; otherwise it is of an older one.</returns>
    /// <exception cref="StoreException">The file cannot be used.</exception>
    public static bool Check(SqliteConnection connection, string path)
    {
        if (Number(connection, "PRAGMA application_id") != ApplicationId)
        {
            throw new StoreException($"{path}: expected a kg store, found another SQLite database. Name a file that kg made, or a new file to make one.");
        }

        var version = Number(connection, "PRAGMA user_version");
        return version <= Version
            ? version == Version
            : throw new StoreException(string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: expected a store of schema {Version} or older, found {version}. Use a newer kg, or make a new store."));
    }

    /// <summary>Runs statements that give nothing.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The single number that a statement gives.</summary>
    public static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
