using System.Collections.Immutable;
using System.Globalization;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Citing;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>Contacts as rows of an answer.</summary>
/// <param name="labels">How names are shown.</param>
/// <param name="store">Where the texts are, for files and lines; <see langword="null"/> where rows carry no citation.</param>
internal sealed class ContactRows(Labels labels, KnowledgeStore? store = null)
{
    private const int DayLength = 10;

    /// <summary>A contact with all that a citation needs.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="allSources">Whether the table shows every source, not the best one alone.</param>
    public Row Cited(Contact contact, bool allSources) => new(
        [
            Field.Of("date", "DATE", contact.Date),
            Field.Of("dateWords", "AS WRITTEN", contact.DateWords),
            .. Parties(contact),
            Field.Of("lastMet", "LAST MET", contact.LastMet),
            Field.Of("articles", "ARTICLES", contact.Articles),
            Field.Of("origins", "ORIGINS", contact.Origins),
            Field.Of("event", "EVENT", contact.EventId),
            Field.Of("status", null, contact.Status),
            .. Best(contact.Sources, allSources),
        ],
        Notes(contact.Sources, allSources));

    /// <summary>A contact in one line.</summary>
    public Row Short(Contact contact) => Row.Of([Field.Of("date", "DATE", contact.Date), .. Parties(contact), Field.Of("articles", "ARTICLES", contact.Articles)]);

    /// <summary>An event among others of every kind: all who took part in one column.</summary>
    public Row OnTimeline(Contact contact) => Row.Of(
        Field.Of("date", "DATE", contact.Date),
        How(contact),
        People("parties", "PARTIES", contact.Who.AddRange(contact.Whom)),
        Where(contact.Place, contact.Country),
        Field.Of("occasion", "OCCASION", contact.Occasion),
        Field.Of("articles", "ARTICLES", contact.Articles),
        Field.Of("event", "EVENT", contact.EventId));

    /// <summary>A step of a way from person to person.</summary>
    public Row OnPath(ConnectionStep step) => new(
        [
            Field.Of("from", "FROM", labels.Name(step.From)),
            Field.Of("to", "TO", labels.Name(step.To)),
            Field.Of("date", "DATE", step.Contact.Date),
            How(step.Contact),
            Where(step.Contact.Place, step.Contact.Country),
            Field.Of("contacts", "CONTACTS", step.Contacts),
            Field.Of("articles", "ARTICLES", step.Contact.Articles),
            Field.Of("event", "EVENT", step.Contact.EventId),
            .. Best(step.Contact.Sources, false),
        ],
        Notes(step.Contact.Sources, false));

    /// <summary>A source as a row of its own.</summary>
    public Row Source(ContactSource source) => new(
        [
            Field.Of("published", "PUBLISHED", source.Published),
            Field.Of("publisher", "PUBLISHER", source.Publisher),
            Field.Of("title", "TITLE", source.Title),
            Field.Of("attribution", "ACCORDING TO", source.Attribution),
            Field.Of("sentence", null, source.Sentence),
            Field.Hidden("link", () => SourceLink.WithFragment(source)),
            Field.Hidden("file", () => FileAndLine(source)),
            Field.Of("article", "ARTICLE", source.ArticleId),
        ],
        Lines(source));

    /// <summary>The best source's fields, and all sources.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="lines">Whether each is told with the line of the file that it stands on, for which the files are read.</param>
    public IEnumerable<Field> Best(ImmutableArray<ContactSource> sources, bool lines)
    {
        var best = sources.IsEmpty ? null : sources[0];
        return
        [
            Field.Of("publisher", null, best?.Publisher),
            Field.Of("title", null, best?.Title),
            Field.Of("published", null, best?.Published),
            Field.Of("sentence", null, best?.Sentence),
            Field.Hidden("link", () => best is null ? null : SourceLink.WithFragment(best)),
            Field.Of("file", null, best?.File),
            new Field("sources", null, () => sources.Length.ToString(CultureInfo.InvariantCulture), () => sources.Select(source => (object?)Properties(source, lines)).ToList()),
        ];
    }

    /// <summary>The words of the sources, of all or of the best, and where they stand.</summary>
    public IEnumerable<string> Notes(ImmutableArray<ContactSource> sources, bool all) =>
        sources.Take(all ? sources.Length : 1).SelectMany(source => Notes(source, all));

    private IEnumerable<string> Lines(ContactSource source)
    {
        yield return source.Sentence;
        yield return "- " + Where(source);
    }

    private IEnumerable<string> Notes(ContactSource source, bool whole)
    {
        yield return source.Sentence;
        var day = whole || source.Published is not { Length: > DayLength } time ? source.Published : time[..DayLength];
        yield return "- " + string.Join(" \u00b7 ", new[] { source.Publisher, source.Title, day, whole ? Where(source) : source.Url ?? source.File }.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>Where the words of a source can be read.</summary>
    public string Where(ContactSource source) => SourceLink.WithFragment(source) ?? FileAndLine(source) ?? source.ArticleId;

    /// <summary>A place with its state.</summary>
    public Field Where(string? place, string? country)
    {
        var text = string.Join(", ", new[] { place, country }.OfType<string>().Distinct(StringComparer.Ordinal).Select(labels.Name));
        return new Field("where", "WHERE", () => text, () => new Dictionary<string, object?>(StringComparer.Ordinal) { ["place"] = place, ["country"] = country });
    }

    private IEnumerable<Field> Parties(Contact contact) =>
    [
        People("who", "WHO", contact.Who),
        People("whom", "WHOM", contact.Whom),
        How(contact),
        Where(contact.Place, contact.Country),
        Field.Of("occasion", "OCCASION", contact.Occasion),
    ];

    private static Field How(Contact contact) => Field.Of("how", "HOW", contact.Status == EventStatuses.Held ? contact.Kind : $"{contact.Kind} ({contact.Status})");

    private Field People(string name, string header, ImmutableArray<Party> parties) => new(
        name, header, () => string.Join("; ", parties.Select(Titled)),
        () => parties.Select(party => (object?)new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = party.Id, ["name"] = labels.Name(party), ["title"] = party.Title, ["country"] = party.Country, ["role"] = party.Role, ["via"] = party.Via, ["basis"] = party.Basis,
        }).ToList());

    /// <summary>A name with the office held at the time.</summary>
    private string Titled(Party party)
    {
        var office = labels.Office(party);
        return party.Label == "Person" && office.Length > 0 ? $"{labels.Name(party)} ({office})" : labels.Name(party);
    }

    private Dictionary<string, object?> Properties(ContactSource source, bool lines) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["article"] = source.ArticleId, ["publisher"] = source.Publisher, ["title"] = source.Title, ["published"] = source.Published,
        ["sentence"] = source.Sentence, ["attribution"] = source.Attribution, ["link"] = SourceLink.WithFragment(source), ["file"] = lines ? FileAndLine(source) : source.File,
    };

    private string? FileAndLine(ContactSource source) => store is null ? source.File : SourceLink.InFile(store, source);
}
