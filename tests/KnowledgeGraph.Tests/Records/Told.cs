using System.Collections.Immutable;
using System.Globalization;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Tests.Records;

/// <summary>Small records for tests of what comes after extraction: <c>Told.In("a").By(wang, park).Meeting("2022-07-07", ...)</c>.</summary>
internal sealed class Told
{
    private readonly List<EventRecord> events = [];
    private readonly List<PersonRecord> persons = [];
    private readonly List<AgreementRecord> agreements = [];
    private readonly string key;
    private readonly string? published;
    private readonly string title;
    private readonly string? publisher;
    private string text;

    private Told(string key, string? published, string? title, string? publisher)
    {
        this.key = key;
        this.published = published;
        this.title = title ?? "标题" + key;
        this.publisher = publisher;
        text = this.title + "\n";
    }

    /// <summary>An article.</summary>
    public static Told In(string key, string? published = "2022-07-08", string? title = null, string? publisher = null) => new(key, published, title, publisher);

    /// <summary>A person with a state and one office.</summary>
    public static PersonRecord Person(string name, string? country, string? title = null, params string[] aliases) => new()
    {
        Id = Identifiers.Of("person", name, country, country is null ? title : null),
        Name = name,
        Country = country,
        Aliases = [.. aliases],
        Offices = title is null ? [] : [new OfficeRecord(title, country)],
    };

    /// <summary>A state that takes part.</summary>
    public static ParticipantRecord State(string name) => new() { Id = Identifiers.Of("country", name), Name = name, Role = Roles.Participant, Country = name };

    /// <summary>An office whose holder is not named.</summary>
    public static ParticipantRecord Office(string country, string title) =>
        new() { Id = Identifiers.Of("office", title, country), Name = country + title, Role = Roles.Participant, Title = title, Country = country };

    /// <summary>A group, which has no node.</summary>
    public static ParticipantRecord Group(string name) => new() { Id = Identifiers.Of("group", name), Name = name, Role = Roles.Participant };

    /// <summary>A person who takes part.</summary>
    public static ParticipantRecord As(PersonRecord person, string role = Roles.Participant) => new()
    {
        Id = person.Id,
        Name = person.Name,
        Role = role,
        Title = person.Offices.Length > 0 ? person.Offices[0].Title : null,
        Country = person.Country,
    };

    /// <summary>Names a person without an event.</summary>
    public Told Naming(params PersonRecord[] named)
    {
        persons.AddRange(named.Where(person => !persons.Any(other => other.Id == person.Id)));
        return this;
    }

    /// <summary>Tells an event of persons.</summary>
    public Told Event(
        string kind, string? date, PersonRecord[] who, string? place = null, string? country = null, string status = EventStatuses.Held,
        string? occasion = null, string? sentence = null) =>
        Naming(who).Event(kind, date, [.. who.Select(person => As(person))], place, country, status, occasion, sentence);

    /// <summary>Tells an event.</summary>
    public Told Event(
        string kind, string? date, ParticipantRecord[] who, string? place = null, string? country = null, string status = EventStatuses.Held,
        string? occasion = null, string? sentence = null)
    {
        sentence ??= $"{string.Join('和', who.Select(one => one.Name))}{date}在{place}{kind}（{key}，第{events.Count}件）。";
        var start = text.Length;
        text += sentence + "\n";
        var (from, to) = Bounds(date, status);
        var provenance = ImmutableSortedDictionary.CreateBuilder<string, ProvenanceRecord>(StringComparer.Ordinal);
        if (date is not null && sentence.IndexOf(date, StringComparison.Ordinal) is >= 0 and var at)
        {
            provenance["date"] = new ProvenanceRecord(start + at, start + at + date.Length, "time.test");
        }

        events.Add(new EventRecord
        {
            Id = Identifiers.Of("event", ["article:" + key, kind, status, date, country, occasion, .. who.Select(one => one.Id)]),
            Kind = kind,
            Status = status,
            Participants = [.. who],
            Date = date,
            DateFrom = from,
            DateTo = to,
            DateBasis = date is null ? null : "explicit",
            Place = place,
            Country = country,
            Occasion = occasion,
            Evidence = new EvidenceRecord(start, start + sentence.Length, sentence),
            Provenance = provenance.ToImmutable(),
            Rule = "rule.test",
        });
        return this;
    }

    /// <summary>Tells an agreement, reached at the event told last.</summary>
    public Told Agreement(string content, params string[] parties)
    {
        var start = text.Length;
        text += content + "\n";
        agreements.Add(new AgreementRecord
        {
            Id = Identifiers.Of("agreement", [AgreementForms.Agreed, content, .. parties]),
            Parties = [.. parties],
            Form = AgreementForms.Agreed,
            Text = content,
            Event = events.Count > 0 ? events[^1].Id : null,
            Evidence = new EvidenceRecord(start, start + content.Length, content),
            Rule = "agree.test",
        });
        return this;
    }

    /// <summary>Changes the event told last.</summary>
    public Told With(Func<EventRecord, EventRecord> change)
    {
        events[^1] = change(events[^1]);
        return this;
    }

    /// <summary>Tells which document was signed at the event told last, if the article says.</summary>
    public Told Signed(string? document)
    {
        if (document is not null)
        {
            Agreement("签署" + document, "中国", "韩国");
            agreements[^1] = agreements[^1] with { Document = document, Form = AgreementForms.Signed };
        }

        return this;
    }

    /// <summary>Adds words to the text.</summary>
    public Told Saying(string words)
    {
        text += words + "\n";
        return this;
    }

    /// <summary>The record, with the article's text.</summary>
    public ExtractionRecord Record(string? file = null) => new()
    {
        Article = new ArticleRecord
        {
            Id = "article:" + key,
            File = file ?? key + ".md",
            Title = title,
            Url = "https://example.org/" + key,
            Publisher = publisher,
            Published = published,
            DateSource = published is null ? null : "front-matter",
            Hash = "sha256:" + key,
            Text = text,
        },
        Persons = [.. persons],
        Events = [.. events],
        Agreements = [.. agreements],
    };

    private (string? From, string? To) Bounds(string? date, string status)
    {
        if (date is null)
        {
            return status switch { EventStatuses.Held => (null, published), EventStatuses.Planned => (published, null), _ => (null, null) };
        }

        var parts = date.Split('/');
        return (First(parts[0]), Last(parts[^1]));
    }

    private static string First(string date) => date.Length switch { 4 => date + "-01-01", 7 => date + "-01", _ => date };

    private static string Last(string date) => date.Length switch
    {
        4 => date + "-12-31",
        7 => DateOnly.ParseExact(date + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(1).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => date,
    };
}
