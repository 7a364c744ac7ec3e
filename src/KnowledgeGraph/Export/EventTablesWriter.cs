using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Export;

/// <summary>
/// Writes events as the tables that political scientists work with: events, directed dyads, participants and sources, with
/// POLECAT's names for columns that mean the same, CAMEO and PLOVER codes, ISO 3166 and Correlates of War states, and a codebook.
/// </summary>
public sealed class EventTablesWriter : GraphWriter, IDisposable
{
    private static readonly CsvWriterOptions Options = new() { Separator = '\t', NewLine = "\n", Injection = CsvInjection.Escape };

    private static readonly ImmutableArray<string> EventColumns =
    [
        "Event ID", "Event Date", "Date From", "Date To", "Date Precision", "Event Type", "Event Mode", "Kind", "Status", "Parties",
        "Placename", "Country", "Country COW", "Country Name", "Occasion", "Articles", "Origins", "Event Name",
    ];

    private static readonly ImmutableArray<string> DyadColumns =
    [
        "Event ID", "Event Date", "Date From", "Date To", "Event Type", "Event Mode", "Kind", "Status", "CAMEO",
        "Actor ID", "Actor Name", "Actor Country", "Actor COW", "Actor Title",
        "Recipient ID", "Recipient Name", "Recipient Country", "Recipient COW", "Recipient Title",
        "Placename", "Country", "Country COW", "Articles", "Origins",
    ];

    private static readonly ImmutableArray<string> ParticipantColumns =
        ["Event ID", "Actor ID", "Actor Name", "Actor Kind", "Role", "Actor Country", "Actor COW", "Actor Title", "CAMEO", "Via", "Basis"];

    private static readonly ImmutableArray<string> SourceColumns =
    [
        "Event ID", "Source", "Publication Date", "Headline", "URL", "Article ID", "Origin", "File", "Sentence", "Start", "End", "Rule", "Attribution",
        "Told Status", "Told Date", "Told Place",
    ];

    private readonly IExportFiles files;
    private readonly SqliteCommand participants;
    private readonly SqliteCommand sources;
    private readonly Dictionary<string, GraphNode> states = new(StringComparer.Ordinal);
    private CsvWriter? events;
    private CsvWriter? dyads;
    private CsvWriter? actors;
    private CsvWriter? articles;

    /// <summary>A writer of these tables.</summary>
    /// <param name="files">Where they go.</param>
    /// <param name="store">The store whose events are written: who took part in one and who reports it is asked there.</param>
    public EventTablesWriter(IExportFiles files, KnowledgeStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        this.files = files;
        participants = store.Connection.Prepare(
            $"SELECT n.id, n.label, n.second_label, n.name, n.properties, e.properties FROM edges e JOIN nodes n ON n.id = e.from_id WHERE e.to_id = $event AND e.type = '{Relations.ParticipatedIn}' ORDER BY n.id",
            "$event");
        sources = store.Connection.Prepare(
            $"SELECT n.id, n.label, n.second_label, n.name, n.properties, e.properties FROM edges e JOIN nodes n ON n.id = e.to_id WHERE e.from_id = $event AND e.type = '{Relations.ReportedIn}' ORDER BY n.id, e.id",
            "$event");
        foreach (var row in store.Nodes().Where(row => row.Label == NodeLabels.Country))
        {
            states[row.Name] = GraphStorage.Node(row);
        }
    }

    /// <inheritdoc/>
    protected override void Begin(GraphShape shape)
    {
        events = Table("events.tsv", EventColumns);
        dyads = Table("dyads.tsv", DyadColumns);
        actors = Table("participants.tsv", ParticipantColumns);
        articles = Table("sources.tsv", SourceColumns);
        using var codebook = files.Create("codebook.md");
        using var text = typeof(EventTablesWriter).Assembly.GetManifestResourceStream("export/codebook.md")!;
        text.CopyTo(codebook);
    }

    /// <inheritdoc/>
    protected override void Node(GraphNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (node.Labels[0] != NodeLabels.Event)
        {
            return;
        }

        var parties = Related(participants, node.Id).Select(row => new EventParty(row.Node, row.Edge, State(row.Node, row.Edge))).ToList();
        WriteEvent(node, parties.Count(party => party.IsPrincipal));
        foreach (var (actor, recipient, cameo) in Dyads(node, parties))
        {
            WriteDyad(node, actor, recipient, cameo);
        }

        foreach (var party in parties)
        {
            Row(actors!, [node.Id, .. party.Identity[..2], party.Node.Labels[0], party["role"], .. party.Identity[2..], party["cameo"], party["via"], party["basis"]]);
        }

        foreach (var (article, report) in Related(sources, node.Id))
        {
            Row(articles!, [
                node.Id, Text(article, "publisher"), Text(article, "published"), Text(article, "title"), Text(article, "url"), article.Id, Text(article, "origin"),
                Text(article, "file"), Text(report, "text"), Text(report, "start"), Text(report, "end"), Text(report, "rule"), Text(report, "attribution"),
                Text(report, "status"), Text(report, "date"), Text(report, "place")]);
        }
    }

