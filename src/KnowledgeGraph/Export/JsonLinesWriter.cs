using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>
/// Writes a graph as JSON Lines, an object for each node and each edge, of the form that Neo4j's APOC writes and reads
/// (<c>apoc.import.json</c>).
/// </summary>
public sealed class JsonLinesWriter(Stream stream) : GraphWriter
{
    private readonly ArrayBufferWriter<byte> line = new();

    /// <inheritdoc/>
    protected override void Begin(GraphShape shape)
    {
    }

    /// <inheritdoc/>
    protected override void Node(GraphNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        Line(json =>
        {
            json.WriteString("type", "node");
            Identity(json, node.Id, node.Labels);
            Properties(json, node.Properties);
        });
    }

    /// <inheritdoc/>
    protected override void Edge(GraphEdge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        Line(json =>
        {
            json.WriteString("type", "relationship");
            json.WriteString("id", edge.Id);
            json.WriteString("label", edge.Type);
            End(json, "start", edge.From);
            End(json, "end", edge.To);
            Properties(json, edge.Properties);
        });
    }

    /// <inheritdoc/>
    protected override void End() => stream.Flush();

    private static void End(Utf8JsonWriter json, string name, string id)
    {
        json.WriteStartObject(name);
        Identity(json, id, [GraphSchema.LabelOf(id)]);
        json.WriteEndObject();
    }

    private static void Identity(Utf8JsonWriter json, string id, ImmutableArray<string> labels)
    {
        json.WriteString("id", id);
        json.WriteStartArray("labels");
        foreach (var label in labels)
        {
            json.WriteStringValue(label);
        }

        json.WriteEndArray();
    }

    private static void Properties(Utf8JsonWriter json, ImmutableSortedDictionary<string, PropertyValue> properties)
    {
        json.WriteStartObject("properties");
        foreach (var (name, value) in properties)
        {
            json.WritePropertyName(name);
            GraphStorage.Write(json, value);
        }

        json.WriteEndObject();
    }

    private void Line(Action<Utf8JsonWriter> content)
    {
        line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(line, GraphStorage.Readable))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        stream.Write(line.WrittenSpan);
    }
}
