using System.Collections.Immutable;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Graph;

/// <summary>Adds the nodes of those who act: persons, offices, countries, organisations, and the places where they do.</summary>
internal sealed class Actors
{
    private readonly GraphDraft draft;
    private readonly GraphKnowledge knowledge;
    private readonly PersonIdentity persons;
    private readonly KnownPeople known;
    private readonly HashSet<string> countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> placeCountries = new(StringComparer.Ordinal);

    /// <summary>The actors of these records.</summary>
    public Actors(GraphDraft draft, GraphKnowledge knowledge, KnownPeople known, PersonIdentity persons, IReadOnlyList<ExtractionRecord> records)
    {
        this.known = known;
        this.draft = draft;
        this.knowledge = knowledge;
        this.persons = persons;
        foreach (var record in records)
        {
            Collect(record);
        }
    }

    /// <summary>The actor that a participant is.</summary>
    /// <param name="article">Index of the article.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="days">The days that the event's date allows, where it has one.</param>
    /// <param name="holdings">Who is known to hold which office.</param>
    public Actor Settle(int article, ParticipantRecord participant, DaySpan? days, OfficeHoldings holdings)
    {
        if (participant.Resolved is { } resolved)
        {
            var holder = persons.Resolved(article, participant);
            return new Actor(holder.Id, NodeLabels.Person, holder.Name, participant, resolved.Basis);
        }

        if (participant is { Title: { } title, Country: { } state } && Kind(participant.Id) == "office" && days is { Days: 1 } day
            && knowledge.SingleOffices.Contains(title) && holdings.HolderOn(title, state, day.From) is { } shown)
        {
            return new Actor(shown.Id, NodeLabels.Person, shown.Name, participant, "store");
        }

        return Kind(participant.Id) switch
        {
            "person" => Named(persons.Find(article, participant.Id), participant),
            "office" => Settled(OfficeId(participant.Title ?? participant.Name, participant.Country), NodeLabels.Office, participant),
            "country" => Settled(CountryId(participant.Name), NodeLabels.Country, participant),
            "organization" => Settled(OrganizationId(participant.Name), NodeLabels.Organization, participant),
            _ => new Actor(participant.Id, null, participant.Name, participant, "article"),
        };
    }

    /// <summary>Adds the node of an actor.</summary>
    /// <returns>Its id, or <see langword="null"/> for a group, which has none.</returns>
    public string? Node(Actor actor) => actor.Label switch
    {
        NodeLabels.Country => Country(actor.Name),
        NodeLabels.Organization => draft.Node(actor.NodeId, [NodeLabels.Organization], actor.Name),
        NodeLabels.Office => Office(actor.Record.Title ?? actor.Record.Name, actor.Record.Country),
        // Persons are there already: they come first.
        NodeLabels.Person => actor.NodeId,
        _ => null,
    };

    /// <summary>Adds all persons.</summary>
    public void AddPersons()
    {
        foreach (var person in persons.Nodes.OrderBy(person => person.Id, StringComparer.Ordinal))
        {
            draft.Node(person.Id, [NodeLabels.Person], person.Name, properties =>
            {
                properties.Set("nameEn", Facts(person)?.English);
                properties.Review(person.Review);
                properties.Set("aliases", person.Aliases);
                properties.Set("country", person.Country);
                properties.Set("formerIds", person.FormerIds);
                properties.Set("articles", person.Articles);
            });
        }
    }

    /// <summary>What is known of a person, by the name or any other form of it.</summary>
    public PersonFacts? Facts(PersonNode person) =>
        person.Aliases.Prepend(person.Name).Select(name => known.Find(name, person.Country)).FirstOrDefault(facts => facts is not null);

    /// <summary>Adds a country.</summary>
    public string Country(string name) => draft.Node(CountryId(name), [NodeLabels.Country], name, properties =>
    {
        var facts = knowledge.Countries.GetValueOrDefault(name);
        properties.Set("nameEn", facts?.English);
        properties.Set("iso3", facts?.Iso3);
        properties.Set("cow", facts?.Cow);
    });

    /// <summary>Adds a country or an organisation, whichever the name names.</summary>
    public string Body(string name) => IsCountry(name)
        ? Country(name)
        : draft.Node(OrganizationId(name), [NodeLabels.Organization], name);

    /// <summary>Whether a name names a state.</summary>
    public bool IsCountry(string name) => knowledge.Countries.ContainsKey(name) || countries.Contains(name);

    /// <summary>Adds an office and what it belongs to.</summary>
    public string Office(string title, string? of)
    {
        var id = draft.Node(OfficeId(title, of), [NodeLabels.Office], OfficeRecord.FullName(title, of), properties =>
        {
            properties.Set("title", title);
            properties.Set("country", of is not null && IsCountry(of) ? of : null);
        });
        if (of is not null)
        {
            draft.Edge(Relations.OfficeOf, id, Body(of));
        }

        return id;
    }

    /// <summary>Adds a place and the country that it lies in: the one given, else the only one that any article gives it.</summary>
    public string Place(string name, string? country)
    {
        var of = (country is not null && IsCountry(country) ? country : null) ?? (placeCountries.TryGetValue(knowledge.Fold(name), out var all) && all.Count == 1 ? all.Min : null);
        var id = draft.Node(Identifiers.Of("place", knowledge.Fold(name), of), [NodeLabels.Place], name, properties => properties.Set("country", of));
        if (of is not null)
        {
            draft.Edge(Relations.LocatedIn, id, Country(of));
        }

        return id;
    }

    private static string Kind(string id) => id.Split(':')[0];

    private static string CountryId(string name) => Identifiers.Of("country", name);

    private string OrganizationId(string name) => Identifiers.Of("organization", knowledge.Fold(name));

    private static string OfficeId(string title, string? of) => Identifiers.Of("office", title, of);

    private static Actor Named(PersonNode person, ParticipantRecord participant) =>
        new(person.Id, NodeLabels.Person, person.Name, participant, "article");

    private static Actor Settled(string id, string label, ParticipantRecord participant) => new(id, label, participant.Name, participant, "article");

    /// <summary>Notes which names are states and which states the places lie in.</summary>
    private void Collect(ExtractionRecord record)
    {
        var factsDecide = knowledge.Countries.Count > 0;
        if (!factsDecide)
        {
            countries.UnionWith(record.Persons.Select(person => person.Country).OfType<string>());
        }

        foreach (var told in record.Events)
        {
            if (told.Country is { } where && (!factsDecide || knowledge.Countries.ContainsKey(where)))
            {
                countries.Add(where);
                if (told.Place is { } place)
                {
                    (placeCountries.TryGetValue(knowledge.Fold(place), out var all) ? all : placeCountries[knowledge.Fold(place)] = new(StringComparer.Ordinal)).Add(where);
                }
            }

            foreach (var participant in told.Participants.Concat(told.Attendees))
            {
                if (Kind(participant.Id) == "country")
                {
                    countries.Add(participant.Name);
                }
                else if (!factsDecide && participant.Country is { } country)
                {
                    countries.Add(country);
                }
            }
        }
    }
}
