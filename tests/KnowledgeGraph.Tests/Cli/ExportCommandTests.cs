using System.Text.Json.Nodes;

namespace KnowledgeGraph.Tests.Cli;

public sealed class ExportCommandTests(SampleStore store) : IClassFixture<SampleStore>
{
    private static readonly string[] EventTables = ["events.tsv", "dyads.tsv", "participants.tsv", "sources.tsv"];

    private Task<KgProcess.Outcome> Kg(params string[] arguments) => KgProcess.RunAsync(store.Root, arguments);

    private string Read(params string[] path) => File.ReadAllText(Path.Combine([store.Root, .. path]));

    [Fact]
    public async Task I_draw_who_met_whom_in_gephi()
    {
        var outcome = await Kg("export", "--format", "gexf", "--out", "out/people.gexf");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Matches(@"^\d+ nodes, \d+ edges\n$", outcome.Error);
        Assert.Contains("label=\"王毅\"", Read("out", "people.gexf"), StringComparison.Ordinal);
        Assert.DoesNotContain("article:", Read("out", "people.gexf"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_take_one_year_of_one_person_only()
    {
        var outcome = await Kg("export", "--format", "jsonl", "--out", "-", "--person", "布林肯", "--since", "2023", "--until", "2023", "--status", "held", "--kind", "meeting", "phone-call");

        var events = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)
            .Where(line => (string?)line["labels"]?[0] == "Event").ToList();
        Assert.Equal(0, outcome.ExitCode);
        Assert.NotEmpty(events);
        Assert.All(events, told => Assert.StartsWith("2023", (string)told["properties"]!["date"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_selected_hangs_together()
    {
        var lines = (await Kg("export", "--format", "jsonl", "--out", "-", "--country", "KOR")).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();

        var nodes = lines.Where(line => (string?)line["type"] == "node").Select(line => (string)line["id"]!).ToHashSet();
        Assert.NotEmpty(nodes);
        Assert.All(lines.Where(line => (string?)line["type"] == "relationship"), edge =>
            Assert.True(nodes.Contains((string)edge["start"]!["id"]!) && nodes.Contains((string)edge["end"]!["id"]!)));
    }

    [Theory]
    [InlineData("--person", "布林肯", "Blinken")]
    [InlineData("--person", "布林肯", "安东尼·布林肯")]
    [InlineData("--country", "韩国", "韓國")]
    [InlineData("--country", "韩国", "South Korea")]
    [InlineData("--country", "韩国", "KOR")]
    public async Task Any_name_selects_the_same(string option, string name, string other)
    {
        var named = await Kg("export", "--format", "jsonl", "--out", "-", option, name);

        Assert.NotEmpty(named.Output);
        Assert.Equal(named.Output, (await Kg("export", "--format", "jsonl", "--out", "-", option, other)).Output);
    }

    [Theory]
    [InlineData("--person", "布林垦", "布林肯")]
    [InlineData("--person", "韩国", "no person")]
    [InlineData("--country", "王毅", "no state")]
    [InlineData("--country", "亚特兰蒂斯", "Nobody and nothing")]
    public async Task A_name_that_selects_nothing_is_told_and_writes_nothing(string option, string name, string said)
    {
        var outcome = await Kg("export", "--format", "gexf", "--out", "unknown.gexf", option, name);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(store.Root, "unknown.gexf")));
    }

    [Fact]
    public async Task I_count_dyads_in_a_table_that_its_codebook_describes()
    {
        var outcome = await Kg("export", "--format", "events", "--out", "events");

        Assert.Equal(0, outcome.ExitCode);
        var dyads = Read("events", "dyads.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToList();
        int Column(string name) => Array.IndexOf(dyads[0], name);
        var call = dyads.Where(row => row[Column("Kind")] == "phone-call").ToList();
        Assert.Contains(call, row => (row[Column("Actor Country")], row[Column("Actor COW")], row[Column("Recipient Country")], row[Column("CAMEO")]) == ("CHN", "710", "UKR", "041"));
        Assert.Contains(call, row => (row[Column("Actor Country")], row[Column("Recipient Country")]) == ("UKR", "CHN"));
        var codebook = Read("events", "codebook.md");
        Assert.All(
            EventTables.SelectMany(file => Read("events", file).Split('\n')[0].Split('\t')),
            column => Assert.Contains(column, codebook, StringComparison.Ordinal));
        Assert.Equal(11, (int)JsonNode.Parse(Read("events", "export.json"))!["input"]!["articles"]!);
    }

    [Fact]
    public async Task A_second_export_into_a_folder_takes_the_place_of_the_first_and_touches_nothing_else()
    {
        await Kg("export", "--format", "csv", "--out", "tables");
        await File.WriteAllTextAsync(Path.Combine(store.Root, "tables", "mine.csv"), "mine", TestContext.Current.CancellationToken);
        await Kg("export", "--format", "csv", "--out", "tables", "--kind", "phone-call");

        Assert.True(File.Exists(Path.Combine(store.Root, "tables", "CALLED.csv")));
        Assert.False(File.Exists(Path.Combine(store.Root, "tables", "WROTE_TO.csv")));
        Assert.Equal("mine", Read("tables", "mine.csv"));
    }

    [Fact]
    public async Task The_same_store_gives_the_same_bytes()
    {
        await Kg("export", "--format", "gexf", "--out", "first");
        await Kg("export", "--format", "gexf", "--out", "second");

        Assert.Equal(Read("first"), Read("second"));
    }

    [Theory]
    [InlineData("--format pdf --out x", "pdf")]
    [InlineData("--format gexf", "--out")]
    [InlineData("--format csv --out -", "several files")]
    [InlineData("--format csv --out x --view people", "graphml and gexf")]
    [InlineData("--format gexf --out x --since lately", "2021-04-03")]
    [InlineData("--format gexf --out x --kind party", "party")]
    public async Task Wrong_usage_says_what_was_expected_and_writes_nothing(string arguments, string said)
    {
        var outcome = await Kg(["export", .. arguments.Split(' ')]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(Path.Combine(store.Root, "x")));
    }

    [Theory]
    [InlineData("jsonl", "tests", "is a folder")]
    [InlineData("csv", "graph-export/kg.db", "is a file")]
    public async Task What_cannot_be_written_is_named(string format, string output, string said)
    {
        var outcome = await Kg("export", "--format", format, "--out", output);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(output, outcome.Error, StringComparison.Ordinal);
        Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_missing_is_named_and_no_file_is_left()
    {
        var outcome = await Kg("export", "--format", "neo4j-csv", "--out", "nothing", "--db", "missing.db");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("missing.db", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(store.Root, "nothing")));
    }
}
