using System.Net;
using System.Text.RegularExpressions;

namespace KnowledgeGraph.Tests.Cli;

public sealed class ExplainCommandTests : IDisposable
{
    private const string Article = """
        ---
        title: 王毅会见韩国外长<script>alert(1)</script>朴振
        date: 2022-07-08
        ---
        国务委员兼外长王毅7日在巴厘岛会见韩国外长朴振。双方同意年内实现两国外长互访 & 保持沟通。
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kg-explain-");

    public ExplainCommandTests() => File.WriteAllText(Path.Combine(folder.FullName, "a.md"), Article);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task I_can_see_the_words_and_the_rule_of_each_value()
    {
        var answer = await Kg("explain", "a.md");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.Contains("person       朴振; 韩国外交部长", answer.Output, StringComparison.Ordinal);
        Assert.Contains("date         2022-07-07  <-  “7日”  [time.", answer.Output, StringComparison.Ordinal);
        Assert.Contains("place        巴厘岛  <-  ", answer.Output, StringComparison.Ordinal);
        Assert.Contains("agreed       中国、韩国  <-  “年内实现两国外长互访", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_marks_the_article_and_runs_nothing()
    {
        var answer = await Kg("explain", "a.md", "--html", "out/page.html");
        var page = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "out", "page.html"), TestContext.Current.CancellationToken);

        Assert.Equal((0, "", ""), (answer.ExitCode, answer.Output, answer.Error));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(?:src|href)=", page);
        Assert.Contains("<mark class=\"evidence kind\">会见</mark>", page, StringComparison.Ordinal);
        Assert.Contains("<mark class=\"date evidence\">7日</mark>", page, StringComparison.Ordinal);
        var text = WebUtility.HtmlDecode(Regex.Replace(Regex.Match(page, "<div class=\"text\">(.*?)</div>", RegexOptions.Singleline).Groups[1].Value, "<[^>]+>", ""));
        Assert.Contains("国务委员兼外长王毅7日在巴厘岛会见韩国外长朴振。双方同意年内实现两国外长互访 & 保持沟通。", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_named()
    {
        var answer = await Kg("explain", "none.md");

        Assert.NotEqual(0, answer.ExitCode);
        Assert.Contains("none.md", answer.Error, StringComparison.Ordinal);
    }

    private Task<KgProcess.Outcome> Kg(params string[] arguments) => KgProcess.RunAsync(folder.FullName, arguments);
}
