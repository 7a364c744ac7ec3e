using KnowledgeGraph.Graph;
using KnowledgeGraph.Records;
using KnowledgeGraph.Store;
using KnowledgeGraph.Tests.Graph;
using KnowledgeGraph.Tests.Records;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Tests.Store;

/// <summary>A store that an older kg made is upgraded when it is opened, and nothing in it is lost.</summary>
public sealed class StoreUpgradeTests : IDisposable
{
    /// <summary>The tables as the kg of schema 1 made them.</summary>
    private const string SchemaOne = """
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
        PRAGMA application_id = 1801938018;
        PRAGMA user_version = 1;
        """;

    private static readonly ExtractionRecord Record =
        Told.In("a").Event(EventKinds.Meeting, "2022-07-07", [GraphOf.Wang, GraphOf.Park], "巴厘岛").Agreement("互访", "中国", "韩国").Record();

    private readonly StoreFile file = new();

    public StoreUpgradeTests()
    {
        using var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = SchemaOne + """
            INSERT INTO runs VALUES (1, 'rules1', '0.1.0', 0, 0, 0), (2, 'rules1', '0.1.0', 1, 0, 0);
            INSERT INTO articles VALUES ('article:a', '标题a', '/news', 'a.md', $text);
            INSERT INTO sources VALUES ('/news', 'a.md', 'sha256:a', 'rules1', '0.1.0', 'article:a', 'read', NULL, NULL, NULL, '2022-07-08', NULL, 2);
            INSERT INTO records VALUES ('/news', 'a.md', $json);
            INSERT INTO nodes VALUES ($event, 'Event', 'Meeting', '王毅–朴振', $properties);
            INSERT INTO events VALUES ($event, 'meeting', 'held', '2022-07-07', '2022-07-07', '2022-07-07');
            """;
        command.Parameters.AddWithValue("$text", Record.Article.Text);
        command.Parameters.AddWithValue("$json", RecordJson.Write(Record with { Article = Record.Article with { Text = null } }));
        command.Parameters.AddWithValue("$event", "event:0000000000000000");
        command.Parameters.AddWithValue("$properties", $$"""{"name":"王毅–朴振","kind":"meeting","status":"held","formerIds":["{{Record.Events[0].Id}}"]}""");
        command.ExecuteNonQuery();
    }

    public void Dispose() => file.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Records_runs_and_graph_are_kept(bool toWrite)
    {
        using var store = toWrite ? KnowledgeStore.Open(file.Path) : KnowledgeStore.OpenForReading(file.Path);

        Assert.Equal(RecordJson.Write(Record), RecordJson.Write(Assert.Single(store.Records(withText: true))));
        Assert.Equal(["2"], store.Rows("SELECT first_run FROM meetings"));
        Assert.Equal(["2"], store.Rows("SELECT DISTINCT run FROM first_seen"));
        Assert.Equal(["article:a|2022-07-08|a.md|1|2"], store.Rows("SELECT id, published, file, sources, first_run FROM articles"));
    }

    [Fact]
    public void An_upgraded_store_is_the_same_as_a_new_one()
    {
        using var upgraded = KnowledgeStore.Open(file.Path);
        using var newFile = new StoreFile();
        using var made = newFile.With(Record);
        const string Objects = "SELECT type, name, sql FROM sqlite_schema ORDER BY name";

        Assert.Equal(made.Rows(Objects), upgraded.Rows(Objects));
        Assert.Empty(upgraded.Rows("PRAGMA foreign_key_check"));
    }

    [Fact]
    public void What_schema_one_did_not_note_is_read_anew()
    {
        using var store = KnowledgeStore.Open(file.Path);

        Assert.False(store.IsCurrent("/news", "a.md", "sha256:a", "rules1", "0.1.0"));
        StoreFile.Put(store, Record);
        Assert.True(store.IsCurrent("/news", "a.md", "sha256:a", "rules1", "0.1.0"));
        Assert.Equal(["2"], store.Rows("SELECT DISTINCT run FROM first_seen"));
    }
}
