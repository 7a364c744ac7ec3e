using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;
using KnowledgeGraph.Records;
using KnowledgeGraph.Store;
using KnowledgeGraph.Tests.Graph;
using KnowledgeGraph.Tests.Records;
using KnowledgeGraph.Tests.Store;

namespace KnowledgeGraph.Tests.Query;

public sealed class QueryTests : IDisposable
{
    private static readonly PersonRecord Trump = Told.Person("特朗普", "美国", "总统", "川普");
    private readonly StoreFile file = new();
    private readonly KnowledgeStore store;

    public QueryTests()
    {
        store = file.With(
            Told.In("a", "2022-07-08", publisher: "新华社").Event(EventKinds.Meeting, "2022-07-07", [GraphOf.Wang, GraphOf.Park], "巴厘岛", "印度尼西亚", occasion: "二十国集团外长会", sentence: "王毅2022-07-07会见朴振。").Record(),
            Told.In("b", "2022-07-09").Event(EventKinds.Meeting, "2022-07", [GraphOf.Wang, GraphOf.Park]).Record(),
            Told.In("c", "2021-04-04").Event(EventKinds.PhoneCall, "2021-04", [GraphOf.Wang, GraphOf.Blinken]).Record(),
            Told.In("d", "2020-01-01").Event(EventKinds.Meeting, null, [GraphOf.Wang, Trump]).Record(),
            Told.In("e", "2022-01-01").Event(EventKinds.Meeting, "2022-12", [GraphOf.Wang, Trump], status: EventStatuses.Planned).Record(),
            Told.In("f", "2022-01-01").Event(EventKinds.Conference, "2022-02-01", [GraphOf.Wang, GraphOf.Park], occasion: "论坛").Record(),
            Told.In("g", "2022-01-03").Event(EventKinds.Visit, "2022-01-02", [GraphOf.Park], "北京", "中国").Record(),
            Told.In("h", "2023-01-03").Event(EventKinds.Meeting, "2023-01-02", [Told.State("中国"), Told.Office("越南", "总理")]).Record(),
            Told.In("i", "2023-02-03").Naming(Trump, GraphOf.Park, Told.Person("Tony Blinken", "美国", "顾问", "Blinken")).Event(EventKinds.Message, "2023-02-02", [Told.As(Trump, Roles.Sender), Told.As(GraphOf.Park, Roles.Receiver)]).Record());
        store.ReplaceGraph(GraphOf.Records(store.Records(), new GraphKnowledge
        {
            Countries = new Dictionary<string, CountryFacts> { ["中国"] = new("China", "CHN", 710), ["韩国"] = new("South Korea", "KOR", 732), ["美国"] = new("United States", "USA", 2) },
        }));
    }

    public static TheoryData<string?, string?, string?, string?, string> Questions => new()
    {
        { "王毅", null, null, null, "call 2021-04 王毅–布林肯; meeting 2022-07-07 王毅–朴振; meeting  王毅–特朗普" },
        { "王毅", "朴振", null, null, "meeting 2022-07-07 王毅–朴振" },
        { "朴振", "王毅", null, null, "meeting 2022-07-07 朴振–王毅" },
        { "川普", null, null, null, "meeting  特朗普–王毅" },
        { "朴振", null, null, null, "visit 2022-01-02 朴振–; meeting 2022-07-07 朴振–王毅" },
        { "中国", "韩国", null, null, "meeting 2022-07-07 王毅–朴振" },
        { "China", "KOR", null, null, "meeting 2022-07-07 王毅–朴振" },
        { "越南总理", null, null, null, "meeting 2023-01-02 越南总理–中国" },
        { "越南", "中国", null, null, "meeting 2023-01-02 越南总理–中国" },
        { "韩国外交部长", "中国外交部长", null, null, "meeting 2022-07-07 朴振–王毅" },
        { "国务卿", null, null, null, "call 2021-04 布林肯–王毅" },
        { "Blinken", null, null, null, "call 2021-04 布林肯–王毅" },
        { "外交部长", "外交部长", null, null, "meeting 2022-07-07 朴振–王毅" },
        { "王毅", null, "2021-04-30", "2022", "call 2021-04 王毅–布林肯; meeting 2022-07-07 王毅–朴振" },
        { "王毅", null, "2021-05", null, "meeting 2022-07-07 王毅–朴振" },
        { "王毅", null, null, "2021-04-01", "call 2021-04 王毅–布林肯" },
        { null, null, "2023", null, "meeting 2023-01-02 中国–越南总理" },
        { "王", null, null, null, "" },
        { "王毅", "王毅", null, null, "" },
    };

