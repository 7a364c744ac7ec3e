using System.Collections.Immutable;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Graph;

/// <summary>
/// Merges records into one graph. The graph depends on the set of records alone, not on the order in which they are added;
/// of several records of one article the earliest published one counts, then the one whose path is ordinally smallest.
/// </summary>
public sealed class GraphBuilder
{
    private readonly GraphKnowledge knowledge;
    private readonly Corrections corrections;
    private readonly LeanRecords lean;
    private readonly Dictionary<string, (ExtractionRecord Record, TextSketch? Text)> byArticle = new(StringComparer.Ordinal);

    /// <summary>A builder without records.</summary>
    /// <param name="knowledge">What is known of the world beside the records.</param>
    /// <param name="corrections">What users know better, applied last.</param>
    public GraphBuilder(GraphKnowledge? knowledge = null, Corrections? corrections = null)
    {
        this.knowledge = knowledge ?? GraphKnowledge.None;
        this.corrections = corrections ?? Corrections.None;
        lean = new LeanRecords(this.knowledge.Fold);
    }

    /// <summary>Of the graph built last, the corrections that matched nothing: where each stands, and what it names.</summary>
    public ImmutableArray<string> Unmatched { get; private set; } = [];

    /// <summary>Adds a record. Of its text, where it carries one, no more is kept than what tells copies of it.</summary>
    public void Add(ExtractionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var id = record.Article.Id;
        if (!byArticle.TryGetValue(id, out var other) || Order(record.Article, other.Record.Article) < 0)
        {
            var sketch = record.Article.Text is { } text ? TextSketch.Of(knowledge.Fold(text)) : null;
            byArticle[id] = (lean.Of(record), sketch);
        }
    }

    /// <summary>The graph of all records added so far.</summary>
    public PropertyGraph Build()
    {
        var articles = byArticle.Values.OrderBy(article => article.Record.Article.Id, StringComparer.Ordinal).ToList();
        ExtractionRecord[] records = [.. articles.Select(article => article.Record)];
        var origins = ArticleOrigins.Of(records, [.. articles.Select(article => article.Text)], knowledge.Fold);
        var unmatched = new List<string>();
        var known = new KnownPeople(knowledge);
        var persons = PersonIdentity.Of(records, origins, knowledge, known, new PersonCorrections(corrections, unmatched));
        var draft = new GraphDraft();
        var actors = new Actors(draft, knowledge, known, persons, records);
        actors.AddPersons();
        var holdings = new OfficeHoldings(persons);
        for (var article = 0; article < records.Length; article++)
        {
            holdings.Collect(article, records[article]);
        }

        holdings.AddAll(draft, actors);
        var reports = Reports(records, origins, actors, holdings);
        var events = AddEvents(draft, actors, records, reports, out var byReport, unmatched);
        Occasions.Add(draft, events, knowledge.Fold);
        new AgreementNodes(draft, actors, persons, records, origins).AddAll(byReport);
        Unmatched = [.. unmatched];
        return draft.ToGraph();
    }

    private List<EventValues> AddEvents(
        GraphDraft draft, Actors actors, ExtractionRecord[] records, IEnumerable<EventReport> reports,
        out Dictionary<(int Article, string Id), string> byReport, List<string> unmatched)
    {
        var corrected = new EventCorrections(corrections);
        var nodes = new EventNodes(draft, actors, records);
        var events = new List<EventValues>();
        byReport = [];
        foreach (var cluster in EventIdentity.Clusters(reports, knowledge.Fold).Where(cluster => !corrected.Rejects(cluster)))
        {
            var values = new EventValues(cluster, records, knowledge.Fold, corrected.Set(cluster));
            events.Add(values);
            nodes.Add(values);
            foreach (var report in cluster.Reports)
            {
                byReport[(report.Article, report.Event.Id)] = cluster.Id;
            }
        }

        unmatched.AddRange(corrected.Unmatched());
        return events;
    }

    private IEnumerable<EventReport> Reports(ExtractionRecord[] records, int[] origins, Actors actors, OfficeHoldings holdings)
    {
        for (var article = 0; article < records.Length; article++)
        {
            var (index, published) = (article, DaySpan.Published(records[article].Article.Published));
            var documents = records[article].Agreements.Where(agreement => agreement is { Event: not null, Document: not null })
                .ToLookup(agreement => agreement.Event!, agreement => knowledge.Fold(agreement.Document!), StringComparer.Ordinal);
            foreach (var told in records[article].Events.OrderBy(told => told.Evidence.Start).ThenBy(told => told.Id, StringComparer.Ordinal))
            {
                var days = told.Date is null ? null : DaySpan.Of(told.DateFrom, told.DateTo);
                yield return new EventReport(
                    index, origins[index], told,
                    [.. told.Participants.Select(participant => actors.Settle(index, participant, days, holdings))],
                    [.. told.Attendees.Select(participant => actors.Settle(index, participant, days, holdings))],
                    published)
                {
                    Documents = [.. documents[told.Id].Distinct(StringComparer.Ordinal)],
                };
            }
        }
    }

    private static int Order(ArticleRecord a, ArticleRecord b)
    {
        if (a.Published is null != b.Published is null)
        {
            return a.Published is null ? 1 : -1;
        }

        var byTime = string.CompareOrdinal(a.Published, b.Published);
        return byTime != 0 ? byTime : string.CompareOrdinal(a.File + "\n" + a.Hash, b.File + "\n" + b.Hash);
    }
}
