using System.Text.Json.Nodes;

namespace KnowledgeGraph.Tests.Cli;

/// <summary>What a journalist asks of the store of the sample articles.</summary>
public sealed class AnswerTests(SampleStore store) : IClassFixture<SampleStore>
{
    private Task<KgProcess.Outcome> Kg(params string[] arguments) => KgProcess.RunAsync(store.Root, arguments);

    [Fact]
    public async Task I_can_write_names_in_English_or_in_traditional_characters()
    {
        var english = await Kg("who-met", "Xi Jinping", "--with", "Zelenskyy", "--format", "csv", "--quiet");
        var traditional = await Kg("who-met", "習近平", "--with", "澤連斯基", "--format", "csv", "--quiet");

        Assert.Contains("2023-04-26", english.Output, StringComparison.Ordinal);
        Assert.Equal(english.Output, traditional.Output);
    }

    [Fact]
    public async Task A_name_of_several_people_lists_them_and_is_not_guessed()
    {
        var answer = await Kg("who-met", "穆罕默德");

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Contains("穆罕默德·本·扎耶德", answer.Error, StringComparison.Ordinal);
        Assert.Contains("穆罕默德·本·拉希德", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_says_what_the_archive_holds_and_who_is_named_in_it()
    {
        var answer = await Kg("who-met", "王毅", "--with", "乌克兰");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Output));
        Assert.Contains("It holds 11 articles, published 2016-09-06 to 2025-08-16.", answer.Error, StringComparison.Ordinal);
        Assert.Contains("name all of them", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_source_has_its_whole_sentence_and_a_place_to_read_it()
    {
        var answer = await Kg("who-met", "王毅", "--with", "尹炳世", "--sources");

        Assert.Contains("同一天，中韩外长在首尔举行双边会谈，日韩外长也单独会面。", answer.Output, StringComparison.Ordinal);
        Assert.Matches(@"2015-03-21-china-japan-korea-ministers\.txt:\d+", answer.Output);
    }

    [Fact]
    public async Task I_can_have_references_for_my_paper()
    {
        var journal = await Kg("who-met", "王毅", "--with", "尹炳世", "--cite", "gbt7714");
        var post = await Kg("who-met", "王毅", "--with", "尹炳世", "--cite", "md");

        Assert.StartsWith("[1] 中日韩外长时隔近三年在首尔重聚[N]. 2015-03-21", journal.Output, StringComparison.Ordinal);
        Assert.StartsWith("- 中日韩外长时隔近三年在首尔重聚 (`2015-03-21-china-japan-korea-ministers.txt:", post.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--first", "2015-03-21")]
    [InlineData("--last", "2023-06-19")]
    public async Task I_can_ask_for_the_first_and_the_last_one(string which, string date)
    {
        var answer = await Kg("who-met", "王毅", which, "--format", "jsonl", "--quiet");

        Assert.Equal(date, (string?)JsonNode.Parse(Assert.Single(answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)))!["date"]);
    }

    [Fact]
    public async Task I_can_ask_how_many()
    {
        var all = await Kg("who-met", "布林肯", "--count");
        var visits = await Kg("who-met", "布林肯", "--kind", "visit", "--count", "--format", "jsonl");

        Assert.True(int.Parse(all.Output, System.Globalization.CultureInfo.InvariantCulture) > 1);
        Assert.Equal("{\"count\":1}\n", visits.Output);
    }

    [Theory]
    [InlineData("外长", "国务卿")]
    [InlineData("foreign minister", "外交部长")]
    public async Task A_general_name_of_an_office_finds_those_that_are_called_otherwise(string general, string title)
    {
        var all = await Kg("who-met", "--office", general, "--format", "csv");
        var titled = await Kg("who-met", "--office", title, "--format", "csv");

        Assert.NotEmpty(titled.Output);
        Assert.Empty(titled.Output.Split('\n').Except(all.Output.Split('\n')));
    }

    [Fact]
    public async Task Names_are_shown_in_English_where_known()
    {
        var answer = await Kg("who-met", "习近平", "--with", "泽连斯基", "--lang", "en", "--quiet");

        Assert.Contains("Xi Jinping", answer.Output, StringComparison.Ordinal);
        Assert.Contains("Ukraine", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_ask_what_two_states_agreed()
    {
        var answer = await Kg("agreements", "中国", "韩国", "--format", "jsonl");

        Assert.NotEmpty(answer.Output);
        Assert.All(answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
            Assert.Superset(new HashSet<string?> { "中国", "韩国" }, JsonNode.Parse(line)!["parties"]!.AsArray().Select(party => (string?)party).ToHashSet()));
    }

    [Fact]
    public async Task I_can_ask_who_a_person_is_and_whom_he_met()
    {
        var answer = await Kg("person", "布林肯", "--format", "csv");

        Assert.Contains("office,美国国务卿,", answer.Output, StringComparison.Ordinal);
        Assert.Contains("met,习近平 (中国国家主席),2023-06-19,2023-06-19,1,", answer.Output, StringComparison.Ordinal);
        Assert.Contains("first contact,", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_ask_with_whom_a_state_is_in_contact()
    {
        var answer = await Kg("country", "Ukraine", "--format", "csv");

        Assert.Contains("office,乌克兰", answer.Output, StringComparison.Ordinal);
        Assert.Contains("in contact with,中国,2023-04-26,", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_ask_what_happened_in_order_of_time()
    {
        var answer = await Kg("timeline", "习近平", "--since", "2023..2023", "--format", "jsonl", "--quiet");
        var dates = answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (string?)JsonNode.Parse(line)!["date"]).ToList();

        Assert.True(dates.Count > 3);
        Assert.Equal(dates.Order(StringComparer.Ordinal), dates);
        Assert.All(dates, date => Assert.StartsWith("2023", date, StringComparison.Ordinal));
    }

    [Fact]
    public async Task I_can_ask_how_two_people_are_connected()
    {
        var answer = await Kg("path", "王毅", "泽连斯基", "--format", "csv");
        var none = await Kg("path", "王毅", "泽连斯基", "--longest", "1");

        Assert.Contains("王毅,布林肯,2023-06-19,", answer.Output, StringComparison.Ordinal);
        Assert.Contains("习近平,泽连斯基,2023-04-26,", answer.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (none.ExitCode, none.Output));
        Assert.StartsWith("No way of at most 1", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_search_the_texts_for_names_in_either_script()
    {
        var answer = await Kg("mentions", "尹锡悦", "岸田文雄", "--together", "--format", "jsonl");

        var first = JsonNode.Parse(answer.Output.Split('\n')[0])!;
        Assert.Contains("尹錫悅", (string?)first["sentence"], StringComparison.Ordinal);
        Assert.Contains("岸田文雄", (string?)first["sentence"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_ask_what_shares_are_shares_of()
    {
        var all = JsonNode.Parse((await Kg("stats", "--format", "jsonl")).Output)!;
        var years = (await Kg("stats", "--by", "year,publisher", "--format", "jsonl")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();

        Assert.Equal((11, 3), ((int)all["articles"]!, (int)all["undated"]!));
        Assert.Equal(11, years.Sum(year => (int)year["articles"]!));
    }

    [Fact]
    public async Task I_can_ask_who_says_so()
    {
        var met = JsonNode.Parse((await Kg("who-met", "王毅", "--with", "尹炳世", "--format", "jsonl")).Output)!;
        var sources = await Kg("sources", (string)met["event"]!);

        Assert.Contains("中韩外长在首尔举行双边会谈", sources.Output, StringComparison.Ordinal);
        Assert.Contains("ministers.txt:", sources.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_take_the_rules_out_and_ask_with_my_own()
    {
        var folder = Path.Combine(store.Root, "my-rules");
        var exported = await Kg("rules", "export", folder);
        var states = Path.Combine(folder, "states.yaml");
        await File.WriteAllTextAsync(states, (await File.ReadAllTextAsync(states, TestContext.Current.CancellationToken)).Replace("en: \"Ukraine\"", "en: \"Ukrainia\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var answer = await Kg("who-met", "习近平", "--with", "Ukrainia", "--rules", folder, "--count");

        Assert.Equal(0, exported.ExitCode);
        Assert.Equal("1\n", answer.Output);
    }

    [Theory]
    [InlineData("person", "中国")]
    [InlineData("path", "习近平", "中国")]
    [InlineData("stats", "--by", "weather")]
    [InlineData("sources", "event:none")]
    [InlineData("rules", "export", "tests")]
    [InlineData("who-met", "--first", "--last")]
    [InlineData("who-met", "--kind", "dinner")]
    [InlineData("who-met", "--limit", "0")]
    [InlineData("who-met", "--limit", "x")]
    [InlineData("who-met", "--count", "--first")]
    [InlineData("who-met", "--added-since", "99")]
    [InlineData("who-met", "")]
    [InlineData("mentions", " ")]
    [InlineData("whomet", "王毅")]
    [InlineData("ask", "王毅去年见过谁？", "--today", "2023")]
    [InlineData("who-met", "--since", "2022..2021")]
    [InlineData("who-met", "--since", "2021..2022", "--until", "2023")]
    [InlineData("who-met", "--lang", "fr")]
    [InlineData("who-met", "--rules", "/no/such/folder")]
    public async Task Wrong_usage_exits_with_2_and_says_what_was_expected(params string[] arguments)
    {
        var outcome = await Kg(arguments);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("kg: ", outcome.Error, StringComparison.Ordinal);
    }
}
