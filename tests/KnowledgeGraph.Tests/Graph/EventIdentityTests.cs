using KnowledgeGraph.Graph;
using KnowledgeGraph.Records;
using KnowledgeGraph.Tests.Records;

namespace KnowledgeGraph.Tests.Graph;

public sealed class EventIdentityTests
{
    private static readonly PersonRecord[] Both = [GraphOf.Wang, GraphOf.Park];

    /// <summary>Two tellings of a meeting of the same two: date and status of each, and how many events they are.</summary>
    public static TheoryData<string?, string, string?, string, string> Tellings => new()
    {
        { "2022-07-07", "held", "2022-07-07", "held", "held 2022-07-07" },
        { "2022-07-07", "held", "2022-07-08", "held", "held 2022-07-07, held 2022-07-08" },
        { "2022-07", "held", "2022-07-07", "held", "held 2022-07-07" },
        { "2022", "held", "2022-07", "held", "held 2022-07" },
        { "2022-06", "held", "2022-07-07", "held", "held 2022-06, held 2022-07-07" },
        { "2022-07-06/2022-07-08", "held", "2022-07-07", "held", "held 2022-07-07" },
        { null, "held", "2022-07-07", "held", "held 2022-07-07" },
        { null, "held", "2021-07-07", "held", "held , held 2021-07-07" },
        { null, "held", "2022-07-20", "held", "held , held 2022-07-20" },
        { null, "held", null, "held", "held " },
        { "2022-07", "planned", "2022-07-07", "held", "held 2022-07-07" },
        { "2022-07-07", "planned", "2022-07", "held", "held 2022-07" },
        { "2022-08", "planned", "2022-07-07", "held", "held 2022-07-07, planned 2022-08" },
        { null, "planned", "2022-08-07", "held", "held 2022-08-07" },
        { "2022-07-07", "cancelled", "2022-07-07", "held", "cancelled 2022-07-07, held 2022-07-07" },
    };

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Dates_and_status_decide_what_is_one_event(string? date, string status, string? otherDate, string otherStatus, string expected)
    {
        var graph = GraphOf.Articles(
            Told.In("a").Event(EventKinds.Meeting, date, Both, status: status),
            Told.In("b").Event(EventKinds.Meeting, otherDate, Both, status: otherStatus));

        Assert.Equal(expected, string.Join(", ", graph.Labelled(NodeLabels.Event).Select(node => node.Text("status") + " " + node.Text("date")).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_vague_date_that_fits_two_events_joins_neither() =>
        Assert.Equal(3, GraphOf.Articles(
            Told.In("a").Event(EventKinds.Meeting, "2022-07-07", Both),
            Told.In("b").Event(EventKinds.Meeting, "2022-07-09", Both),
            Told.In("c").Event(EventKinds.Meeting, "2022-07", Both)).Labelled(NodeLabels.Event).Count());

    [Fact]
    public void Other_kinds_and_other_people_are_other_events() =>
        Assert.Equal(3, GraphOf.Articles(
            Told.In("a").Event(EventKinds.Meeting, "2022-07-07", Both),
            Told.In("b").Event(EventKinds.PhoneCall, "2022-07-07", Both),
            Told.In("c").Event(EventKinds.Meeting, "2022-07-07", [GraphOf.Wang, GraphOf.Blinken])).Labelled(NodeLabels.Event).Count());

    [Fact]
    public void A_meeting_with_nobody_known_is_not_joined_across_articles() =>
        Assert.Equal(2, GraphOf.Articles(
            Told.In("a").Event(EventKinds.Meeting, "2022-07-07", [GraphOf.Wang]),
            Told.In("b").Event(EventKinds.Meeting, "2022-07-07", [GraphOf.Wang])).Labelled(NodeLabels.Event).Count());

    [Fact]
    public void Visits_to_two_countries_are_two() =>
        Assert.Equal(2, GraphOf.Articles(
            Told.In("a").Event(EventKinds.Visit, "2022-07", [GraphOf.Wang], country: "泰国"),
            Told.In("b").Event(EventKinds.Visit, "2022-07", [GraphOf.Wang], country: "缅甸"),
            Told.In("c").Event(EventKinds.Visit, "2022-07-03", [GraphOf.Wang], country: "缅甸")).Labelled(NodeLabels.Event).Count());

    [Fact]
    public void A_conference_is_one_by_its_name_whoever_attends()
    {
        var graph = GraphOf.Articles(
            Told.In("a").Event(EventKinds.Conference, "2022-07-08", [GraphOf.Wang], "巴厘岛", "印度尼西亚", occasion: "二十国集团外长会"),
            Told.In("b").Event(EventKinds.Conference, "2022-07-08", [GraphOf.Park], occasion: "二十国集团外长会"));

        Assert.Equal("二十国集团外长会 2022-07-08 巴厘岛", graph.TheOnly(NodeLabels.Event).Name);
        Assert.Equal(2, graph.Related(Relations.ParticipatedIn).Count());
    }

    [Fact]
    public void A_merged_event_keeps_all_evidence_and_counts_articles_and_origins()
    {
        var graph = GraphOf.Articles(
            Told.In("a", title: "王毅会见韩国外长朴振").Event(EventKinds.Meeting, "2022-07-07", Both, "巴厘岛", "印度尼西亚", sentence: "王毅2022-07-07会见朴振。"),
            Told.In("b", title: "王毅会见韩国外长朴振").Event(EventKinds.Meeting, "2022-07-07", Both, "巴厘", "印度尼西亚", sentence: "王毅会见了朴振。"),
            Told.In("c").Event(EventKinds.Meeting, "2022-07", Both, "巴厘岛", "印度尼西亚", sentence: "韩媒说两人会面。"));

        var told = graph.TheOnly(NodeLabels.Event);
        Assert.Equal("王毅–朴振 2022-07-07 巴厘岛", told.Name);
        Assert.Equal(("3", "2"), (told.Text("articles"), told.Text("origins")));
        Assert.Equal(("2022-07", "巴厘"), (told.Text("otherDates"), told.Text("otherPlaces")));
        Assert.Equal(2, told.Text("formerIds")!.Split('|').Length);
        Assert.Equal(["王毅2022-07-07会见朴振。", "王毅会见了朴振。", "韩媒说两人会面。"], graph.Related(Relations.ReportedIn).Select(edge => edge.Text("text")).Order(StringComparer.Ordinal));
    }

    /// <summary>Two tellings a day apart: how each dates the event, where, and what the graph says.</summary>
    public static TheoryData<string, string?, string, string?, string> Neighbours => new()
    {
        { "relative", null, "explicit", "莫斯科", "2020-09-10 (2020-09-11)" },
        { "relative", "莫斯科", "explicit", "莫斯科", "2020-09-10 (2020-09-11)" },
        { "relative", "北京", "explicit", "莫斯科", "2020-09-10 (), 2020-09-11 ()" },
        { "explicit", "莫斯科", "explicit", "莫斯科", "2020-09-10 (), 2020-09-11 ()" },
        { "relative", null, "relative", null, "2020-09-10 (), 2020-09-11 ()" },
    };

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void A_day_counted_from_elsewhere_gives_way_to_the_day_beside_it_that_is_written_out(
        string basis, string? place, string otherBasis, string? otherPlace, string expected)
    {
        var graph = GraphOf.Articles(
            Told.In("a").Event(EventKinds.Meeting, "2020-09-11", Both, place).With(told => told with { DateBasis = basis }),
            Told.In("b").Event(EventKinds.Meeting, "2020-09-10", Both, otherPlace).With(told => told with { DateBasis = otherBasis }));

        Assert.Equal(expected, string.Join(", ", graph.Labelled(NodeLabels.Event).Select(node => $"{node.Text("date")} ({node.Text("otherDates")})").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Of_days_counted_from_elsewhere_the_one_that_more_texts_tell_stands()
    {
        var told = new[] { ("a", "2020-08-05"), ("b", "2020-08-06"), ("c", "2020-08-06") }
            .Select(one => Told.In(one.Item1).Event(EventKinds.PhoneCall, one.Item2, Both).With(told => told with { DateBasis = "relative" }));

        var call = GraphOf.Articles([.. told]).TheOnly(NodeLabels.Event);
        Assert.Equal(("2020-08-06", "2020-08-05"), (call.Text("date"), call.Text("otherDates")));
    }

    [Theory]
    [InlineData("合作备忘录", "合作备忘录", 1)]
    [InlineData("合作備忘錄", "合作备忘录", 1)]
    [InlineData("合作备忘录", "联合声明", 2)]
    [InlineData("合作备忘录", null, 1)]
    [InlineData(null, null, 1)]
    public void A_signing_is_one_by_its_document(string? document, string? other, int expected)
    {
        var knowledge = new GraphKnowledge { Fold = text => text.Replace('備', '备').Replace('錄', '录') };
        var graph = GraphOf.Records(
            [
                Told.In("a").Event(EventKinds.Signing, null, Both).Signed(document).Record(),
                Told.In("b").Event(EventKinds.Signing, null, Both).Signed(other).Record(),
            ], knowledge);

        Assert.Equal(expected, graph.Labelled(NodeLabels.Event).Count());
    }

    [Fact]
    public void A_signing_without_document_that_two_documents_fit_joins_neither() =>
        Assert.Equal(3, GraphOf.Articles(
            Told.In("a").Event(EventKinds.Signing, "2022-07-07", Both).Signed("合作备忘录"),
            Told.In("b").Event(EventKinds.Signing, "2022-07-07", Both).Signed("联合声明"),
            Told.In("c").Event(EventKinds.Signing, "2022-07", Both)).Labelled(NodeLabels.Event).Count());

    [Fact]
    public void Undated_ceremonies_of_a_common_name_are_not_one() =>
        Assert.Equal(2, GraphOf.Articles(
            Told.In("a", "2023-10-21").Event(EventKinds.Ceremony, null, [GraphOf.Wang], occasion: "庆祝大会"),
            Told.In("b", "2023-10-24").Event(EventKinds.Ceremony, null, [GraphOf.Park], occasion: "庆祝大会")).Labelled(NodeLabels.Event).Count());

    [Fact]
    public void A_word_for_any_ceremony_names_none() =>
        Assert.Equal(2, GraphOf.Articles(
            Told.In("a").Event(EventKinds.Ceremony, "2023-10-17", [GraphOf.Wang, GraphOf.Park], occasion: "仪式"),
            Told.In("b").Event(EventKinds.Ceremony, "2023-10-17", [GraphOf.Wang, GraphOf.Blinken], occasion: "仪式")).Labelled(NodeLabels.Event).Count());

    /// <summary>How many articles tell each welcome of one day, where there were welcomes in so many months before.</summary>
    private static string Welcomes(int months, params PersonRecord[][] who) => string.Join(' ', GraphOf.Articles(
        [
            .. Enumerable.Range(1, months).Select(month => $"2023-0{month}-01").Select(day => Told.In(day).Event(EventKinds.Ceremony, day, [GraphOf.Park], occasion: "欢迎仪式")),
            .. who.Select((people, index) => Told.In($"{index}").Event(EventKinds.Ceremony, "2023-10-17", people, occasion: "欢迎仪式")),
        ]).Labelled(NodeLabels.Event).Where(told => told.Text("date") == "2023-10-17").Select(told => told.Text("articles")));

    [Fact]
    public void A_ceremony_whose_name_is_that_of_many_is_one_by_who_takes_part()
    {
        Assert.Equal("1 1", Welcomes(3, Both, [GraphOf.Wang, GraphOf.Blinken]));
        Assert.Equal("2", Welcomes(3, Both, [GraphOf.Park]));
        Assert.Equal("1 1 1", Welcomes(3, Both, [GraphOf.Wang, GraphOf.Blinken], [GraphOf.Wang]));
        Assert.Equal("2", Welcomes(2, Both, [GraphOf.Wang, GraphOf.Blinken]));
    }

    [Theory]
    [InlineData(Roles.Sender, Roles.Receiver, 1)]
    [InlineData(Roles.Receiver, Roles.Sender, 2)]
    public void A_message_and_its_answer_are_two(string role, string otherRole, int expected) =>
        Assert.Equal(expected, GraphOf.Articles(
            Told.In("a").Naming(Both).Event(EventKinds.Message, "2022-07-07", [Told.As(GraphOf.Wang, Roles.Sender), Told.As(GraphOf.Park, Roles.Receiver)]),
            Told.In("b").Naming(Both).Event(EventKinds.Message, "2022-07-07", [Told.As(GraphOf.Wang, role), Told.As(GraphOf.Park, otherRole)])).Related(Relations.WroteTo).Count());

    /// <summary>Two tellings of a talk from afar: kind, date and status of each, and the events that they are.</summary>
    public static TheoryData<string, string, string, string, string, string> Remote => new()
    {
        { EventKinds.PhoneCall, "2022-07-07", "held", EventKinds.VideoMeeting, "2022-07-07", "held video-meeting" },
        { EventKinds.PhoneCall, "2022-07-07", "planned", EventKinds.VideoMeeting, "2022-07-07", "held video-meeting" },
        { EventKinds.PhoneCall, "2022-07-07", "held", EventKinds.VideoMeeting, "2022-07-08", "held phone-call, held video-meeting" },
        { EventKinds.PhoneCall, "2022-07", "held", EventKinds.VideoMeeting, "2022-07-08", "held phone-call, held video-meeting" },
        { EventKinds.Meeting, "2022-07-07", "held", EventKinds.VideoMeeting, "2022-07-07", "held meeting, held video-meeting" },
    };

    [Theory]
    [MemberData(nameof(Remote))]
    public void A_call_and_a_video_meeting_of_the_same_people_on_one_day_are_one_talk(string kind, string date, string status, string otherKind, string otherDate, string expected)
    {
        var graph = GraphOf.Articles(
            Told.In("a").Event(kind, date, Both, status: status),
            Told.In("b").Event(otherKind, otherDate, Both));

        Assert.Equal(expected, string.Join(", ", graph.Labelled(NodeLabels.Event).Select(node => node.Text("status") + " " + node.Text("kind")).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_place_in_both_scripts_is_one_place_and_no_contradiction()
    {
        var knowledge = new GraphKnowledge { Fold = text => text.Replace('島', '岛') };
        var graph = GraphOf.Records(
            [
                Told.In("a").Event(EventKinds.Meeting, "2022-07-07", Both, "巴厘島", "印度尼西亚").Record(),
                Told.In("b").Event(EventKinds.Meeting, "2022-07-07", Both, "巴厘岛", "印度尼西亚").Record(),
                Told.In("c").Event(EventKinds.Meeting, "2022-07-09", Both, "巴厘島", "印度尼西亚").Record(),
            ], knowledge);

        Assert.Single(graph.Labelled(NodeLabels.Place));
        Assert.All(graph.Labelled(NodeLabels.Event), told => Assert.Null(told.Text("otherPlaces")));
    }
}
