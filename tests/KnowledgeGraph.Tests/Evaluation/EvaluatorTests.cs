using System.Diagnostics;
using System.Text.Json;
using KnowledgeGraph.Evaluation;
using KnowledgeGraph.Tests.Cli;

namespace KnowledgeGraph.Tests.Evaluation;

public sealed class EvaluatorTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kg-eval-");

    public EvaluatorTests()
    {
        folder.CreateSubdirectory("gold");
        folder.CreateSubdirectory("articles");
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>An article that says: 王毅 and 朴振 met on 7 July 2022 in 巴厘岛.</summary>
    [Theory]
    [InlineData("right", """{"participants": ["王毅", "朴振"], "date": "2022-07-07", "place": "巴厘岛"}""", 1, 1)]
    [InlineData("what the annotation leaves open counts for nothing", """{"participants": ["朴振", "王毅"], "date": null}""", 1, 1)]
    [InlineData("an office stands for its holder", """{"participants": ["王毅", "韩国外长"], "date": "2022-07-07"}""", 1, 1)]
    [InlineData("another day", """{"participants": ["王毅", "朴振"], "date": "2022-07-08"}""", 0, 1)]
    [InlineData("one more took part", """{"participants": ["王毅", "朴振", "林芳正"], "date": "2022-07-07"}""", 0, 1)]
    [InlineData("it was planned", """{"status": "planned", "participants": ["王毅", "朴振"], "date": "2022-07-07"}""", 0, 1)]
    public async Task Contacts_are_right_where_kind_participants_and_date_are(string why, string told, int right, int found)
    {
        var values = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(told)!;
        values.TryAdd("kind", JsonSerializer.SerializeToElement("meeting"));
        values.TryAdd("status", JsonSerializer.SerializeToElement("held"));
        Write("gold/a.json", JsonSerializer.Serialize(new { id = "a", persons = Array.Empty<object>(), events = new[] { values }, agreements = Array.Empty<object>() }));
        Write("articles/a.md", "---\ntitle: 会见\ndate: 2022-07-08\n---\n王毅7日在巴厘岛会见韩国外长朴振。\n");

        var answer = await Kg("eval", "gold", "articles", "--json");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        using var json = JsonDocument.Parse(answer.Output);
        var contact = json.RootElement.GetProperty("contact");
        Assert.True((right, found) == (contact.GetProperty("right").GetInt32(), contact.GetProperty("found").GetInt32()), why);
    }

    [Fact]
    public async Task Errors_are_listed_and_an_article_that_is_missing_is_named()
    {
        Write("gold/a.json", """{"persons": [{"name": "林芳正", "offices": []}], "events": [], "agreements": []}""");
        Write("gold/b.json", """{"persons": [], "events": [], "agreements": []}""");
        Write("articles/a.md", "---\ntitle: 会见\ndate: 2022-07-08\n---\n王毅7日在巴厘岛会见韩国外长朴振。\n");

        var answer = await Kg("eval", "gold", "articles", "--errors");

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("a\tpersons\tmissed\t林芳正", answer.Output, StringComparison.Ordinal);
        Assert.Contains("a\tcontact\tspurious\tmeeting\theld\t王毅、朴振\t2022-07-07\t", answer.Output, StringComparison.Ordinal);
        Assert.Contains("annotation b", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_annotation_is_named()
    {
        Write("gold/a.json", "[1]");

        var answer = await Kg("eval", "gold", "articles");

        Assert.Equal(1, answer.ExitCode);
        Assert.StartsWith("kg: gold/a.json: expected an annotation", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figures_are_those_of_the_scorer_beside_the_repository()
    {
        Assert.SkipWhen(TestPaths.Shared is null, TestPaths.NoShared);
        var gold = Path.Combine(TestPaths.Shared!, "gold", "dev");
        var records = Path.Combine(folder.FullName, "records.jsonl");
        await Kg("extract", Path.Combine(gold, "articles"), "--records", records, "--quiet");
        var scorer = new ProcessStartInfo("python3") { RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(TestPaths.Shared!, "tools", "score.py"), Path.Combine(gold, "annotations"), records, "--json" })
        {
            scorer.ArgumentList.Add(argument);
        }

        using var process = Process.Start(scorer)!;
        using var theirs = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        using var ours = JsonDocument.Parse((await Kg("eval", Path.Combine(gold, "annotations"), Path.Combine(gold, "articles"), "--json")).Output);

        foreach (var measure in theirs.RootElement.EnumerateObject())
        {
            foreach (var figure in measure.Value.EnumerateObject())
            {
                Assert.Equal(figure.Value.GetDouble(), ours.RootElement.GetProperty(measure.Name).GetProperty(figure.Name).GetDouble(), 12);
            }
        }
    }

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(folder.FullName, path), text);

    private Task<KgProcess.Outcome> Kg(params string[] arguments) => KgProcess.RunAsync(folder.FullName, arguments);
}
