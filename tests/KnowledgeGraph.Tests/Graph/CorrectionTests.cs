using KnowledgeGraph.Graph;
using KnowledgeGraph.Records;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Tests.Records;

namespace KnowledgeGraph.Tests.Graph;

/// <summary>What a user knows better stands in the graph, is shown as such, and is told where it matches nothing.</summary>
public sealed class CorrectionTests
{
    private static readonly PersonRecord Raab = Told.Person("拉布", "英国", "外交大臣");
    private static readonly PersonRecord RaabInChinese = Told.Person("蓝韬文", "英国", "外相");
    private static readonly ExtractionRecord A = Told.In("a").Event(EventKinds.Meeting, "2022-07-07", [GraphOf.Wang, Raab], "巴厘岛", "印度尼西亚").Record();
    private static readonly ExtractionRecord B = Told.In("b").Event(EventKinds.Meeting, "2022-07-07", [GraphOf.Wang, RaabInChinese], "巴厘岛", "印度尼西亚").Record();

    [Fact]
    public void Two_names_of_one_person_are_one_and_so_are_their_meetings()
    {
        var graph = Corrected("- {same-person: [拉布, 蓝韬文], who: Anna, why: his Chinese name}", [], A, B);

        var raab = graph.Labelled(NodeLabels.Person).Single(node => node.Text("country") == "英国");
        Assert.Contains("2", graph.TheOnly(NodeLabels.Event).Text("articles"), StringComparison.Ordinal);
        Assert.Equal(("拉布", "蓝韬文", "Anna", "his Chinese name"), (raab.Name, raab.Text("aliases"), raab.Text("reviewedBy"), raab.Text("reviewedWhy")));
        Assert.Equal(2, raab.Text("formerIds")!.Split('|').Append(raab.Id).Intersect([Raab.Id, RaabInChinese.Id]).Count());
    }

    [Fact]
    public void A_person_that_one_article_tells_apart_may_still_be_said_to_be_one() =>
        Assert.Equal(2, Corrected($"- {{same-person: [{Raab.Id}, {RaabInChinese.Id}], who: Anna, why: x}}", [],
            Told.In("a").Event(EventKinds.Meeting, "2022-07-07", [Raab, RaabInChinese, GraphOf.Wang]).Record()).Labelled(NodeLabels.Person).Count());

    [Fact]
    public void Two_persons_of_one_other_name_are_kept_apart()
    {
        ExtractionRecord[] records =
        [
            Told.In("a").Naming(Told.Person("特朗普", "美国", "总统", "川普")).Record(),
            Told.In("b").Naming(Told.Person("川普", "美国", "商人")).Record(),
        ];

        Assert.Single(GraphOf.Records(records).Labelled(NodeLabels.Person));
        var graph = Corrected("- {different-person: [特朗普, 川普], who: Anna, why: a namesake}", [], records);
        Assert.Equal(["川普", "特朗普"], graph.Names(NodeLabels.Person));
        Assert.All(graph.Labelled(NodeLabels.Person), person => Assert.Equal("a namesake", person.Text("reviewedWhy")));
    }

    [Fact]
    public void A_rejected_event_is_gone_under_any_of_its_ids()
    {
        var copy = Told.In("c").Event(EventKinds.Meeting, "2022-07", [GraphOf.Wang, Raab]).Record();
        var ids = new[] { A.Events[0].Id, copy.Events[0].Id };

        Assert.All(ids, id => Assert.Empty(Corrected($"- {{reject: '{id}', who: Anna, why: a rehearsal}}", [], A, copy).Labelled(NodeLabels.Event)));
    }

    [Fact]
    public void What_is_set_stands_and_what_was_told_is_kept()
    {
        var graph = Corrected($"- {{set: '{A.Events[0].Id}', date: 2022-07-08, kind: phone-call, place: 北京, who: Anna, why: the ministry}}", [], A);

        var call = graph.TheOnly(NodeLabels.Event);
        Assert.Equal(["Event", "PhoneCall"], call.Labels);
        Assert.Equal(("2022-07-08", "2022-07-08", "2022-07-07", "correction"), (call.Text("date"), call.Text("dateFrom"), call.Text("otherDates"), call.Text("dateBasis")));
        Assert.Equal("the ministry", Assert.Single(graph.Related(Relations.Called)).Text("reviewedWhy"));
        Assert.Equal("巴厘岛", call.Text("otherPlaces"));
    }

