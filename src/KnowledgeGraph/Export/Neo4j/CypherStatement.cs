using System.Buffers;
using System.Text.Json;

namespace KnowledgeGraph.Export.Neo4j;

/// <summary>A statement and its parameters; values go to the server as parameters only, never in the text.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Parameters">Its parameters, one JSON object.</param>
internal sealed record CypherStatement(string Text, ReadOnlyMemory<byte> Parameters)
{
    private static readonly ReadOnlyMemory<byte> None = "{}"u8.ToArray();

    /// <summary>A statement without parameters.</summary>
    public CypherStatement(string text)
        : this(text, None)
    {
    }

    /// <summary>A statement whose parameters are written as the members of an object.</summary>
    public CypherStatement(string text, Action<Utf8JsonWriter> parameters)
        : this(text, Object(parameters))
    {
    }

    /// <summary>The request that the Query API expects.</summary>
    /// <param name="bookmarks">What the database must have seen before.</param>
    public ReadOnlyMemory<byte> Request(IEnumerable<string> bookmarks)
    {
        var buffer = new ArrayBufferWriter<byte>(Parameters.Length + 1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("statement"u8, Text);
            writer.WriteBoolean("includeCounters"u8, true);
            writer.WriteStartArray("bookmarks"u8);
            foreach (var bookmark in bookmarks)
            {
                writer.WriteStringValue(bookmark);
            }

            writer.WriteEndArray();
            writer.WritePropertyName("parameters"u8);
            writer.WriteRawValue(Parameters.Span, skipInputValidation: true);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> parameters)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            parameters(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
