namespace KnowledgeGraph.Tests.Cli;

public sealed class ExtractionOptionTests : IDisposable
{
    private const string Article = """{"title":"会谈","date":"2022-07-08","text":"王毅7日在巴厘岛会见韩国外长朴振。"}""";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kg-options-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Rules_of_a_folder_are_compiled_in_memory_unless_a_cache_is_named()
    {
        var rules = TestPaths.Repository("rules");
        var before = Directory.GetFiles(rules).Length;
        var plain = await Kg("extract", "-", "--records", "-", "--quiet", "--rules", rules);
        var cached = await Kg("extract", "-", "--records", "-", "--quiet", "--rules", rules, "--cache", "kept");

        Assert.Equal((0, ""), (plain.ExitCode, plain.Error));
        Assert.Contains("朴振", plain.Output, StringComparison.Ordinal);
        Assert.Equal(plain, cached);
        Assert.Equal(before, Directory.GetFiles(rules).Length);
        Assert.Equal(["kept"], folder.EnumerateFileSystemInfos().Select(info => info.Name));
    }

    [Fact]
    public async Task A_users_dictionary_is_read_and_its_bad_line_named()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "good.txt"), "巴厘岛 5 ns\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "bad.txt"), "巴厘岛 5 ns\n会谈 很多\n", TestContext.Current.CancellationToken);

        var good = await Kg("extract", "-", "--records", "-", "--quiet", "--user-dict", "good.txt");
        var bad = await Kg("extract", "-", "--records", "-", "--quiet", "--user-dict", "bad.txt");
        var missing = await Kg("extract", "-", "--records", "-", "--quiet", "--user-dict", "none.txt");

        Assert.Equal((0, ""), (good.ExitCode, good.Error));
        Assert.Equal((2, ""), (bad.ExitCode, bad.Output));
        Assert.StartsWith("kg: --user-dict: bad.txt:2: expected 'word [frequency] [tag]'", bad.Error, StringComparison.Ordinal);
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("none.txt", missing.Error, StringComparison.Ordinal);
    }

    private Task<KgProcess.Outcome> Kg(params string[] arguments) => KgProcess.RunAsync(folder.FullName, arguments, Article + "\n");
}
