using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>
/// Writes a graph as GEXF 1.3 for Gephi and its timeline: <c>dateFrom</c> and <c>dateTo</c>, or <c>spells</c>, are the time of
/// a node or edge, <c>weight</c> is an edge's weight, its type its kind, and <c>x y size r g b</c> are what a node looks like.
/// </summary>
/// <param name="stream">Where it goes; left open.</param>
public sealed class GexfWriter(Stream stream) : GraphWriter, IDisposable
{
    private const string Namespace = "http://gexf.net/1.3";
    private const string Viz = "http://gexf.net/1.3/viz";
    private const string IdPrefix = "a_";
    private const string LabelsId = "labels";

    /// <summary>The properties that have a place of their own.</summary>
    private static readonly ImmutableHashSet<string> Placed = [Spells.Property, "weight", "x", "y", "size", "r", "g", "b"];

    private readonly XmlWriter writer = XmlWriter.Create(stream, XmlText.Settings);
    private bool inEdges;

    /// <inheritdoc/>
    protected override void Begin(GraphShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        writer.WriteStartDocument();
        writer.WriteStartElement("gexf", Namespace);
        writer.WriteAttributeString("xmlns", "viz", null, Viz);
        writer.WriteAttributeString("version", "1.3");
        writer.WriteStartElement("meta", Namespace);
        writer.WriteElementString("creator", Namespace, "kg");
        writer.WriteEndElement();
        writer.WriteStartElement("graph", Namespace);
        writer.WriteAttributeString("defaultedgetype", "directed");
        writer.WriteAttributeString("mode", "dynamic");
        writer.WriteAttributeString("timeformat", "date");
        writer.WriteAttributeString("timerepresentation", "interval");
        Attributes("node", shape.NodeProperties());
        Attributes("edge", shape.EdgeProperties());
        writer.WriteStartElement("nodes", Namespace);
    }

    /// <inheritdoc/>
    protected override void Node(GraphNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        writer.WriteStartElement("node", Namespace);
        writer.WriteAttributeString("id", XmlText.Legal(node.Id));
        writer.WriteAttributeString("label", XmlText.Legal(node.Name));
        Values(node.Properties, string.Join(':', node.Labels));
        Times(node.Properties);
        Look(node.Properties);
        writer.WriteEndElement();
    }

    /// <inheritdoc/>
    protected override void Edge(GraphEdge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        BeginEdges();
        writer.WriteStartElement("edge", Namespace);
        writer.WriteAttributeString("id", XmlText.Legal(edge.Id));
        writer.WriteAttributeString("source", XmlText.Legal(edge.From));
        writer.WriteAttributeString("target", XmlText.Legal(edge.To));
        writer.WriteAttributeString("kind", edge.Type);
        if (edge.Properties.TryGetValue("weight", out var weight))
        {
            writer.WriteAttributeString("weight", PropertyText.Of(weight, PropertyText.Json));
        }

        Values(edge.Properties, null);
        Times(edge.Properties);
        writer.WriteEndElement();
    }

    /// <inheritdoc/>
    protected override void End()
    {
        BeginEdges();
        writer.WriteEndDocument();
        writer.Flush();
    }

    /// <summary>Writes what is left; the stream stays open.</summary>
    public void Dispose() => writer.Dispose();

    private void BeginEdges()
    {
        if (!inEdges)
        {
            writer.WriteEndElement();
            writer.WriteStartElement("edges", Namespace);
            inEdges = true;
        }
    }

    private void Attributes(string domain, ImmutableSortedSet<string> names)
    {
        writer.WriteStartElement("attributes", Namespace);
        writer.WriteAttributeString("class", domain);
        writer.WriteAttributeString("mode", "static");
        if (domain == "node")
        {
            Attribute(LabelsId, "labels", "string");
        }

        foreach (var name in names.Except(Placed))
        {
            Attribute(name, name, GraphSchema.TypeOf(name) switch
            {
                PropertyType.Integer => "long",
                PropertyType.Number => "double",
                PropertyType.Truth => "boolean",
                PropertyType.TextList => "liststring",
                _ => "string",
            });
        }

        writer.WriteEndElement();
    }

    private void Attribute(string name, string title, string type)
    {
        writer.WriteStartElement("attribute", Namespace);
        writer.WriteAttributeString("id", IdPrefix + name);
        writer.WriteAttributeString("title", title);
        writer.WriteAttributeString("type", type);
        writer.WriteEndElement();
    }

    private void Values(ImmutableSortedDictionary<string, PropertyValue> properties, string? labels)
    {
        writer.WriteStartElement("attvalues", Namespace);
        if (labels is not null)
        {
            Value(LabelsId, labels);
        }

        foreach (var (name, value) in properties)
        {
            if (!Placed.Contains(name))
            {
                Value(name, PropertyText.Of(value, PropertyText.Json));
            }
        }

        writer.WriteEndElement();
    }

    private void Value(string name, string value)
    {
        writer.WriteStartElement("attvalue", Namespace);
        writer.WriteAttributeString("for", IdPrefix + name);
        writer.WriteAttributeString("value", XmlText.Legal(value));
        writer.WriteEndElement();
    }

    /// <summary>Whole days only: Gephi stops at a date without a day, and at an edge whose time has no end it guesses.</summary>
    private void Times(ImmutableSortedDictionary<string, PropertyValue> properties)
    {
        DaySpan[] days = properties.TryGetValue(Spells.Property, out var spells) ? [.. Spells.Days(spells)]
            : properties.GetValueOrDefault("dateFrom") is DateValue from && properties.GetValueOrDefault("dateTo") is DateValue to ? [new DaySpan(from.Value, to.Value)]
            : [];
        if (days.Length == 0)
        {
            return;
        }

        writer.WriteStartElement("spells", Namespace);
        foreach (var span in days)
        {
            writer.WriteStartElement("spell", Namespace);
            writer.WriteAttributeString("start", span.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteAttributeString("end", span.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private void Look(ImmutableSortedDictionary<string, PropertyValue> properties)
    {
        string Text(string name) => PropertyText.Of(properties[name], PropertyText.Json);
        if (properties.ContainsKey("r"))
        {
            Element("color", ("r", Text("r")), ("g", Text("g")), ("b", Text("b")));
            Element("position", ("x", Text("x")), ("y", Text("y")), ("z", "0"));
            Element("size", ("value", Text("size")));
        }
    }

    private void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        writer.WriteStartElement("viz", name, Viz);
        foreach (var (attribute, value) in attributes)
        {
            writer.WriteAttributeString(attribute, value);
        }

        writer.WriteEndElement();
    }
}