    /// <inheritdoc/>
    protected override void Edge(GraphEdge edge)
    {
    }

    /// <inheritdoc/>
    protected override void End() => Dispose();

    /// <summary>Closes all files.</summary>
    public void Dispose()
    {
        participants.Dispose();
        sources.Dispose();
        foreach (var table in new[] { events, dyads, actors, articles })
        {
            table?.Dispose();
        }
    }

    /// <summary>Who acts on whom: of a message the sender, of a visit traveller and state visited on each other, else each on each other.</summary>
    private IEnumerable<(EventParty Actor, EventParty Recipient, string? Cameo)> Dyads(GraphNode node, List<EventParty> parties)
    {
        var principals = parties.Where(party => party.IsPrincipal).ToList();
        var kind = Text(node, "kind")!;
        if (principals.Count > GraphSchema.MostPrincipals)
        {
            yield break;
        }

        if (kind == EventKinds.Visit)
        {
            if (Text(node, "country") is { } name && states.TryGetValue(name, out var visited))
            {
                var host = new EventParty(visited, ImmutableSortedDictionary<string, PropertyValue>.Empty, visited);
                foreach (var traveller in principals.Where(traveller => traveller.State != visited))
                {
                    yield return (traveller, host, traveller["cameo"]);
                    yield return (host, traveller, Text(node, "status") == EventStatuses.Held ? "043" : traveller["cameo"]);
                }
            }
        }
        else if (GraphSchema.ContactOf(kind) is not null)
        {
            foreach (var actor in principals)
            {
                foreach (var recipient in principals.Where(recipient => recipient != actor
                    && (kind != EventKinds.Message || (actor["role"] == Roles.Sender && recipient["role"] == Roles.Receiver))))
                {
                    yield return (actor, recipient, actor["cameo"]);
                }
            }
        }
    }

    private void WriteEvent(GraphNode node, int principals)
    {
        var (iso, cow) = Codes(node);
        Row(events!, [
            node.Id, Text(node, "date"), Text(node, "dateFrom"), Text(node, "dateTo"), Text(node, "precision"), Text(node, "plover"), Text(node, "ploverMode"),
            Text(node, "kind"), Text(node, "status"), principals.ToString(CultureInfo.InvariantCulture), Text(node, "place"), iso, cow, Text(node, "country"),
            Text(node, "occasion"), Text(node, "articles"), Text(node, "origins"), node.Name]);
    }

    private void WriteDyad(GraphNode node, EventParty actor, EventParty recipient, string? cameo)
    {
        var (iso, cow) = Codes(node);
        Row(dyads!, [
            node.Id, Text(node, "date"), Text(node, "dateFrom"), Text(node, "dateTo"), Text(node, "plover"), Text(node, "ploverMode"), Text(node, "kind"),
            Text(node, "status"), cameo, .. actor.Identity, .. recipient.Identity, Text(node, "place"), iso, cow, Text(node, "articles"), Text(node, "origins")]);
    }

    private (string? Iso3, string? Cow) Codes(GraphNode node) =>
        Text(node, "country") is { } name && states.TryGetValue(name, out var state) ? (Text(state, "iso3"), Text(state, "cow")) : (null, null);

    private GraphNode? State(GraphNode node, ImmutableSortedDictionary<string, PropertyValue> participation) =>
        node.Labels[0] == NodeLabels.Country ? node : Text(participation, "country") is { } name ? states.GetValueOrDefault(name) : null;

    private CsvWriter Table(string name, ImmutableArray<string> columns)
    {
        var table = CsvWriter.Create(files.Create(name), Options);
        table.WriteRecord([.. columns]);
        return table;
    }

    /// <summary>A cell is one line: many readers of such tables know no other.</summary>
    private static void Row(CsvWriter table, ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            table.WriteField(value?.Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' '));
        }

        table.EndRecord();
    }

    private static IEnumerable<(GraphNode Node, ImmutableSortedDictionary<string, PropertyValue> Edge)> Related(SqliteCommand command, string eventId)
    {
        using var reader = command.Bind(eventId).ExecuteReader();
        while (reader.Read())
        {
            var node = GraphStorage.Node(new GraphNodeRow(reader.GetString(0), reader.GetString(1), reader.Text(2), reader.GetString(3), reader.GetString(4)));
            yield return (node, GraphStorage.Properties(reader.GetString(5)));
        }
    }

    private static string? Text(GraphNode node, string name) => Text(node.Properties, name);

    private static string? Text(ImmutableSortedDictionary<string, PropertyValue> properties, string name) =>
        properties.TryGetValue(name, out var value) ? PropertyText.Of(value, static list => string.Join("; ", list)) : null;

    private sealed record EventParty(GraphNode Node, ImmutableSortedDictionary<string, PropertyValue> Participation, GraphNode? State)
    {
        public bool IsPrincipal => this["role"] != Roles.Attendee;

        /// <summary>Id, name, codes of the state, title.</summary>
        public string?[] Identity => [Node.Id, Node.Name, State is null ? null : Text(State, "iso3"), State is null ? null : Text(State, "cow"), this["title"]];

        public string? this[string property] => Text(Participation, property);
    }
}