    [Fact]
    public void Of_two_entries_on_one_value_the_later_counts() =>
        Assert.Equal("2022-07-09", Corrected(
            $"- {{set: '{A.Events[0].Id}', date: 2022-07-08, who: Anna, why: x}}\n- {{set: '{A.Events[0].Id}', date: 2022-07-09, who: Ben, why: y}}", [], A)
            .TheOnly(NodeLabels.Event).Text("date"));

    [Theory]
    [InlineData("- {reject: 'event:0000000000000000', who: A, why: x}", "c.yaml:1:3: no event has or had the id event:0000000000000000.")]
    [InlineData("\n- {same-person: [拉布, 约翰逊], who: A, why: x}", "c.yaml:2:3: nobody has the id or name 约翰逊.")]
    [InlineData("- {different-person: [拉布, 拉布@英国], who: A, why: x}", "c.yaml:1:3: 拉布 and 拉布@英国 are one name and state in the articles, and cannot be told apart.")]
    [InlineData("- {same-person: [王毅, 外长], who: A, why: x}", "c.yaml:1:3: nobody has the id or name 外长.")]
    public void An_entry_that_matches_nothing_is_told(string text, string expected) => Corrected(text, [expected], A);

    [Theory]
    [InlineData("- {reject: 'event:1'}", "c.yaml:1:3: Expected 'who': every correction says who made it and why.")]
    [InlineData("- {reject: 'event:1', who: A, why: ' '}", "Expected 'why'")]
    [InlineData("- {reject: 王毅, who: A, why: x}", "c.yaml:1:12: Expected the id of an event, as event:0123456789abcdef, found '王毅'")]
    [InlineData("- {reject: 'event:1', set: 'event:2', who: A, why: x}", "Expected exactly one of same-person, different-person, reject, set.")]
    [InlineData("- {set: 'event:1', date: 7月7日, who: A, why: x}", "c.yaml:1:26: Expected a date as 2022-07-07, 2022-07, 2022 or 2022-07-07/2022-07-08, found '7月7日'.")]
    [InlineData("- {set: 'event:1', date: 2022-02-30, who: A, why: x}", "found '2022-02-30'")]
    [InlineData("- {set: 'event:1', status: maybe, who: A, why: x}", "Expected one of held, planned, cancelled, found 'maybe'.")]
    [InlineData("- {set: 'event:1', who: A, why: x}", "Expected a value to set: one of country, date, kind, occasion, place, status, venue.")]
    [InlineData("- {set: 'event:1', when: 2022, who: A, why: x}", "'when' is no key of set; expected who, why, country, date")]
    [InlineData("- {same-person: [王毅], who: A, why: x}", "c.yaml:1:17: Expected two or more ids or names of persons: [A, B].")]
    [InlineData("- {different-person: [甲, 乙, 丙], who: A, why: x}", "Expected two ids or names of persons: [A, B].")]
    [InlineData("reject: 'event:1'", "Expected a list.")]
    [InlineData("- {reject: [}", "This is not valid YAML")]
    public void An_entry_that_cannot_be_used_is_refused_with_its_place(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<RuleFileException>(() => CorrectionFile.Parse(text, "c.yaml")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("[]")]
    public void A_file_without_entries_is_none(string text) => Assert.Empty(CorrectionFile.Parse(text, "c.yaml").Entries);

    [Fact]
    public void What_is_written_is_read_back()
    {
        Correction[] entries =
        [
            new SamePerson(["拉布", "person:1"], "A", "\"quoted\" \\ and\nmore", "c.yaml:1:3"),
            new DifferentPerson("甲@英国", "乙: 丙", "B", "# no comment", "c.yaml:4:3"),
            new RejectEvent("event:1", "C", "x", "c.yaml:7:3"),
            new SetEvent("event:2", System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("date", "2022").Add("place", "北京"), "D", "y", "c.yaml:10:3"),
        ];

        var read = CorrectionFile.Parse(string.Concat(entries.Select(CorrectionFile.Write)), "c.yaml").Entries;

        Assert.Equal(entries.Select(entry => CorrectionFile.Write(entry) + entry.Place), read.Select(entry => CorrectionFile.Write(entry) + entry.Place));
    }

    private static PropertyGraph Corrected(string text, string[] unmatched, params ExtractionRecord[] records)
    {
        var builder = new GraphBuilder(null, CorrectionFile.Parse(text, "c.yaml"));
        foreach (var record in records)
        {
            builder.Add(record);
        }

        var graph = builder.Build();
        Assert.Equal(unmatched, builder.Unmatched);
        return graph;
    }
}
