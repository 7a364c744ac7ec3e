using KnowledgeGraph.Graph;
using KnowledgeGraph.Records;
using KnowledgeGraph.Store;
using KnowledgeGraph.Tests.Graph;
using KnowledgeGraph.Tests.Records;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Tests.Store;

public sealed class KnowledgeStoreTests : IDisposable
{
    private readonly StoreFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public void A_record_comes_back_as_it_was_put_with_and_without_its_text()
    {
        var record = Told.In("a").Event(EventKinds.Meeting, "2022-07-07", [GraphOf.Wang, GraphOf.Park], "巴厘岛").Agreement("互访", "中国", "韩国").Record();
        using var store = file.With(record);

        Assert.Equal(RecordJson.Write(record), RecordJson.Write(Assert.Single(store.Records(withText: true))));
        Assert.Null(Assert.Single(store.Records()).Article.Text);
    }

    [Fact]
    public void Records_come_in_ordinal_order_of_article()
    {
        using var store = file.With(Told.In("b").Record(), Told.In("a").Record(), Told.In("B").Record());

        Assert.Equal(["article:B", "article:a", "article:b"], store.Records().Select(record => record.Article.Id));
        Assert.Equal(["B.md", "a.md", "b.md"], store.Files("/news"));
    }

    [Theory]
    [InlineData("/news", "a.md", "sha256:a", "rules1", "0.1.0", true)]
    [InlineData("/other", "a.md", "sha256:a", "rules1", "0.1.0", false)]
    [InlineData("/news", "b.md", "sha256:a", "rules1", "0.1.0", false)]
    [InlineData("/news", "a.md", "sha256:b", "rules1", "0.1.0", false)]
    [InlineData("/news", "a.md", "sha256:a", "rules2", "0.1.0", false)]
    [InlineData("/news", "a.md", "sha256:a", "rules1", "0.2.0", false)]
    public void A_source_is_current_if_content_rules_and_version_are_those_it_was_read_with(
        string root, string name, string hash, string rules, string version, bool expected)
    {
        using var store = file.With(Told.In("a").Record());

        Assert.Equal(expected, store.IsCurrent(root, name, hash, rules, version));
    }

    [Fact]
    public void One_text_at_two_paths_is_one_article_read_as_first_published()
    {
        var later = Told.In("a", "2022-07-09").Record("a.md");
        var first = Told.In("a", "2022-07-08").Record("b.md");
        using var store = file.With(later, first);

        Assert.Equal("b.md", Assert.Single(store.Records()).Article.File);

        using (var batch = store.BeginBatch(store.BeginRun("rules1", "0.1.0")))
        {
            Assert.True(batch.Forget("/news", "b.md"));
            batch.Commit();
        }

        Assert.Equal("a.md", Assert.Single(store.Records()).Article.File);
    }

    [Fact]
    public void A_changed_source_replaces_what_it_gave_and_a_forgotten_one_is_gone()
    {
        using var store = file.With(Told.In("a").Record("x.md"));
        StoreFile.Put(store, Told.In("b").Record("x.md"));
        Assert.Equal(["article:b"], store.Records().Select(record => record.Article.Id));

        using var batch = store.BeginBatch(store.BeginRun("rules1", "0.1.0"));
        Assert.True(batch.Forget("/news", "x.md"));
        Assert.False(batch.Forget("/news", "x.md"));
        batch.Commit();
        Assert.Empty(store.Records());
        Assert.Empty(store.Files("/news"));
    }

    [Fact]
    public void A_source_that_fails_is_remembered_and_gives_no_record()
    {
        using var store = file.With(Told.In("a").Record("x.md"));
        using var batch = store.BeginBatch(store.BeginRun("rules1", "0.1.0"));
        batch.Put(StoreFile.Source("x.md", "sha256:1", "failed", "not UTF-8"), null);
        batch.Commit();

        Assert.Empty(store.Records());
        Assert.True(store.IsCurrent("/news", "x.md", "sha256:1", "rules1", "0.1.0"));
    }

