using System.Text.RegularExpressions;
using Markdig;

namespace KnowledgeGraph.Articles;

/// <summary>
/// The body of a post as HTML. Posts of news are Markdown around HTML, or HTML alone behind a title line; HTML alone goes
/// through as it is, since Markdown's rules about empty and indented lines would tear it.
/// </summary>
internal static partial class PostBody
{
    private const int MaxTitleLine = 4000;
    private const int MaxLinks = 10_000;

    // Indented code would swallow paragraphs that begin with blanks, which is how Chinese paragraphs are set.
    private static readonly MarkdownPipeline Pipeline = CreatePipeline();

    /// <param name="Title">The title line at the head of the body, if it has one.</param>
    /// <param name="Url">The address that the title line links to.</param>
    /// <param name="Html">The rest as HTML.</param>
    public readonly record struct Post(string? Title, string? Url, string Html);

    public static Post Read(string body)
    {
        body = SiteTags().Replace(body, "");
        string? title = null;
        string? url = null;
        var rest = body.AsSpan().TrimStart();
        while (rest.StartsWith("<!--", StringComparison.Ordinal) && rest.IndexOf("-->", StringComparison.Ordinal) is > 0 and var end)
        {
            rest = rest[(end + 3)..].TrimStart();
        }

        var head = rest[..Math.Min(rest.Length, MaxTitleLine)].ToString();
        if (LinkedTitle().Match(head) is { Success: true } linked)
        {
            title = linked.Groups["title"].Value;
            url = linked.Groups["url"].Value;
            rest = rest[linked.Length..];
        }
        else if (HashTitle().Match(head) is { Success: true } hash)
        {
            title = hash.Groups["title"].Value;
            rest = rest[hash.Length..];
        }

        rest = rest.Trim();
        var isHtml = rest.StartsWith("<") && rest.EndsWith(">") && !AutoLink().IsMatch(rest);
        var html = rest.ToString();
        return new Post(title, url, isHtml ? html : ToHtml(html));
    }

    /// <exception cref="InvalidDataException">The Markdown would cost too much: it nests too deeply or opens too many links.</exception>
    private static string ToHtml(string markdown)
    {
        // A link opened and not closed is looked for to the end of its paragraph: quadratic in their number.
        if (markdown.AsSpan().Count('[') > MaxLinks)
        {
            throw new InvalidDataException(FormattableString.Invariant($"The Markdown opens more than {MaxLinks} links."));
        }

        try
        {
            return Markdown.ToHtml(markdown, Pipeline);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException("The Markdown is nested too deeply: expected a few levels of lists and quotes.", error);
        }
    }

    private static MarkdownPipeline CreatePipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables();
        builder.BlockParsers.TryRemove<Markdig.Parsers.IndentedCodeBlockParser>();
        return builder.Build();
    }

    /// <summary>Template tags of Hugo (<c>{{&lt; video … >}}</c>), Hexo and Jekyll (<c>{% … %}</c>), which stand for no text.</summary>
    [GeneratedRegex("""\{\{[<%][^{}]{0,2000}[>%]\}\}|\{%[^{}]{0,2000}%\}""", RegexOptions.CultureInvariant)]
    private static partial Regex SiteTags();

    [GeneratedRegex("""^(?:\#{1,6}[ \t]+)?\[(?<title>[^\r\n]+)\]\((?<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)[ \t]*\r?\n(?:[-=]{3,}[ \t]*(?:\r?\n|$))?""", RegexOptions.CultureInvariant)]
    private static partial Regex LinkedTitle();

    [GeneratedRegex("""^\#{1,6}[ \t]+(?<title>[^\r\n]+?)[ \t#]*\r?\n(?:[-=]{3,}[ \t]*(?:\r?\n|$))?""", RegexOptions.CultureInvariant)]
    private static partial Regex HashTitle();

    [GeneratedRegex("""^<https?:""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AutoLink();
}
