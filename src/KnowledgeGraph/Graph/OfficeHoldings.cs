using KnowledgeGraph.Records;

namespace KnowledgeGraph.Graph;

/// <summary>
/// Gathers who holds which office, and the days on which it is attested: the day of publication of an article that states
/// the office, and the day of a held event at which the person is said to hold it. Where terms are known, each has its own
/// edge with its own first and last sighting.
/// </summary>
internal sealed class OfficeHoldings(PersonIdentity persons)
{
    /// <summary>A single holder is known as far beyond the first and last sighting.</summary>
    private const int DaysAround = 60;

    private readonly Dictionary<(string Person, string Title, string? Of), Holding> holdings = [];
    private readonly Dictionary<(string Title, string Of), List<Holding>> byOffice = [];

    /// <summary>Notes the offices that an article states, and those that its events show.</summary>
    public void Collect(int article, ExtractionRecord record)
    {
        var published = DaySpan.Published(record.Article.Published);
        foreach (var person in record.Persons)
        {
            foreach (var office in person.Offices)
            {
                At(persons.Find(article, person.Id), office.Title, office.Of).Seen(published, null);
            }
        }

        foreach (var told in record.Events)
        {
            var date = told.Status == EventStatuses.Held && told.Date is not null ? DaySpan.Of(told.DateFrom, told.DateTo) : null;
            var day = date is { Days: 1 } only ? only.From : (DateOnly?)null;
            foreach (var participant in told.Participants.Concat(told.Attendees).Where(one => one is { Title: not null, Resolved: null } && one.Id.StartsWith("person:", StringComparison.Ordinal)))
            {
                var title = participant.Title!;
                var stated = record.Persons.FirstOrDefault(person => person.Id == participant.Id)?.Offices.FirstOrDefault(office => office.Title == title);
                At(persons.Find(article, participant.Id), title, stated is null ? participant.Country : stated.Of).Seen(day, told.Evidence.Text);
            }
        }
    }

    /// <summary>The only person whom articles show in an office around a day, or <see langword="null"/> where they show none or several.</summary>
    public PersonNode? HolderOn(string title, string of, DateOnly day)
    {
        var found = byOffice.GetValueOrDefault((title, of), [])
            .Where(holding => holding.First is { } first && holding.Last is { } last && DaySpan.Shift(first, -DaysAround) <= day && day <= DaySpan.Shift(last, DaysAround))
            .Select(holding => holding.Person).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Adds the offices and who holds them.</summary>
    public void AddAll(GraphDraft draft, Actors actors)
    {
        var ordered = holdings.OrderBy(entry => entry.Key.Person, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Title, StringComparer.Ordinal).ThenBy(entry => entry.Key.Of, StringComparer.Ordinal);
        foreach (var ((person, title, of), holding) in ordered)
        {
            var office = actors.Office(title, of);
            var terms = actors.Facts(holding.Person)?.Terms.Where(term => term.Title == title && (of is null || term.Of == of)).ToList() ?? [];
            foreach (var sightings in holding.Sightings.GroupBy(sighting => TermOf(sighting, terms)))
            {
                var days = sightings.Select(sighting => sighting.Day).OfType<DateOnly>().ToList();
                draft.Edge(
                    Relations.Holds, person, office,
                    properties =>
                    {
                        properties.Set("from", sightings.Key?.From);
                        properties.Set("to", sightings.Key?.To);
                        properties.Set("firstSeen", days.Count > 0 ? days.Min() : null);
                        properties.Set("lastSeen", days.Count > 0 ? days.Max() : null);
                        properties.Set("evidence", sightings.Where(sighting => sighting.Evidence is not null).OrderBy(sighting => sighting.Day is null).ThenBy(sighting => sighting.Day).FirstOrDefault()?.Evidence);
                    },
                    sightings.Key is { } term ? FormattableString.Invariant($"{term.From:yyyy-MM-dd}/{term.To:yyyy-MM-dd}") : null);
            }
        }
    }

    /// <summary>The term that a sighting falls in; an undated one falls in the only term there is.</summary>
    private static TermFacts? TermOf(Sighting sighting, List<TermFacts> terms) => sighting.Day is { } day
        ? terms.FirstOrDefault(term => (term.From is null || term.From <= day) && (term.To is null || day <= term.To))
        : terms.Count == 1 ? terms[0] : null;

    private Holding At(PersonNode person, string title, string? of)
    {
        if (!holdings.TryGetValue((person.Id, title, of), out var holding))
        {
            holdings[(person.Id, title, of)] = holding = new Holding(person);
            if (of is not null)
            {
                (byOffice.TryGetValue((title, of), out var list) ? list : byOffice[(title, of)] = []).Add(holding);
            }
        }

        return holding;
    }

    private sealed record Sighting(DateOnly? Day, string? Evidence);

    private sealed class Holding(PersonNode person)
    {
        private readonly Dictionary<DateOnly, Sighting> byDay = [];
        private Sighting? undated;

        public PersonNode Person => person;

        public DateOnly? First => byDay.Count > 0 ? byDay.Keys.Min() : null;

        public DateOnly? Last => byDay.Count > 0 ? byDay.Keys.Max() : null;

        /// <summary>One sighting a day, the first with evidence; and one of all that have no day.</summary>
        public IEnumerable<Sighting> Sightings => byDay.OrderBy(pair => pair.Key).Select(pair => pair.Value).Concat(undated is null ? [] : [undated]);

        public void Seen(DateOnly? day, string? evidence)
        {
            if (day is not { } seen)
            {
                undated = undated?.Evidence is null ? new Sighting(null, evidence) : undated;
            }
            else if (!byDay.TryGetValue(seen, out var known) || known.Evidence is null)
            {
                byDay[seen] = new Sighting(seen, evidence);
            }
        }
    }
}
