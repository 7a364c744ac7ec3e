using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Records;
using KnowledgeGraph.Tests.Records;

namespace KnowledgeGraph.Tests.Graph;

public sealed class GraphBuilderTests
{
    private static readonly PersonRecord[] Both = [GraphOf.Wang, GraphOf.Park];

    [Fact]
    public void A_meeting_gives_people_offices_states_place_and_evidence()
    {
        var graph = GraphOf.Articles(Told.In("a").Event(EventKinds.Meeting, "2022-07-07", Both, "巴厘岛", "印度尼西亚"));

        Assert.Equal(["朴振→韩国外交部长", "王毅→中国外交部长"], graph.Pairs(Relations.Holds));
        Assert.Equal(["中国外交部长→中国", "韩国外交部长→韩国"], graph.Pairs(Relations.OfficeOf));
        Assert.Equal(["朴振→王毅–朴振 2022-07-07 巴厘岛", "王毅→王毅–朴振 2022-07-07 巴厘岛"], graph.Pairs(Relations.ParticipatedIn));
        Assert.Equal(["王毅–朴振 2022-07-07 巴厘岛→中国", "王毅–朴振 2022-07-07 巴厘岛→韩国"], graph.Pairs(Relations.Involves));
        Assert.Equal(["王毅–朴振 2022-07-07 巴厘岛→巴厘岛"], graph.Pairs(Relations.HeldAt));
        Assert.Equal(["巴厘岛→印度尼西亚"], graph.Pairs(Relations.LocatedIn));
        Assert.Equal(["王毅–朴振 2022-07-07 巴厘岛→标题a"], graph.Pairs(Relations.ReportedIn));
        Assert.Equal(["Event", "Meeting"], graph.TheOnly(NodeLabels.Event).Labels);
    }

    [Fact]
    public void A_contact_edge_carries_the_event_and_the_sentence()
    {
        var graph = GraphOf.Articles(Told.In("a").Event(EventKinds.Meeting, "2022-07-07", Both, "巴厘岛", "印度尼西亚", sentence: "王毅会见朴振。"));

        var edge = Assert.Single(graph.Related(Relations.MetWith));
        Assert.True(string.CompareOrdinal(edge.From, edge.To) < 0);
        Assert.Equal(graph.TheOnly(NodeLabels.Event).Id, edge.Text("event"));
        Assert.Equal(
            "meeting 2022-07-07 2022-07-07 2022-07-07 2022 巴厘岛 印度尼西亚 article 2 1 1 王毅会见朴振。 https://example.org/a",
            string.Join(' ', "kind date dateFrom dateTo year place country basis parties articles origins evidence url".Split(' ').Select(edge.Text)));
    }

    [Theory]
    [InlineData(EventKinds.Meeting, EventStatuses.Held, "MET_WITH")]
    [InlineData(EventKinds.VideoMeeting, EventStatuses.Held, "MET_WITH")]
    [InlineData(EventKinds.PhoneCall, EventStatuses.Held, "CALLED")]
    [InlineData(EventKinds.Meeting, EventStatuses.Planned, "")]
    [InlineData(EventKinds.Meeting, EventStatuses.Cancelled, "")]
    [InlineData(EventKinds.Conference, EventStatuses.Held, "")]
    [InlineData(EventKinds.Ceremony, EventStatuses.Held, "")]
    [InlineData(EventKinds.Signing, EventStatuses.Held, "")]
    public void Only_held_contacts_join_people(string kind, string status, string expected)
    {
        var graph = GraphOf.Articles(Told.In("a").Event(kind, "2022-07-07", Both, status: status));

        Assert.Equal(expected, string.Join(' ', graph.Edges.Select(edge => edge.Type).Where(type => type is "MET_WITH" or "CALLED" or "WROTE_TO")));
    }

    [Fact]
    public void A_message_goes_from_sender_to_receiver()
    {
        var graph = GraphOf.Articles(Told.In("a").Naming(Both).Event(
            EventKinds.Message, "2022-07-07", [Told.As(GraphOf.Park, Roles.Sender), Told.As(GraphOf.Wang, Roles.Receiver)]));

        Assert.Equal(["朴振→王毅"], graph.Pairs(Relations.WroteTo));
    }

