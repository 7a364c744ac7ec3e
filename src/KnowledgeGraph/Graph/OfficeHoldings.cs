using KnowledgeGraph.Records;

namespace KnowledgeGraph.Graph;

/// <summary>
/// Gathers who holds which office, and the days on which it is attested: the day of publication of an article that states
/// the office, and the day of a held event at which the person is said to hold it.
/// </summary>
internal sealed class OfficeHoldings(GraphDraft draft, Actors actors, PersonIdentity persons)
{
    private readonly Dictionary<(string Person, string Title, string? Of), Holding> holdings = [];

    /// <summary>Notes the offices that an article states.</summary>
    public void Collect(int article, ExtractionRecord record)
    {
        var published = DaySpan.Published(record.Article.Published);
        foreach (var person in record.Persons)
        {
            foreach (var office in person.Offices)
            {
                At(persons.Find(article, person.Id).Id, office.Title, office.Of).Seen(published, null);
            }
        }
    }

    /// <summary>Notes the offices of those who take part in a told event.</summary>
    public void Collect(EventReport report, ExtractionRecord record)
    {
        var day = report.Event.Status == EventStatuses.Held && report.Date is { Days: 1 } date ? date.From : (DateOnly?)null;
        foreach (var actor in report.Participants.Concat(report.Attendees).Where(actor => actor is { Label: NodeLabels.Person, Record.Title: not null, Basis: "article" }))
        {
            var title = actor.Record.Title!;
            var stated = record.Persons.FirstOrDefault(person => person.Id == actor.Record.Id)?.Offices.FirstOrDefault(office => office.Title == title);
            At(actor.NodeId, title, stated is null ? actor.Record.Country : stated.Of).Seen(day, report.Event.Evidence.Text);
        }
    }

    /// <summary>Adds the offices and who holds them.</summary>
    public void AddAll()
    {
        var ordered = holdings.OrderBy(entry => entry.Key.Person, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Title, StringComparer.Ordinal).ThenBy(entry => entry.Key.Of, StringComparer.Ordinal);
        foreach (var ((person, title, of), holding) in ordered)
        {
            draft.Edge(Relations.Holds, person, actors.Office(title, of), properties =>
            {
                properties.Set("firstSeen", holding.First);
                properties.Set("lastSeen", holding.Last);
                properties.Set("evidence", holding.Evidence);
            });
        }
    }

    private Holding At(string person, string title, string? of)
    {
        if (!holdings.TryGetValue((person, title, of), out var holding))
        {
            holdings[(person, title, of)] = holding = new Holding();
        }

        return holding;
    }

    private sealed class Holding
    {
        private DateOnly? evidenceDay;

        public DateOnly? First { get; private set; }

        public DateOnly? Last { get; private set; }

        /// <summary>The sentence of the earliest dated event that shows it, else of the first undated one.</summary>
        public string? Evidence { get; private set; }

        public void Seen(DateOnly? day, string? evidence)
        {
            if (day is { } seen)
            {
                First = First is { } first && first <= seen ? first : seen;
                Last = Last is { } last && last >= seen ? last : seen;
            }

            if (evidence is not null && (Evidence is null || (day is not null && (evidenceDay is null || day < evidenceDay))))
            {
                (Evidence, evidenceDay) = (evidence, day);
            }
        }
    }
}
