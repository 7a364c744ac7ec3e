using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace KnowledgeGraph.Cli.Output;

/// <summary>Rows as one JSON array of objects, or as one object a line.</summary>
internal sealed class JsonRowWriter : RowWriter
{
    private readonly Utf8JsonWriter json;
    private readonly Stream output;
    private readonly bool lines;

    public JsonRowWriter(Terminal terminal, bool lines)
    {
        terminal.Output.Flush();
        output = terminal.Bytes;
        this.lines = lines;
        json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = !lines, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        if (!lines)
        {
            json.WriteStartArray();
        }
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
        if (lines)
        {
            json.Flush();
            json.Reset();
            output.WriteByte((byte)'\n');
        }
    }

    public override void Dispose()
    {
        if (!lines)
        {
            json.WriteEndArray();
            json.Flush();
            output.WriteByte((byte)'\n');
        }

        json.Dispose();
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
