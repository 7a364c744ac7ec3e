namespace KnowledgeGraph.Articles;

/// <summary>What became of one source.</summary>
/// <param name="Root">The root that <paramref name="Name"/> is relative to: a folder's full path, or <c>-</c> for standard input.</param>
/// <param name="Name">The source's name: <see cref="Article.File"/> of its article.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Reason">Why, and what to do, in English; <see langword="null"/> where it was simply read.</param>
/// <param name="Article">The article; <see langword="null"/> where there is none to extract from.</param>
public sealed record ReadResult(string Root, string Name, ReadStatus Status, string? Reason, Article? Article);

/// <summary>What became of a source.</summary>
public enum ReadStatus
{
    /// <summary>An article with a publication time.</summary>
    Read,

    /// <summary>An article whose source gives no publication time; it is extracted all the same.</summary>
    NoDate,

    /// <summary>An article whose title and text came before in this run; it is extracted all the same.</summary>
    Duplicate,

    /// <summary>Nothing is left once boilerplate is taken away; no article.</summary>
    NoText,

    /// <summary>The text is in another language; no article.</summary>
    NotChinese,

    /// <summary>The source could not be read; no article.</summary>
    Failed,

    /// <summary>No article by its kind: a file of another kind, a README, one of our own records.</summary>
    NotAnArticle,
}

/// <summary>The names of <see cref="ReadStatus"/> and <see cref="DateSource"/> in files.</summary>
public static class ReadNames
{
    /// <summary>The status in words, as reports show it.</summary>
    public static string Name(this ReadStatus status) => status switch
    {
        ReadStatus.Read => "read",
        ReadStatus.NoDate => "no date",
        ReadStatus.Duplicate => "duplicate",
        ReadStatus.NoText => "no text",
        ReadStatus.NotChinese => "not Chinese",
        ReadStatus.Failed => "failed",
        ReadStatus.NotAnArticle => "not an article",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>The name as records carry it: <c>front-matter</c>, <c>json-ld</c>, <c>meta</c>, <c>time-element</c>, <c>url</c>, <c>field</c>.</summary>
    public static string Name(this DateSource source) => source switch
    {
        DateSource.FrontMatter => "front-matter",
        DateSource.JsonLd => "json-ld",
        DateSource.Meta => "meta",
        DateSource.TimeElement => "time-element",
        DateSource.Url => "url",
        DateSource.Field => "field",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };
}
