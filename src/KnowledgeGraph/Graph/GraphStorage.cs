using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Graph;

/// <summary>Keeps a graph in a store and reads it back.</summary>
public static class GraphStorage
{
    /// <summary>JSON in which Chinese stands as it is.</summary>
    internal static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Replaces the store's merged graph, as a whole or not at all.</summary>
    public static void ReplaceGraph(this KnowledgeStore store, PropertyGraph graph)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(graph);
        store.WriteGraph(graph.Nodes.Select(Row), graph.Edges.Select(Row));
    }

    /// <summary>Reads the store's merged graph.</summary>
    public static PropertyGraph ReadGraph(this KnowledgeStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new PropertyGraph(store.Nodes().Select(Node), store.Edges().Select(Edge));
    }

    /// <summary>The node of a row.</summary>
    public static GraphNode Node(GraphNodeRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new GraphNode(row.Id, row.SecondLabel is { } second ? [row.Label, second] : [row.Label], Properties(row.Properties));
    }

    /// <summary>The edge of a row.</summary>
    public static GraphEdge Edge(GraphEdgeRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new GraphEdge(row.Id, row.From, row.To, row.Type, Properties(row.Properties));
    }

    /// <summary>A node as a row.</summary>
    public static GraphNodeRow Row(GraphNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new(node.Id, node.Labels[0], node.Labels.Length > 1 ? node.Labels[1] : null, node.Name, Json(node.Properties));
    }

    /// <summary>An edge as a row.</summary>
    public static GraphEdgeRow Row(GraphEdge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        return new(edge.Id, edge.From, edge.To, edge.Type, Json(edge.Properties));
    }

    private static string Json(ImmutableSortedDictionary<string, PropertyValue> properties)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in properties)
            {
                writer.WritePropertyName(name);
                Write(writer, value);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a value as JSON.</summary>
    internal static void Write(Utf8JsonWriter writer, PropertyValue value)
    {
        switch (value)
        {
            case TextValue text:
                writer.WriteStringValue(text.Value);
                break;
            case IntegerValue integer:
                writer.WriteNumberValue(integer.Value);
                break;
            case NumberValue number:
                writer.WriteNumberValue(number.Value);
                break;
            case TruthValue truth:
                writer.WriteBooleanValue(truth.Value);
                break;
            case DateValue date:
                writer.WriteStringValue(date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case TextListValue list:
                writer.WriteStartArray();
                foreach (var item in list.Values)
                {
                    writer.WriteStringValue(item);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, null);
        }
    }

    /// <summary>The properties that a row holds as JSON.</summary>
    internal static ImmutableSortedDictionary<string, PropertyValue> Properties(string json)
    {
        using var document = JsonDocument.Parse(json);
        var properties = ImmutableSortedDictionary.CreateBuilder<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            properties[property.Name] = Value(property);
        }

        return properties.ToImmutable();
    }

    private static PropertyValue Value(JsonProperty property) => GraphSchema.TypeOf(property.Name) switch
    {
        PropertyType.Text => property.Value.GetString()!,
        PropertyType.Integer => property.Value.GetInt64(),
        PropertyType.Number => property.Value.GetDouble(),
        PropertyType.Truth => property.Value.GetBoolean(),
        PropertyType.Date => DateOnly.ParseExact(property.Value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        PropertyType.TextList => property.Value.EnumerateArray().Select(item => item.GetString()!).ToImmutableArray(),
        var type => throw new ArgumentOutOfRangeException(nameof(property), type, null),
    };
}
