using System.Globalization;
using System.Xml.Linq;
using KnowledgeGraph.Export;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Tests.Graph;
using KnowledgeGraph.Tests.Records;

namespace KnowledgeGraph.Tests.Export;

public sealed class GraphViewTests
{
    private static PropertyGraph Contacts => GraphOf.Articles(
        Told.In("a").Event(EventKinds.Meeting, "2022-07-07", [GraphOf.Wang, GraphOf.Park], "巴厘岛", "印度尼西亚"),
        Told.In("b").Event(EventKinds.Meeting, "2022-08", [GraphOf.Wang, GraphOf.Park], "青岛", "中国"),
        Told.In("c").Event(EventKinds.PhoneCall, "2022-08-01", [GraphOf.Wang, GraphOf.Park]),
        Told.In("d").Event(EventKinds.Meeting, "2023-06-19", [GraphOf.Wang, GraphOf.Blinken], "北京", "中国"),
        Told.In("e").Event(EventKinds.Meeting, "2023-06-20", [Told.Person("默茨", "德国", "总理"), Told.Person("马克龙", "法国", "总统")], "柏林", "德国"));

    [Fact]
    public void The_people_view_has_one_edge_for_each_pair_and_type()
    {
        var view = View(Contacts, GraphView.People);

        Assert.Equal(["CALLED", "MET_WITH", "MET_WITH", "MET_WITH"], view.Edges.Select(edge => edge.Type).Order(StringComparer.Ordinal));
        var met = view.Edges.Single(edge => edge.Properties["weight"] == 2.0);
        Assert.Equal("2022-07-07|2022-08", met.Text("dates"));
        Assert.Equal("2022-07-07/2022-07-07|2022-08-01/2022-08-31", met.Text("spells"));
        Assert.Equal(("2022-07-07", "2022-08-31"), (met.Text("firstDate"), met.Text("lastDate")));
        Assert.Equal("巴厘岛|青岛", met.Text("places"));
    }

    [Fact]
    public void An_undated_contact_may_be_seen_at_any_time()
    {
        var view = View(GraphOf.Articles(Told.In("a", "2022-07-08").Event(EventKinds.Meeting, null, [GraphOf.Wang, GraphOf.Park])), GraphView.People);

        Assert.DoesNotContain("spells", view.Edges.Single().Properties.Keys);
        Assert.All(view.Nodes, node => Assert.DoesNotContain("spells", node.Properties.Keys));
    }

