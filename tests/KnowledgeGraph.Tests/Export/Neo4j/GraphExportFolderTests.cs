using System.Text.RegularExpressions;
using KnowledgeGraph.Export.Neo4j;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Store;
using KnowledgeGraph.Tests.Cli;

namespace KnowledgeGraph.Tests.Export.Neo4j;

/// <summary>What stands in <c>graph-export/</c> for users of Neo4j.</summary>
public sealed partial class GraphExportFolderTests(SampleStore samples) : IClassFixture<SampleStore>
{
    public static TheoryData<string> Queries { get; } =
        [.. Directory.EnumerateFiles(TestPaths.Repository("graph-export", "queries"), "*.cypher").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_schema_file_is_what_kg_load_makes() => Assert.Equal(
        [.. GraphConstraints.Statements, GraphConstraints.Await],
        File.ReadAllLines(TestPaths.Repository("graph-export", "schema.cypher")).Skip(1).Select(line => line.TrimEnd(';')));

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_has_a_title_and_writes_no_contact_with_an_arrow(string file)
    {
        var lines = File.ReadAllLines(TestPaths.Repository("graph-export", "queries", file));

        Assert.Matches("^// \\p{Lu}.{10,}[^.]$", lines[0]);
        Assert.DoesNotMatch(ContactWithArrow(), string.Join('\n', lines));
    }

    [Fact]
    public void There_are_enough_queries() => Assert.True(Queries.Count >= 15);

    [Fact]
    public void Every_property_of_the_graph_is_known_to_be_ours()
    {
        using var store = KnowledgeStore.OpenForReading(Path.Combine(samples.Root, SampleStore.Database));
        var graph = store.ReadGraph();
        var found = graph.Nodes.Select(node => (Name: node.Labels[0], Properties: node.Properties.Keys))
            .Concat(graph.Edges.Select(edge => (Name: edge.Type, Properties: edge.Properties.Keys)));

        Assert.Empty(found.SelectMany(row => row.Properties.Except(WrittenProperties.Of(row.Name)).Select(property => $"{row.Name}.{property}")).Distinct());
    }

    [GeneratedRegex(@"<-\[[^\]]*(MET_WITH|CALLED|WROTE_TO)|(MET_WITH|CALLED|WROTE_TO)[^\]]*\]->")]
    private static partial Regex ContactWithArrow();
}
