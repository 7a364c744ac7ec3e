using KnowledgeGraph.Tests.Export.Neo4j;

namespace KnowledgeGraph.Tests.Cli;

[Collection(RealNeo4jTests.Name)]
public sealed class LoadCommandTests(SampleStore samples) : IClassFixture<SampleStore>
{
    private const string Password = "not-shown-anywhere";

    private Task<KgProcess.Outcome> Load(Dictionary<string, string?>? environment, params string[] arguments) =>
        KgProcess.RunAsync(samples.Root, ["load", .. arguments], environment: environment ?? new() { ["NEO4J_PASSWORD"] = Password });

    [Theory]
    [InlineData("use http://localhost:7474", "--uri", "bolt://localhost:7687")]
    [InlineData("use http://localhost:7474", "--uri", "neo4j://localhost:7687")]
    [InlineData("--uri: expected an address", "--uri", "localhost:7474")]
    [InlineData("--batch: expected a number of at least 1", "--batch", "0")]
    [InlineData("--user: expected a name without a colon", "--user", "a:b")]
    [InlineData("--password-file: ", "--password-file", "no-such-file")]
    public async Task Wrong_usage_exits_with_2_and_says_what_was_expected(string expected, params string[] arguments)
    {
        var outcome = await Load(null, arguments);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_password_it_says_where_one_may_come_from()
    {
        var outcome = await Load(new() { ["NEO4J_PASSWORD"] = null });

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("set NEO4J_PASSWORD, or name a file by --password-file", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_down_exits_with_1_at_once()
    {
        var outcome = await Load(null, "--uri", "http://localhost:1");

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("no server answers at http://localhost:1", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_file_is_read_and_no_password_is_shown()
    {
        await using var server = new FakeNeo4j((_, _) => FakeNeo4j.Answer.Error(401, "Neo.ClientError.Security.Unauthorized"));
        var file = Path.Combine(samples.Root, "password.txt");
        await File.WriteAllTextAsync(file, Password + "\nmore\n", TestContext.Current.CancellationToken);

        var outcome = await Load(new() { ["NEO4J_PASSWORD"] = null }, "--uri", server.Address, "--password-file", file);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("refuses user 'neo4j' with this password", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://localhost:{0}", true, "refuses user")]
    [InlineData("neo4j+s://localhost:{0}", true, "refuses user")]
    [InlineData("https://localhost:{0}", false, "the certificate of https://localhost:{0} is not trusted")]
    [InlineData("https://127.0.0.1:{0}", true, "the certificate of https://127.0.0.1:{0} is not trusted")]
    public async Task Certificates_are_verified(string uri, bool known, string expected)
    {
        using var authority = TestAuthority.Create();
        await using var server = new FakeNeo4j((_, _) => FakeNeo4j.Answer.Error(401, "Neo.ClientError.Security.Unauthorized"));
        await using var proxy = new TlsProxy(server.Port, authority.Certificate);

        var outcome = await Load(
            new() { ["NEO4J_PASSWORD"] = Password, ["SSL_CERT_FILE"] = known ? authority.File : null },
            "--uri", string.Format(null, uri, proxy.Port));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(string.Format(null, expected, proxy.Port), outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_server_is_loaded_through_tls()
    {
        Assert.SkipUnless(RealNeo4j.IsPresent, RealNeo4j.Missing);
        using var authority = TestAuthority.Create();
        await using var proxy = new TlsProxy(new Uri(RealNeo4j.Uri!).Port, authority.Certificate);

        var outcome = await Load(
            new() { ["NEO4J_PASSWORD"] = RealNeo4j.Password, ["SSL_CERT_FILE"] = authority.File }, "--uri", $"neo4j+s://localhost:{proxy.Port}");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("all there", outcome.Output, StringComparison.Ordinal);
    }
}