    [Theory]
    [InlineData(5, 10)]
    [InlineData(6, 0)]
    public void A_meeting_of_more_than_five_gives_no_pairs(int people, int pairs)
    {
        var who = Enumerable.Range(0, people).Select(i => Told.Person("人" + (char)('甲' + i), "国" + (char)('甲' + i))).ToArray();

        Assert.Equal(pairs, GraphOf.Articles(Told.In("a").Event(EventKinds.Meeting, "2022-07-07", who)).Related(Relations.MetWith).Count());
    }

    [Fact]
    public void A_visit_leads_to_its_country()
    {
        var graph = GraphOf.Articles(Told.In("a").Event(EventKinds.Visit, "2022-07", [GraphOf.Wang], "内比都", "缅甸"));

        Assert.Equal(["王毅→缅甸"], graph.Pairs(Relations.Visited));
        Assert.Equal("month", graph.TheOnly(NodeLabels.Event).Text("precision"));
    }

    [Fact]
    public void Offices_states_and_the_holder_that_rules_name_take_part_and_groups_do_not()
    {
        var resolved = Told.Office("越南", "总理") with { Resolved = new ResolvedRecord("范明政", "rules/people.yaml:7") };
        var graph = GraphOf.Articles(Told.In("a").Naming(GraphOf.Wang).Event(
            EventKinds.Meeting, "2022-07-07", [Told.As(GraphOf.Wang), Told.Office("韩国", "总统"), Told.State("老挝"), Told.Group("当地官员"), resolved]));

        Assert.Equal(
            ["王毅", "老挝", "范明政", "韩国总统"],
            graph.Related(Relations.ParticipatedIn).Select(edge => graph.Find(edge.From)!.Name).Order(StringComparer.Ordinal));
        Assert.Equal("rules/people.yaml:7", graph.Related(Relations.ParticipatedIn).Single(edge => graph.Find(edge.From)!.Name == "范明政").Text("basis"));
        Assert.Equal("article, rules/people.yaml:7", Assert.Single(graph.Related(Relations.MetWith)).Text("basis"));
        Assert.Equal(4, graph.Related(Relations.Involves).Count());
    }

    [Fact]
    public void Offices_are_attested_from_the_first_day_to_the_last()
    {
        var graph = GraphOf.Articles(
            Told.In("a", "2021-04-05").Event(EventKinds.Meeting, "2021-04-03", Both, sentence: "早的。"),
            Told.In("b", "2022-07-08").Event(EventKinds.Meeting, "2022-07-07", Both, sentence: "晚的。"));

        var edge = graph.Related(Relations.Holds).Single(edge => graph.Find(edge.From)!.Name == "王毅");
        Assert.Equal(("2021-04-03", "2022-07-08", "早的。"), (edge.Text("firstSeen"), edge.Text("lastSeen"), edge.Text("evidence")));
    }

    [Fact]
    public void Each_term_known_has_its_own_first_and_last_sighting()
    {
        var wang = new PersonFacts("王毅", "Wang Yi", "中国", [], [
            new TermFacts("外交部长", "中国", new DateOnly(2013, 3, 16), new DateOnly(2022, 12, 29)),
            new TermFacts("外交部长", "中国", new DateOnly(2023, 7, 25), null)]);
        var graph = GraphOf.Records(
            [
                .. "2021-04-03 2022-07-07 2023-03-01 2023-08-21".Split(' ')
                    .Select(day => Told.In(day, day).Event(EventKinds.Meeting, day, Both, sentence: day + "会见。").Record()),
            ], new GraphKnowledge { People = [wang] });

        Assert.Equal(
            [
                " /  2023-03-01–2023-03-01 2023-03-01会见。",
                "2013-03-16 / 2022-12-29 2021-04-03–2022-07-07 2021-04-03会见。",
                "2023-07-25 /  2023-08-21–2023-08-21 2023-08-21会见。",
            ],
            graph.Related(Relations.Holds).Where(edge => graph.Find(edge.From)!.Name == "王毅")
                .Select(edge => $"{edge.Text("from")} / {edge.Text("to")} {edge.Text("firstSeen")}–{edge.Text("lastSeen")} {edge.Text("evidence")}").Order(StringComparer.Ordinal));
        Assert.Equal("Wang Yi", graph.Labelled(NodeLabels.Person).Single(node => node.Name == "王毅").Text("nameEn"));
    }

