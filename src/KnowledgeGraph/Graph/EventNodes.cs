using System.Globalization;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Graph;

/// <summary>Adds an event with all that hangs on it: who took part, where, whom it brought together, and the evidence.</summary>
internal sealed class EventNodes(GraphDraft draft, Actors actors, IReadOnlyList<ExtractionRecord> records)
{
    /// <summary>Adds an event.</summary>
    public void Add(EventValues values)
    {
        var cluster = values.Cluster;
        var id = draft.Node(
            cluster.Id,
            GraphSchema.EventLabel(values.Kind) is { } second ? [NodeLabels.Event, second] : [NodeLabels.Event],
            values.Caption(),
            properties => Describe(values, properties));
        foreach (var actor in values.Participants.Concat(values.Attendees))
        {
            Participation(values, actor);
        }

        if (values.Place is { } place)
        {
            draft.Edge(Relations.HeldAt, id, actors.Place(place, values.Country));
        }
        else if (values.Country is { } country && actors.IsCountry(country))
        {
            draft.Edge(Relations.HeldAt, id, actors.Country(country));
        }

        if (values.Status == EventStatuses.Held)
        {
            Contacts(values);
        }

        foreach (var report in cluster.Reports)
        {
            Evidence(cluster, report);
        }
    }

    private static void Describe(EventValues values, GraphDraft.Properties properties)
    {
        properties.Set("kind", values.Kind);
        properties.Set("status", values.Status);
        Circumstances(values, properties);
        properties.Set("precision", values.Precision);
        properties.Set("dateBasis", values.DateBasis);
        properties.Set("venue", values.Venue);
        properties.Set("time", values.Reported(told => told.Time));
        properties.Set("duration", values.Reported(told => told.Duration));
        properties.Set("plover", values.Best.Event.Plover?.Event);
        properties.Set("ploverMode", values.Best.Event.Plover?.Mode);
        properties.Set("otherDates", values.OtherDates);
        properties.Set("otherPlaces", values.OtherPlaces);
        properties.Set("formerIds", values.Cluster.Ids[1..]);
    }

    /// <summary>What an event and the edges that stand for it have in common.</summary>
    private static void Circumstances(EventValues values, GraphDraft.Properties properties)
    {
        properties.Set("date", values.Date);
        properties.Set("dateFrom", values.DateFrom);
        properties.Set("dateTo", values.DateTo);
        properties.Set("year", values.Year);
        properties.Set("place", values.Place);
        properties.Set("country", values.Country);
        properties.Set("occasion", values.Occasion);
        properties.Set("articles", values.Articles);
        properties.Set("origins", values.Origins);
        properties.Review(values.Review);
    }

    private void Participation(EventValues values, Actor actor)
    {
        if (actors.Node(actor) is not { } node)
        {
            return;
        }

        var told = values.Cluster.Reports
            .SelectMany(report => report.Participants.Concat(report.Attendees))
            .Where(other => other.NodeId == actor.NodeId).Select(other => other.Record).ToList();
        draft.Edge(Relations.ParticipatedIn, node, values.Cluster.Id, properties =>
        {
            properties.Set("role", actor.Record.Role);
            properties.Set("title", Preferred.Text(told.Select(record => record.Title)));
            properties.Set("country", Preferred.Text(told.Select(record => record.Country)));
            properties.Set("via", actor.Record.Via);
            properties.Set("basis", actor.Basis);
            properties.Set("cameo", actor.Record.Cameo);
        });
        if (actor.Record.Role != Roles.Attendee && Preferred.Text(told.Select(record => record.Country)) is { } country && actors.IsCountry(country))
        {
            draft.Edge(Relations.Involves, values.Cluster.Id, actors.Country(country));
        }
        else if (actor is { Label: NodeLabels.Country, Record.Role: not Roles.Attendee })
        {
            draft.Edge(Relations.Involves, values.Cluster.Id, node);
        }
    }

    /// <summary>The edges from person to person, and from traveller to destination, of a held event.</summary>
    private void Contacts(EventValues values)
    {
        var people = values.Participants.Where(actor => actor.Label == NodeLabels.Person).OrderBy(actor => actor.NodeId, StringComparer.Ordinal).ToList();
        var type = GraphSchema.ContactOf(values.Kind);
        if (type == Relations.Visited)
        {
            Journeys(values, people);
            return;
        }

        if (type is null || people.Count > GraphSchema.MostPrincipals)
        {
            return;
        }

        foreach (var from in people)
        {
            foreach (var to in people.Where(to => type == Relations.WroteTo
                ? from.Record.Role == Roles.Sender && to.Record.Role == Roles.Receiver
                : string.CompareOrdinal(from.NodeId, to.NodeId) < 0))
            {
                draft.Edge(type, from.NodeId, to.NodeId, properties => OnEdge(values, Basis(from, to), properties), values.Cluster.Id);
            }
        }
    }

    private void Journeys(EventValues values, List<Actor> travellers)
    {
        var destination = values.Country is { } country && actors.IsCountry(country) ? actors.Country(country) : values.Place is { } place ? actors.Place(place, null) : null;
        if (destination is null)
        {
            return;
        }

        foreach (var traveller in travellers)
        {
            draft.Edge(Relations.Visited, traveller.NodeId, destination, properties => OnEdge(values, traveller.Basis, properties), values.Cluster.Id);
        }
    }

    private static string Basis(Actor from, Actor to) =>
        string.Join(", ", new[] { from.Basis, to.Basis }.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static void OnEdge(EventValues values, string basis, GraphDraft.Properties properties)
    {
        properties.Set("event", values.Cluster.Id);
        properties.Set("kind", values.Kind);
        Circumstances(values, properties);
        properties.Set("basis", basis);
        properties.Set("parties", values.Participants.Length);
        properties.Set("evidence", values.Best.Event.Evidence.Text);
        properties.Set("url", values.Url);
    }

    private void Evidence(EventCluster cluster, EventReport report)
    {
        var told = report.Event;
        var article = ArticleNodes.Add(draft, records[report.Article].Article, records[report.Origin].Article.Id);
        foreach (var evidence in told.OtherEvidence.Prepend(told.Evidence))
        {
            draft.Edge(
                Relations.ReportedIn, cluster.Id, article,
                properties =>
                {
                    ArticleNodes.Describe(evidence, properties);
                    properties.Set("attribution", told.Attribution);
                    if (ReferenceEquals(evidence, told.Evidence))
                    {
                        properties.Set("rule", told.Rule);
                        properties.Set("confidence", told.Confidence);
                        properties.Set("status", told.Status);
                        properties.Set("date", told.Date);
                        properties.Set("place", told.Place);
                    }
                },
                string.Create(CultureInfo.InvariantCulture, $"{evidence.Start}-{evidence.End}"));
        }
    }
}
