using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Graph;

/// <summary>
/// Records as the graph keeps them, for all records of a store are held at once: without what no graph shows, each word that
/// many records have held once, and with titles in one script.
/// </summary>
internal sealed class LeanRecords(Func<string, string> fold)
{
    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    /// <summary>A record made lean.</summary>
    public ExtractionRecord Of(ExtractionRecord record) => record with
    {
        Article = record.Article with { Text = null, Publisher = Shared(record.Article.Publisher), DateSource = Shared(record.Article.DateSource) },
        Persons = [.. record.Persons.Select(Lean)],
        Events = [.. record.Events.Select(Lean)],
        Agreements = [.. record.Agreements.Select(agreement => agreement with { Form = Shared(agreement.Form), Rule = Shared(agreement.Rule), Parties = [.. agreement.Parties.Select(party => Shared(party))] })],
    };

    private PersonRecord Lean(PersonRecord person) => person with
    {
        Id = Shared(person.Id),
        Name = Shared(person.Name),
        Country = Shared(person.Country),
        Aliases = [.. person.Aliases.Select(alias => Shared(alias))],
        Offices = [.. person.Offices.Select(office => new OfficeRecord(Shared(fold(office.Title)), Shared(office.Of)))],
        Mentions = [],
    };

    private EventRecord Lean(EventRecord told) => told with
    {
        Kind = Shared(told.Kind),
        Status = Shared(told.Status),
        Date = Shared(told.Date),
        DateFrom = Shared(told.DateFrom),
        DateTo = Shared(told.DateTo),
        DateBasis = Shared(told.DateBasis),
        Place = Shared(told.Place),
        Country = Shared(told.Country),
        Occasion = Shared(told.Occasion),
        Attribution = Shared(told.Attribution),
        Rule = Shared(told.Rule),
        Plover = told.Plover is { } code ? new PloverRecord(Shared(code.Event), Shared(code.Mode)) : null,
        Provenance = ImmutableSortedDictionary<string, ProvenanceRecord>.Empty,
        Participants = [.. told.Participants.Select(Lean)],
        Attendees = [.. told.Attendees.Select(Lean)],
    };

    private ParticipantRecord Lean(ParticipantRecord participant) => participant with
    {
        Id = Shared(participant.Id),
        Name = Shared(participant.Name),
        Role = Shared(participant.Role),
        Title = participant.Title is { } title ? Shared(fold(title)) : null,
        Country = Shared(participant.Country),
        Via = Shared(participant.Via),
        Cameo = Shared(participant.Cameo),
        Resolved = participant.Resolved is { } holder ? new ResolvedRecord(Shared(holder.Name), Shared(holder.Basis)) : null,
    };

    [return: NotNullIfNotNull(nameof(word))]
    private string? Shared(string? word)
    {
        if (word is null)
        {
            return null;
        }

        if (!words.TryGetValue(word, out var known))
        {
            words.Add(known = word);
        }

        return known;
    }
}
