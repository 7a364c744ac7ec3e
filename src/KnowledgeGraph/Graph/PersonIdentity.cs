using KnowledgeGraph.Records;

namespace KnowledgeGraph.Graph;

/// <summary>
/// Which persons of the records are one: as <see cref="PersonJoins"/> finds, then as corrections say.
/// </summary>
internal sealed class PersonIdentity
{
    private readonly List<PersonReport> reports = [];
    private readonly Dictionary<(int Article, string Id), int> byRecordId = [];
    private readonly Dictionary<string, int> byId = new(StringComparer.Ordinal);
    private Dictionary<int, PersonNode> nodes = [];
    private DisjointSets sets = new(0);

    private PersonIdentity()
    {
    }

    /// <summary>All persons.</summary>
    public IEnumerable<PersonNode> Nodes => nodes.Values;

    /// <summary>Settles who is who.</summary>
    /// <param name="records">The records in ordinal order of article id.</param>
    /// <param name="origins">The origin of each.</param>
    /// <param name="knowledge">What is known beside the records.</param>
    /// <param name="known">The people known.</param>
    /// <param name="corrections">What users say of persons.</param>
    public static PersonIdentity Of(
        IReadOnlyList<ExtractionRecord> records, IReadOnlyList<int> origins, GraphKnowledge knowledge, KnownPeople known, PersonCorrections corrections)
    {
        var identity = new PersonIdentity();
        for (var article = 0; article < records.Count; article++)
        {
            identity.Collect(records[article], article);
        }

        corrections.Settle(identity.reports, identity.byId, knowledge.Fold);
        var joins = PersonJoins.Of(identity.reports, origins, known, knowledge.Fold, corrections.Apart);
        corrections.Join(joins);
        identity.sets = joins.Sets;
        identity.nodes = Enumerable.Range(0, identity.reports.Count).OrderBy(index => identity.reports[index].Id, StringComparer.Ordinal)
            .GroupBy(joins.Sets.Find)
            .ToDictionary(group => group.Key, group => PersonNode.Of([.. group.Select(index => identity.reports[index])], corrections.Review([.. group])));
        return identity;
    }

    /// <summary>The person that an article's record has under this id.</summary>
    public PersonNode Find(int article, string id) => nodes[sets.Find(byRecordId[(article, id)])];

    /// <summary>The person that stands in for an unnamed holder of an office.</summary>
    public PersonNode Resolved(int article, ParticipantRecord participant) => Find(article, ResolvedId(participant));

    private static string ResolvedId(ParticipantRecord participant) =>
        Identifiers.Of("person", participant.Resolved!.Name, participant.Country, participant.Country is null ? participant.Title : null);

    private void Collect(ExtractionRecord record, int article)
    {
        foreach (var person in record.Persons)
        {
            Report(article, record.Article.Id, person);
        }

        foreach (var participant in record.Events.SelectMany(told => told.Participants.Concat(told.Attendees)))
        {
            if (participant.Resolved is { } resolved)
            {
                Report(article, record.Article.Id, Person(ResolvedId(participant), resolved.Name, participant));
            }
            else if (participant.Id.StartsWith("person:", StringComparison.Ordinal) && !byRecordId.ContainsKey((article, participant.Id)))
            {
                Report(article, record.Article.Id, Person(participant.Id, participant.Name, participant));
            }
        }
    }

    private static PersonRecord Person(string id, string name, ParticipantRecord participant) => new()
    {
        Id = id,
        Name = name,
        Country = participant.Country,
        Offices = participant.Title is { } title ? [new OfficeRecord(title, participant.Country)] : [],
    };

    private void Report(int article, string articleId, PersonRecord person)
    {
        var bare = person.Country is null && person.Offices.IsEmpty;
        // A bare name says who it is within its article only.
        var id = bare ? Identifiers.Of("person", person.Name, null, null, articleId) : person.Id;
        if (!byId.TryGetValue(id, out var index))
        {
            byId[id] = index = reports.Count;
            reports.Add(new PersonReport(id, person.Name, person.Country, bare));
        }

        byRecordId[(article, person.Id)] = index;
        reports[index].Add(article, person);
    }
}