    [Theory]
    [InlineData("2022-07-20", "外交部长", "朴振 store")]
    [InlineData("2023-12-01", "外交部长", "韩国外交部长 article")]
    [InlineData("2022-07-20", "外交部副部长", "韩国外交部副部长 article")]
    public void An_unnamed_office_is_taken_part_by_its_only_holder_that_the_store_shows(string day, string title, string expected)
    {
        var other = Told.Person("李道勋", "韩国", "外交部副部长");
        var graph = GraphOf.Records(
            [
                Told.In("a", "2022-07-07").Event(EventKinds.Meeting, "2022-07-07", Both).Naming(other).Record(),
                Told.In("b", null).Naming(GraphOf.Blinken).Event(EventKinds.Meeting, day, [Told.As(GraphOf.Blinken), Told.Office("韩国", title)]).Record(),
            ], new GraphKnowledge { SingleOffices = new HashSet<string> { "外交部长" } });

        var meeting = graph.Labelled(NodeLabels.Event).Single(node => node.Text("date") == day);
        Assert.Contains(expected, graph.Related(Relations.ParticipatedIn).Where(edge => edge.To == meeting.Id).Select(edge => graph.Find(edge.From)!.Name + " " + edge.Text("basis")));
    }

    [Fact]
    public void Near_identical_bodies_are_one_origin()
    {
        var body = string.Concat(Enumerable.Range(0, 40).Select(i => $"第{i}段说两国外长就地区局势的第{i * 7}个问题交换了意见并商定继续保持沟通。"));
        var other = string.Concat(Enumerable.Range(0, 40).Select(i => $"第{i}天经济部门公布的第{i * 3}项统计数字表明出口比去年同期有所增长。"));
        var graph = GraphOf.Articles(
            Told.In("a", "2022-07-07").Event(EventKinds.Meeting, "2022-07-07", Both).Saying(body),
            Told.In("b", "2022-07-09").Event(EventKinds.Meeting, "2022-07-07", Both).Saying(body.Replace("第3段说", "据报道，", StringComparison.Ordinal)),
            Told.In("c", "2022-07-10").Event(EventKinds.Meeting, "2022-07-07", Both).Saying(other));

        var told = graph.TheOnly(NodeLabels.Event);
        Assert.Equal(("3", "2"), (told.Text("articles"), told.Text("origins")));
    }

    [Fact]
    public void Talks_on_the_sidelines_are_part_of_the_conference()
    {
        var graph = GraphOf.Articles(Told.In("a")
            .Event(EventKinds.Conference, "2022-07-07/2022-07-08", [GraphOf.Wang], "巴厘岛", "印度尼西亚", occasion: "二十国集团外长会")
            .Event(EventKinds.Meeting, "2022-07-07", Both, "巴厘岛", "印度尼西亚", occasion: "二十国集团外长会"));

        Assert.Equal(["王毅–朴振 2022-07-07 巴厘岛→二十国集团外长会 2022-07-07/2022-07-08 巴厘岛"], graph.Pairs(Relations.PartOf));
    }

    [Fact]
    public void Agreements_have_their_parties_their_event_and_their_words()
    {
        var graph = GraphOf.Articles(Told.In("a").Event(EventKinds.Meeting, "2022-07-07", Both).Agreement("年内实现两国外长互访", "中国", "韩国", "欧盟"));

        Assert.Equal(["中国→年内实现两国外长互访", "欧盟→年内实现两国外长互访", "韩国→年内实现两国外长互访"], graph.Pairs(Relations.AgreedTo));
        Assert.Equal(["年内实现两国外长互访→王毅–朴振 2022-07-07"], graph.Pairs(Relations.ReachedAt));
        Assert.Equal(["欧盟"], graph.Names(NodeLabels.Organization));
        Assert.Equal(2, graph.Related(Relations.ReportedIn).Count());
    }