    [Fact]
    public void The_countries_view_shows_the_states_that_met()
    {
        var view = View(Contacts, GraphView.Countries);

        Assert.Equal(["中国", "德国", "法国", "美国", "韩国"], view.Nodes.Select(node => node.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["CALLED", "MET_WITH", "MET_WITH", "MET_WITH"], view.Edges.Select(edge => edge.Type).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_visit_joins_the_traveller_s_state_to_the_state_visited()
    {
        var visit = GraphOf.Articles(Told.In("a").Event(EventKinds.Visit, "2022-09-16", [GraphOf.Wang], country: "韩国"));

        var view = View(visit, GraphView.Countries);

        var edge = Assert.Single(view.Edges);
        Assert.Equal("中国→韩国", string.Join('→', new[] { edge.From, edge.To }.Select(id => view.Nodes.Single(node => node.Id == id).Name)));
    }

    [Fact]
    public void The_main_component_can_be_shown_alone()
    {
        var main = GraphViews.Of(GraphStream.Of(Contacts), GraphView.People, mainOnly: true);

        Assert.Equal(["布林肯", "朴振", "王毅"], main.Nodes.Select(node => node.Name).Order(StringComparer.Ordinal));
        Assert.Equal(3, main.Edges.Count());
    }

    [Fact]
    public void Names_do_not_lie_on_each_other_and_the_largest_component_is_in_the_middle()
    {
        var view = View(Contacts, GraphView.People);
        var boxes = view.Nodes.Select(node => (X: Number(node, "x"), Y: Number(node, "y"), Width: 8.0 * node.Name.Length, Height: 8.0)).ToList();

        Assert.DoesNotContain(
            boxes.SelectMany((a, i) => boxes.Skip(i + 1).Select(b => (A: a, B: b))),
            pair => Math.Abs(pair.A.X - pair.B.X) < (pair.A.Width + pair.B.Width) / 2 && Math.Abs(pair.A.Y - pair.B.Y) < pair.A.Height);
        double FromMiddle(long component)
        {
            var nodes = view.Nodes.Where(node => node.Text("component") == component.ToString(CultureInfo.InvariantCulture)).ToList();
            return Math.Abs(nodes.Average(node => Number(node, "x"))) + Math.Abs(nodes.Average(node => Number(node, "y")));
        }

        Assert.True(FromMiddle(1) < FromMiddle(2));
    }

    [Fact]
    public async Task Measures_are_those_of_networkx()
    {
        var folder = Directory.CreateTempSubdirectory("kg-measures-");
        try
        {
            foreach (var view in new[] { GraphView.People, GraphView.Full })
            {
                var path = Path.Combine(folder.FullName, "graph.graphml");
                await File.WriteAllTextAsync(path, Written.Graph(GraphViews.Of(GraphStream.Of(Contacts), view), stream => new GraphMlWriter(stream)), TestContext.Current.CancellationToken);
                var answer = await ReaderProcess.RunAsync(ReaderProcess.Python, "-c", """
                    import json, sys
                    try:
                        import networkx as nx
                    except ImportError:
                        sys.exit(77)
                    graph = nx.read_graphml(sys.argv[1])
                    parts = sorted(nx.weakly_connected_components(graph), key=lambda part: (-len(part), min(part)))
                    contacts = {"MET_WITH", "CALLED", "WROTE_TO"}
                    wrong = 0
                    for node, data in graph.nodes(data=True):
                        edges = list(graph.in_edges(node, data=True)) + list(graph.out_edges(node, data=True))
                        events = {e for _, _, d in edges if d["label"] == "MET_WITH" for e in (json.loads(d["events"]) if "events" in d else [d["event"]])}
                        others = {a if b == node else b for a, b, d in edges if d["label"] in contacts}
                        expected = {"degree": graph.degree(node), "weightedDegree": graph.degree(node, weight="weight"),
                                    "component": 1 + next(i for i, part in enumerate(parts) if node in part)}
                        if data["labels"] == ":Person":
                            expected |= {"meetings": len(events), "counterparts": len(others)}
                        for name, value in expected.items():
                            if data[name] != value:
                                print(node, name, data[name], value)
                                wrong += 1
                    sys.exit(1 if wrong or not len(graph) else 0)
                    """, path);
                Assert.SkipWhen(answer is null or { ExitCode: 77 }, "needs Python with networkx (Debian: python3-networkx)");
                Assert.Equal((0, ""), answer);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Gexf_is_valid()
    {
        Assert.SkipWhen(TestPaths.Shared is null, TestPaths.NoShared);
        var path = Path.GetTempFileName();
        try
        {
            foreach (var view in Enum.GetValues<GraphView>())
            {
                await File.WriteAllTextAsync(path, Gexf(Contacts, view), TestContext.Current.CancellationToken);
                var answer = await ReaderProcess.RunAsync("xmllint", "--noout", "--relaxng", Path.Combine(TestPaths.Shared, "schemas", "gexf-1.3", "gexf.rng"), path);
                Assert.SkipWhen(answer is null, "needs xmllint (Debian: libxml2-utils)");
                Assert.True(answer.Value.ExitCode == 0, answer.Value.Output);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Gexf_carries_time_as_whole_days_and_what_nodes_look_like()
    {
        XNamespace ns = "http://gexf.net/1.3", viz = "http://gexf.net/1.3/viz";
        var root = XDocument.Parse(Gexf(Contacts, GraphView.People)).Root!;

        Assert.Equal("date", (string?)root.Element(ns + "graph")!.Attribute("timeformat"));
        var met = root.Descendants(ns + "edge").Single(edge => (string?)edge.Attribute("weight") == "2");
        Assert.Equal("MET_WITH", (string?)met.Attribute("kind"));
        Assert.Equal(["2022-07-07..2022-07-07", "2022-08-01..2022-08-31"], met.Descendants(ns + "spell").Select(spell => $"{(string?)spell.Attribute("start")}..{(string?)spell.Attribute("end")}"));
        Assert.All(root.Descendants(ns + "node"), node => Assert.Equal(3, node.Elements().Count(element => element.Name.Namespace == viz)));
    }

    [Fact]
    public void Spells_that_touch_are_one() => Assert.Equal(
        ["2022-07-01/2022-07-09", "2022-08-01/2022-08-01"],
        Spells.Of([Days("2022-07-05", "2022-07-09"), Days("2022-08-01", "2022-08-01"), Days("2022-07-01", "2022-07-04"), Days("2022-07-02", "2022-07-03")]));

    private static DaySpan Days(string from, string to) => DaySpan.Of(from, to)!.Value;

    private static double Number(GraphNode node, string property) => ((NumberValue)node.Properties[property]).Value;

    private static string Gexf(PropertyGraph graph, GraphView view) => Written.Graph(GraphViews.Of(GraphStream.Of(graph), view), stream => new GexfWriter(stream));

    private static (List<GraphNode> Nodes, List<GraphEdge> Edges) View(PropertyGraph graph, GraphView view)
    {
        var shown = GraphViews.Of(GraphStream.Of(graph), view);
        return ([.. shown.Nodes], [.. shown.Edges]);
    }
}
