using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace KnowledgeGraph.Articles;

/// <summary>One article as read from its source. No later stage edits its text.</summary>
public sealed record Article
{
    /// <summary><c>article:</c> and 16 hex digits over title and text: the same text at two paths is one article.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The source's path relative to the root given, with <c>/</c>; <c>archive.zip!/entry</c> inside an archive;
    /// for a row of JSON Lines or CSV its id, else <c>file#line</c>.
    /// </summary>
    public required string File { get; init; }

    /// <summary>The title, in one line, or an empty string.</summary>
    public required string Title { get; init; }

    /// <summary>The article's own address, or <see langword="null"/>.</summary>
    public string? Url { get; init; }

    /// <summary>The medium that published it (联合早报), or <see langword="null"/>.</summary>
    public string? Publisher { get; init; }

    /// <summary>When it was published, or <see langword="null"/> where the source does not say.</summary>
    public PublicationTime? Published { get; init; }

    /// <summary>Where <see cref="Published"/> was read, or <see langword="null"/> where it is unknown.</summary>
    public DateSource? DateSource { get; init; }

    /// <summary><c>sha256:</c> and the digest of the source's bytes in hex.</summary>
    public required string Hash { get; init; }

    /// <summary>
    /// Title, newline, then paragraphs and captions each ended by a newline; boilerplate is left out. All spans of the
    /// product count in this text.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>The pieces of <see cref="Text"/> in order, without their newlines; the first is the title where there is one.</summary>
    public required ImmutableArray<TextBlock> Blocks { get; init; }

    /// <summary>The id of an article of this title and <see cref="Text"/>.</summary>
    public static string IdOf(string title, string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(title + "\n" + text), digest);
        return "article:" + Convert.ToHexStringLower(digest[..8]);
    }
}

/// <summary>A piece of an article's text: the title, a paragraph, a subheading or a caption.</summary>
/// <param name="Span">Where it stands in <see cref="Article.Text"/>, without the newline that ends it.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct TextBlock(Span Span, BlockKind Kind);

/// <summary>What a piece of an article is.</summary>
public enum BlockKind
{
    /// <summary>The article's title.</summary>
    Title,

    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A subheading within the body.</summary>
    Heading,

    /// <summary>The caption of a picture.</summary>
    Caption,
}

/// <summary>Where a publication time was read. File times, file names and comments never give one.</summary>
public enum DateSource
{
    /// <summary>YAML front matter.</summary>
    FrontMatter,

    /// <summary>JSON-LD in an HTML page (<c>datePublished</c>).</summary>
    JsonLd,

    /// <summary>A <c>meta</c> element of an HTML page, such as <c>article:published_time</c>.</summary>
    Meta,

    /// <summary>A <c>time</c> element of an HTML page.</summary>
    TimeElement,

    /// <summary>The path of the article's own address.</summary>
    Url,

    /// <summary>A field of a JSON Lines or CSV row.</summary>
    Field,
}
