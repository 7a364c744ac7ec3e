namespace KnowledgeGraph.Articles;

/// <summary>What a source says, before it is put together as an article.</summary>
internal sealed class Draft
{
    public string? Title { get; set; }

    public string? Url { get; set; }

    /// <summary>Who the source says wrote it: a person or a medium.</summary>
    public string? Author { get; init; }

    /// <summary>Whether <see cref="Author"/> is a medium's name for certain.</summary>
    public bool IsAuthorMedium { get; init; }

    /// <summary>A page's <c>title</c>, which names the site behind the article's title.</summary>
    public string? WindowTitle { get; init; }

    public IReadOnlyList<RawBlock> Blocks { get; init; } = [];

    public PublicationTime? Published { get; private set; }

    public DateSource? DateSource { get; private set; }

    /// <summary>A date that stands there but is none, for the report.</summary>
    public string? UnreadDate { get; private set; }

    /// <summary>Takes a date unless an earlier source gave one.</summary>
    public void Date(DateSource source, string? text)
    {
        if (Published is not null || string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        if (DateNotation.TryParse(text, out var time))
        {
            Published = time;
            DateSource = source;
        }
        else
        {
            UnreadDate ??= text;
        }
    }

    /// <summary>Takes the date in the address's path unless an earlier source gave one.</summary>
    public void DateFromUrl()
    {
        if (Published is null && DateNotation.TryUrlPath(Url, out var time))
        {
            Published = time;
            DateSource = Articles.DateSource.Url;
        }
    }

    public static bool IsWebAddress(string? url) =>
        url is not null && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");
}
