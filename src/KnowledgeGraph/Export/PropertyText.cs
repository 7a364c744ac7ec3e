using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>Values of properties as text.</summary>
internal static class PropertyText
{
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
        using (var json = new Utf8JsonWriter(stream, GraphStorage.Readable))
        {
            GraphStorage.Write(json, values);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
