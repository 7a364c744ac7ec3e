using KnowledgeGraph.Records;

namespace KnowledgeGraph.Graph;

/// <summary>
/// Merges records into one graph. The graph depends on the set of records alone, not on the order in which they are added;
/// of several records of one article the earliest published one counts, then the one whose path is ordinally smallest.
/// </summary>
public sealed class GraphBuilder
{
    private readonly GraphKnowledge knowledge;
    private readonly Dictionary<string, ExtractionRecord> byArticle = new(StringComparer.Ordinal);

    /// <summary>A builder without records.</summary>
    /// <param name="knowledge">What is known of the world beside the records.</param>
    public GraphBuilder(GraphKnowledge? knowledge = null) => this.knowledge = knowledge ?? GraphKnowledge.None;

    /// <summary>Adds a record.</summary>
    public void Add(ExtractionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var id = record.Article.Id;
        if (!byArticle.TryGetValue(id, out var other) || Order(record.Article, other.Article) < 0)
        {
            byArticle[id] = record;
        }
    }

    /// <summary>The graph of all records added so far.</summary>
    public PropertyGraph Build()
    {
        ExtractionRecord[] records = [.. byArticle.Values.OrderBy(record => record.Article.Id, StringComparer.Ordinal)];
        var origins = ArticleOrigins.Of(records, knowledge.Fold);
        var persons = PersonIdentity.Of(records, origins, knowledge.Fold);
        var draft = new GraphDraft();
        var actors = new Actors(draft, knowledge, persons, records);
        var holdings = new OfficeHoldings(draft, actors, persons);
        actors.AddPersons();

        var reports = Reports(records, origins, actors).ToList();
        for (var article = 0; article < records.Length; article++)
        {
            holdings.Collect(article, records[article]);
        }

        foreach (var report in reports)
        {
            holdings.Collect(report, records[report.Article]);
        }

        holdings.AddAll();
        var events = EventIdentity.Clusters(reports, knowledge.Fold).Select(cluster => new EventValues(cluster, records)).ToList();
        var nodes = new EventNodes(draft, actors, records);
        var byReport = new Dictionary<(int Article, string Id), string>();
        foreach (var values in events)
        {
            nodes.Add(values);
            foreach (var report in values.Cluster.Reports)
            {
                byReport[(report.Article, report.Event.Id)] = values.Cluster.Id;
            }
        }

        Occasions.Add(draft, events, knowledge.Fold);
        new AgreementNodes(draft, actors, persons, records, origins).AddAll(byReport);
        return draft.ToGraph();
    }

    private static IEnumerable<EventReport> Reports(ExtractionRecord[] records, int[] origins, Actors actors)
    {
        for (var article = 0; article < records.Length; article++)
        {
            var (index, published) = (article, DaySpan.Published(records[article].Article.Published));
            foreach (var told in records[article].Events.OrderBy(told => told.Evidence.Start).ThenBy(told => told.Id, StringComparer.Ordinal))
            {
                yield return new EventReport(
                    index, origins[index], told,
                    [.. told.Participants.Select(participant => actors.Settle(index, participant))],
                    [.. told.Attendees.Select(participant => actors.Settle(index, participant))],
                    published);
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
