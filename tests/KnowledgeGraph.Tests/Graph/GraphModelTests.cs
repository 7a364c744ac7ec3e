using System.Reflection;
using System.Text.RegularExpressions;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Records;
using KnowledgeGraph.Tests.Records;

namespace KnowledgeGraph.Tests.Graph;

/// <summary>docs/graph-model.md says what the graph is made of: no more and no less.</summary>
public sealed partial class GraphModelTests
{
    private static readonly Dictionary<string, string> Sections = Read();

    [Fact]
    public void All_labels_and_relations_are_described_and_no_others() =>
        Assert.Equal(
            Constants(typeof(NodeLabels)).Concat(Constants(typeof(Relations))).Order(StringComparer.Ordinal),
            Sections.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void All_kinds_of_events_are_described()
    {
        var labels = Constants(typeof(EventKinds)).Select(GraphSchema.EventLabel).OfType<string>().ToList();

        Assert.NotEmpty(labels);
        Assert.All(labels, label => Assert.Contains($"`{label}`", Sections[NodeLabels.Event], StringComparison.Ordinal));
    }

    [Fact]
    public void Every_property_has_the_type_that_is_described() =>
        Assert.All(Sections.Values.SelectMany(Properties), property => Assert.Equal(GraphSchema.TypeOf(property.Name), property.Type));

    [Fact]
    public void Every_property_of_a_rich_graph_is_described_and_every_described_one_occurs_in_it()
    {
        var used = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var graph in Rich())
        {
            foreach (var (type, names) in graph.Nodes.Select(node => (node.Labels[0], node.Properties.Keys)).Concat(graph.Edges.Select(edge => (edge.Type, edge.Properties.Keys))))
            {
                (used.TryGetValue(type, out var all) ? all : used[type] = new(StringComparer.Ordinal)).UnionWith(names);
            }
        }

        var described = Sections.ToDictionary(section => section.Key, section => Described(section.Key));
        Assert.Equal(described.Keys.Order(StringComparer.Ordinal), used.Keys.Order(StringComparer.Ordinal));
        Assert.All(used, pair => Assert.Empty(pair.Value.Except(described[pair.Key])));
        Assert.All(used, pair => Assert.Empty(described[pair.Key].Except(pair.Value)));
    }

    /// <summary>Graphs that together hold everything that there is.</summary>
    private static IEnumerable<PropertyGraph> Rich()
    {
        var knowledge = new GraphKnowledge
        {
            Countries = "中国 韩国 美国 印度尼西亚".Split(' ').ToDictionary(name => name, name => new CountryFacts(name, "XXX", 1)),
            People = [new PersonFacts("王毅", "Wang Yi", "中国", [], [new TermFacts("外交部长", "中国", new DateOnly(2013, 3, 16), new DateOnly(2022, 12, 29))])],
        };
        var wang = Told.Person("王毅", "中国", "外交部长", "王外长");
        var told = Told.In("a", "2022-07-08", publisher: "报社").Event(EventKinds.Conference, "2022-07-07", [wang], "巴厘岛", "印度尼西亚", occasion: "二十国集团外长会");
        foreach (var kind in (string[])[EventKinds.Meeting, EventKinds.PhoneCall, EventKinds.Visit])
        {
            told.Event(kind, "2022-07-07", [wang, GraphOf.Park], "巴厘岛", "印度尼西亚", occasion: "二十国集团外长会").With(Full);
        }

        told.Event(EventKinds.Message, "2022-07-07", [Told.As(wang, Roles.Sender), Told.As(GraphOf.Park, Roles.Receiver), Told.Office("美国", "国务卿"), Told.State("美国")], "巴厘岛", "印度尼西亚", occasion: "二十国集团外长会").With(Full)
            .Agreement("保持沟通", "中国", "欧盟").Signed("联合声明");
        var other = Told.In("b", "2022-07-08").Event(EventKinds.Meeting, "2022-07", [wang, GraphOf.Park], "北京", "中国")
            .Naming(Told.Person("小布什", "美国"), Told.Person("乔治·W·布什", "美国"));
        var meetings = told.Record().Events.Select(one => one.Id).ToList();
        var sets = meetings.Select(id => $"- {{set: '{id}', venue: 饭店, who: A, why: x}}\n");
        var corrections = CorrectionFile.Parse(string.Concat(sets) + $"- {{same-person: [小布什, 乔治·W·布什], who: A, why: x}}\n", "c.yaml");
        foreach (var used in new[] { Corrections.None, corrections })
        {
            var builder = new GraphBuilder(knowledge, used);
            builder.Add(told.Record());
            builder.Add(other.Record());
            yield return builder.Build();
        }
    }

    private static EventRecord Full(EventRecord told) => told with
    {
        Venue = "饭店",
        Time = "14:30",
        Duration = "PT1H",
        Plover = new PloverRecord("CONSULT", "visit"),
        Attribution = "新华社",
        Confidence = 0.5,
        Participants = [.. told.Participants.Select(one => one with { Via = "双方", Cameo = "040" })],
    };

    private static HashSet<string> Described(string section)
    {
        var names = Properties(Sections[section]).Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        var like = SameAs().Match(Sections[section]);
        return like.Success ? Described(like.Groups[1].Value) : names;
    }

    private static IEnumerable<(string Name, PropertyType Type)> Properties(string section) =>
        Row().Matches(section).Select(match => (match.Groups[1].Value, match.Groups[2].Value switch
        {
            "list" => PropertyType.TextList,
            var type => Enum.Parse<PropertyType>(type, ignoreCase: true),
        }));

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private static Dictionary<string, string> Read() =>
        Heading().Split(File.ReadAllText(TestPaths.Repository("docs", "graph-model.md"))).Skip(1).Chunk(2)
            .ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);

    [GeneratedRegex("^### `(.+)`$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| `(\w+)` \| (\w+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("properties as `(.+)`")]
    private static partial Regex SameAs();
}
