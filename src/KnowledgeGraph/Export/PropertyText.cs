using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>Values of properties as text.</summary>
internal static class PropertyText
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A value in the form that all formats share: numbers with a point, days as 2022-07-07, true and false.</summary>
    /// <param name="value">The value.</param>
    /// <param name="list">How the format writes a list.</param>
    public static string Of(PropertyValue value, Func<ImmutableArray<string>, string> list) => value switch
    {
        TextValue text => text.Value,
        IntegerValue integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        NumberValue number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        TruthValue truth => truth.Value ? "true" : "false",
        DateValue date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TextListValue texts => list(texts.Values),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    /// <summary>A list as JSON: <c>["a","b"]</c>.</summary>
    public static string Json(ImmutableArray<string> values)
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
