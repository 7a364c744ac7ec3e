using System.Text.Json;
using AngleSharp.Html.Dom;

namespace KnowledgeGraph.Articles;

/// <summary>What a page's JSON-LD (schema.org) says about its article.</summary>
internal sealed class LinkedData
{
    private static readonly JsonDocumentOptions Tolerant = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    public string? Headline { get; private set; }

    public string? Published { get; private set; }

    public string? Publisher { get; private set; }

    public string? Url { get; private set; }

    /// <summary>Reads every block of JSON-LD; one that is no JSON is passed over, as browsers do.</summary>
    public static LinkedData Read(IHtmlDocument document)
    {
        var data = new LinkedData();
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, Tolerant);
                data.Visit(json.RootElement);
            }
            catch (JsonException)
            {
                continue;
            }
        }

        return data;
    }

    private void Visit(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Visit(item);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (Text(element, "datePublished") is { } published)
            {
                Published ??= published;
                Headline ??= Text(element, "headline") ?? Text(element, "name");
                Publisher ??= Name(element, "publisher");
                Url ??= Text(element, "url") ?? Text(element, "mainEntityOfPage") ?? Name(element, "mainEntityOfPage", "@id");
            }

            if (element.TryGetProperty("@graph", out var graph))
            {
                Visit(graph);
            }
        }
    }

    private static string? Name(JsonElement element, string property, string name = "name")
    {
        if (!element.TryGetProperty(property, out var value))
        {
            return null;
        }

        value = value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? value[0] : value;
        return value.ValueKind == JsonValueKind.Object ? Text(value, name) : null;
    }

    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
