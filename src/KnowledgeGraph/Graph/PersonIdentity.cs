using KnowledgeGraph.Records;

namespace KnowledgeGraph.Graph;

/// <summary>
/// Which persons of the records are one. A person is name and state, or name and office: never the name alone. Joined are,
/// in this order: the same name and state; a name that exactly one person of the state has as another form; name and office
/// without state with the only person of that name, office and any state; and a bare name (neither state nor office) with
/// the copies of its article, then with the only person of that name in the graph. Never joined are two that one article
/// tells apart.
/// </summary>
internal sealed class PersonIdentity
{
    private readonly List<PersonReport> reports = [];
    private readonly Dictionary<(int Article, string Id), int> byRecordId = [];
    private readonly Func<string, string> fold;
    private readonly IReadOnlyList<int> origins;
    private Dictionary<int, PersonNode> nodes = [];
    private DisjointSets sets = new(0);

    private PersonIdentity(IReadOnlyList<int> origins, Func<string, string> fold)
    {
        this.origins = origins;
        this.fold = fold;
    }

    /// <summary>All persons.</summary>
    public IEnumerable<PersonNode> Nodes => nodes.Values;

    /// <summary>Settles who is who.</summary>
    /// <param name="records">The records in ordinal order of article id.</param>
    /// <param name="origins">The origin of each.</param>
    /// <param name="fold">Makes names of both scripts comparable.</param>
    public static PersonIdentity Of(IReadOnlyList<ExtractionRecord> records, IReadOnlyList<int> origins, Func<string, string> fold)
    {
        var identity = new PersonIdentity(origins, fold);
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var article = 0; article < records.Count; article++)
        {
            identity.Collect(records[article], article, byId);
        }

        identity.Join();
        return identity;
    }

    /// <summary>The person that an article's record has under this id.</summary>
    public PersonNode Find(int article, string id) => nodes[sets.Find(byRecordId[(article, id)])];

    /// <summary>The person that stands in for an unnamed holder of an office.</summary>
    public PersonNode Resolved(int article, ParticipantRecord participant) => Find(article, ResolvedId(participant));

    private static string ResolvedId(ParticipantRecord participant) =>
        Identifiers.Of("person", participant.Resolved!.Name, participant.Country, participant.Country is null ? participant.Title : null);

    private void Collect(ExtractionRecord record, int article, Dictionary<string, int> byId)
    {
        foreach (var person in record.Persons)
        {
            Report(article, record.Article.Id, person, byId);
        }

        foreach (var participant in record.Events.SelectMany(told => told.Participants.Concat(told.Attendees)))
        {
            if (participant.Resolved is { } resolved)
            {
                Report(article, record.Article.Id, Person(ResolvedId(participant), resolved.Name, participant), byId);
            }
            else if (participant.Id.StartsWith("person:", StringComparison.Ordinal) && !byRecordId.ContainsKey((article, participant.Id)))
            {
                Report(article, record.Article.Id, Person(participant.Id, participant.Name, participant), byId);
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

    private void Report(int article, string articleId, PersonRecord person, Dictionary<string, int> byId)
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

    private void Join()
    {
        // The order of joining is that of ids, so that it cannot depend on the order of articles.
        var order = Enumerable.Range(0, reports.Count).OrderBy(index => reports[index].Id, StringComparer.Ordinal).ToArray();
        sets = new DisjointSets(reports.Count);
        var articles = reports.Select(report => new HashSet<int>(report.Articles)).ToArray();
        var byName = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var index in order.Where(index => !reports[index].Bare))
        {
            foreach (var name in reports[index].Names.Select(fold).Distinct(StringComparer.Ordinal))
            {
                (byName.TryGetValue(name, out var list) ? list : byName[name] = []).Add(index);
            }
        }

        JoinNamesakes(order, articles);
        foreach (var index in order.Where(index => reports[index] is { Bare: false, Country: not null }))
        {
            var report = reports[index];
            JoinOnly(index, articles, byName, other =>
                other.Country == report.Country && fold(other.Name) != fold(report.Name));
        }

        foreach (var index in order.Where(index => reports[index] is { Bare: false, Country: null }))
        {
            JoinOnly(index, articles, byName, other => other.Country is not null && other.Titles.Overlaps(reports[index].Titles));
        }

        var bare = order.Where(index => reports[index].Bare).ToArray();
        foreach (var copies in bare.GroupBy(index => (fold(reports[index].Name), origins[reports[index].Articles.Min])))
        {
            foreach (var copy in copies.Skip(1))
            {
                Unite(copies.First(), copy, articles);
            }
        }

        foreach (var index in bare)
        {
            JoinOnly(index, articles, byName, static _ => true);
        }

        nodes = order.GroupBy(sets.Find).ToDictionary(group => group.Key, group => PersonNode.Of([.. group.Select(index => reports[index])]));
    }

    /// <summary>Persons of one name and state are one, unless an article tells two of them apart: then all stay as their articles have them.</summary>
    private void JoinNamesakes(int[] order, HashSet<int>[] articles)
    {
        foreach (var namesakes in order.Where(index => reports[index].Country is not null).GroupBy(index => (fold(reports[index].Name), reports[index].Country)))
        {
            var members = namesakes.ToArray();
            if (members.Sum(index => articles[index].Count) != members.SelectMany(index => articles[index]).Distinct().Count())
            {
                continue;
            }

            foreach (var other in members.Skip(1))
            {
                Unite(members[0], other, articles);
            }
        }
    }

    /// <summary>Joins a person with the only other one of its name that qualifies, if there is exactly one.</summary>
    private void JoinOnly(int index, HashSet<int>[] articles, Dictionary<string, List<int>> byName, Func<PersonReport, bool> qualifies)
    {
        var own = sets.Find(index);
        var candidates = byName.GetValueOrDefault(fold(reports[index].Name), [])
            .Where(other => sets.Find(other) != own && qualifies(reports[other]))
            .Select(sets.Find).Distinct().Take(2).ToArray();
        if (candidates.Length == 1)
        {
            Unite(own, candidates[0], articles);
        }
    }

    private void Unite(int a, int b, HashSet<int>[] articles)
    {
        var (first, second) = (sets.Find(a), sets.Find(b));
        if (first == second || articles[first].Overlaps(articles[second]))
        {
            return;
        }

        var root = sets.Join(first, second);
        var (kept, added) = articles[first].Count < articles[second].Count ? (articles[second], articles[first]) : (articles[first], articles[second]);
        kept.UnionWith(added);
        articles[root] = kept;
    }
}
