using System.Text.Json.Nodes;

namespace KnowledgeGraph.Tests.Cli;

public sealed class CommandTests(SampleStore store) : IClassFixture<SampleStore>
{
    private Task<KgProcess.Outcome> Kg(params string[] arguments) => KgProcess.RunAsync(store.Root, arguments);

    [Fact]
    public void Extracting_writes_store_and_graph_and_shows_who_met_whom()
    {
        Assert.Equal(0, store.Extraction.ExitCode);
        Assert.True(File.Exists(Path.Combine(store.Root, "graph-export", "kg.db")));
        Assert.Contains("<graphml", File.ReadAllText(Path.Combine(store.Root, "graph-export", "graph.graphml")), StringComparison.Ordinal);
        Assert.Contains("泽连斯基", store.Extraction.Output, StringComparison.Ordinal);
        Assert.Contains("11 articles", store.Extraction.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_ask_who_met_a_person_from_a_country()
    {
        var answer = await Kg("who-met", "王毅", "--with", "韩国", "--format", "json");

        Assert.Equal(0, answer.ExitCode);
        var rows = JsonNode.Parse(answer.Output)!.AsArray();
        var meeting = Assert.Single(rows, row => row!["whom"]!.AsArray().Count == 1)!;
        Assert.Equal("2015-03-21", (string?)meeting["date"]);
        Assert.Equal("尹炳世", (string?)meeting["whom"]![0]!["name"]);
        Assert.Equal("首尔", (string?)meeting["where"]!["place"]);
        Assert.Contains("中韩外长在首尔举行双边会谈", (string?)meeting["sentence"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_range_of_time_counts_its_last_day_and_says_what_it_leaves_out()
    {
        var inside = await Kg("who-met", "布林肯", "--since", "2023-06-19", "--until", "2023-06-19", "--format", "csv");
        var outside = await Kg("who-met", "布林肯", "--until", "2023-06-17", "--format", "csv");

        Assert.Contains("2023-06-19,", inside.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("2023-06-19,", outside.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_rows_is_no_error()
    {
        var answer = await Kg("who-met", "没有这个人");

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal("", answer.Output);
        Assert.Contains("called 没有这个人", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_shows_the_words_of_each_value()
    {
        var rows = JsonNode.Parse((await Kg("who-met", "习近平", "--with", "泽连斯基", "--format", "json")).Output)!.AsArray();
        var why = await Kg("why", (string)rows[0]!["event"]!);

        Assert.Equal(0, why.ExitCode);
        Assert.Contains("phone-call", why.Output, StringComparison.Ordinal);
        Assert.Contains("[talks.", why.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Running_again_leaves_unchanged_articles_alone_and_the_same_graph()
    {
        var graph = Path.Combine(store.Root, "graph-export", "graph.graphml");
        var before = await File.ReadAllBytesAsync(graph, TestContext.Current.CancellationToken);
        var again = await Kg("extract", "tests/articles", "--quiet");
        var counted = await Kg("extract", "tests/articles");

        Assert.Equal("", again.Error + again.Output);
        Assert.Contains("11 unchanged", counted.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(graph, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Records_are_the_same_bytes_whatever_the_number_of_threads()
    {
        var one = await Kg("extract", "tests/articles", "--records", "-", "--threads", "1");
        var four = await Kg("extract", "tests/articles", "--records", "-", "--threads", "4");

        Assert.Equal(11, one.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(one.Output, four.Output);
    }

    [Fact]
    public async Task Records_alone_touch_no_store()
    {
        var folder = Directory.CreateTempSubdirectory("kg-records-");
        try
        {
            var outcome = await KgProcess.RunAsync(
                folder.FullName, ["extract", "-", "--records", "out/r.jsonl"],
                """{"id": "a1", "title": "李强会见默茨", "date": "2025-05-10", "text": "中国总理李强10日在柏林会见德国总理默茨。"}""" + "\n");

            Assert.Equal(0, outcome.ExitCode);
            Assert.Equal([Path.Combine(folder.FullName, "out")], Directory.EnumerateFileSystemEntries(folder.FullName));
            Assert.Contains("\"place\":\"柏林\"", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "out", "r.jsonl"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_bad_article_is_named_and_the_others_are_done()
    {
        var folder = Directory.CreateTempSubdirectory("kg-bad-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "bad.md"), "---\ntitle: [\n---\n正文", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "good.txt"), "李强会见默茨\n\n2025年5月10日，中国总理李强在柏林会见德国总理默茨。", TestContext.Current.CancellationToken);
            var outcome = await KgProcess.RunAsync(folder.FullName, ["extract", ".", "--report", "status.csv"]);

            Assert.Equal(1, outcome.ExitCode);
            Assert.Contains("bad.md", outcome.Error, StringComparison.Ordinal);
            Assert.Contains("默茨", outcome.Output, StringComparison.Ordinal);
            Assert.Contains("bad.md,failed,", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "status.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("extract", "x", "--threads", "0")]
    [InlineData("extract", "x", "--map", "nonsense")]
    [InlineData("extract", "x", "--rules", "/no/such/folder")]
    [InlineData("who-met", "王毅", "--format", "pdf")]
    [InlineData("who-met", "王毅", "--since", "yesterday")]
    [InlineData("why", "event:none")]
    [InlineData("no-such-command")]
    public async Task Wrong_usage_exits_with_2_and_says_what_was_expected(params string[] arguments)
    {
        var outcome = await Kg(arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.StartsWith("kg: ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_store_or_input_fails_with_a_message()
    {
        var store = await Kg("who-met", "王毅", "--db", "missing.db");
        var input = await Kg("extract", "missing-folder", "--records", "-");

        Assert.Equal(1, store.ExitCode);
        Assert.Contains("missing.db", store.Error, StringComparison.Ordinal);
        Assert.Equal(1, input.ExitCode);
        Assert.Contains("missing-folder", input.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_tells_how_each_source_is_read()
    {
        var outcome = await Kg("check", "tests/articles", "--format", "csv");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("2019-01-22-aachen-treaty.md,no date", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("2023-03-16-yoon-kishida-tokyo.html,read", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_are_checked_and_tested()
    {
        var check = await Kg("rules", "check");
        var test = await Kg("rules", "test");

        Assert.Equal((0, ""), (check.ExitCode, check.Output));
        Assert.Equal((0, ""), (test.ExitCode, test.Output));
        Assert.Contains("0 failed", test.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("extract", "--help")]
    [InlineData("who-met", "--help")]
    [InlineData("why", "--help")]
    [InlineData("check", "--help")]
    [InlineData("rules", "--help")]
    [InlineData("rules", "check", "--help")]
    [InlineData("rules", "test", "--help")]
    public async Task Help_ends_with_an_example(params string[] arguments)
    {
        var outcome = await Kg(arguments);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("kg " + (arguments.Length > 1 ? arguments[0] : "extract"), outcome.Output[outcome.Output.IndexOf("Example", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }
}
