using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace KnowledgeGraph.Records;

/// <summary>Reads and writes extraction records as JSON Lines: one object a line, UTF-8 without BOM, <c>\n</c>.</summary>
public static class RecordJson
{
    /// <summary>One record as a line of JSON, without the newline. The same record gives the same text everywhere.</summary>
    public static string Write(ExtractionRecord record) => JsonSerializer.Serialize(record, RecordJsonContext.Readable.ExtractionRecord);

    /// <summary>Reads one line.</summary>
    /// <exception cref="JsonException">The line is not a record, or of a newer schema.</exception>
    public static ExtractionRecord Read(string line)
    {
        var record = JsonSerializer.Deserialize(line, RecordJsonContext.Readable.ExtractionRecord)
            ?? throw new JsonException("Expected an extraction record, found null.");
        return record.Schema <= ExtractionRecord.CurrentSchema
            ? record
            : throw new JsonException(FormattableString.Invariant(
                $"The record has schema {record.Schema}; this version reads up to {ExtractionRecord.CurrentSchema}. Use a newer kg."));
    }
}

[JsonSerializable(typeof(ExtractionRecord))]
internal sealed partial class RecordJsonContext : JsonSerializerContext
{
    /// <summary>Chinese stays readable: only what JSON itself requires is escaped.</summary>
    public static RecordJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}

/// <summary>Writes spans as <c>[[120, 122], [340, 342]]</c>.</summary>
internal sealed class SpanListConverter : JsonConverter<ImmutableArray<Span>>
{
    public override ImmutableArray<Span> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var spans = ImmutableArray.CreateBuilder<Span>();
        Expect(ref reader, JsonTokenType.StartArray, advance: false);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            Expect(ref reader, JsonTokenType.Number);
            var start = reader.GetInt32();
            Expect(ref reader, JsonTokenType.Number);
            spans.Add(new Span(start, reader.GetInt32()));
            Expect(ref reader, JsonTokenType.EndArray);
        }

        Expect(ref reader, JsonTokenType.EndArray, advance: false);
        return spans.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<Span> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var span in value)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(span.Start);
            writer.WriteNumberValue(span.End);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type, bool advance = true)
    {
        if ((advance && !reader.Read()) || reader.TokenType != type)
        {
            throw new JsonException("Expected spans as [[start, end], …].");
        }
    }
}