    [Fact]
    public void Countries_have_the_facts_that_are_given()
    {
        var knowledge = new GraphKnowledge { Countries = new Dictionary<string, CountryFacts> { ["中国"] = new("China", "CHN", 710), ["韩国"] = new("South Korea", "KOR", 732) } };
        var graph = GraphOf.Records([Told.In("a").Event(EventKinds.Meeting, "2022-07-07", Both).Record()], knowledge);

        var china = graph.Labelled(NodeLabels.Country).Single(node => node.Name == "中国");
        Assert.Equal(("China", "CHN", "710"), (china.Text("nameEn"), china.Text("iso3"), china.Text("cow")));
    }

    [Fact]
    public void The_order_of_records_changes_nothing()
    {
        PersonRecord[] people =
        [
            GraphOf.Wang, GraphOf.Park, GraphOf.Blinken, Told.Person("特朗普", "美国", "总统", "川普"), Told.Person("川普", "美国"),
            Told.Person("李强", "中国"), Told.Person("李强", "新加坡"), Told.Person("李强", null), Told.Person("王毅", null, "外交部长"),
        ];
        var told = from kind in Gen.Elements(EventKinds.Meeting, EventKinds.Visit, EventKinds.Conference, EventKinds.PhoneCall)
                   from date in Gen.Elements(null, "2022", "2022-07", "2022-07-07", "2022-07-08", "2022-07-06/2022-07-08")
                   from status in Gen.Elements(EventStatuses.Held, EventStatuses.Planned)
                   from who in Gen.Elements(people).ArrayOf(2)
                   from place in Gen.Elements(null, "巴厘岛", "北京")
                   from occasion in Gen.Elements(null, "二十国集团外长会")
                   select (kind, date, status, who, place, occasion);
        var article = from events in told.ArrayOf(2)
                      from published in Gen.Elements(null, "2022-07-08", "2022-06-01T00:31:00Z")
                      from title in Gen.Elements("王毅会见韩国外长朴振", "简讯")
                      select (events, published, title);
        var cases = from articles in article.ArrayOf(6)
                    from order in Gen.Shuffle(Enumerable.Range(0, 6).ToArray())
                    select (articles, order);

        Prop.ForAll(Arb.From(cases), given =>
        {
            var records = given.articles.Select((one, i) => one.events
                .Aggregate(
                    Told.In(FormattableString.Invariant($"{i}"), one.published, one.title),
                    (made, e) => made.Event(e.kind, e.date, [.. e.who.DistinctBy(person => person.Id)], e.place, null, e.status, e.occasion))
                .Agreement("保持沟通", "中国", "韩国").Record()).ToImmutableArray();
            return GraphOf.Records(records).Lines().SequenceEqual(GraphOf.Records(given.order.Select(i => records[i])).Lines());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_graph_refuses_edges_to_nowhere_and_properties_of_another_type()
    {
        var properties = ImmutableSortedDictionary<string, PropertyValue>.Empty.Add("name", "王毅");
        var node = new GraphNode("person:1", ["Person"], properties);

        Assert.Throws<ArgumentException>(() => new PropertyGraph([node], [new GraphEdge("edge:1", "person:1", "person:2", "MET_WITH", ImmutableSortedDictionary<string, PropertyValue>.Empty)]));
        Assert.Throws<ArgumentException>(() => new PropertyGraph([node with { Properties = properties.Add("year", "2022") }], []));
    }

    [Fact]
    public void An_office_is_one_in_both_scripts()
    {
        var knowledge = new GraphKnowledge { Fold = text => text.Replace('總', '总').Replace('統', '统') };
        var (simplified, traditional) = (Told.Person("朴槿惠", "韩国", "总统"), Told.Person("朴槿惠", "韩国", "總統"));

        var graph = GraphOf.Records(
            [Told.In("a").Naming(simplified).Record(), Told.In("b").Event(EventKinds.Meeting, "2016-09-06", [traditional, GraphOf.Wang]).Record()],
            knowledge);

        Assert.Equal(["中国外交部长", "韩国总统"], graph.Names(NodeLabels.Office));
        Assert.Equal(["朴槿惠→韩国总统", "王毅→中国外交部长"], graph.Pairs(Relations.Holds));
        Assert.Contains("总统", graph.Related(Relations.ParticipatedIn).Select(edge => edge.Text("title")));
    }
}
