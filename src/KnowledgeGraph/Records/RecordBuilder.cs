using System.Collections.Immutable;
using System.Globalization;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Linking;

namespace KnowledgeGraph.Records;

/// <summary>Writes what was found in an article as its record.</summary>
internal static class RecordBuilder
{
    /// <summary>The record of an article.</summary>
    /// <param name="reading">What was understood of it.</param>
    /// <param name="withText">Whether the record carries the article's text.</param>
    /// <param name="precision">The measured precision of rules, by name.</param>
    public static ExtractionRecord Build(ArticleReading reading, bool withText, IReadOnlyDictionary<string, double> precision)
    {
        var article = reading.Article;
        var personIds = reading.People.ToDictionary(person => person, PersonId, ReferenceEqualityComparer.Instance as IEqualityComparer<PersonCluster>);
        var events = reading.Events.Select(told => Event(told, reading, personIds)).OrderBy(e => e.Evidence.Start).ThenBy(e => e.Id, StringComparer.Ordinal).ToImmutableArray();
        double? Measured(string rule) => precision.TryGetValue(rule, out var share) ? share : null;
        return new ExtractionRecord
        {
            Article = Article(article, withText),
            Persons = [.. reading.People.Select(person => Person(person, personIds[person]))],
            Events = [.. events.Select(told => told with { Confidence = Measured(told.Rule) })],
            Agreements = [.. reading.Agreements.Select(agreement => Agreement(agreement, reading, events) with { Confidence = Measured(agreement.Rule) })],
        };
    }

    /// <summary>The article part alone.</summary>
    public static ArticleRecord Article(Article article, bool withText) => new()
    {
        Id = article.Id,
        File = article.File,
        Title = article.Title,
        Url = article.Url,
        Publisher = article.Publisher,
        Published = article.Published?.ToString(),
        DateSource = article.DateSource?.Name(),
        Hash = article.Hash,
        Text = withText ? article.Text : null,
    };

    /// <summary>A person is name and state, or name and office: never the name alone where more is known.</summary>
    private static string PersonId(PersonCluster person)
    {
        var office = person.BestTitle(_ => true) ?? person.Titles.FirstOrDefault();
        return Identifiers.Of("person", person.Name, person.Country, person.Mentions.Count > 0 && person.Ambiguous ? office?.Title : person.Country is null ? office?.Title : null);
    }

    private static PersonRecord Person(PersonCluster person, string id) => new()
    {
        Id = id,
        Name = person.Name,
        Aliases = [.. person.Aliases],
        Country = person.Country,
        Offices = [.. person.Titles.Select(title => new OfficeRecord(title.Title, title.Of))],
        Mentions = [.. person.Mentions.Select(mention => mention.NameSpan).Distinct().Order()],
    };

    private static EventRecord Event(ResolvedEvent told, ArticleReading reading, Dictionary<PersonCluster, string> personIds)
    {
        var homes = told.Participants.Select(participant => participant.Country).Distinct().ToList();
        var participants = told.Participants.Select(participant => Participant(participant, personIds) with
        {
            Cameo = EventCoding.Cameo(
                told.Kind, told.Status, participant.Country, told.Country,
                [.. told.Participants.Where(other => !ReferenceEquals(other, participant)).Select(other => other.Country)],
                told.Negotiation, told.Congratulation, told.Status == EventStatuses.Cancelled && told.Refused),
        }).ToImmutableArray();
        var (from, to) = Bounds(told, reading.Article);
        var evidence = Evidence(told.Mention, reading);
        return new EventRecord
        {
            Id = Identifiers.Of("event", [reading.Article.Id, told.Kind, told.Status, told.Date?.Edtf, told.Country, told.Occasion, .. participants.Select(participant => participant.Id).Order(StringComparer.Ordinal)]),
            Kind = told.Kind,
            Status = told.Status,
            Participants = participants,
            Attendees = [.. told.Attendees.Select(attendee => Participant(attendee, personIds) with { Role = Roles.Attendee })],
            Date = told.Date?.Edtf,
            DateFrom = from,
            DateTo = to,
            DateBasis = told.Date?.Basis,
            Time = told.Clock,
            Duration = told.Duration,
            Place = told.Place,
            Country = told.Country,
            Venue = told.Venue,
            Occasion = told.Occasion,
            Plover = EventCoding.Plover(told.Kind, told.Status, told.Country, homes),
            Attribution = told.Attribution,
            Evidence = evidence,
            OtherEvidence = [.. told.Others.Select(other => Evidence(other, reading)).Where(other => other != evidence).Distinct().OrderBy(other => other.Start)],
            Provenance = Provenance(told),
            Rule = told.Mention.Rule,
        };
    }