    [Fact]
    public void A_batch_without_commit_leaves_the_last_committed_state()
    {
        using (var store = file.With(Told.In("a").Record()))
        using (var batch = store.BeginBatch(store.BeginRun("rules1", "0.1.0")))
        {
            batch.Put(StoreFile.Source("b.md"), Told.In("b").Record());
            Assert.True(store.IsCurrent("/news", "b.md", "sha256:0", "rules1", "0.1.0"));
        }

        using var again = KnowledgeStore.OpenForReading(file.Path);
        Assert.Equal(["article:a"], again.Records().Select(record => record.Article.Id));
    }

    [Fact]
    public void A_record_without_text_is_refused()
    {
        using var store = file.With();
        using var batch = store.BeginBatch(store.BeginRun("rules1", "0.1.0"));
        var record = Told.In("a").Record();

        Assert.Throws<ArgumentException>(() => batch.Put(StoreFile.Source("a.md"), record with { Article = record.Article with { Text = null } }));
    }

    [Fact]
    public void Runs_are_numbered()
    {
        using var store = file.With();
        var run = store.BeginRun("rules1", "0.1.0");
        store.EndRun(run, new RunCounts(1, 2, 3));

        Assert.Equal(2, run.Number);
        Assert.Equal(3, store.BeginRun("rules2", "0.1.0").Number);
    }

    [Fact]
    public void A_graph_comes_back_as_it_was_put_and_replaces_the_one_before()
    {
        var graph = GraphOf.Articles(Told.In("a").Event(EventKinds.Meeting, "2022-07-07", [GraphOf.Wang, GraphOf.Park], "巴厘岛", "印度尼西亚").Agreement("互访", "中国", "韩国"));
        using var store = file.With();
        store.ReplaceGraph(GraphOf.Articles(Told.In("z").Event(EventKinds.PhoneCall, "2021", [GraphOf.Wang, GraphOf.Blinken])));
        store.ReplaceGraph(graph);

        Assert.Equal(graph.Lines(), store.ReadGraph().Lines());
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var exception = Assert.Throws<StoreException>(() => KnowledgeStore.OpenForReading(file.Path));

        Assert.Contains(file.Path, exception.Message, StringComparison.Ordinal);
        Assert.Contains("found no file", exception.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file.Path));
    }

    [Theory]
    [InlineData("PRAGMA application_id = 7; CREATE TABLE x(y)", "another SQLite database")]
    [InlineData("CREATE TABLE x(y)", "another SQLite database")]
    [InlineData("PRAGMA application_id = 1801938018; PRAGMA user_version = 99", "found 99")]
    public void Another_database_and_a_newer_schema_are_refused(string sql, string expected)
    {
        using (var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        Assert.Contains(expected, Assert.Throws<StoreException>(() => KnowledgeStore.OpenForReading(file.Path)).Message, StringComparison.Ordinal);
        Assert.Contains(expected, Assert.Throws<StoreException>(() => KnowledgeStore.Open(file.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(file.Path, new string('x', 2000));

        Assert.Contains(file.Path, Assert.Throws<StoreException>(() => KnowledgeStore.Open(file.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Increments_give_the_graph_that_a_full_build_gives()
    {
        var a = Told.In("a").Event(EventKinds.Meeting, "2022-07-07", [GraphOf.Wang, GraphOf.Park]).Record();
        var b = Told.In("b").Event(EventKinds.Meeting, "2022-07", [GraphOf.Wang, GraphOf.Park]).Record();
        using var store = file.With(b, Told.In("c").Event(EventKinds.Visit, "2021", [GraphOf.Wang], country: "泰国").Record("a.md"));
        StoreFile.Put(store, a);

        Assert.Equal(GraphOf.Records([a, b]).Lines(), GraphOf.Records(store.Records()).Lines());
    }
}
