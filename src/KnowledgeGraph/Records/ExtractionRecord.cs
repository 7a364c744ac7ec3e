using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace KnowledgeGraph.Records;

/// <summary>
/// What one article gives: its persons, events and agreements, each with the words that say so. A record depends on the
/// article and the rules alone, so records can be made anywhere, in any order, and merged.
/// </summary>
public sealed record ExtractionRecord
{
    /// <summary>Version of this format.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Version of the format that this record was written in.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The article.</summary>
    public required ArticleRecord Article { get; init; }

    /// <summary>The persons named, in order of first mention.</summary>
    public ImmutableArray<PersonRecord> Persons { get; init; } = [];

    /// <summary>The events told, in order of their evidence.</summary>
    public ImmutableArray<EventRecord> Events { get; init; } = [];

    /// <summary>The agreements told, in order of their evidence.</summary>
    public ImmutableArray<AgreementRecord> Agreements { get; init; } = [];
}

/// <summary>The article that a record was made from.</summary>
public sealed record ArticleRecord
{
    /// <summary><c>article:</c> and 16 hex digits over title and text.</summary>
    public required string Id { get; init; }

    /// <summary>The source's path relative to the root given; see <see cref="Articles.Article.File"/>.</summary>
    public required string File { get; init; }

    /// <summary>The title, or an empty string.</summary>
    public required string Title { get; init; }

    /// <summary>The article's own address.</summary>
    public string? Url { get; init; }

    /// <summary>The medium.</summary>
    public string? Publisher { get; init; }

    /// <summary>Publication time: <c>2022-12-13T00:31:00Z</c>, or a date alone.</summary>
    public string? Published { get; init; }

    /// <summary>Where the publication time was read: <c>front-matter</c>, <c>json-ld</c>, <c>meta</c>, <c>time-element</c>, <c>url</c>, <c>field</c>.</summary>
    public string? DateSource { get; init; }

    /// <summary><c>sha256:</c> over the source's bytes.</summary>
    public required string Hash { get; init; }

    /// <summary>The plain text that all offsets count in; only on demand (<c>--with-text</c>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }
}

/// <summary>A person named in the article.</summary>
public sealed record PersonRecord
{
    /// <summary><c>person:</c> and 16 hex digits over name and state or office.</summary>
    public required string Id { get; init; }

    /// <summary>The fullest form of the name that the article uses, in its own script, without title.</summary>
    public required string Name { get; init; }

    /// <summary>Other forms of the name in the article, in order of first mention.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The state that the person stands for, by its short simplified name.</summary>
    public string? Country { get; init; }

    /// <summary>The offices that the article states, in order of first mention.</summary>
    public ImmutableArray<OfficeRecord> Offices { get; init; } = [];

    /// <summary>Where the person is named, in order.</summary>
    [JsonConverter(typeof(SpanListConverter))]
    public ImmutableArray<Span> Mentions { get; init; } = [];
}

/// <summary>An office as the article states it.</summary>
/// <param name="Title">The title, normalised (外交部长), without the state.</param>
/// <param name="Of">The state by its short simplified name, or the organisation as written.</param>
public sealed record OfficeRecord(string Title, string? Of)
{
    /// <summary>The title behind what it belongs to, which some titles name themselves (欧盟委员会主席 of 欧盟).</summary>
    public static string FullName(string title, string? of) => of is null || title.StartsWith(of, StringComparison.Ordinal) ? title : of + title;
}

/// <summary>An agreement that parties reached together.</summary>
public sealed record AgreementRecord
{
    /// <summary><c>agreement:</c> and 16 hex digits over parties, form and text.</summary>
    public required string Id { get; init; }

    /// <summary>States by short simplified name, else organisations or persons.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    /// <summary><c>agreed</c>, <c>shared-view</c>, <c>signed</c> or <c>issued</c>.</summary>
    public required string Form { get; init; }

    /// <summary>The content as written, without its trigger.</summary>
    public required string Text { get; init; }

    /// <summary>The document's name, where the article gives one.</summary>
    public string? Document { get; init; }

    /// <summary>Id of the event at which it was reached, where the article says.</summary>
    public string? Event { get; init; }

    /// <summary>The words that say so.</summary>
    public required EvidenceRecord Evidence { get; init; }

    /// <summary>Name of the rule that found it.</summary>
    public required string Rule { get; init; }

    /// <summary>The rule's measured precision, 0 to 1; <see langword="null"/> where it was not measured.</summary>
    public double? Confidence { get; init; }
}

/// <summary>Words of the article that show something.</summary>
/// <param name="Start">Offset of the first UTF-16 code unit in the article's text.</param>
/// <param name="End">Offset just behind the last one.</param>
/// <param name="Text">Exactly that slice.</param>
public sealed record EvidenceRecord(int Start, int End, string Text);
