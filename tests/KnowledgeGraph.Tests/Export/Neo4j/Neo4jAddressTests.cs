using KnowledgeGraph.Export.Neo4j;

namespace KnowledgeGraph.Tests.Export.Neo4j;

public sealed class Neo4jAddressTests
{
    [Theory]
    [InlineData("http://localhost:7474", "http://localhost:7474/db/neo4j/query/v2")]
    [InlineData("http://localhost:7474/", "http://localhost:7474/db/neo4j/query/v2")]
    [InlineData("https://graph.example:7473", "https://graph.example:7473/db/neo4j/query/v2")]
    [InlineData("https://proxy.example/graphs", "https://proxy.example/graphs/db/neo4j/query/v2")]
    [InlineData("neo4j+s://0123abcd.databases.neo4j.io", "https://0123abcd.databases.neo4j.io/db/neo4j/query/v2")]
    [InlineData("neo4j+s://0123abcd.databases.neo4j.io:7687", "https://0123abcd.databases.neo4j.io/db/neo4j/query/v2")]
    [InlineData("neo4j+s://graph.example", "https://graph.example:7473/db/neo4j/query/v2")]
    [InlineData("neo4j+s://graph.example:7687", "https://graph.example:7473/db/neo4j/query/v2")]
    [InlineData("neo4j+s://graph.example:8443", "https://graph.example:8443/db/neo4j/query/v2")]
    public void An_address_is_mapped_to_the_query_api(string uri, string expected) =>
        Assert.Equal(expected, Neo4jAddress.Parse(uri).Query("neo4j").AbsoluteUri);

    [Theory]
    [InlineData("bolt://localhost:7687", "http://localhost:7474")]
    [InlineData("neo4j://graph.example", "http://graph.example:7474")]
    [InlineData("bolt+s://graph.example:7687", "https://graph.example:7473")]
    [InlineData("neo4j://0123abcd.databases.neo4j.io", "https://0123abcd.databases.neo4j.io")]
    [InlineData("neo4j+ssc://graph.example", "https://graph.example:7473")]
    public void A_bolt_address_is_refused_and_the_http_address_named(string uri, string expected) =>
        Assert.Contains("use " + expected, Assert.Throws<FormatException>(() => Neo4jAddress.Parse(uri)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("localhost:7474")]
    [InlineData("ftp://localhost")]
    [InlineData("http://neo4j:secret@localhost:7474")]
    [InlineData("http://")]
    [InlineData("")]
    public void Anything_else_is_refused_and_no_password_repeated(string uri) =>
        Assert.DoesNotContain("secret", Assert.Throws<FormatException>(() => Neo4jAddress.Parse(uri)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_database_may_have_any_name() =>
        Assert.Equal("http://localhost:7474/db/a%2F..%20b/query/v2", Neo4jAddress.Parse("http://localhost:7474").Query("a/.. b").AbsoluteUri);

    [Fact]
    public void Pauses_grow_and_add_up_to_the_limit()
    {
        var retries = new Retries(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20));

        Assert.Equal([1, 2, 4, 5, 5], retries.Pauses().Select(pause => pause.TotalSeconds));
    }
}
