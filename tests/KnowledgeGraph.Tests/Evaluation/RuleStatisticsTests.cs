using System.Text.Json;
using KnowledgeGraph.Evaluation;
using KnowledgeGraph.Tests.Cli;

namespace KnowledgeGraph.Tests.Evaluation;

public sealed class RuleStatisticsTests : IDisposable
{
    private static readonly string[] Participants = ["王毅", "朴振"];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kg-stats-");

    public RuleStatisticsTests()
    {
        folder.CreateSubdirectory("gold");
        folder.CreateSubdirectory("articles");
        var rules = folder.CreateSubdirectory("rules").FullName;
        foreach (var file in Directory.EnumerateFiles(TestPaths.Repository("rules"), "*.yaml"))
        {
            File.Copy(file, Path.Combine(rules, Path.GetFileName(file)), overwrite: true);
        }

        // Six articles tell a meeting; the annotations have five of them.
        for (var day = 1; day <= 6; day++)
        {
            Write($"articles/{day}.md", $"---\ntitle: 会见\ndate: 2022-07-08\n---\n王毅{day}日在巴厘岛会见韩国外长朴振。\n");
            Write($"gold/{day}.json", JsonSerializer.Serialize(new
            {
                persons = Array.Empty<object>(),
                events = day == 6 ? [] : new[] { new { kind = "meeting", status = "held", participants = Participants, date = $"2022-07-0{day}" } },
                agreements = Array.Empty<object>(),
            }));
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(4, 4, null)]
    [InlineData(5, 5, 6 / 7.0)]
    [InlineData(6, 0, 1 / 8.0)]
    public void Precision_is_smoothed_and_unknown_under_five_cases(int judged, int right, double? precision) =>
        Assert.Equal(precision, new RuleStatistic(0, judged, right).Precision);

    [Fact]
    public async Task Rules_are_counted_and_judged_and_records_carry_what_was_measured()
    {
        var answer = await Kg("rules", "stats", "--corpus", "articles", "--gold", "gold", "--articles", "articles", "--rules", "rules", "--write", "--format", "json");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        using var json = JsonDocument.Parse(answer.Output);
        var row = json.RootElement.EnumerateArray().Single(rule => rule.GetProperty("rule").GetString() == "meet.transitive");
        Assert.Equal((6, 6, 5), (row.GetProperty("finds").GetInt32(), row.GetProperty("judged").GetInt32(), row.GetProperty("right").GetInt32()));
        Assert.Equal(0.75, row.GetProperty("precision").GetDouble(), 9);
        Assert.Contains("  meet.transitive: 0.75\n", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "rules", "precision.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var records = await Kg("extract", "articles/1.md", "--records", "-", "--rules", "rules", "--quiet");
        using var record = JsonDocument.Parse(records.Output);
        Assert.Equal(0.75, record.RootElement.GetProperty("events")[0].GetProperty("confidence").GetDouble(), 9);
    }

    [Theory]
    [InlineData("rules stats: expected --corpus PATH")]
    [InlineData("--write needs --rules FOLDER", "--gold", "gold", "--articles", "articles", "--write")]
    [InlineData("there is no folder nowhere", "--gold", "nowhere", "--articles", "articles")]
    public async Task What_is_missing_is_said(string message, params string[] arguments)
    {
        var answer = await Kg(["rules", "stats", .. arguments]);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(message, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_that_is_none_is_named_with_its_line()
    {
        Write("rules/precision.yaml", "precision:\n  meet.transitive: 7\n");

        var answer = await Kg("extract", "articles/1.md", "--records", "-", "--rules", "rules");

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("precision.yaml:2:", answer.Error, StringComparison.Ordinal);
    }

    private Task<KgProcess.Outcome> Kg(params string[] arguments) => KgProcess.RunAsync(folder.FullName, arguments);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);
}
