using System.Collections.Immutable;

namespace KnowledgeGraph.Query;

/// <summary>A question: who met whom.</summary>
public sealed record WhoMetQuestion
{
    /// <summary>Those who all took part, first those asked about: people, states, offices; empty for anyone.</summary>
    public ImmutableArray<string> People { get; init; } = [];

    /// <summary>The other side, likewise.</summary>
    public string? With { get; init; }

    /// <summary>A state that a party stood for.</summary>
    public string? Country { get; init; }

    /// <summary>An office that a party held.</summary>
    public string? Office { get; init; }

    /// <summary>Where it happened: a place, venue or state.</summary>
    public string? At { get; init; }

    /// <summary>Not before: a year, month or day, included. An event counts if one of its possible days does.</summary>
    public string? Since { get; init; }

    /// <summary>Not after: a year, month or day, included.</summary>
    public string? Until { get; init; }

    /// <summary>Whether undated events are answered though a time is asked for; without a time they always are.</summary>
    public bool Undated { get; init; }

    /// <summary>Only what no run up to this one had found.</summary>
    public int? AddedSince { get; init; }

    /// <summary>How many contacts to answer with, the latest ones; <see langword="null"/> for all.</summary>
    public int? Latest { get; init; }

    /// <summary>How many contacts to answer with, the first ones of the order; <see langword="null"/> for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether only <see cref="WhoMetAnswer.Count"/> is wanted: no contact is read.</summary>
    public bool CountOnly { get; init; }

    /// <summary>The order; by date otherwise.</summary>
    public ContactOrder Order { get; init; }

    /// <summary>The kinds asked for: contacts and visits otherwise; who writes has not met.</summary>
    public ImmutableArray<string> Kinds { get; init; } =
        [EventKinds.Meeting, EventKinds.VideoMeeting, EventKinds.PhoneCall, EventKinds.Visit];

    /// <summary>The statuses asked for.</summary>
    public ImmutableArray<string> Statuses { get; init; } = [EventStatuses.Held];
}

/// <summary>The order of contacts.</summary>
public enum ContactOrder
{
    /// <summary>The earliest first, undated ones last.</summary>
    Date,

    /// <summary>The latest first, undated ones last.</summary>
    Latest,

    /// <summary>The most reported first.</summary>
    Articles,

    /// <summary>By place.</summary>
    Place,
}

/// <summary>The answer.</summary>
/// <param name="Contacts">The contacts, in the order asked for, as many as asked for.</param>
/// <param name="Count">How many contacts answer the question, be they among <paramref name="Contacts"/> or not.</param>
/// <param name="UndatedLeftOut">How many undated events were left out that could fall in the time asked for.</param>
/// <param name="Names">What the names of the question were found to mean.</param>
public sealed record WhoMetAnswer(ImmutableArray<Contact> Contacts, int Count, int UndatedLeftOut, ImmutableArray<Naming.Resolution> Names)
{
    /// <summary>The first name that the question could not be answered for, or <see langword="null"/>.</summary>
    public Naming.Resolution? Unclear => Names.FirstOrDefault(name => name.Found is null);
}

/// <summary>One contact.</summary>
public sealed record Contact
{
    /// <summary>The event's id.</summary>
    public required string EventId { get; init; }

    /// <summary>One of <see cref="EventKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>held, planned or cancelled.</summary>
    public required string Status { get; init; }

    /// <summary>EDTF, or <see langword="null"/>.</summary>
    public string? Date { get; init; }

    /// <summary>The words of an article that the date was read from, where it has words of its own.</summary>
    public string? DateWords { get; init; }

    /// <summary>The principals that the question's <see cref="WhoMetQuestion.People"/> name; where it names none, the first.</summary>
    public ImmutableArray<Party> Who { get; init; } = [];

    /// <summary>All other principals.</summary>
    public ImmutableArray<Party> Whom { get; init; } = [];

    /// <summary>City or most local name.</summary>
    public string? Place { get; init; }

    /// <summary>The state where it happened; of a visit, the destination.</summary>
    public string? Country { get; init; }

    /// <summary>The conference, visit or ceremony around it.</summary>
    public string? Occasion { get; init; }

    /// <summary>Number of articles that tell it.</summary>
    public int Articles { get; init; }

    /// <summary>Number of texts that these articles go back to.</summary>
    public int Origins { get; init; }

    /// <summary>When the two sides had met before, in person or by video; <see langword="null"/> where the store tells of no such day.</summary>
    public string? LastMet { get; init; }

    /// <summary>The articles, the best first: one that tells the event as it stands, with a link, published early.</summary>
    public ImmutableArray<ContactSource> Sources { get; init; } = [];
}

/// <summary>A principal of an event.</summary>
/// <param name="Id">The node's id.</param>
/// <param name="Label">Person, Office, Country or Organization.</param>
/// <param name="Name">Caption.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Title">The office held at the event, where known.</param>
/// <param name="Country">The state that it stands for, where known.</param>
/// <param name="Via">The words that it was resolved from, where the article does not name it there.</param>
/// <param name="Basis"><c>article</c>, or what else says who it is.</param>
public sealed record Party(string Id, string Label, string Name, string Role, string? Title, string? Country, string? Via, string? Basis);

/// <summary>An article that tells of an event.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">The medium.</param>
/// <param name="Published">Publication time.</param>
/// <param name="Url">Its address.</param>
/// <param name="Root">The root that <paramref name="File"/> is relative to.</param>
/// <param name="File">The source read.</param>
/// <param name="Sentence">The words that say so.</param>
/// <param name="Attribution">The source that the article itself names.</param>
/// <param name="Start">Where the words begin in the article's text.</param>
public sealed record ContactSource(
    string ArticleId, string Title, string? Publisher, string? Published, string? Url, string? Root, string? File, string Sentence, string? Attribution, int Start);
