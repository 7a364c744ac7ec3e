using System.Collections.Frozen;

namespace KnowledgeGraph.Articles;

/// <summary>
/// Which fields of a JSON Lines or CSV row hold an article's parts. Fields not named keep their own name:
/// <c>text=content,date=publish_time</c> reads the text from <c>content</c> and the title still from <c>title</c>.
/// </summary>
public sealed class FieldMap
{
    private static readonly string[] Parts = ["id", "title", "date", "url", "author", "html", "text"];

    private readonly FrozenDictionary<string, string> fields;

    private FieldMap(IEnumerable<KeyValuePair<string, string>> fields) =>
        this.fields = fields.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every part under its own name.</summary>
    public static FieldMap Default { get; } = new(Parts.Select(part => KeyValuePair.Create(part, part)));

    /// <summary>Field of the article's id, which names it in <see cref="Article.File"/>.</summary>
    public string Id => fields["id"];

    /// <summary>Field of the title.</summary>
    public string Title => fields["title"];

    /// <summary>Field of the publication date or time.</summary>
    public string Date => fields["date"];

    /// <summary>Field of the article's address.</summary>
    public string Url => fields["url"];

    /// <summary>Field of the author or medium.</summary>
    public string Author => fields["author"];

    /// <summary>Field of the body as HTML.</summary>
    public string Html => fields["html"];

    /// <summary>Field of the body as plain text.</summary>
    public string Text => fields["text"];

    /// <summary>Reads <c>part=field,part=field</c>.</summary>
    /// <exception cref="FormatException">The text has another form, or names a part that an article does not have.</exception>
    public static FieldMap Parse(string text)
    {
        var fields = Default.fields.ToDictionary(StringComparer.Ordinal);
        foreach (var pair in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var part = equals < 0 ? pair : pair[..equals].Trim();
            var field = equals < 0 ? "" : pair[(equals + 1)..].Trim();
            if (field.Length == 0 || !Parts.Contains(part, StringComparer.Ordinal))
            {
                throw new FormatException(
                    $"'{pair}' maps no field: expected part=field with part one of {string.Join(", ", Parts)}, as in text=content,date=publish_time.");
            }

            fields[part] = field;
        }

        return new FieldMap(fields);
    }
}
