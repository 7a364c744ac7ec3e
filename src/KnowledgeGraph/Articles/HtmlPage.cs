using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace KnowledgeGraph.Articles;

/// <summary>What a page says about itself: title, address, medium, time, and the blocks of its main body.</summary>
internal static partial class HtmlPage
{
    private static readonly string[] DateNames =
    [
        "article:published_time", "og:published_time", "og:article:published_time", "bytedance:published_time", "datepublished",
        "publishdate", "publish-date", "publish_date", "publishtime", "publish_time", "pubdate", "_pubtime", "apub:time",
        "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "weibo: article:create_at", "date",
    ];

    public static Draft Read(string html, ElementCues cues)
    {
        var document = Markup.Parse(html);
        var meta = Metadata(document);
        var linkedData = LinkedData.Read(document);
        var main = MainBody.Find(document, cues);
        var body = Markup.Collect(main, cues);
        var siteName = meta.GetValueOrDefault("og:site_name");
        var url = FirstUrl(document.QuerySelector("link[rel~=canonical][href]")?.GetAttribute("href"), meta.GetValueOrDefault("og:url"), linkedData.Url);
        var draft = new Draft
        {
            Title = Title(document, main, meta, linkedData, siteName),
            Url = url,
            Author = linkedData.Publisher ?? siteName,
            IsAuthorMedium = true,
            WindowTitle = document.Title,
            Blocks = body.Blocks,
        };
        draft.Date(DateSource.JsonLd, linkedData.Published);
        foreach (var name in DateNames)
        {
            draft.Date(DateSource.Meta, meta.GetValueOrDefault(name));
        }

        draft.Date(DateSource.TimeElement, TimeElement(main) ?? TimeElement(document.DocumentElement));
        draft.DateFromUrl();

        // A comment never dates an article, so this address comes behind the dates.
        draft.Url ??= SavedFrom().Match(html.Length > 1000 ? html[..1000] : html) is { Success: true } saved ? saved.Groups["url"].Value : null;
        return draft;
    }

    private static Dictionary<string, string> Metadata(IHtmlDocument document)
    {
        var meta = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in document.QuerySelectorAll("meta[content]"))
        {
            var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop");
            var content = element.GetAttribute("content");
            if (!string.IsNullOrWhiteSpace(name) && !string.IsNullOrWhiteSpace(content))
            {
                meta.TryAdd(name.Trim(), content);
            }
        }

        return meta;
    }

    private static string? Title(IHtmlDocument document, IElement main, Dictionary<string, string> meta, LinkedData linkedData, string? siteName)
    {
        var title = WithoutSite(meta.GetValueOrDefault("og:title"), siteName) ?? Clean(linkedData.Headline);
        if (title is not null)
        {
            return title;
        }

        var headings = document.QuerySelectorAll("h1").Select(heading => Clean(heading.TextContent)).OfType<string>().ToList();
        var whole = Clean(document.Title);
        return main.QuerySelectorAll("h1").Select(heading => Clean(heading.TextContent)).OfType<string>().FirstOrDefault()
            ?? headings.Find(heading => whole?.StartsWith(heading, StringComparison.Ordinal) == true)
            ?? (headings.Count == 1 ? headings[0] : null)
            ?? WithoutSite(whole, siteName);
    }

    private static string? WithoutSite(string? title, string? siteName)
    {
        title = Clean(title);
        if (title is null || siteName is null || !title.EndsWith(siteName, StringComparison.Ordinal))
        {
            return title;
        }

        var rest = title[..^siteName.Length].TrimEnd();
        return rest.Length > 1 && "-–—_|｜·".Contains(rest[^1], StringComparison.Ordinal) ? rest[..^1].TrimEnd() : title;
    }

    private static string? TimeElement(IElement root)
    {
        var published = root.QuerySelector("time[itemprop=datePublished], time[pubdate]") ?? root.QuerySelector("time[datetime]") ?? root.QuerySelector("time");
        return published?.GetAttribute("datetime") ?? published?.TextContent;
    }

    /// <summary>What browsers write at the head of a page that they save.</summary>
    [GeneratedRegex("""<!-- saved from url=\([0-9]+\)(?<url>https?://[^\s<>]+) -->""", RegexOptions.CultureInvariant)]
    private static partial Regex SavedFrom();

    private static string? FirstUrl(params string?[] urls) => urls.FirstOrDefault(Draft.IsWebAddress);

    private static string? Clean(string? text)
    {
        text = text is null ? "" : Whitespace.Collapse(text);
        return text.Length == 0 ? null : text;
    }
}
