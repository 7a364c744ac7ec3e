using System.Collections.Immutable;
using KnowledgeGraph.Export.Neo4j;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Store;
using KnowledgeGraph.Tests.Store;

namespace KnowledgeGraph.Tests.Export.Neo4j;

/// <summary>Loads of small graphs into a real server.</summary>
[Collection(RealNeo4jTests.Name)]
public sealed class GraphLoadTests : IAsyncLifetime
{
    private static readonly GraphNode Wang = Node("person:0000000000000001", [NodeLabels.Person], ("name", "王毅"), ("aliases", ImmutableArray.Create("王部长")));
    private static readonly GraphNode Park = Node("person:0000000000000002", [NodeLabels.Person], ("name", "朴振"), ("country", "韩国"));
    private static readonly GraphNode Talk = Node(
        "event:0000000000000003", [NodeLabels.Event, "Meeting"], ("name", "会谈"), ("kind", "meeting"), ("status", "held"), ("date", "2022-08"), ("dateFrom", new DateOnly(2022, 8, 1)), ("dateTo", new DateOnly(2022, 8, 31)), ("year", 2022L));

    private static readonly GraphEdge Met = Edge("edge:0000000000000004", Wang, Park, Relations.MetWith, ("date", "2022-08"), ("place", "青岛"));
    private static readonly GraphEdge Took = Edge("edge:0000000000000005", Wang, Talk, Relations.ParticipatedIn, ("role", "host"));

