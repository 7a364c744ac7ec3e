using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>
/// Writes a graph as GraphML in the one dialect that Gephi, NetworkX, igraph, yEd, Cytoscape and Neo4j's APOC all read:
/// dates are strings, lists are JSON in a string, every key is declared for nodes or for edges, labels stand where APOC
/// looks for them, and a node's caption is its <c>label</c>.
/// </summary>
public static class GraphMlWriter
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";
    private const string LabelsKey = "labels";
    private const string CaptionKey = "caption";
    private const string RelationKey = "label";
    private const string NodePrefix = "n_";
    private const string EdgePrefix = "e_";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes the graph; the same graph gives the same bytes. The stream is left open.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(PropertyGraph graph, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = XmlWriter.Create(stream, Settings);
        writer.WriteStartDocument();
        writer.WriteStartElement("graphml", Namespace);
        Key(writer, LabelsKey, "node", "labels", "string");
        Key(writer, CaptionKey, "node", "label", "string");
        Keys(writer, "node", NodePrefix, graph.Nodes.SelectMany(node => node.Properties.Keys));
        Key(writer, RelationKey, "edge", "label", "string");
        Keys(writer, "edge", EdgePrefix, graph.Edges.SelectMany(edge => edge.Properties.Keys));
        writer.WriteStartElement("graph", Namespace);
        writer.WriteAttributeString("id", "G");
        writer.WriteAttributeString("edgedefault", "directed");
        foreach (var node in graph.Nodes)
        {
            Node(writer, node);
        }

        foreach (var edge in graph.Edges)
        {
            Edge(writer, edge);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndDocument();
    }

    private static void Keys(XmlWriter writer, string domain, string prefix, IEnumerable<string> names)
    {
        foreach (var name in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Key(writer, prefix + name, domain, name, GraphSchema.TypeOf(name) switch
            {
                PropertyType.Integer => "long",
                PropertyType.Number => "double",
                PropertyType.Truth => "boolean",
                _ => "string",
            });
        }
    }

    private static void Key(XmlWriter writer, string id, string domain, string name, string type)
    {
        writer.WriteStartElement("key", Namespace);
        writer.WriteAttributeString("id", id);
        writer.WriteAttributeString("for", domain);
        writer.WriteAttributeString("attr.name", name);
        writer.WriteAttributeString("attr.type", type);
        writer.WriteEndElement();
    }

    private static void Node(XmlWriter writer, GraphNode node)
    {
        writer.WriteStartElement("node", Namespace);
        writer.WriteAttributeString("id", XmlText.Legal(node.Id));
        Data(writer, LabelsKey, string.Concat(node.Labels.Select(label => ":" + label)));
        Data(writer, CaptionKey, node.Name);
        foreach (var (name, value) in node.Properties)
        {
            Data(writer, NodePrefix + name, Text(value));
        }

        writer.WriteEndElement();
    }

    private static void Edge(XmlWriter writer, GraphEdge edge)
    {
        writer.WriteStartElement("edge", Namespace);
        writer.WriteAttributeString("id", XmlText.Legal(edge.Id));
        writer.WriteAttributeString("source", XmlText.Legal(edge.From));
        writer.WriteAttributeString("target", XmlText.Legal(edge.To));
        // Beyond plain GraphML: without it Gephi merges parallel edges of one pair.
        writer.WriteAttributeString("label", edge.Type);
        Data(writer, RelationKey, edge.Type);
        foreach (var (name, value) in edge.Properties)
        {
            Data(writer, EdgePrefix + name, Text(value));
        }

        writer.WriteEndElement();
    }

    private static void Data(XmlWriter writer, string key, string value)
    {
        var text = XmlText.Legal(value);
        writer.WriteStartElement("data", Namespace);
        writer.WriteAttributeString("key", key);
        if (XmlText.NeedsCData(text))
        {
            writer.WriteCData(text);
        }
        else
        {
            writer.WriteString(text);
        }

        writer.WriteEndElement();
    }

    private static string Text(PropertyValue value) => value switch
    {
        TextValue text => text.Value,
        IntegerValue integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        NumberValue number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        TruthValue truth => truth.Value ? "true" : "false",
        DateValue date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TextListValue list => Json(list.Values),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    private static string Json(ImmutableArray<string> values)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartArray();
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
