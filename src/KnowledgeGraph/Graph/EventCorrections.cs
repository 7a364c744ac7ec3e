namespace KnowledgeGraph.Graph;

/// <summary>Applies what users say of events, and tells what of it matches none.</summary>
internal sealed class EventCorrections
{
    private readonly Dictionary<string, List<Correction>> byEvent = new(StringComparer.Ordinal);
    private readonly HashSet<Correction> matched = new(ReferenceEqualityComparer.Instance);
    private readonly Corrections corrections;

    /// <summary>The corrections to apply.</summary>
    public EventCorrections(Corrections corrections)
    {
        this.corrections = corrections;
        foreach (var entry in corrections.Entries)
        {
            if (EventOf(entry) is { } id)
            {
                (byEvent.TryGetValue(id, out var list) ? list : byEvent[id] = []).Add(entry);
            }
        }
    }

    /// <summary>Whether an event is left out.</summary>
    public bool Rejects(EventCluster cluster) => Of<RejectEvent>(cluster).Count > 0;

    /// <summary>The values that an event has instead, the later entries before the earlier ones.</summary>
    public IReadOnlyList<SetEvent> Set(EventCluster cluster)
    {
        var set = Of<SetEvent>(cluster);
        set.Reverse();
        return set;
    }

    /// <summary>The entries that matched nothing.</summary>
    public IEnumerable<string> Unmatched() =>
        corrections.Entries.Where(entry => EventOf(entry) is not null && !matched.Contains(entry))
            .Select(entry => $"{entry.Place}: no event has or had the id {EventOf(entry)}.");

    private static string? EventOf(Correction entry) => (entry as RejectEvent)?.Event ?? (entry as SetEvent)?.Event;

    private List<T> Of<T>(EventCluster cluster)
        where T : Correction
    {
        var found = byEvent.Count == 0 ? [] : cluster.Ids.SelectMany(id => byEvent.GetValueOrDefault(id, [])).OfType<T>().OrderBy(entry => corrections.Entries.IndexOf(entry)).ToList();
        matched.UnionWith(found);
        return found;
    }
}
