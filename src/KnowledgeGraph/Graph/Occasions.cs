namespace KnowledgeGraph.Graph;

/// <summary>Adds which event is part of which conference or ceremony: the one that bears the name of its occasion.</summary>
internal static class Occasions
{
    /// <summary>
    /// Adds the edges. Of several conferences of the name it is the only one that an article tells together with the event,
    /// else the only one whose days meet the event's.
    /// </summary>
    public static void Add(GraphDraft draft, IReadOnlyList<EventValues> events, Func<string, string> fold)
    {
        var occasions = events.Where(IsOccasion).GroupBy(values => fold(values.Occasion!), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var values in events.Where(values => values.Occasion is not null && !IsOccasion(values)))
        {
            if (occasions.TryGetValue(fold(values.Occasion!), out var candidates) && Whole(values, candidates) is { } whole)
            {
                draft.Edge(Relations.PartOf, values.Cluster.Id, whole.Cluster.Id);
            }
        }
    }

    private static bool IsOccasion(EventValues values) => values.Kind is EventKinds.Conference or EventKinds.Ceremony && values.Occasion is not null;

    private static EventValues? Whole(EventValues part, List<EventValues> candidates)
    {
        var articles = part.Cluster.Reports.Select(report => report.Article).ToHashSet();
        var together = candidates.Where(whole => whole.Cluster.Reports.Any(report => articles.Contains(report.Article))).Take(2).ToArray();
        var found = together.Length == 1 ? together : [.. candidates.Where(whole => Meet(part, whole)).Take(2)];
        return found.Length == 1 ? found[0] : null;
    }

    private static bool Meet(EventValues part, EventValues whole) =>
        part.Date is not null && whole.Date is not null
        && new DaySpan(part.DateFrom!.Value, part.DateTo!.Value).Overlaps(new DaySpan(whole.DateFrom!.Value, whole.DateTo!.Value));
}
