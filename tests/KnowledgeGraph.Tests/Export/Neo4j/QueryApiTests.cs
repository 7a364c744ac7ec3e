using KnowledgeGraph.Export.Neo4j;
using static KnowledgeGraph.Tests.Export.Neo4j.FakeNeo4j;

namespace KnowledgeGraph.Tests.Export.Neo4j;

/// <summary>What is tried again, what is not, and what the user reads.</summary>
public sealed class QueryApiTests
{
    private static readonly Retries Fast = new(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(4), TimeSpan.FromMilliseconds(20));

    public static TheoryData<int, string, int> Passing { get; } = new()
    {
        { 400, """{"errors":[{"code":"Neo.TransientError.Transaction.DeadlockDetected","message":"deadlock"}]}""", -1 },
        { 400, """{"errors":[{"code":"Neo.TransientError.General.DatabaseUnavailable","message":"starting"}]}""", -1 },
        { 503, """{"errors":[{"code":"Neo.TransientError.General.DatabaseUnavailable","message":"starting"}]}""", -1 },
        { 202, """{"data":{"fields":["a"],"values":[[1]]},"errors":[{"code":"Neo.TransientError.Transaction.Terminated","message":"in the middle"}]}""", -1 },
        { 429, "", -1 },
        { 503, "<html>starting</html>", -1 },
        { 202, Good, 20 },
        { 0, "", 0 },
    };

    public static TheoryData<int, string, string, string> Lasting { get; } = new()
    {
        { 401, Answer.Error(401, "Neo.ClientError.Security.Unauthorized").Body, "", "refuses user 'neo4j' with this password" },
        { 401, Answer.Error(401, "Neo.ClientError.Security.AuthenticationRateLimit").Body, "", "too many wrong passwords" },
        { 403, Answer.Error(403, "Neo.ClientError.Security.CredentialsExpired").Body, "", "first password of user 'neo4j' changed" },
        { 404, Answer.Error(404, "Neo.ClientError.Database.DatabaseNotFound").Body, "", "has no database 'news'" },
        { 400, Answer.Error(400, "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase").Body, "", "can only be read" },
        { 400, Answer.Error(400, "Neo.ClientError.Statement.SyntaxError", "no such thing").Body, "", "no such thing (Neo.ClientError.Statement.SyntaxError)" },
        { 202, """{"data":{"fields":["a"],"values":[[1]]},"errors":[{"code":"Neo.ClientError.Statement.ArithmeticError","message":"/ by zero"}]}""", "", "/ by zero" },
        { 404, "", """{"bolt_direct":"bolt://localhost:7687","transaction":"http://localhost:7474/db/{databaseName}/tx","neo4j_version":"4.4.38","neo4j_edition":"community"}""", "is Neo4j 4.4.38, which has no Query API: kg load needs Neo4j 5.19" },
        { 404, Answer.Error(404, "Neo.ClientError.Request.Invalid", "Not Found").Body, """{"transaction":"http://localhost:7474/db/{databaseName}/tx","neo4j_version":"5.20.0"}""", "is Neo4j 5.20.0 with its Query API switched off: add QUERY_API_ENDPOINTS to server.http_enabled_modules" },
        { 404, "<html>not here</html>", "<html>welcome</html>", "not as Neo4j does" },
        { 200, "{}", "{}", "not as Neo4j does" },
        { 302, "", "", "not as Neo4j does" },
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_passes_is_tried_again(int status, string body, int sent)
    {
        await using var server = new FakeNeo4j((_, before) => before is 1 or 2 ? new Answer(status, body, sent) : new Answer(202, Good));
        using var api = Api(server);
        var told = new List<TimeSpan>();
        api.Retrying = (_, pause) => told.Add(pause);

        await RunAsync(api);
        await RunAsync(api);

        Assert.Equal(4, server.Posts);
        Assert.Equal([1, 2], told.Select(pause => pause.TotalMilliseconds));
    }

    [Fact]
    public async Task What_does_not_pass_in_time_ends_with_the_fault()
    {
        await using var server = new FakeNeo4j((_, _) => Answer.Error(503, "Neo.TransientError.General.DatabaseUnavailable", "still starting"));
        using var api = Api(server);

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => RunAsync(api));

        Assert.Contains("still starting", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1 + Fast.Pauses().Count(), server.Posts);
    }

    [Theory]
    [MemberData(nameof(Lasting))]
    public async Task What_does_not_pass_is_said_at_once(int status, string body, string discovery, string expected)
    {
        await using var server = new FakeNeo4j((path, _) => path == "/" ? new Answer(200, discovery) : new Answer(status, body));
        using var api = Api(server);

        var fault = await Assert.ThrowsAsync<Neo4jException>(() => RunAsync(api));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Posts);
    }

    [Fact]
    public async Task Where_no_server_is_nothing_is_tried_again()
    {
        int port;
        await using (var server = new FakeNeo4j((_, _) => new Answer(202, Good)))
        {
            port = server.Port;
        }

        using var api = new QueryApi(Neo4jAddress.Parse($"http://localhost:{port}"), "neo4j", "neo4j", "password", Fast);
        api.Retrying = (_, _) => Assert.Fail("tried again");

        Assert.Contains("no server answers", (await Assert.ThrowsAsync<Neo4jException>(() => RunAsync(api))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_read_is_read_again_after_what_was_written()
    {
        await using var server = new FakeNeo4j((_, _) => new Answer(202, Good));
        using var api = Api(server);

        await RunAsync(api);
        await RunAsync(api);

        Assert.Contains("\"bookmarks\":[]", server.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("\"bookmarks\":[\"FB:1\"]", server.Bodies[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_http_on_a_port_of_tls_and_the_other_way_round_are_told_apart()
    {
        using var authority = TestAuthority.Create();
        await using var server = new FakeNeo4j((_, _) => new Answer(202, Good));
        await using var proxy = new TlsProxy(server.Port, authority.Certificate);
        using var plain = new QueryApi(Neo4jAddress.Parse($"http://localhost:{proxy.Port}"), "neo4j", "neo4j", "password", Fast);
        using var secure = new QueryApi(Neo4jAddress.Parse($"https://localhost:{server.Port}"), "neo4j", "neo4j", "password", Fast);
        using var untrusted = new QueryApi(Neo4jAddress.Parse($"https://localhost:{proxy.Port}"), "neo4j", "neo4j", "password", Fast);

        await Assert.ThrowsAsync<Neo4jException>(() => RunAsync(plain));
        Assert.Contains("does not speak TLS", (await Assert.ThrowsAsync<Neo4jException>(() => RunAsync(secure))).Message, StringComparison.Ordinal);
        Assert.Contains("is not trusted", (await Assert.ThrowsAsync<Neo4jException>(() => RunAsync(untrusted))).Message, StringComparison.Ordinal);
        Assert.Empty(server.Bodies);
    }

    private static QueryApi Api(FakeNeo4j server) => new(Neo4jAddress.Parse(server.Address), "news", "neo4j", "password", Fast);

    private static Task<QueryAnswer> RunAsync(QueryApi api) => api.RunAsync(new CypherStatement("RETURN 1"), TestContext.Current.CancellationToken);
}
