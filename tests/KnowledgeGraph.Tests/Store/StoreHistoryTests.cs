using FsCheck;
using FsCheck.Fluent;
using KnowledgeGraph.Export;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Records;
using KnowledgeGraph.Store;
using KnowledgeGraph.Tests.Export;
using KnowledgeGraph.Tests.Graph;
using KnowledgeGraph.Tests.Records;

namespace KnowledgeGraph.Tests.Store;

/// <summary>Whatever happened to a store, its graph is that of a store built at once from what is left in it.</summary>
public sealed class StoreHistoryTests
{
    private static readonly string[] Files = ["a.md", "b.md", "c.md", "d.md"];

    private static readonly PersonRecord[] People =
    [
        GraphOf.Wang, GraphOf.Park, GraphOf.Blinken, Told.Person("特朗普", "美国", "总统", "川普"), Told.Person("川普", "美国"),
        Told.Person("李强", null), Told.Person("王毅", null, "外交部长"),
    ];

    /// <summary>What an article may say: the same text may come again from another file, at another time.</summary>
    private static Gen<ExtractionRecord> Articles =>
        from key in Gen.Elements("1", "2", "3", "4", "5")
        from published in Gen.Elements(null, "2022-07-08", "2022-06-01T00:31:00Z")
        from file in Gen.Elements(Files)
        select Article(key, published, file);

    private enum Kind
    {
        /// <summary>An article is added or edited.</summary>
        Put,

        /// <summary>A file is forgotten.</summary>
        Forget,

        /// <summary>Records made elsewhere are taken in.</summary>
        TakeIn,

        /// <summary>A store made elsewhere is joined.</summary>
        Join,

        /// <summary>The graph is built in between.</summary>
        Build,
    }

    [Fact]
    public void Any_history_leaves_the_graph_of_a_rebuild_byte_for_byte()
    {
        var step = from kind in Gen.Elements(Kind.Put, Kind.Put, Kind.Forget, Kind.TakeIn, Kind.Join, Kind.Build)
                   from articles in Articles.ArrayOf(3)
                   select (kind, articles);

        Prop.ForAll(Arb.From(step.ArrayOf(6)), steps =>
        {
            using var file = new StoreFile();
            using var store = file.With();
            var left = new SortedDictionary<(string Root, string File), ExtractionRecord>();
            foreach (var (kind, articles) in steps)
            {
                Do(kind, articles, store, left);
            }

            using var other = new StoreFile();
            using var rebuilt = other.With();
            foreach (var ((root, name), record) in left.Reverse())
            {
                Put(rebuilt, root, record with { Article = record.Article with { File = name } });
            }

            return string.Equals(Export(store), Export(rebuilt), StringComparison.Ordinal) && store.Rows("PRAGMA foreign_key_check").Count == 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Stores_are_joined_in_any_order()
    {
        var stores = from articles in Articles.ArrayOf(4).ArrayOf(3)
                     from order in Gen.Shuffle(Enumerable.Range(0, 3).ToArray())
                     select (articles, order);

        Prop.ForAll(Arb.From(stores), given =>
        {
            var files = given.articles.Select(_ => new StoreFile()).ToList();
            var parts = files.Zip(given.articles, (file, articles) => file.With(articles)).ToList();
            try
            {
                return Joined(parts).AsSpan().SequenceEqual(Joined(given.order.Select(i => parts[i])));
            }
            finally
            {
                parts.ForEach(part => part.Dispose());
                files.ForEach(file => file.Dispose());
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_source_that_two_stores_know_differently_is_told()
    {
        using var left = new StoreFile();
        using var right = new StoreFile();
        using var ours = left.With(Article("1", "2022-07-08", "a.md"), Article("2", "2022-07-08", "b.md"));
        using var theirs = right.With(Article("3", "2022-07-09", "a.md"), Article("2", "2022-07-08", "b.md"));

        var (added, differing) = ours.AddAll(ours.BeginRun("", "0.1.0"), theirs);

        Assert.Equal(1, added);
        Assert.Equal(["/news/a.md"], differing);
        Assert.Equal(["article:2", "article:3"], ours.Records().Select(record => record.Article.Id));
        Assert.Equal(["article:2|1", "article:3|2"], ours.Rows("SELECT id, first_run FROM articles ORDER BY id"));
        Assert.True(ours.IsCurrent("/news", "b.md", "sha256:2", "rules1", "0.1.0"));
    }

    private static void Do(Kind kind, ExtractionRecord[] articles, KnowledgeStore store, SortedDictionary<(string, string), ExtractionRecord> left)
    {
        switch (kind)
        {
            case Kind.Put:
                Put(store, "/news", articles[0]);
                left[("/news", articles[0].Article.File)] = articles[0];
                break;
            case Kind.Forget:
                using (var batch = store.BeginBatch(store.BeginRun("", "0.1.0")))
                {
                    Assert.Equal(left.Remove(("/news", articles[0].Article.File)), batch.Forget("/news", articles[0].Article.File));
                    batch.Commit();
                }

                break;
            case Kind.TakeIn:
                foreach (var record in articles)
                {
                    Put(store, "/team.jsonl", record);
                    left[("/team.jsonl", record.Article.File)] = record;
                }

                break;
            case Kind.Join:
                using (var file = new StoreFile())
                using (var other = file.With())
                {
                    foreach (var record in articles)
                    {
                        Put(other, "/elsewhere", record);
                    }

                    store.AddAll(store.BeginRun("", "0.1.0"), other);
                    foreach (var (source, theirs) in other.Sources())
                    {
                        // One of the two readings stays; which one may not depend on the order, see the test below.
                        var stood = RecordJson.Write(store.Source(source.Root, source.File)!.Record!);
                        var ours = left.GetValueOrDefault((source.Root, source.File));
                        left[(source.Root, source.File)] = ours is not null && RecordJson.Write(ours) == stood ? ours : theirs!;
                        Assert.Equal(RecordJson.Write(left[(source.Root, source.File)]), stood);
                    }
                }

                break;
            default:
                Export(store);
                break;
        }
    }

    private static void Put(KnowledgeStore store, string root, ExtractionRecord record)
    {
        using var batch = store.BeginBatch(store.BeginRun("rules1", "0.1.0"));
        batch.Put(new SourceState(root, record.Article.File, record.Article.Hash, "read", null), record);
        batch.Commit();
    }

    private static string Joined(IEnumerable<KnowledgeStore> parts)
    {
        using var file = new StoreFile();
        using var joined = file.With();
        var run = joined.BeginRun("", "0.1.0");
        foreach (var part in parts)
        {
            joined.AddAll(run, part);
        }

        return Export(joined);
    }

    private static string Export(KnowledgeStore store)
    {
        store.ReplaceGraph(GraphOf.Records(store.Records(withText: true)));
        return Written.File(store.ReadGraph(), stream => new GraphMlWriter(stream));
    }

    private static ExtractionRecord Article(string key, string? published, string file)
    {
        var number = key[0] - '0';
        return Told.In(key, published, number % 2 == 0 ? "王毅会见韩国外长朴振" : null)
            .Event(EventKinds.Meeting, number < 3 ? "2022-07-07" : "2022-07", [People[number % People.Length], People[(number + 1) % People.Length]], "巴厘岛", "印度尼西亚")
            .Event(EventKinds.Visit, number == 4 ? null : "2022-07", [People[number + 1]], country: "泰国", status: number == 3 ? EventStatuses.Planned : EventStatuses.Held)
            .Agreement("保持沟通", "中国", "韩国").Record(file);
    }
}
