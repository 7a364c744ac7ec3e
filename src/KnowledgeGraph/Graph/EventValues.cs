using System.Collections.Immutable;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Graph;

/// <summary>
/// The values of an event that stand among what its tellings say: a date the most precise one that a telling of the event's
/// status gives, one written out before one counted from another day; others the most reported; of equals the ordinally
/// smallest. What a user sets stands before them all. What else was said is kept.
/// </summary>
internal sealed class EventValues
{
    private const int NamesInCaption = 3;

    /// <summary>The values of an event.</summary>
    /// <param name="cluster">The event.</param>
    /// <param name="articles">The article of each index.</param>
    /// <param name="fold">Makes names of both scripts comparable.</param>
    /// <param name="set">What users set, the first before the later ones.</param>
    public EventValues(EventCluster cluster, IReadOnlyList<ExtractionRecord> articles, Func<string, string> fold, IReadOnlyList<SetEvent> set)
    {
        Cluster = cluster;
        Review = set.Count > 0 ? set[0] : null;
        var reports = cluster.Reports;
        Kind = Given(set, "kind") ?? cluster.Kind;
        Status = Given(set, "status") ?? cluster.Status;
        var toldDate = Preferred.Date(reports.Where(report => report.Event.Status == cluster.Status && report.Date is not null).Select(report => (report.Event.Date!, report.Date!.Value, report.IsWrittenOut)));
        Best = reports.OrderBy(report => report.Event.Status != cluster.Status).ThenBy(report => report.Event.Date != toldDate).First();
        Date = Given(set, "date") ?? toldDate;
        DateBasis = Date != toldDate ? "correction" : Date is null ? null : Best.Event.DateBasis;
        var span = Date is null ? null : DaySpan.OfEdtf(Date) ?? Best.Date;
        (DateFrom, DateTo) = span is { } days ? (days.From, days.To) : Bounds(cluster);
        Year = span is { } dated && dated.From.Year == dated.To.Year ? dated.From.Year : null;
        Precision = Date switch
        {
            null => null,
            _ when Date.Contains('/', StringComparison.Ordinal) => "interval",
            { Length: 4 } => "year",
            { Length: 7 } => "month",
            _ => "day",
        };
        Place = Given(set, "place") ?? Preferred.Text(reports.Select(report => report.Event.Place), fold);
        Country = Given(set, "country") ?? Preferred.Text(reports.Where(report => Place is null || (report.Event.Place is { } place && fold(place) == fold(Place))).Select(report => report.Event.Country))
            ?? Preferred.Text(reports.Select(report => report.Event.Country));
        Occasion = Given(set, "occasion") ?? Preferred.Text(reports.Select(report => report.Event.Occasion), fold);
        Venue = Given(set, "venue") ?? Preferred.Text(reports.Select(report => report.Event.Venue), fold);
        OtherDates = Others(reports.Select(report => report.Event.Date), Date, static text => text);
        OtherPlaces = Others(reports.Select(report => report.Event.Place), Place, fold);
        Participants = Distinct(report => report.Participants);
        var principals = Participants.Select(actor => actor.NodeId).ToHashSet(StringComparer.Ordinal);
        Attendees = [.. Distinct(report => report.Attendees).Where(actor => !principals.Contains(actor.NodeId))];
        Articles = reports.Select(report => report.Article).Distinct().Count();
        Origins = reports.Select(report => report.Origin).Distinct().Count();
        Url = articles[Best.Article].Article.Url;
    }

    /// <summary>The event.</summary>
    public EventCluster Cluster { get; }

    /// <summary>The telling that shows the event best: of its status and its date, then the first.</summary>
    public EventReport Best { get; }

    /// <summary>The event's kind.</summary>
    public string Kind { get; }

    /// <summary>The status that stands.</summary>
    public string Status { get; }

    /// <summary>The correction that sets some of the values, if any.</summary>
    public SetEvent? Review { get; }

    /// <summary>EDTF, or <see langword="null"/>.</summary>
    public string? Date { get; }

    /// <summary>What the date rests on, or <see langword="null"/> with no date.</summary>
    public string? DateBasis { get; }

    /// <summary>First possible day, where there is one.</summary>
    public DateOnly? DateFrom { get; }

    /// <summary>Last possible day, where there is one.</summary>
    public DateOnly? DateTo { get; }

    /// <summary>The year, where the date lies in one.</summary>
    public int? Year { get; }

    /// <summary>day, month, year or interval.</summary>
    public string? Precision { get; }

    /// <summary>City or most local name.</summary>
    public string? Place { get; }

    /// <summary>The state where it happened.</summary>
    public string? Country { get; }

    /// <summary>The conference, visit or ceremony around it.</summary>
    public string? Occasion { get; }

    /// <summary>Building or room.</summary>
    public string? Venue { get; }

    /// <summary>Dates that other tellings give.</summary>
    public ImmutableArray<string> OtherDates { get; }

    /// <summary>Places that other tellings give.</summary>
    public ImmutableArray<string> OtherPlaces { get; }

    /// <summary>The principals, each once, those of the best telling first.</summary>
    public ImmutableArray<Actor> Participants { get; }

    /// <summary>Those who only attend, each once.</summary>
    public ImmutableArray<Actor> Attendees { get; }

    /// <summary>Number of articles that tell it.</summary>
    public int Articles { get; }

    /// <summary>Number of texts that these articles go back to.</summary>
    public int Origins { get; }

    /// <summary>Address of the article that shows it best.</summary>
    public string? Url { get; }

    /// <summary>The preferred one of some value.</summary>
    public string? Reported(Func<EventRecord, string?> value) => Preferred.Text(Cluster.Reports.Select(report => value(report.Event)));

    /// <summary>A short caption: who, or which occasion; when; where.</summary>
    public string Caption()
    {
        var names = Participants.Take(NamesInCaption).Select(actor => actor.Name);
        var who = Kind is EventKinds.Conference or EventKinds.Ceremony && Occasion is not null
            ? Occasion
            : string.Join('–', names) + (Participants.Length > NamesInCaption ? "…" : "");
        return string.Join(' ', new[] { who, Date, Place ?? Country }.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>What an undated event's status and days of publication allow: it was held before the first report of it, and a plan lies ahead of the last.</summary>
    private static (DateOnly? From, DateOnly? To) Bounds(EventCluster cluster)
    {
        var published = cluster.Reports.Where(report => report.Event.Status == cluster.Status).Select(report => report.Published);
        return cluster.Status switch
        {
            EventStatuses.Held => (null, published.Min()),
            EventStatuses.Planned => (published.Max(), null),
            _ => (null, null),
        };
    }

    private static string? Given(IReadOnlyList<SetEvent> set, string name) =>
        set.Select(entry => entry.Values.GetValueOrDefault(name)).FirstOrDefault(value => value is not null);

    private static ImmutableArray<string> Others(IEnumerable<string?> reported, string? preferred, Func<string, string> fold) =>
        [.. reported.OfType<string>().Where(value => preferred is null || fold(value) != fold(preferred)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private ImmutableArray<Actor> Distinct(Func<EventReport, ImmutableArray<Actor>> actors) =>
        [.. Cluster.Reports.OrderBy(report => !ReferenceEquals(report, Best)).SelectMany(report => actors(report)).DistinctBy(actor => actor.NodeId, StringComparer.Ordinal)];
}
