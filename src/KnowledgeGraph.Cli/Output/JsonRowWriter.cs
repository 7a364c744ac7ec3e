using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace KnowledgeGraph.Cli.Output;

/// <summary>Rows as one JSON array of objects.</summary>
internal sealed class JsonRowWriter : RowWriter
{
    private readonly Utf8JsonWriter json;
    private readonly Stream output;

    public JsonRowWriter(Terminal terminal)
    {
        output = terminal.Bytes;
        json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        json.WriteStartArray();
    }

    public override void Write(Row row)
    {
        json.WriteStartObject();
        foreach (var field in row.Fields)
        {
            json.WritePropertyName(field.Name);
            Write(field.Json);
        }

        json.WriteEndObject();
    }

    public override void Dispose()
    {
        json.WriteEndArray();
        json.Dispose();
        output.WriteByte((byte)'\n');
    }

    private void Write(object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case IReadOnlyDictionary<string, object?> properties:
                json.WriteStartObject();
                foreach (var (name, inner) in properties)
                {
                    json.WritePropertyName(name);
                    Write(inner);
                }

                json.WriteEndObject();
                break;
            case System.Collections.IEnumerable list:
                json.WriteStartArray();
                foreach (var inner in list)
                {
                    Write(inner);
                }

                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A field cannot hold a {value.GetType()}.", nameof(value));
        }
    }
}
