using System.IO.Compression;

namespace KnowledgeGraph.Tests.Cli;

/// <summary>What a user does with stores: adds to them, takes out of them, joins them.</summary>
public sealed class StoreCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kg-stores-");

    public StoreCommandTests()
    {
        Write("a/1.md", "2022-07-08", "王毅会见韩国外长朴振", "当地时间2022年7月7日，国务委员兼外长王毅在巴厘岛会见韩国外长朴振。");
        Write("a/2.md", "2023-06-20", "布林肯访华", "2023年6月19日，中国外交部长秦刚在北京同美国国务卿布林肯举行会谈。");
        Write("b/1.md", "2021-04-04", "中韩外长会谈", "2021年4月3日，国务委员兼外长王毅在厦门同韩国外长郑义溶举行会谈。");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task I_can_forget_a_file_and_what_only_it_told()
    {
        await Kg(0, "extract", "a", "b", "--quiet");
        var forgotten = await Kg(0, "forget", "a/1.md");

        Assert.Contains("1 source forgotten", forgotten.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("朴振", await Contacts("graph-export/kg.db"), StringComparison.Ordinal);
        await Kg(0, "extract", "a/2.md", "b", "--db", "other/kg.db", "--quiet");
        Assert.Equal(Graph("other"), Graph("graph-export"));
    }

    [Fact]
    public async Task I_can_forget_what_is_gone_from_disk_even_out_of_an_archive()
    {
        using (var zip = ZipFile.Open(At("a/more.zip"), ZipArchiveMode.Create))
        {
            zip.CreateEntryFromFile(At("b/1.md"), "x/1.md");
            zip.CreateEntryFromFile(At("a/2.md"), "x/2.md");
        }

        await Kg(0, "extract", "a", "--quiet");
        File.Delete(At("a/1.md"));
        using (var zip = ZipFile.Open(At("a/more.zip"), ZipArchiveMode.Update))
        {
            zip.GetEntry("x/1.md")!.Delete();
        }

        Assert.Contains("2 sources forgotten", (await Kg(0, "forget", "--missing", "a")).Error, StringComparison.Ordinal);
        Assert.Contains("0 sources forgotten", (await Kg(0, "forget", "--missing", "a")).Error, StringComparison.Ordinal);
        var left = await Contacts("graph-export/kg.db");
        Assert.Contains("布林肯", left, StringComparison.Ordinal);
        Assert.DoesNotContain("朴振", left, StringComparison.Ordinal);
        Assert.DoesNotContain("郑义溶", left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgetting_what_the_store_does_not_know_is_told()
    {
        await Kg(0, "extract", "a", "--quiet");

        Assert.Contains("nothing.md: expected a file or folder that", (await Kg(1, "forget", "nothing.md")).Error, StringComparison.Ordinal);
        Assert.Contains("--missing: expected a folder that is there", (await Kg(2, "forget", "--missing", "gone")).Error, StringComparison.Ordinal);
        Assert.Contains("either FILE... or --missing", (await Kg(2, "forget")).Error, StringComparison.Ordinal);
        Assert.Contains("build a store with kg extract first", (await Kg(1, "forget", "a", "--db", "none.db")).Error, StringComparison.Ordinal);
        Assert.Contains("2 sources forgotten", (await Kg(0, "forget", "a")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colleagues_stores_joined_in_any_order_give_the_graph_of_one_run()
    {
        await Kg(0, "extract", "a", "--db", "anna/kg.db", "--quiet");
        await Kg(0, "extract", "b", "--db", "ben/kg.db", "--quiet");
        await Kg(0, "merge", "anna/kg.db", "ben/kg.db", "--db", "one/kg.db");
        await Kg(0, "merge", "ben/kg.db", "anna/kg.db", "--db", "two/kg.db");
        await Kg(0, "extract", "b", "a", "--db", "whole/kg.db", "--quiet");

        Assert.Equal(Graph("whole"), Graph("one"));
        Assert.Equal(Graph("whole"), Graph("two"));
        Assert.Contains("2 unchanged", (await Kg(0, "extract", "a", "--db", "one/kg.db")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Joining_a_file_that_is_no_store_makes_nothing()
    {
        Assert.Contains("a/1.md: expected a kg store", (await Kg(1, "merge", "a/1.md", "--db", "out/kg.db")).Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("out")));
    }

    [Fact]
    public async Task Records_made_elsewhere_give_the_graph_of_the_articles()
    {
        await Kg(0, "extract", "a", "--records", "a.jsonl", "--with-text", "--quiet");
        var piped = await Kg(0, "extract", "b", "--records", "-", "--with-text");
        Assert.Contains("2 records taken in", (await Kg(0, "extract", "--from-records", "a.jsonl", "--db", "all/kg.db")).Error, StringComparison.Ordinal);
        await KgProcess.RunAsync(folder.FullName, ["extract", "--from-records", "-", "--db", "all/kg.db", "--quiet"], piped.Output);
        await Kg(0, "extract", "a", "b", "--db", "whole/kg.db", "--quiet");

        Assert.Equal(Graph("whole"), Graph("all"));
        Assert.Contains("2 unchanged", (await Kg(0, "extract", "--from-records", "a.jsonl", "--db", "all/kg.db")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_without_text_are_refused_and_nothing_of_them_is_stored()
    {
        await Kg(0, "extract", "a", "--records", "a.jsonl", "--quiet");
        var refused = await Kg(1, "extract", "--from-records", "a.jsonl");

        Assert.Contains("a.jsonl:1: the line carries no text", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--with-text", refused.Error, StringComparison.Ordinal);
        Assert.Equal("", await Contacts("graph-export/kg.db"));
        Assert.Contains("name it with --db", (await Kg(2, "extract", "--from-records", "a.jsonl", "--records", "-")).Error, StringComparison.Ordinal);
        Assert.Contains("Expected a PATH", (await Kg(2, "extract")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_I_correct_survives_every_run_and_is_shown()
    {
        await Kg(0, "extract", "a", "--quiet");
        var meeting = Event(await Contacts("graph-export/kg.db"), "朴振");
        Assert.Contains("graph-export/corrections.yaml", (await Kg(0, "correct", "set", meeting, "date=2022-07-06", "--why", "外交部网站", "--who", "Anna")).Error, StringComparison.Ordinal);

        Assert.Contains("2022-07-06", await Contacts("graph-export/kg.db"), StringComparison.Ordinal);
        var corrected = Graph("graph-export");
        Assert.Contains(">Anna<", corrected, StringComparison.Ordinal);
        await Kg(0, "extract", "a", "--quiet");
        Assert.Equal(corrected, Graph("graph-export"));
        await Kg(0, "correct", "reject", meeting, "--why", "没有发生");
        Assert.DoesNotContain("朴振", await Contacts("graph-export/kg.db"), StringComparison.Ordinal);
        Assert.Contains("2 corrections", (await Kg(0, "rebuild")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_say_that_two_names_are_one_person_and_that_they_are_not()
    {
        await Kg(0, "extract", "a", "b", "--quiet");
        await Kg(0, "correct", "same", "朴振", "郑义溶", "--why", "a test of ours");
        Assert.True(IsPerson("朴振") != IsPerson("郑义溶"));
        File.WriteAllText(At("none.yaml"), "");
        await Kg(0, "correct", "different", "朴振", "郑义溶", "--why", "two ministers", "--corrections", "none.yaml");
        Assert.True(IsPerson("朴振") && IsPerson("郑义溶"));

        bool IsPerson(string name) => Graph("graph-export").Contains($">{name}<", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_that_matches_nothing_is_not_written()
    {
        await Kg(0, "extract", "a", "--quiet");

        Assert.Contains("nothing was corrected: no event has or had the id event:0", (await Kg(2, "correct", "reject", "event:0", "--why", "x")).Error, StringComparison.Ordinal);
        Assert.Contains("nobody has the id or name 甲", (await Kg(2, "correct", "same", "甲", "朴振", "--why", "x")).Error, StringComparison.Ordinal);
        Assert.Contains("see kg correct reject --help", (await Kg(2, "correct", "reject", "event:0")).Error, StringComparison.Ordinal);
        Assert.Contains("expected NAME=VALUE", (await Kg(2, "correct", "set", "event:0", "when=2022", "--why", "x")).Error, StringComparison.Ordinal);
        Assert.Contains("Expected a date as 2022-07-07", (await Kg(2, "correct", "set", "event:0", "date=7月", "--why", "x")).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("graph-export/corrections.yaml")));
        File.WriteAllText(At("graph-export/corrections.yaml"), "- {reject: x}\n");
        Assert.Contains("corrections.yaml:1:3: Expected 'who'", (await Kg(1, "extract", "a")).Error, StringComparison.Ordinal);
        Assert.Contains("there is no file gone.yaml", (await Kg(2, "rebuild", "--corrections", "gone.yaml")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_see_what_articles_contradict_each_other_on_and_which_value_stands()
    {
        await Kg(0, "extract", "a", "--quiet");
        Assert.Contains("No article contradicts another", (await Kg(0, "conflicts")).Error, StringComparison.Ordinal);
        Write("a/3.md", "2022-07-09", "中韩外长会面", "国务委员兼外长王毅昨天在巴厘岛会见韩国外长朴振。");
        await Kg(0, "extract", "a", "--quiet");
        var conflicts = (await Kg(0, "conflicts", "--format", "csv")).Output.Split('\n');

        Assert.Equal("event,caption,value,stands,told", conflicts[0].Trim());
        Assert.Contains(",date,2022-07-07,2022-07-07; 2022-07-08", conflicts[1], StringComparison.Ordinal);
    }

    private static string Event(string rows, string name) =>
        System.Text.RegularExpressions.Regex.Match(rows.Split('\n').First(row => row.Contains(name, StringComparison.Ordinal)), "event:[0-9a-f]{16}").Value;

    private async Task<KgProcess.Outcome> Kg(int expected, params string[] arguments)
    {
        var outcome = await KgProcess.RunAsync(folder.FullName, arguments);
        Assert.True(expected == outcome.ExitCode, $"kg {string.Join(' ', arguments)}: {outcome.ExitCode}\n{outcome.Error}");
        return outcome;
    }

    private async Task<string> Contacts(string store) => (await KgProcess.RunAsync(folder.FullName, ["who-met", "--db", store, "--format", "csv"])).Output;

    private string Graph(string name) => File.ReadAllText(At(Path.Combine(name, "graph.graphml")));

    private string At(string path) => Path.Combine(folder.FullName, path);

    private void Write(string path, string date, string title, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), $"---\ntitle: {title}\ndate: {date}\n---\n\n{text}\n");
    }
}
