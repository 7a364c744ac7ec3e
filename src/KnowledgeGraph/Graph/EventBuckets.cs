namespace KnowledgeGraph.Graph;

/// <summary>
/// Sorts tellings into buckets within which dates and status alone decide what is one event: one kind and the same
/// participants; a message also of the same direction; a visit also of the same destination; a signing also of the same
/// document; a conference or ceremony of the same occasion, whoever attends, but for ceremonies whose name is that of many
/// (<see cref="CommonCeremonies"/>). A call is told with a video meeting of the same people on the same day, for it is the same
/// talk from afar. A contact of which only one side is known could be with anyone: its bucket is that of its origin.
/// </summary>
internal static class EventBuckets
{
    /// <summary>A shorter occasion (仪式) is a word for any of its kind and no name of one.</summary>
    private const int ShortestName = 3;

    /// <summary>The buckets, each in the order of the tellings.</summary>
    public static IEnumerable<IReadOnlyList<EventReport>> Of(IEnumerable<EventReport> reports, Func<string, string> fold)
    {
        var all = reports.ToList();
        var common = CommonCeremonies.Names(all, fold);
        var videos = all.Where(report => report.Event.Kind == EventKinds.VideoMeeting).Select(DayAndPeople).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return all.GroupBy(report => Key(report, videos, fold), StringComparer.Ordinal).SelectMany(bucket => bucket.First().Event switch
        {
            { Kind: EventKinds.Signing } => ByDocument([.. bucket]),
            { Kind: EventKinds.Ceremony, Occasion: { } occasion } when common.Contains(fold(occasion)) => CommonCeremonies.ByPeople([.. bucket]),
            _ => [[.. bucket]],
        });
    }

    /// <summary>The principals of a telling, as one text.</summary>
    public static string People(EventReport report) =>
        string.Join('\n', report.Participants.Select(actor => actor.NodeId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>Whether the dates of two tellings allow that they are one event.</summary>
    public static bool MayBeOne(EventReport a, EventReport b) => a.Date is not { } one || b.Date is not { } other || one.Overlaps(other);

    private static string Key(EventReport report, HashSet<string> videos, Func<string, string> fold)
    {
        var told = report.Event;
        if (told.Kind is EventKinds.Conference or EventKinds.Ceremony && told.Occasion is { Length: >= ShortestName } occasion)
        {
            return string.Join('\n', told.Kind, fold(occasion));
        }

        return told.Kind switch
        {
            EventKinds.Visit => string.Join('\n', told.Kind, told.Country ?? (told.Place is { } place ? fold(place) : null), People(report)),
            EventKinds.Signing => string.Join('\n', told.Kind, People(report)),
            _ when report.Participants.Length < 2 => string.Join('\n', told.Kind, FormattableString.Invariant($"{report.Origin}"), People(report)),
            EventKinds.Message => string.Join('\n', told.Kind, Senders(report), People(report)),
            EventKinds.PhoneCall when DayAndPeople(report) is { } talk && videos.Contains(talk) => string.Join('\n', EventKinds.VideoMeeting, People(report)),
            _ => string.Join('\n', told.Kind, People(report)),
        };
    }

    private static string Senders(EventReport report) => string.Join(
        ' ', report.Participants.Where(actor => actor.Record.Role == Roles.Sender).Select(actor => actor.NodeId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>The day and the people of a telling with both; <see langword="null"/> for others.</summary>
    private static string? DayAndPeople(EventReport report) => report is { Participants.Length: > 1, Date: { Days: 1 } day }
        ? FormattableString.Invariant($"{day.From:yyyy-MM-dd}\n{People(report)}") : null;

    /// <summary>
    /// Signings that name a common document belong together; one that names none belongs to the only document whose signing
    /// it can be by its date, if there is exactly one.
    /// </summary>
    private static IEnumerable<IReadOnlyList<EventReport>> ByDocument(IReadOnlyList<EventReport> signings)
    {
        var sets = new DisjointSets(signings.Count);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < signings.Count; i++)
        {
            foreach (var document in signings[i].Documents)
            {
                if (!first.TryAdd(document, i))
                {
                    sets.Join(first[document], i);
                }
            }
        }

        var named = Enumerable.Range(0, signings.Count).Where(i => signings[i].Documents.Length > 0).GroupBy(sets.Find).Select(group => group.ToList()).ToList();
        foreach (var i in Enumerable.Range(0, signings.Count).Where(i => signings[i].Documents.IsEmpty))
        {
            var candidates = named.Where(group => group.Any(other => MayBeOne(signings[i], signings[other]))).Take(2).ToList();
            sets.Join(i, candidates.Count == 1 ? candidates[0][0] : i);
        }

        // What names no document and belongs to none of them stays together.
        var unnamed = Enumerable.Range(0, signings.Count).Where(i => signings[i].Documents.IsEmpty && sets.Find(i) == i).ToList();
        unnamed.ForEach(i => sets.Join(unnamed[0], i));
        return Enumerable.Range(0, signings.Count).GroupBy(sets.Find).Select(group => group.Select(i => signings[i]).ToList());
    }
}
