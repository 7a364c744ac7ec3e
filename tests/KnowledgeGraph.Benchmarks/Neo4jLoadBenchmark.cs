using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeGraph.Export.Neo4j;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Benchmarks;

/// <summary>
/// <c>kg load</c> beside a bare loop: requests that were made beforehand and are sent one after the other, with no lock, no
/// marks, no retries, no counting. The two take turns on one empty database with the same constraints and indexes.
/// </summary>
internal static class Neo4jLoadBenchmark
{
    private const int BatchSize = 2000;
    private const int Rounds = 5;
    private const string Wipe = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS";

    /// <summary>Runs it.</summary>
    /// <param name="arguments">The server's address and the store.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var uri, var path] || Environment.GetEnvironmentVariable("NEO4J_PASSWORD") is not { Length: > 0 } password)
        {
            Console.Error.WriteLine("usage: NEO4J_PASSWORD=... neo4j-load http://localhost:7474 STORE.db   (an empty database, which is emptied again)");
            return 2;
        }

        using var store = KnowledgeStore.OpenForReading(path);
        var address = Neo4jAddress.Parse(uri);
        using var bare = new BareLoop(address, password);
        if (await bare.SendAsync(BareLoop.Request("MATCH (n) RETURN count(n)", [])) != 0)
        {
            Console.Error.WriteLine("the database is not empty: it would be emptied.");
            return 1;
        }

        foreach (var statement in GraphConstraints.Statements.Append(GraphConstraints.Await))
        {
            await bare.SendAsync(BareLoop.Request(statement, []));
        }

        var requests = Requests(store).ToList();
        var (rows, times) = (requests.Sum(request => request.Rows), new List<(double Bare, double Load)>());
        // The first round warms the server up and is not counted.
        for (var round = 0; round <= Rounds; round++)
        {
            var bareTime = await TimeAsync(async () =>
            {
                foreach (var (body, _) in requests)
                {
                    await bare.SendAsync(body);
                }
            });
            await bare.SendAsync(BareLoop.Request(Wipe, []));
            var loadTime = await TimeAsync(() => LoadAsync(store, address, password));
            var againTime = await TimeAsync(() => LoadAsync(store, address, password));
            await bare.SendAsync(BareLoop.Request(Wipe, []));
            Console.WriteLine(FormattableString.Invariant(
                $"{(round == 0 ? "warm-up" : $"round {round}"),-8} {rows:N0} rows: bare loop {bareTime:0.0} s, kg load {loadTime:0.0} s, kg load again {againTime:0.0} s"));
            if (round > 0)
            {
                times.Add((bareTime, loadTime));
            }
        }

        // Whatever else the machine does only adds to a time: the best of several is nearest to what the work takes.
        var (bareBest, loadBest) = (times.Min(time => time.Bare), times.Min(time => time.Load));
        Console.WriteLine(FormattableString.Invariant(
            $"best: bare loop {rows / bareBest:N0} rows/s, kg load {rows / loadBest:N0} rows/s: {bareBest / loadBest:0.00} of its speed"));
        return 0;
    }

    private static async Task LoadAsync(KnowledgeStore store, Neo4jAddress address, string password)
    {
        using var api = new QueryApi(address, "neo4j", "neo4j", password);
        await new GraphLoad(store, api, new LoadOptions { BatchSize = BatchSize }, new Silent()).RunAsync(CancellationToken.None);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalSeconds;
    }

    /// <summary>What anybody would send: maps of properties, nodes by label, relations by type.</summary>
    private static IEnumerable<(byte[] Body, int Rows)> Requests(KnowledgeStore store)
    {
        foreach (var section in GraphSections.Rows(store.Connection).GroupBy(row => row.Section))
        {
            foreach (var rows in section.Chunk(BatchSize))
            {
                var properties = rows.Select(row => JsonNode.Parse(row.Properties)!.AsObject()).ToList();
                var dates = properties.SelectMany(row => row.Select(property => property.Key)).Distinct().Where(name => GraphSchema.TypeOf(name) == PropertyType.Date);
                var key = section.Key;
                var (variable, pattern) = key.HoldsEdges
                    ? ("r", $"MATCH (a:{key.FromLabel} {{id: row.from}}) MATCH (b:{key.ToLabel} {{id: row.to}}) MERGE (a)-[r:{key.Name} {{key: row.id}}]->(b)")
                    : ("n", $"MERGE (n:{key.Name} {{id: row.id}})");
                var label = key.SecondLabel is { } second ? $" SET n:{second}" : "";
                var statement = $"UNWIND $rows AS row {pattern} SET {variable} += row.p{string.Concat(dates.Select(date => $", {variable}.{date} = date(row.p.{date})"))}{label}";
                yield return (BareLoop.Request(statement, [.. rows.Select((row, i) => new JsonObject { ["id"] = row.Id, ["from"] = row.From, ["to"] = row.To, ["p"] = properties[i] })]), rows.Length);
            }
        }
    }

    private sealed class BareLoop : IDisposable
    {
        private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(10) };
        private readonly Uri endpoint;

        public BareLoop(Neo4jAddress address, string password)
        {
            endpoint = address.Query("neo4j");
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("neo4j:" + password)));
            http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        }

        public static byte[] Request(string statement, JsonArray rows) =>
            JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["statement"] = statement, ["parameters"] = new JsonObject { ["rows"] = rows } });

        /// <summary>The number that the statement gives, if it gives any.</summary>
        public async Task<long?> SendAsync(byte[] body)
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await http.PostAsync(endpoint, content);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            if (answer["errors"] is { } errors)
            {
                throw new InvalidOperationException(errors.ToJsonString());
            }

            var values = answer["data"]!["values"]!.AsArray();
            return values.Count > 0 ? (long?)values[0]![0] : null;
        }

        public void Dispose() => http.Dispose();
    }

    private sealed class Silent : ILoadObserver
    {
        public void Connected(string server)
        {
        }

        public void Notes(string message)
        {
        }

        public void Wrote(long done, long total, string what)
        {
        }
    }
}
