using System.Text.Json;

namespace KnowledgeGraph.Articles;

/// <summary>From a source's bytes to its article. Thread-safe.</summary>
internal sealed class SourceParser(FieldMap fields, Boilerplate boilerplate, Publishers publishers)
{
    private static readonly string[] DateKeys = ["date", "published", "publishDate", "publish_date", "publish_time", "pubDate", "published_at"];
    private static readonly string[] UrlKeys = ["original_url", "url", "from", "link", "source_url", "source", "canonical_url", "permalink"];
    private static readonly string[] MediumKeys = ["publisher", "author", "source", "media", "site"];

    private readonly ArticleAssembly assembly = new(boilerplate, publishers);

    /// <exception cref="InvalidDataException">The source is broken.</exception>
    public ReadResult Parse(ArticleSource source)
    {
        var draft = source.Format switch
        {
            SourceFormat.Csv => OfRow(source.Row!),
            SourceFormat.JsonLines => OfRow(JsonRow(source)),
            _ => OfText(TextDecoding.Decode(source.Bytes.Span), source.Format),
        };
        return assembly.Assemble(source, draft);
    }

    private Draft OfText(string text, SourceFormat format)
    {
        var matter = FrontMatter.Split(text, out var body);
        if (matter is null && (format == SourceFormat.Html || IsPage(body)))
        {
            return HtmlPage.Read(body, boilerplate.Elements);
        }

        return matter is null && format == SourceFormat.Text ? OfPlainText(text) : OfPost(matter ?? FrontMatter.None, body);
    }

    private Draft OfPost(FrontMatter matter, string body)
    {
        var post = PostBody.Read(body);
        var markup = Markup.Collect(post.Html, boilerplate.Elements);
        var sourceLink = boilerplate.SourceLink(markup.Blocks);
        var draft = new Draft
        {
            Title = matter.First("title") ?? post.Title ?? TitleOf(markup.Blocks),
            Url = Address([.. UrlKeys.Select(key => matter.First(key)), post.Url, sourceLink]),
            Author = MediumKeys.Select(key => publishers.ByName(matter.First(key))).FirstOrDefault(name => name is not null),
            Blocks = markup.Blocks,
        };
        foreach (var key in DateKeys)
        {
            draft.Date(DateSource.FrontMatter, matter.First(key));
        }

        draft.Date(DateSource.TimeElement, markup.FirstTime);
        draft.DateFromUrl();
        return draft;
    }

    private static Draft OfPlainText(string text)
    {
        var blocks = PlainText.Blocks(text);
        return new Draft { Title = PlainText.Title(blocks), Blocks = blocks };
    }

    private Draft OfRow(IReadOnlyDictionary<string, string> row)
    {
        var html = row.GetValueOrDefault(fields.Html);
        var text = row.GetValueOrDefault(fields.Text);
        if (html is null && text is null)
        {
            throw new InvalidDataException(
                $"The row has neither a field {fields.Html} nor {fields.Text}; it has {string.Join(", ", row.Keys)}. Name the right one with --map text=FIELD.");
        }

        string? firstTime = null;
        IReadOnlyList<RawBlock> blocks;
        var markup = string.IsNullOrWhiteSpace(html) ? text is not null && IsMarkup(text) ? text : null : html;
        if (markup is null)
        {
            blocks = PlainText.Blocks(text ?? "");
        }
        else if (IsPage(markup))
        {
            blocks = HtmlPage.Read(markup, boilerplate.Elements).Blocks;
        }
        else
        {
            var collected = Markup.Collect(markup, boilerplate.Elements);
            blocks = collected.Blocks;
            firstTime = collected.FirstTime;
        }

        var draft = new Draft
        {
            Title = row.GetValueOrDefault(fields.Title),
            Url = Address([row.GetValueOrDefault(fields.Url)]),
            Author = publishers.ByName(row.GetValueOrDefault(fields.Author)),
            Blocks = blocks,
        };
        draft.Date(DateSource.Field, row.GetValueOrDefault(fields.Date));
        draft.Date(DateSource.TimeElement, firstTime);
        draft.DateFromUrl();
        return draft;
    }

    private static Dictionary<string, string> JsonRow(ArticleSource source)
    {
        try
        {
            using var json = JsonDocument.Parse(source.Bytes);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new InvalidDataException("Expected an object with an article's fields on the line.");
            }

            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var field in json.RootElement.EnumerateObject())
            {
                var value = field.Value.ValueKind switch
                {
                    JsonValueKind.String => field.Value.GetString()!,
                    JsonValueKind.Number => field.Value.GetRawText(),
                    _ => null,
                };
                if (value is not null)
                {
                    row.TryAdd(field.Name, value);
                }
            }

            return row;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            var column = error is JsonException { BytePositionInLine: { } position } ? FormattableString.Invariant($" at byte {position + 1}") : "";
            throw new InvalidDataException($"{source.Place}: no sound JSON{column}: {error.Message.Split(" LineNumber", 2)[0]}", error);
        }
    }

    /// <summary>The first web address that is the article's own; of a copy in a web archive, the address it is a copy of.</summary>
    private string? Address(IEnumerable<string?> candidates)
    {
        var addresses = candidates.Select(url => url?.Trim()).Where(Draft.IsWebAddress).ToList();
        var own = addresses.Find(url => !publishers.IsArchive(url!));
        if (own is not null || addresses.Count == 0)
        {
            return own;
        }

        var copy = addresses[0]!;
        var inner = copy.IndexOf("/http", StringComparison.Ordinal);
        return inner > 0 && Draft.IsWebAddress(copy[(inner + 1)..]) ? copy[(inner + 1)..] : copy;
    }

    private static string? TitleOf(IReadOnlyList<RawBlock> blocks) =>
        blocks.Take(3).Where(block => block.Kind == BlockKind.Heading).Select(block => block.Text).FirstOrDefault();

    private static bool IsPage(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 2000)).TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (head.StartsWith("<!--", StringComparison.Ordinal) && head.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsMarkup(string text) =>
        text.Contains("</p>", StringComparison.OrdinalIgnoreCase) || text.Contains("<br", StringComparison.OrdinalIgnoreCase)
        || text.Contains("</div>", StringComparison.OrdinalIgnoreCase);
}
