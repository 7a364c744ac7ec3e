using System.Collections.Immutable;
using System.Text.Json;
using KnowledgeGraph.Export.Neo4j;

namespace KnowledgeGraph.Tests.Export.Neo4j;

/// <summary>
/// A real server, whose database <c>neo4j</c> must be empty and is emptied again: <c>KG_NEO4J_URI</c> names it and
/// <c>NEO4J_PASSWORD</c> its password. <c>.ci/full</c> starts one where it can; elsewhere these tests are skipped.
/// </summary>
public sealed class RealNeo4j : IAsyncLifetime
{
    public const string Missing = "needs an empty Neo4j database: set KG_NEO4J_URI and NEO4J_PASSWORD";

    /// <summary>Address of the server, or <see langword="null"/> where there is none.</summary>
    public static string? Uri => Environment.GetEnvironmentVariable("KG_NEO4J_URI") is { Length: > 0 } uri ? uri : null;

    public static bool IsPresent => Uri is not null && Password.Length > 0;

    public static string Password => Environment.GetEnvironmentVariable("NEO4J_PASSWORD") ?? "";

    public static QueryApi Connect() => new(Neo4jAddress.Parse(Uri!), "neo4j", "neo4j", Password);

    public async ValueTask InitializeAsync()
    {
        if (IsPresent)
        {
            Assert.Equal("[[0]]", await AskAsync("MATCH (n) RETURN count(n)"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (IsPresent)
        {
            await EmptyAsync();
        }
    }

    public static Task EmptyAsync() => AskAsync("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS");

    /// <summary>The rows that a statement gives, as JSON.</summary>
    public static async Task<string> AskAsync(string statement) =>
        $"[{string.Join(',', (await RowsAsync(statement)).Select(row => $"[{string.Join(',', row.Select(value => value.GetRawText()))}]"))}]";

    /// <summary>The rows that a statement gives.</summary>
    internal static async Task<ImmutableArray<ImmutableArray<JsonElement>>> RowsAsync(string statement) => (await RunAsync(statement)).Values;

    /// <summary>What a statement gives, with the names of its columns.</summary>
    internal static async Task<QueryData> RunAsync(string statement)
    {
        using var api = Connect();
        return (await api.RunAsync(new CypherStatement(statement), TestContext.Current.CancellationToken)).Data!;
    }
}

/// <summary>Tests that share the server run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class RealNeo4jTests : ICollectionFixture<RealNeo4j>
{
    public const string Name = "a real Neo4j server";
}
