using System.Globalization;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Graph;

/// <summary>Adds agreements: who agreed, at which event, and the evidence.</summary>
internal sealed class AgreementNodes(GraphDraft draft, Actors actors, PersonIdentity persons, IReadOnlyList<ExtractionRecord> records, IReadOnlyList<int> origins)
{
    /// <summary>Adds the agreements of all records.</summary>
    /// <param name="events">The event of the graph that each record's event is, by article and id.</param>
    public void AddAll(IReadOnlyDictionary<(int Article, string Id), string> events)
    {
        var told = records.SelectMany((record, article) => record.Agreements.Select(agreement => (Article: article, Agreement: agreement)))
            .GroupBy(report => report.Agreement.Id, StringComparer.Ordinal);
        foreach (var reports in told)
        {
            Add([.. reports], events);
        }
    }

    private void Add(List<(int Article, AgreementRecord Agreement)> reports, IReadOnlyDictionary<(int Article, string Id), string> events)
    {
        var first = reports[0].Agreement;
        var document = Preferred.Text(reports.Select(report => report.Agreement.Document));
        var id = draft.Node(first.Id, [NodeLabels.Agreement], document ?? first.Text, properties =>
        {
            properties.Set("form", first.Form);
            properties.Set("text", first.Text);
            properties.Set("document", document);
            properties.Set("articles", reports.Select(report => report.Article).Distinct().Count());
            properties.Set("origins", reports.Select(report => origins[report.Article]).Distinct().Count());
        });
        foreach (var (article, agreement) in reports)
        {
            foreach (var party in agreement.Parties)
            {
                draft.Edge(Relations.AgreedTo, Party(article, party), id, properties => properties.Set("form", agreement.Form));
            }

            if (agreement.Event is { } reached && events.TryGetValue((article, reached), out var reachedAt))
            {
                draft.Edge(Relations.ReachedAt, id, reachedAt);
            }

            var node = ArticleNodes.Add(draft, records[article].Article, records[origins[article]].Article.Id);
            draft.Edge(
                Relations.ReportedIn, id, node,
                properties =>
                {
                    ArticleNodes.Describe(agreement.Evidence, properties);
                    properties.Set("rule", agreement.Rule);
                    properties.Set("confidence", agreement.Confidence);
                },
                string.Create(CultureInfo.InvariantCulture, $"{agreement.Evidence.Start}-{agreement.Evidence.End}"));
        }
    }

    /// <summary>A party is a state, else a person that the article names, else an organisation.</summary>
    private string Party(int article, string name) =>
        !actors.IsCountry(name) && records[article].Persons.FirstOrDefault(person => person.Name == name || person.Aliases.Contains(name)) is { } person
            ? persons.Find(article, person.Id).Id
            : actors.Body(name);
}