    public void Dispose()
    {
        store.Dispose();
        file.Dispose();
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void I_can_ask_who_met_whom(string? person, string? with, string? since, string? until, string expected)
    {
        var answer = WhoMet.Find(store, new WhoMetQuestion { People = person is null ? [] : [person], With = with, Since = since, Until = until });

        Assert.Equal(expected, string.Join("; ", answer.Contacts.Select(contact =>
            $"{contact.Kind.Replace("phone-", "", StringComparison.Ordinal)} {contact.Date} {Names(contact.Who)}–{Names(contact.Whom)}")));
    }

    [Fact]
    public void I_am_told_how_many_undated_ones_were_left_out_and_can_have_them()
    {
        Assert.Equal(1, WhoMet.Find(store, new WhoMetQuestion { People = ["王毅"], Until = "2022" }).UndatedLeftOut);
        // Reported as held on the first day of 2020, it cannot have happened later.
        Assert.Equal(0, WhoMet.Find(store, new WhoMetQuestion { People = ["王毅"], Since = "2021" }).UndatedLeftOut);

        var all = WhoMet.Find(store, new WhoMetQuestion { People = ["王毅"], Until = "2022", Undated = true });
        Assert.Equal(0, all.UndatedLeftOut);
        Assert.Null(all.Contacts[^1].Date);
    }

    public static TheoryData<string, WhoMetQuestion, string> Filters => new()
    {
        { "both took part", new WhoMetQuestion { People = ["朴振", "王毅"] }, "meeting 2022-07-07 朴振、王毅" },
        { "all three, which never happened", new WhoMetQuestion { People = ["朴振", "王毅"], With = "特朗普" }, "" },
        { "a party of a state", new WhoMetQuestion { People = ["王毅"], Country = "美国" }, "call 2021-04 王毅、布林肯; meeting  王毅、特朗普" },
        { "a party in office", new WhoMetQuestion { Office = "国务卿" }, "call 2021-04 布林肯、王毅" },
        { "a synonym of the office", new WhoMetQuestion { People = ["韩国外长"], With = "中国" }, "meeting 2022-07-07 朴振、王毅" },
        { "in traditional characters", new WhoMetQuestion { People = ["韓國外長"] }, "visit 2022-01-02 朴振; meeting 2022-07-07 朴振、王毅" },
        { "what was written", new WhoMetQuestion { People = ["朴振"], Kinds = [EventKinds.Message] }, "message 2023-02-02 朴振、特朗普" },
        { "in English", new WhoMetQuestion { People = ["wang yi"], With = "Antony Blinken" }, "call 2021-04 王毅、布林肯" },
        { "by a surname that only one of them bears", new WhoMetQuestion { People = ["Blinken"] }, "call 2021-04 布林肯、王毅" },
        { "at a place", new WhoMetQuestion { At = "Bali" }, "meeting 2022-07-07 朴振、王毅" },
        { "at a state", new WhoMetQuestion { At = "印尼" }, "meeting 2022-07-07 朴振、王毅" },
        { "of a kind", new WhoMetQuestion { People = ["朴振"], Kinds = [EventKinds.Visit] }, "visit 2022-01-02 朴振" },
        { "the last one", new WhoMetQuestion { People = ["王毅"], Order = ContactOrder.Latest, Limit = 1 }, "meeting 2022-07-07 王毅、朴振" },
        { "the most reported", new WhoMetQuestion { Order = ContactOrder.Articles, Limit = 1 }, "meeting 2022-07-07 朴振、王毅" },
        { "between two times at once", new WhoMetQuestion { People = ["王毅"], Since = "2020..2021" }, "call 2021-04 王毅、布林肯" },
        { "new since the last run", new WhoMetQuestion { People = ["布林肯"], AddedSince = 1 }, "" },
        { "new since the run before", new WhoMetQuestion { People = ["布林肯"], AddedSince = 0 }, "call 2021-04 布林肯、王毅" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void I_can_ask_for(string what, WhoMetQuestion question, string expected)
    {
        Assert.NotEmpty(what);
        Assert.Equal(expected, string.Join("; ", WhoMet.Find(store, question).Contacts.Select(contact =>
            $"{contact.Kind.Replace("phone-", "", StringComparison.Ordinal)} {contact.Date} {Names(contact.Who.Concat(contact.Whom))}")));
    }

    [Fact]
    public void A_name_that_is_nearly_right_is_answered_with_those_written_alike() =>
        Assert.Equal(["布林肯"], WhoMet.Find(store, new WhoMetQuestion { People = ["布林垦"] }).Unclear!.Near);

    [Fact]
    public void A_row_says_when_the_two_had_last_met()
    {
        store.ReplaceGraph(GraphOf.Records([.. store.Records(), Told.In("k", "2024-01-02").Event(EventKinds.Meeting, "2024-01-01", [GraphOf.Wang, GraphOf.Park]).Record()], new GraphKnowledge()));

        Assert.Equal([null, "2022-07-07"], WhoMet.Find(store, new WhoMetQuestion { People = ["王毅"], With = "朴振" }).Contacts.Select(contact => contact.LastMet));
    }

    [Fact]
    public void No_answer_is_explained_in_numbers()
    {
        var question = new WhoMetQuestion { People = ["王毅"], With = "特朗普", Since = "2022-12" };
        var nothing = WhyNothing.Explain(store, question, WhoMet.Find(store, question));

        Assert.Equal(new ArchiveSpan(9, "2020-01-01", "2023-02-03"), nothing.Archive);
        Assert.Equal([("王毅", 6), ("特朗普", 3)], nothing.Naming);
        Assert.Equal((2, 1, 1), (nothing.NamingAll, nothing.OfOtherStatus[EventStatuses.Planned], nothing.AtOtherTimes));
    }

    [Fact]
    public void What_is_hidden_is_counted_at_the_place_asked_for()
    {
        var question = new WhoMetQuestion { People = ["王毅"], At = "Bali", Statuses = [EventStatuses.Planned] };

        Assert.Equal([KeyValuePair.Create(EventStatuses.Held, 1)], WhyNothing.Explain(store, question, WhoMet.Find(store, question)).OfOtherStatus);
    }

    [Fact]
    public void I_can_ask_for_plans() =>
        Assert.Equal("2022-12", Assert.Single(WhoMet.Find(store, new WhoMetQuestion { People = ["王毅"], Statuses = [EventStatuses.Planned] }).Contacts).Date);

    [Fact]
    public void An_answer_says_in_what_office_where_and_who_says_so()
    {
        var contact = Assert.Single(WhoMet.Find(store, new WhoMetQuestion { People = ["王毅"], With = "朴振" }).Contacts);

        Assert.Equal(("外交部长", "中国"), (contact.Who[0].Title, contact.Who[0].Country));
        Assert.Equal(("外交部长", "韩国", "article"), (contact.Whom[0].Title, contact.Whom[0].Country, contact.Whom[0].Basis));
        Assert.Equal(("巴厘岛", "印度尼西亚", "二十国集团外长会"), (contact.Place, contact.Country, contact.Occasion));
        Assert.Equal(("held", 2, 2, "2022-07-07"), (contact.Status, contact.Articles, contact.Origins, contact.DateWords));
        Assert.Equal(
            new ContactSource("article:a", "标题a", "新华社", "2022-07-08", "https://example.org/a", "/news", "a.md", "王毅2022-07-07会见朴振。", null, 4),
            contact.Sources[0]);
        Assert.Equal(2, contact.Sources.Length);
    }

    [Theory]
    [InlineData("2021-13")]
    [InlineData("昨天")]
    [InlineData("2021-4-3")]
    public void A_date_that_is_none_is_refused_with_what_to_write(string since) =>
        Assert.Contains("2021-04-03", Assert.Throws<FormatException>(() => WhoMet.Find(store, new WhoMetQuestion { Since = since })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2020-02", "2020-02-01", "2020-02-29")]
    [InlineData("2021", "2021-01-01", "2021-12-31")]
    [InlineData("2021-04-03", "2021-04-03", "2021-04-03")]
    public void Bounds_are_whole_days(string text, string first, string last) =>
        Assert.Equal((first, last), (FormattableString.Invariant($"{DayRange.First(text):yyyy-MM-dd}"), FormattableString.Invariant($"{DayRange.Last(text):yyyy-MM-dd}")));

    [Fact]
    public void I_can_ask_why_by_any_id_that_the_event_ever_had()
    {
        var meeting = store.ReadGraph().Labelled(NodeLabels.Event).Single(node => node.Text("articles") == "2");
        var explanation = WhyEvent.Find(store, meeting.Text("formerIds")!)!;

        Assert.Equal((meeting.Id, "王毅–朴振 2022-07-07 巴厘岛", "held"), (explanation.EventId, explanation.Caption, explanation.Status));
        Assert.Equal(["a.md", "b.md"], explanation.Reports.Select(report => report.File));
        Assert.Contains(new ExplainedValue("date", "2022-07-07", "2022-07-07", "time.test", "王毅2022-07-07会见朴振。"), explanation.Reports[0].Values);
        Assert.Contains(new ExplainedValue("participant", "中国外交部长 王毅", "王毅", "rule.test", "王毅2022-07-07会见朴振。"), explanation.Reports[0].Values);
        Assert.Null(WhyEvent.Find(store, "event:0000000000000000"));
    }

    [Fact]
    public void A_question_uses_the_indexes_alone()
    {
        using var command = WhoMet.Understand(store, new WhoMetQuestion { People = ["中国"], With = "朴振", Since = "2021" }, null).Filter!.Matching(store.Connection);
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText + "SELECT id FROM matching";
        using var reader = command.ExecuteReader();
        var plan = new List<string>();
        while (reader.Read())
        {
            plan.Add(reader.GetString(3));
        }

        string[] tables = ["events", "participations", "names", "nodes", "e ", "m ", "n "];
        Assert.NotEmpty(plan);
        Assert.DoesNotContain(plan, step => tables.Any(table => (step + " ").StartsWith("SCAN " + table, StringComparison.Ordinal)));
    }

    private static string Names(IEnumerable<Party> parties) => string.Join('、', parties.Select(party => party.Name));
}