    private readonly StoreFile file = new();

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(RealNeo4j.IsPresent, RealNeo4j.Missing);
        await RealNeo4j.EmptyAsync();
    }

    public ValueTask DisposeAsync()
    {
        file.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_second_load_creates_nothing_and_leaves_nothing_of_its_own()
    {
        var first = await LoadAsync([Wang, Park, Talk], [Met, Took]);
        var second = await LoadAsync([Wang, Park, Talk], [Met, Took]);

        Assert.Equal((3, 2, 3, 2), (first.Nodes, first.Relations, first.NodesCreated, first.RelationsCreated));
        Assert.Equal((3, 2, 0, 0), (second.Nodes, second.Relations, second.NodesCreated, second.RelationsCreated));
        Assert.Equal("[[0]]", await RealNeo4j.AskAsync("MATCH (n:KgLoad) RETURN count(n)"));
    }

    [Fact]
    public async Task Values_keep_their_types()
    {
        await LoadAsync([Wang, Park, Talk], [Met, Took]);

        Assert.Equal(
            """[["STRING NOT NULL","DATE NOT NULL","INTEGER NOT NULL",2022,8,31]]""",
            await RealNeo4j.AskAsync("MATCH (e:Event:Meeting) RETURN valueType(e.date), valueType(e.dateFrom), valueType(e.year), e.dateTo.year, e.dateTo.month, e.dateTo.day"));
        Assert.Equal("""[["LIST<STRING NOT NULL> NOT NULL"]]""", await RealNeo4j.AskAsync("MATCH (p:Person {name: '王毅'}) RETURN valueType(p.aliases)"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public async Task The_graph_is_the_same_whatever_the_batches(int size)
    {
        var result = await LoadAsync([Wang, Park, Talk], [Met, Took], new LoadOptions { BatchSize = size });

        Assert.Equal((3, 2), (result.NodesCreated, result.RelationsCreated));
        Assert.Equal("""[["王毅","朴振","青岛"]]""", await RealNeo4j.AskAsync("MATCH (a)-[r:MET_WITH]->(b) RETURN a.name, b.name, r.place"));
    }

    [Fact]
    public async Task What_went_away_is_cleared_and_what_others_wrote_stays()
    {
        await LoadAsync([Wang, Park, Talk], [Met, Took]);
        await RealNeo4j.AskAsync("MATCH (p:Person {name: '朴振'}) SET p.note = 'mine', p:Watched");

        await LoadAsync([Wang, Without(Park, "country"), new GraphNode(Talk.Id, [NodeLabels.Event, "VideoMeeting"], Talk.Properties)], [Met with { Properties = Met.Properties.Remove("place") }, Took]);

        Assert.Equal("""[[null,"mine",true]]""", await RealNeo4j.AskAsync("MATCH (p:Person {name: '朴振'}) RETURN p.country, p.note, p:Watched"));
        Assert.Equal("[[true,false]]", await RealNeo4j.AskAsync("MATCH (e:Event) RETURN e:VideoMeeting, e:Meeting"));
        Assert.Equal("[[null]]", await RealNeo4j.AskAsync("MATCH ()-[r:MET_WITH]->() RETURN r.place"));
    }

    [Fact]
    public async Task Pruning_removes_what_the_store_lost_and_no_more()
    {
        await RealNeo4j.AskAsync("CREATE (:Person {id: 'person:theirs', name: '别人'})-[:KNOWS]->(:Person {name: '又一人'})");
        await LoadAsync([Wang, Park, Talk], [Met, Took]);

        var told = await LoadAsync([Wang, Park], []);
        var pruned = await LoadAsync([Wang, Park], [], new LoadOptions { Prune = true });

        Assert.Equal((1, 2, null), (told.FormerNodes, told.FormerRelations, told.Pruned));
        Assert.Equal(new PruneCounts(1, 2, 0), pruned.Pruned);
        Assert.Equal((0, 0), (pruned.FormerNodes, pruned.FormerRelations));
        Assert.Equal("""[["别人"],["又一人"],["朴振"],["王毅"]]""", await RealNeo4j.AskAsync("MATCH (n) RETURN n.name AS name ORDER BY name"));
        Assert.Equal("[[1]]", await RealNeo4j.AskAsync("MATCH ()-[r]->() RETURN count(r)"));
    }

    [Fact]
    public async Task Pruning_keeps_what_others_have_written_to()
    {
        await LoadAsync([Wang, Park, Talk], [Met, Took]);
        await RealNeo4j.AskAsync("MATCH (e:Event) CREATE (e)<-[:ABOUT]-(:Note {text: 'mine'})");
        await RealNeo4j.AskAsync("MATCH (p:Person {name: '朴振'}) SET p.note = 'mine'");

        var pruned = await LoadAsync([Wang], [], new LoadOptions { Prune = true });

        Assert.Equal(new PruneCounts(0, 2, 2), pruned.Pruned);
        Assert.Equal("[[1,1]]", await RealNeo4j.AskAsync("MATCH (:Note)-[r:ABOUT]->(:Event) MATCH (p:Person {note: 'mine'}) RETURN count(r), count(p)"));
    }

    [Fact]
    public async Task What_two_stores_hold_is_removed_with_the_last_of_them()
    {
        using var other = new StoreFile();
        await LoadAsync([Wang, Park], [Met]);
        await LoadAsync([Wang, Park], [Met], store: other);

        await LoadAsync([Wang], [], new LoadOptions { Prune = true });
        var afterFirst = await RealNeo4j.AskAsync("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(n), count(r)");
        await LoadAsync([Wang], [], new LoadOptions { Prune = true }, other);

        Assert.Equal("[[2,1]]", afterFirst);
        Assert.Equal("""[["王毅",true]]""", await RealNeo4j.AskAsync("MATCH (n) RETURN n.name, n.kgStore =~ 'store:[0-9a-f]{16} store:[0-9a-f]{16}'"));
    }

    [Fact]
    public async Task A_load_that_was_cut_off_is_gone_on_with()
    {
        using var store = Fill(file, [Wang, Park, Talk], [Met, Took]);
        var notes = new Observer { StopAt = 2 };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LoadAsync(store, new LoadOptions { BatchSize = 1 }, notes));
        var left = await RealNeo4j.AskAsync("MATCH (l:KgLoad) RETURN l.nodes, l.relations, l.done, l.lock");

        var result = await LoadAsync(store, new LoadOptions { BatchSize = 1 }, new Observer());

        Assert.Equal("[[3,2,2,null]]", left);
        Assert.Equal((2, 1, 2), (result.Resumed, result.NodesCreated, result.RelationsCreated));
        Assert.Equal("[[3,2]]", await RealNeo4j.AskAsync("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n), count(r)"));
    }

    [Fact]
    public async Task A_load_of_another_graph_begins_anew()
    {
        using (var store = Fill(file, [Wang, Park, Talk], [Met, Took]))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LoadAsync(store, new LoadOptions { BatchSize = 1 }, new Observer { StopAt = 2 }));
        }

        var result = await LoadAsync([Without(Wang, "aliases"), Park, Talk], [Met, Took]);

        Assert.Equal(0, result.Resumed);
        Assert.Equal("[[0]]", await RealNeo4j.AskAsync("MATCH (p:Person) WHERE p.aliases IS NOT NULL RETURN count(p)"));
    }

    [Fact]
    public async Task A_second_load_waits_for_what_the_first_does_and_is_refused()
    {
        using var store = Fill(file, [Wang], []);
        var name = StoreIdentity.Of(store);
        await RealNeo4j.AskAsync($"CREATE (:KgLoad {{store: '{name}', lock: 'theirs', seen: timestamp(), done: 0}})");
        var observer = new Observer { OnNote = () => RealNeo4j.AskAsync("MATCH (l:KgLoad) SET l.seen = timestamp() + 1") };

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => LoadAsync(store, new LoadOptions(), observer));

        Assert.Contains("another load of this store is running", fault.Message, StringComparison.Ordinal);
        Assert.Equal("[[1]]", await RealNeo4j.AskAsync("MATCH (n) RETURN count(n)"));
    }

    [Fact]
    public async Task What_a_crash_left_is_taken_over()
    {
        using var store = Fill(file, [Wang], []);
        await RealNeo4j.AskAsync($"CREATE (:KgLoad {{store: '{StoreIdentity.Of(store)}', lock: 'theirs', seen: timestamp() - 60000, done: 1, graph: 'other'}})");

        var result = await LoadAsync(store, new LoadOptions(), new Observer());

        Assert.Equal((0, 1), (result.Resumed, result.NodesCreated));
    }

    [Fact]
    public async Task Nodes_that_are_removed_during_the_load_are_missed()
    {
        using var store = Fill(file, [Wang, Park, Talk], [Met, Took]);
        var observer = new Observer { OnWrote = done => done == 3 ? RealNeo4j.AskAsync("MATCH (p:Person {name: '朴振'}) DELETE p") : Task.CompletedTask };

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => LoadAsync(store, new LoadOptions { BatchSize = 1 }, observer));
        var again = await LoadAsync(store, new LoadOptions(), new Observer());

        Assert.Contains("somebody removed nodes meanwhile", fault.Message, StringComparison.Ordinal);
        Assert.Equal((0, 1), (again.Resumed, again.NodesCreated));
    }

    private static GraphNode Node(string id, ImmutableArray<string> labels, params (string Name, object Value)[] properties) => new(id, labels, Properties(properties));

    private static GraphEdge Edge(string id, GraphNode from, GraphNode to, string type, params (string Name, object Value)[] properties) =>
        new(id, from.Id, to.Id, type, Properties(properties));

    private static GraphNode Without(GraphNode node, string property) => node with { Properties = node.Properties.Remove(property) };

    private static ImmutableSortedDictionary<string, PropertyValue> Properties((string Name, object Value)[] properties) => properties.ToImmutableSortedDictionary(
        property => property.Name,
        property => property.Value switch
        {
            string text => (PropertyValue)text,
            long number => number,
            DateOnly day => day,
            ImmutableArray<string> list => list,
            _ => throw new ArgumentException("no such type", nameof(properties)),
        },
        StringComparer.Ordinal);

    private static KnowledgeStore Fill(StoreFile file, GraphNode[] nodes, GraphEdge[] edges)
    {
        var store = KnowledgeStore.Open(file.Path);
        store.ReplaceGraph(new PropertyGraph(nodes, edges));
        return store;
    }

    private async Task<LoadResult> LoadAsync(GraphNode[] nodes, GraphEdge[] edges, LoadOptions? options = null, StoreFile? store = null)
    {
        using var filled = Fill(store ?? file, nodes, edges);
        return await LoadAsync(filled, options ?? new LoadOptions(), new Observer());
    }

    private static async Task<LoadResult> LoadAsync(KnowledgeStore store, LoadOptions options, Observer observer)
    {
        using var api = RealNeo4j.Connect();
        return await new GraphLoad(store, api, options, observer).RunAsync(observer.Token);
    }

    /// <summary>Stops the load, or has something happen meanwhile.</summary>
    private sealed class Observer : ILoadObserver
    {
        private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        public long StopAt { get; init; } = -1;

        public Func<long, Task> OnWrote { get; init; } = _ => Task.CompletedTask;

        public Func<Task> OnNote { get; init; } = () => Task.CompletedTask;

        public CancellationToken Token => stop.Token;

        public void Connected(string server) => Assert.StartsWith("Neo4j ", server, StringComparison.Ordinal);

        public void Notes(string message) => Task.Run(OnNote).Wait();

        public void Wrote(long done, long total, string what)
        {
            Task.Run(() => OnWrote(done)).Wait();
            if (done == StopAt)
            {
                stop.Cancel();
            }
        }
    }
}
