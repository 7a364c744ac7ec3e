using System.Collections.Immutable;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using FsCheck;
using FsCheck.Fluent;
using KnowledgeGraph.Export;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Tests.Graph;
using KnowledgeGraph.Tests.Records;

namespace KnowledgeGraph.Tests.Export;

public sealed class GraphMlWriterTests
{
    private const string Redefined = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://graphml.graphdrawing.org/xmlns" targetNamespace="http://graphml.graphdrawing.org/xmlns">
          <xs:redefine schemaLocation="graphml.xsd">
            <xs:attributeGroup name="edge.extra.attrib"><xs:attributeGroup ref="edge.extra.attrib"/><xs:attribute name="label" type="xs:string"/></xs:attributeGroup>
          </xs:redefine>
        </xs:schema>
        """;

    private static readonly XNamespace Ns = "http://graphml.graphdrawing.org/xmlns";

    private static PropertyGraph Sample => GraphOf.Articles(
        Told.In("a").Event(EventKinds.Meeting, "2022-07-07", [GraphOf.Wang, GraphOf.Park, Told.Person("特朗普", "美国", "总统", "川普")], "巴厘岛", "印度尼西亚")
            .Agreement("互访 <A> & <B>", "中国", "韩国"));

    [Fact]
    public void It_is_valid_graphml_but_for_the_label_of_edges()
    {
        Assert.SkipWhen(TestPaths.Shared is null, TestPaths.NoShared);
        var folder = Path.Combine(TestPaths.Shared, "schemas");
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, XmlReader.Create(new StringReader(Redefined), null, new Uri(Path.Combine(folder, "redefined.xsd")).AbsoluteUri));

        var errors = new List<string>();
        XDocument.Parse(Write(Sample)).Validate(schemas, (_, e) => errors.Add(e.Message));

        Assert.Empty(errors);
    }

    [Fact]
    public void Keys_are_declared_once_for_nodes_or_edges_with_types_that_all_readers_know()
    {
        var root = XDocument.Parse(Write(Sample)).Root!;
        var keys = root.Elements(Ns + "key").ToList();

        Assert.Equal(keys.Count, keys.Select(key => (string)key.Attribute("id")!).Distinct().Count());
        Assert.All(keys, key => Assert.Contains((string)key.Attribute("for")!, (string[])["node", "edge"]));
        Assert.All(keys, key => Assert.Contains((string)key.Attribute("attr.type")!, (string[])["boolean", "int", "long", "float", "double", "string"]));
        var declared = keys.Select(key => (string)key.Attribute("id")!).ToHashSet();
        Assert.All(root.Descendants(Ns + "data"), data => Assert.Contains((string)data.Attribute("key")!, declared));
    }

    [Fact]
    public void Labels_stand_where_neo4j_and_gephi_look_for_them()
    {
        var graph = XDocument.Parse(Write(Sample)).Root!.Element(Ns + "graph")!;

        var meeting = graph.Elements(Ns + "node").Single(node => ((string)node.Attribute("id")!).StartsWith("event:", StringComparison.Ordinal));
        Assert.Equal(":Event:Meeting", Data(meeting, "labels"));
        Assert.Equal(Data(meeting, "n_name"), Data(meeting, "caption"));
        Assert.All(graph.Elements(Ns + "edge"), edge =>
        {
            Assert.Equal("label", (string)edge.Elements().First().Attribute("key")!);
            Assert.Equal(edge.Elements().First().Value, (string)edge.Attribute("label")!);
        });
        Assert.Contains("[\"川普\"]", graph.Descendants(Ns + "data").Select(data => data.Value));
    }

    [Fact]
    public void The_same_graph_gives_the_same_bytes_without_a_byte_order_mark()
    {
        Assert.Equal(Write(Sample), Write(Sample));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<graphml", Write(Sample), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\u0001b\uFFFFc", "a\uFFFDb\uFFFDc")]
    [InlineData("𠮷", "𠮷")]
    [InlineData("<a> & <b>", "<a> & <b>")]
    [InlineData("]]> & <", "]]> & <")]
    [InlineData("一\n二\r三\t四", "一\n二\r三\t四")]
    public void Text_survives_but_for_characters_that_xml_cannot_carry(string text, string expected) =>
        Assert.Equal(expected, Survives(text));

    // Attributes cannot carry half a surrogate pair.
    [Fact]
    public void Half_a_surrogate_pair_is_replaced() =>
        Assert.Equal("\uFFFDx\uFFFD𠮷\uFFFD", Survives("\uD800x\uDC00𠮷\uD842"));

    [Fact]
    public void Any_text_gives_xml_that_can_be_read() =>
        Prop.ForAll<string?>(text => Survives(text ?? "") == KnowledgeGraph.Export.XmlText.Legal(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void The_stream_stays_open()
    {
        using var stream = new MemoryStream();
        using (var writer = new GraphMlWriter(stream))
        {
            writer.Write(GraphStream.Of(Sample));
        }

        Assert.True(stream.CanWrite);
    }

    private static string Survives(string text)
    {
        var node = new GraphNode("person:1", ["Person"], ImmutableSortedDictionary<string, PropertyValue>.Empty.Add("name", text));
        var written = XDocument.Parse(Write(new PropertyGraph([node], [])), LoadOptions.PreserveWhitespace);
        return Data(written.Descendants(Ns + "node").Single(), "n_name");
    }

    private static string Data(XElement element, string key) => element.Elements(Ns + "data").Single(data => (string)data.Attribute("key")! == key).Value;

    private static string Write(PropertyGraph graph) => Written.File(graph, stream => new GraphMlWriter(stream));
}
