using KnowledgeGraph.Articles;

namespace KnowledgeGraph.Tests;

/// <summary>Articles of a single paragraph, for sentences that show one thing.</summary>
internal static class TextArticle
{
    /// <summary>An article of a paragraph, below a title where one is given.</summary>
    public static Article Of(string text, DateOnly? published = null, string title = "")
    {
        var start = title.Length == 0 ? 0 : title.Length + 1;
        var paragraph = new TextBlock(new Span(start, start + text.Length), BlockKind.Paragraph);
        return new Article
        {
            Id = "article:test",
            File = "test",
            Title = title,
            Hash = "sha256:",
            Text = title.Length == 0 ? text + "\n" : $"{title}\n{text}\n",
            Blocks = title.Length == 0 ? [paragraph] : [new TextBlock(new Span(0, title.Length), BlockKind.Title), paragraph],
            Published = published is { } day ? PublicationTime.On(day) : null,
            DateSource = published is null ? null : DateSource.Field,
        };
    }
}
