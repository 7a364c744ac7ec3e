using KnowledgeGraph.Tests.Cli;

namespace KnowledgeGraph.Tests.Export.Neo4j;

/// <summary>The sample articles, and some that show what they do not, loaded into a real server by the command.</summary>
public sealed class LoadedSamples : IAsyncLifetime
{
    /// <summary>Two reports that contradict each other, and a deputy.</summary>
    private const string More = """
        {"id": "k1", "title": "尹锡悦会见王岐山", "date": "2022-05-10", "text": "2022年5月10日，韩国总统尹锡悦在首尔会见中国国家副主席王岐山。"}
        {"id": "k2", "title": "王毅会见拉夫罗夫", "date": "2022-07-07", "text": "2022年7月7日，中国外交部长王毅在巴厘岛会见俄罗斯外长拉夫罗夫。"}
        {"id": "k3", "title": "中俄外长会面", "date": "2022-07-08", "text": "俄罗斯外长拉夫罗夫2022年7月7日在雅加达会见中国外交部长王毅，两人谈到乌克兰局势。"}
        """;

    private readonly SampleStore samples = new();

    internal KgProcess.Outcome First { get; private set; } = new(-1, "", "");

    internal KgProcess.Outcome Second { get; private set; } = new(-1, "", "");

    public async ValueTask InitializeAsync()
    {
        if (!RealNeo4j.IsPresent)
        {
            return;
        }

        await RealNeo4j.EmptyAsync();
        await samples.InitializeAsync();
        await File.WriteAllTextAsync(Path.Combine(samples.Root, "more.jsonl"), More);
        await KgProcess.RunAsync(samples.Root, ["extract", "more.jsonl", "--quiet"]);
        First = await KgProcess.RunAsync(samples.Root, ["load", "--uri", RealNeo4j.Uri!]);
        Second = await KgProcess.RunAsync(samples.Root, ["load", "--uri", RealNeo4j.Uri!, "--prune", "--batch", "100"]);
    }

    public async ValueTask DisposeAsync()
    {
        if (RealNeo4j.IsPresent)
        {
            await samples.DisposeAsync();
        }
    }
}

/// <summary>Each query of <c>graph-export/queries</c>, run on a real server, and what it answers.</summary>
[Collection(RealNeo4jTests.Name)]
public sealed class QueryFileTests(LoadedSamples loaded) : IClassFixture<LoadedSamples>
{
    /// <summary>Per query some rows of the answer: values in order, as much of a row as tells it.</summary>
    public static TheoryData<string, string[]> Answers { get; } = new()
    {
        { "agreements-between-two-states", ["signed | 《亚琛条约》"] },
        { "chain-between-two-people", ["习近平,马克龙,默克尔 | 2023-04-06,2018-11-18"] },
        { "common-contacts", ["拜登 | 2022-11 | "] },
        { "contacts-of-a-person", ["2023-06-19 | 布林肯 | 美国 | meeting | 北京", "2015-03-21 | 尹炳世 | 韩国 | meeting | 首尔"] },
        { "dyad-by-year", ["2016 | meeting | 1", "2022 | meeting | 1", "2023 | meeting | 3"] },
        { "dyads-of-states", ["2025 | RUS | 365 | USA | 2 | 1"] },
        { "find-a-name", ["Person | 泽连斯基 | 澤連斯基 | 乌克兰"] },
        { "first-meeting-since", ["普京 | 特朗普 | 2025-08-15 | 2019-06 | 73"] },
        { "hosts", ["阿联酋 | ", "瑞士 | 日内瓦 | 1"] },
        { "meetings-in-third-countries", ["2022-11 | 习近平–拜登 2022-11 巴厘岛", "2021-06-16 | 拜登–普京 2021-06-16 日内瓦"] },
        { "most-connected-by-year", ["2025 | 特朗普 | 2 | 2", "2024 | 李强 | 2 | 2"] },
        { "office-holders-over-time", ["王毅 | 2015-03-21 | 2022-07-08", "秦刚 | 2023-06-18"] },
        { "offices-of-a-person", ["外交部长 | 中国 | 2015-03-21", "中央外办主任 | 中国 | 2023-06-19"] },
        { "on-the-sidelines", ["東協系列峰會 2022-11 金邊 | 岸田文雄–尹錫悅 2022-11 金邊"] },
        { "one-meeting", ["王毅–尹炳世 2015-03-21 首尔"] },
        { "planned-never-held", ["planned | 2021-12-09 | 拜登–泽连斯基 2021-12-09", "cancelled | 2016-09-06 | 奧巴馬–杜特爾特 2016-09-06 萬象"] },
        { "reports-that-contradict", ["王毅–拉夫罗夫 2022-07-07 巴厘岛 | 2022-07-07 |  | 巴厘岛 | 雅加达"] },
        { "sentence-behind-an-edge", ["2023-04-26 | phone-call | 中国国家主席习近平今天下午同乌克兰总统泽连斯基（Volodymyr Zelensky）通了电话。"] },
        { "travels-of-a-person", ["2024-09-10 | 沙特阿拉伯 | 利雅得", "2024-09-11 | 阿联酋 | 阿布扎比"] },
        { "well-attested", ["2022-07-07 | 王毅–拉夫罗夫 2022-07-07 巴厘岛 | 2 | 2"] },
        { "who-met-whom", ["2025-08-15 | 普京 | 特朗普 | meeting | 安克雷奇", "2024-09-12 | 李强 | 穆罕默德·本·扎耶德 | meeting | 阿布扎比"] },
        { "who-stood-in-for-whom", ["2022-05-10 | 尹錫悅–王岐山 2022-05-10 首尔 | 王岐山 | 国家副主席 | 中国国家主席 | 习近平"] },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_query_answers_from_the_sample_articles(string query, string[] expected)
    {
        Assert.SkipUnless(RealNeo4j.IsPresent, RealNeo4j.Missing);
        var rows = await RealNeo4j.RowsAsync(await File.ReadAllTextAsync(TestPaths.Repository("graph-export", "queries", query + ".cypher"), TestContext.Current.CancellationToken));

        var answer = rows.Select(row => string.Join(" | ", row.Select(Text))).ToList();

        Assert.All(expected, line => Assert.Contains(answer, row => row.StartsWith(line, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_query_is_asked() =>
        Assert.Equal(GraphExportFolderTests.Queries.Select(file => Path.GetFileNameWithoutExtension((string)file.Data)), Answers.Select(row => row.Data.Item1));

    [Fact]
    public void The_command_tells_what_it_did()
    {
        Assert.SkipUnless(RealNeo4j.IsPresent, RealNeo4j.Missing);

        Assert.Equal((0, 0), (loaded.First.ExitCode, loaded.Second.ExitCode));
        Assert.Matches(@"^(\d+) nodes \(\1 created\), (\d+) relations \(\2 created\) in [0-9.]+ s; counted in the database: all there\n$", loaded.First.Output);
        Assert.Matches(@"^\d+ nodes \(0 created\), \d+ relations \(0 created\) .*\nremoved: 0 nodes, 0 relations\n$", loaded.Second.Output);
        Assert.Contains("kg: load: loading into Neo4j ", loaded.First.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(RealNeo4j.Password, loaded.First.Output + loaded.First.Error, StringComparison.Ordinal);
    }

    private static string Text(System.Text.Json.JsonElement value) => value.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Null => "",
        System.Text.Json.JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(Text)),
        System.Text.Json.JsonValueKind.Object when value.TryGetProperty("properties", out var properties) && properties.TryGetProperty("name", out var name) => name.GetString()!,
        _ => value.ToString(),
    };
}