    private static ParticipantRecord Participant(Participant participant, Dictionary<PersonCluster, string> personIds) => new()
    {
        Id = participant.Kind switch
        {
            ParticipantKind.Person => personIds[participant.Person!],
            ParticipantKind.Office => Identifiers.Of("office", participant.Title, participant.Country),
            ParticipantKind.State => Identifiers.Of("country", participant.Name),
            ParticipantKind.Organization => Identifiers.Of("organization", participant.Name),
            _ => Identifiers.Of("group", participant.Name),
        },
        Name = participant.Name,
        Role = participant.Role,
        Title = participant.Title,
        Country = participant.Country,
        Via = participant.Via,
        Resolved = participant.Resolved is { } resolved ? new ResolvedRecord(resolved.Name, resolved.Basis) : null,
    };

    /// <summary>First and last possible day; of an undated event what its status and the day of publication allow.</summary>
    private static (string? From, string? To) Bounds(ResolvedEvent told, Article article)
    {
        if (told.Date is { } date)
        {
            return (Day(date.From), Day(date.To));
        }

        var published = article.Published is { } time ? Day(time.Date) : null;
        return told.Status switch
        {
            EventStatuses.Held => (null, published),
            EventStatuses.Planned => (published, null),
            _ => (null, null),
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static EvidenceRecord Evidence(EventMention mention, ArticleReading reading) => Slice(reading.Sentences[mention.Sentence].Sentence.Span, reading.Article.Text);

    /// <summary>A span as evidence, without white space at its edges.</summary>
    private static EvidenceRecord Slice(Span span, string text)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new EvidenceRecord(start, end, text[start..end]);
    }

    private static ImmutableSortedDictionary<string, ProvenanceRecord> Provenance(ResolvedEvent told)
    {
        var provenance = ImmutableSortedDictionary.CreateBuilder<string, ProvenanceRecord>(StringComparer.Ordinal);
        provenance["kind"] = new ProvenanceRecord(told.Mention.Trigger.Start, told.Mention.Trigger.End, told.Mention.Rule);
        if (told.Date is not null && told.DateSource is { } date)
        {
            provenance["date"] = new ProvenanceRecord(date.Span.Start, date.Span.End, date.Rule);
        }

        if ((told.Place ?? told.Country) is not null && told.PlaceSource is { } place)
        {
            provenance["place"] = new ProvenanceRecord(place.Span.Start, place.Span.End, place.Rule);
        }

        if (told.OccasionSpan is { } occasion)
        {
            provenance["occasion"] = new ProvenanceRecord(occasion.Start, occasion.End, told.Mention.Rule);
        }

        return provenance.ToImmutable();
    }

    private static AgreementRecord Agreement(ResolvedAgreement agreement, ArticleReading reading, ImmutableArray<EventRecord> events)
    {
        var text = agreement.Content.Of(reading.Article.Text);
        ImmutableArray<string> parties = [.. agreement.Parties.Select(party => party.Name)];
        return new AgreementRecord
        {
            Id = Identifiers.Of("agreement", [agreement.Form, text, .. parties.Order(StringComparer.Ordinal)]),
            Parties = parties,
            Form = agreement.Form,
            Text = text,
            Document = agreement.Document,
            Event = agreement.Event is { } told ? EventAt(told, reading, events) : null,
            Evidence = Slice(reading.Sentences[agreement.Sentence].Sentence.Span, reading.Article.Text),
            Rule = agreement.Rule,
        };
    }

    /// <summary>The id of the event whose telling is the given one.</summary>
    private static string? EventAt(ResolvedEvent told, ArticleReading reading, ImmutableArray<EventRecord> events)
    {
        var evidence = Evidence(told.Mention, reading);
        return events.FirstOrDefault(e => e.Kind == told.Kind && (e.Evidence == evidence || e.OtherEvidence.Contains(evidence)))?.Id;
    }
}
