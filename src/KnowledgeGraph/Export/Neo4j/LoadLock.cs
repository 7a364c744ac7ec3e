using System.Collections.Immutable;
using System.Text.Json;

namespace KnowledgeGraph.Export.Neo4j;

/// <summary>
/// The <c>:KgLoad</c> node, which stands while a load of a store runs. It keeps a second load of the store out, and says how
/// far one came that was cut off, so that the next goes on from there.
/// </summary>
internal sealed class LoadLock
{
    /// <summary>A load that notes nothing for so long was cut off. The clock is the server's.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private const string Look = """
        MERGE (load:KgLoad {store: $store}) ON CREATE SET load.lock = $lock, load.seen = timestamp(), load.done = 0
        RETURN load.lock AS lock, load.seen AS seen, timestamp() - load.seen AS silent, load.graph = $graph AS same, load.done AS done
        """;

    private const string Take = """
        MATCH (load:KgLoad {store: $store}) WHERE load.seen = $seen
        SET load.lock = $lock, load.seen = timestamp(), load.version = $version, load.nodes = $nodes, load.relations = $relations,
            load.done = CASE WHEN load.graph = $graph THEN load.done ELSE 0 END, load.graph = $graph
        RETURN load.done AS done
        """;

    private const string GiveUp = "MATCH (load:KgLoad {store: $store}) WHERE load.lock = $lock REMOVE load.lock";
    private const string Remove = "MATCH (load:KgLoad {store: $store}) WHERE load.lock = $lock DELETE load";

    private readonly QueryApi api;
    private readonly LoadPlan plan;

    private LoadLock(QueryApi api, LoadPlan plan, string token)
    {
        this.api = api;
        this.plan = plan;
        Token = token;
    }

    /// <summary>Tells this load from any other.</summary>
    public string Token { get; }

    /// <summary>How many rows an earlier load of the same graph had done when it was cut off.</summary>
    public long Done { get; private init; }

    /// <summary>Takes the lock, waiting where another load may still hold it.</summary>
    /// <param name="api">The database.</param>
    /// <param name="plan">What is to be loaded.</param>
    /// <param name="version">The version of kg.</param>
    /// <param name="waiting">Told once before it waits.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="Neo4jException">Another load of the store runs.</exception>
    public static async Task<LoadLock> TakeAsync(QueryApi api, LoadPlan plan, string version, Action<string> waiting, CancellationToken cancel)
    {
        // No content: any two loads must differ, even of one store on two machines.
        var token = Guid.NewGuid().ToString("N");
        var look = new CypherStatement(Look, writer =>
        {
            writer.WriteString("store", plan.Store);
            writer.WriteString("lock", token);
            writer.WriteString("graph", plan.Fingerprint);
        });
        long? firstSeen = null;
        while (true)
        {
            var state = Row(await api.RunAsync(look, cancel));
            var (holder, seen, silent) = (state[0].GetString(), state[1].GetInt64(), TimeSpan.FromMilliseconds(state[2].GetInt64()));
            if (holder is null || holder == token || silent >= Silence)
            {
                var taken = await api.RunAsync(new CypherStatement(Take, writer => WriteTake(writer, plan, token, version, seen)), cancel);
                if (taken.Data!.Values is [[var done]])
                {
                    return new LoadLock(api, plan, token) { Done = done.GetInt64() };
                }
            }
            else if (firstSeen is null)
            {
                firstSeen = seen;
                waiting($"a load of this store was cut off, or still runs: looking for {(Silence - silent).TotalSeconds:0} s which of the two");
            }

            if (firstSeen is { } before && seen != before)
            {
                throw new Neo4jException("another load of this store is running. Let it end, then load again.");
            }

            await Task.Delay(Glance, cancel);
        }
    }

    /// <summary>The load is complete: removes the node.</summary>
    public Task CompleteAsync(CancellationToken cancel) => api.RunAsync(Own(Remove), cancel);

    /// <summary>The load stops before its end: what is done stays noted, and the next load need not wait.</summary>
    public Task GiveUpAsync(CancellationToken cancel) => api.RunAsync(Own(GiveUp), cancel);

    /// <summary>Writes the parameters by which a batch shows that the load is this one's.</summary>
    public void WriteParameters(Utf8JsonWriter writer)
    {
        writer.WriteString("store", plan.Store);
        writer.WriteString("lock", Token);
    }

    private static ImmutableArray<JsonElement> Row(QueryAnswer answer) => answer.Data!.Values[0];

    private static void WriteTake(Utf8JsonWriter writer, LoadPlan plan, string token, string version, long seen)
    {
        writer.WriteString("store", plan.Store);
        writer.WriteString("lock", token);
        writer.WriteString("graph", plan.Fingerprint);
        writer.WriteString("version", version);
        writer.WriteNumber("nodes", plan.Nodes);
        writer.WriteNumber("relations", plan.Relations);
        writer.WriteNumber("seen", seen);
    }

    private CypherStatement Own(string text) => new(text, WriteParameters);
}
