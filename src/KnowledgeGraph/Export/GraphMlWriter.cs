using System.Collections.Immutable;
using System.Xml;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>
/// Writes a graph as GraphML in the one dialect that Gephi, NetworkX, igraph, yEd, Cytoscape and Neo4j's APOC all read:
/// dates are strings, lists are JSON in a string, every key is declared for nodes or for edges, labels stand where APOC
/// looks for them, and a node's caption is its <c>label</c>.
/// </summary>
/// <param name="stream">Where it goes; left open.</param>
public sealed class GraphMlWriter(Stream stream) : GraphWriter, IDisposable
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";
    private const string LabelsKey = "labels";
    private const string CaptionKey = "caption";
    private const string RelationKey = "label";
    private const string NodePrefix = "n_";
    private const string EdgePrefix = "e_";

    /// <summary>What Gephi takes for its own, under these names: what a node looks like, and the weight of an edge.</summary>
    private static readonly ImmutableHashSet<string> OfGephi = ["x", "y", "size", "r", "g", "b", "weight"];

    private readonly XmlWriter writer = XmlWriter.Create(stream, XmlText.Settings);

    /// <inheritdoc/>
    protected override void Begin(GraphShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        writer.WriteStartDocument();
        writer.WriteStartElement("graphml", Namespace);
        Key(LabelsKey, "node", "labels", "string");
        Key(CaptionKey, "node", "label", "string");
        Keys("node", NodePrefix, shape.NodeProperties());
        Key(RelationKey, "edge", "label", "string");
        Keys("edge", EdgePrefix, shape.EdgeProperties());
        writer.WriteStartElement("graph", Namespace);
        writer.WriteAttributeString("id", "G");
        writer.WriteAttributeString("edgedefault", "directed");
    }

    /// <inheritdoc/>
    protected override void Node(GraphNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        writer.WriteStartElement("node", Namespace);
        writer.WriteAttributeString("id", XmlText.Legal(node.Id));
        Data(LabelsKey, string.Concat(node.Labels.Select(label => ":" + label)));
        Data(CaptionKey, node.Name);
        Data(NodePrefix, node.Properties);
        writer.WriteEndElement();
    }

    /// <inheritdoc/>
    protected override void Edge(GraphEdge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        writer.WriteStartElement("edge", Namespace);
        writer.WriteAttributeString("id", XmlText.Legal(edge.Id));
        writer.WriteAttributeString("source", XmlText.Legal(edge.From));
        writer.WriteAttributeString("target", XmlText.Legal(edge.To));
        // Beyond plain GraphML: without it Gephi merges parallel edges of one pair.
        writer.WriteAttributeString("label", edge.Type);
        Data(RelationKey, edge.Type);
        Data(EdgePrefix, edge.Properties);
        writer.WriteEndElement();
    }

    /// <inheritdoc/>
    protected override void End()
    {
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndDocument();
        writer.Flush();
    }

    /// <summary>Writes what is left; the stream stays open.</summary>
    public void Dispose() => writer.Dispose();

    private void Keys(string domain, string prefix, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Key(KeyOf(prefix, name), domain, name, GraphSchema.TypeOf(name) switch
            {
                PropertyType.Integer => "long",
                PropertyType.Number => "double",
                PropertyType.Truth => "boolean",
                _ => "string",
            });
        }
    }

    private void Key(string id, string domain, string name, string type)
    {
        writer.WriteStartElement("key", Namespace);
        writer.WriteAttributeString("id", id);
        writer.WriteAttributeString("for", domain);
        writer.WriteAttributeString("attr.name", name);
        writer.WriteAttributeString("attr.type", type);
        writer.WriteEndElement();
    }

    private void Data(string prefix, ImmutableSortedDictionary<string, PropertyValue> properties)
    {
        foreach (var (name, value) in properties)
        {
            Data(KeyOf(prefix, name), PropertyText.Of(value, PropertyText.Json));
        }
    }

    private void Data(string key, string value)
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

    private static string KeyOf(string prefix, string name) => OfGephi.Contains(name) ? name : prefix + name;
}
