using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Records;
using KnowledgeGraph.Tests.Graph;
using KnowledgeGraph.Tests.Records;
using KnowledgeGraph.Tests.Store;

namespace KnowledgeGraph.Tests.Query;

public sealed class ConflictTests : IDisposable
{
    private static readonly PersonRecord[] Both = [GraphOf.Wang, GraphOf.Park];
    private readonly StoreFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public void Two_places_are_told_with_what_each_article_says()
    {
        var conflict = Assert.Single(Found(
            Told.In("a", "2022-07-08").Event(EventKinds.Meeting, "2022-07-07", Both, "巴厘岛", sentence: "在巴厘岛。"),
            Told.In("b", "2022-07-09").Event(EventKinds.Meeting, "2022-07-07", Both, "巴厘岛"),
            Told.In("c", "2022-07-10").Event(EventKinds.Meeting, "2022-07-07", Both, "雅加达", sentence: "在雅加达。")));

        Assert.Equal(("place", "巴厘岛"), (conflict.Value, conflict.Stands));
        Assert.Equal(["巴厘岛 标题a", "巴厘岛 标题b", "雅加达 标题c"], conflict.Tellings.Select(telling => $"{telling.Says} {telling.Title}"));
        Assert.Equal("在雅加达。", conflict.Tellings[2].Sentence);
    }

    [Fact]
    public void A_vaguer_date_and_the_date_of_a_plan_contradict_nothing() =>
        Assert.Empty(Found(
            Told.In("a").Event(EventKinds.Meeting, "2022-07-07", Both),
            Told.In("b").Event(EventKinds.Meeting, "2022-07", Both),
            Told.In("c").Event(EventKinds.Meeting, "2022-07-06/2022-07-08", Both, status: EventStatuses.Planned)));

    private List<Conflict> Found(params Told[] articles)
    {
        using var store = file.With([.. articles.Select(article => article.Record())]);
        store.ReplaceGraph(GraphOf.Records(store.Records()));
        return [.. Conflicts.Find(store)];
    }
}
