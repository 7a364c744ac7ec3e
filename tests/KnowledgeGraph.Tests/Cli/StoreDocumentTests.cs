using System.Diagnostics;
using System.Text.RegularExpressions;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Store;
using KnowledgeGraph.Tests.Store;

namespace KnowledgeGraph.Tests.Cli;

/// <summary>What docs/store.md shows runs, on the store of the sample articles.</summary>
public sealed partial class StoreDocumentTests(SampleStore sample) : IClassFixture<SampleStore>
{
    private static readonly string Document = File.ReadAllText(TestPaths.Repository("docs", "store.md"));

    public static TheoryData<string> Statements { get; } = [.. Code("sql").SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    [Theory]
    [MemberData(nameof(Statements))]
    public void Each_statement_gives_rows(string sql)
    {
        using var store = KnowledgeStore.OpenForReading(Path.Combine(sample.Root, "graph-export", "kg.db"));

        Assert.NotEmpty(store.Rows(sql));
    }

    [Fact]
    public void Each_view_has_three_examples_and_the_columns_that_are_described()
    {
        using var store = KnowledgeStore.OpenForReading(Path.Combine(sample.Root, "graph-export", "kg.db"));
        var views = ViewHeading().Matches(Document).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(store.Rows("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name"), views.Order(StringComparer.Ordinal));
        foreach (var view in views)
        {
            var section = Document.Split($"### `{view}`")[1].Split("###")[0];
            Assert.Equal(3, section.Split("```sql")[1].Split("```")[0].Count(letter => letter == ';'));
            Assert.All(store.Rows($"SELECT name FROM pragma_table_info('{view}')"), column => Assert.Contains($"`{column}`", section, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Meetings_and_people_agree_with_the_graph()
    {
        using var store = KnowledgeStore.OpenForReading(Path.Combine(sample.Root, "graph-export", "kg.db"));
        var graph = store.ReadGraph();

        Assert.Equal(graph.Nodes.Count(node => node.Labels[0] == NodeLabels.Event), store.Rows("SELECT id FROM meetings WHERE first_run = 1").Count);
        Assert.Equal(graph.Nodes.Count(node => node.Labels[0] == NodeLabels.Person), store.Rows("SELECT id FROM people").Count);
        Assert.Equal(graph.Edges.Count(edge => edge.Type == Relations.ParticipatedIn), store.Rows("SELECT id FROM participants").Count);
        Assert.Equal(graph.Edges.Count(edge => edge.Type == Relations.ReportedIn), store.Rows("SELECT about FROM evidence").Count);
        Assert.Empty(store.Rows("SELECT e.about FROM evidence e JOIN articles a ON a.id = e.article WHERE substr(a.text, e.start + 1, e.end - e.start) <> e.sentence"));
    }

    [Fact]
    public async Task The_pandas_example_runs()
    {
        var start = new ProcessStartInfo("python3", ["-c", Assert.Single(Code("python"))]) { WorkingDirectory = sample.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        Process? process;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not installed");
            return;
        }

        using (process)
        {
            var output = await process!.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.SkipWhen(error.Contains("No module named 'pandas'", StringComparison.Ordinal), "pandas is not installed");
            Assert.Equal("", error);
            Assert.Contains("王毅", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_corrections_shown_can_be_used() => Assert.Equal(4, CorrectionFile.Parse(Assert.Single(Code("yaml")), "docs/store.md").Entries.Length);

    private static IEnumerable<string> Code(string language) =>
        Regex.Matches(Document, $"```{language}\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value);

    [GeneratedRegex("^### `(.+)`$", RegexOptions.Multiline)]
    private static partial Regex ViewHeading();
}
