namespace KnowledgeGraph.Graph;

/// <summary>
/// Ceremonies whose name is that of many (a welcome, a wreath). Day and name do not tell them apart, for a capital may receive
/// three guests a day: what tells them apart is who takes part.
/// </summary>
internal static class CommonCeremonies
{
    /// <summary>In how many months a name is told of a day from which on it is that of many: a name of one may be misdated once or twice.</summary>
    private const int FewestMonths = 4;

    /// <summary>The folded names that ceremonies of many months bear.</summary>
    public static HashSet<string> Names(IEnumerable<EventReport> reports, Func<string, string> fold) => reports
        .Where(report => report is { Event: { Kind: EventKinds.Ceremony, Occasion: not null }, Date.Days: 1 })
        .Select(report => (Name: fold(report.Event.Occasion!), report.Date!.Value.From.Year, report.Date.Value.From.Month))
        .Distinct().GroupBy(told => told.Name, StringComparer.Ordinal)
        .Where(months => months.Count() >= FewestMonths).Select(months => months.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Tellings of one name by those who take part: one that names fewer of them belongs to the only ceremony with all of these
    /// that it can be by its date, if there is exactly one.
    /// </summary>
    public static IEnumerable<IReadOnlyList<EventReport>> ByPeople(IReadOnlyList<EventReport> tellings)
    {
        var (whole, parts) = (new List<Group>(), new List<Group>());
        var groups = tellings.GroupBy(EventBuckets.People, StringComparer.Ordinal).Select(group => new Group([.. group]));
        foreach (var group in groups.OrderByDescending(group => group.People.Count))
        {
            (whole.Any(group.IsPartOf) ? parts : whole).Add(group);
        }

        foreach (var part in parts)
        {
            var wholes = whole.Where(part.IsPartOf).ToList();
            part.Tellings.RemoveAll(telling => Join(telling, wholes));
        }

        return whole.Select(group => group.Tellings.Concat(group.Joined).ToList()).Concat(parts.Where(part => part.Tellings.Count > 0).Select(part => part.Tellings));
    }

    private static bool Join(EventReport telling, List<Group> wholes)
    {
        var candidates = wholes.Where(whole => whole.Tellings.Any(other => EventBuckets.MayBeOne(telling, other))).Take(2).ToArray();
        if (candidates.Length == 1)
        {
            candidates[0].Joined.Add(telling);
        }

        return candidates.Length == 1;
    }

    /// <summary>Tellings that name the same people.</summary>
    private sealed class Group(List<EventReport> tellings)
    {
        public HashSet<string> People { get; } = tellings[0].Participants.Select(actor => actor.NodeId).ToHashSet(StringComparer.Ordinal);

        public List<EventReport> Tellings => tellings;

        /// <summary>Tellings that name fewer of them.</summary>
        public List<EventReport> Joined { get; } = [];

        public bool IsPartOf(Group other) => People.IsProperSubsetOf(other.People);
    }
}
