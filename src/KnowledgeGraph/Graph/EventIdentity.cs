using System.Collections.Immutable;

namespace KnowledgeGraph.Graph;

/// <summary>
/// Which tellings are one event. They must be of one kind and the same participants (a visit also of the same destination, a
/// conference or ceremony of the same occasion, whoever attends); then dates and status decide:
/// <list type="bullet">
/// <item>equal dates are one;</item>
/// <item>a vaguer date belongs to the only finer one within it, if there is exactly one;</item>
/// <item>undated tellings belong together where published within a month of each other, and to the only dated event that
/// happened in the month before (planned: comes in the year after), if there is exactly one;</item>
/// <item>a plan belongs to the only held event that fulfils it, which then is held.</item>
/// </list>
/// A contact of which only one side is known could be with anyone: it is joined within one origin alone.
/// </summary>
internal static class EventIdentity
{
    private const int RecentDays = 31;
    private const int PlanDays = 366;

    /// <summary>The events, each with its tellings.</summary>
    /// <param name="reports">The tellings in order of article, then evidence.</param>
    /// <param name="fold">Makes occasions of both scripts comparable.</param>
    public static IEnumerable<EventCluster> Clusters(IEnumerable<EventReport> reports, Func<string, string> fold) =>
        reports.GroupBy(report => Key(report, fold), StringComparer.Ordinal).SelectMany(Cluster).OrderBy(cluster => cluster.Id, StringComparer.Ordinal);

    private static string Key(EventReport report, Func<string, string> fold)
    {
        var told = report.Event;
        if (told.Kind is EventKinds.Conference or EventKinds.Ceremony && told.Occasion is { } occasion)
        {
            return string.Join('\n', told.Kind, fold(occasion));
        }

        var actors = string.Join('\n', report.Participants.Select(actor => actor.NodeId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return told.Kind switch
        {
            EventKinds.Visit => string.Join('\n', told.Kind, told.Country ?? told.Place, actors),
            EventKinds.Signing => string.Join('\n', told.Kind, actors),
            _ when report.Participants.Length < 2 => string.Join('\n', told.Kind, FormattableString.Invariant($"{report.Origin}"), actors),
            _ => string.Join('\n', told.Kind, actors),
        };
    }

    private static IEnumerable<EventCluster> Cluster(IEnumerable<EventReport> bucket)
    {
        var groups = bucket.GroupBy(report => report.Event.Status, StringComparer.Ordinal)
            .ToDictionary(status => status.Key, status => ByDate(status.Key, [.. status]), StringComparer.Ordinal);
        if (groups.TryGetValue(EventStatuses.Planned, out var plans) && groups.TryGetValue(EventStatuses.Held, out var held))
        {
            groups[EventStatuses.Planned] = [.. plans.Where(plan => !Fulfil(plan, held))];
        }

        return groups.SelectMany(group => group.Value.Select(draft => new EventCluster(
            group.Key,
            [.. draft.Reports.OrderBy(report => report.Article).ThenBy(report => report.Event.Evidence.Start).ThenBy(report => report.Event.Id, StringComparer.Ordinal)])));
    }

    /// <summary>Joins tellings of one status by their dates.</summary>
    private static List<Draft> ByDate(string status, ImmutableArray<EventReport> reports)
    {
        var classes = reports.Where(report => report.Date is not null).GroupBy(report => report.Date!.Value)
            .OrderBy(group => group.Key.Days).ThenBy(group => group.Key.From)
            .Select(group => new Draft(group.Key, [.. group])).ToList();
        var finest = classes.Where(one => !classes.Any(other => other.Date != one.Date && one.Date!.Value.Contains(other.Date!.Value))).ToList();
        var clusters = new List<Draft>(finest);
        foreach (var vague in classes.Except(finest))
        {
            var within = finest.Where(one => vague.Date!.Value.Contains(one.Date!.Value)).Take(2).ToArray();
            AddTo(within, vague, clusters);
        }

        var dated = clusters.ToArray();
        foreach (var undated in Undated(reports))
        {
            AddTo(undated.Published is { } published ? [.. dated.Where(one => Near(status, published, one.Date!.Value)).Take(2)] : dated, undated, clusters);
        }

        return clusters;
    }

    /// <summary>Adds to the only candidate, else as a cluster of its own.</summary>
    private static void AddTo(Draft[] candidates, Draft added, List<Draft> clusters)
    {
        if (candidates.Length == 1)
        {
            candidates[0].Reports.AddRange(added.Reports);
        }
        else
        {
            clusters.Add(added);
        }
    }

    /// <summary>Undated tellings, joined where published within a month of each other; those without publication time stay alone.</summary>
    private static IEnumerable<Draft> Undated(ImmutableArray<EventReport> reports)
    {
        Draft? chain = null;
        foreach (var report in reports.Where(report => report.Date is null).OrderBy(report => report.Published is null).ThenBy(report => report.Published))
        {
            if (report.Published is { } day && chain?.Published is { } published && day <= DaySpan.Shift(published.To, RecentDays))
            {
                chain.Reports.Add(report);
                chain.Published = published with { To = day };
                continue;
            }

            if (chain is not null)
            {
                yield return chain;
            }

            chain = new Draft(null, [report]) { Published = report.Published is { } only ? new DaySpan(only, only) : null };
        }

        if (chain is not null)
        {
            yield return chain;
        }
    }

    /// <summary>Whether an event of this date can be the one that undated articles of these days speak of.</summary>
    private static bool Near(string status, DaySpan published, DaySpan date) => status == EventStatuses.Held
        ? new DaySpan(DaySpan.Shift(published.From, -RecentDays), published.To).Overlaps(date)
        : new DaySpan(published.From, DaySpan.Shift(published.To, PlanDays)).Overlaps(date);

    /// <summary>Adds a plan to the held event that fulfils it, if exactly one does.</summary>
    private static bool Fulfil(Draft plan, List<Draft> held)
    {
        var candidates = held.Where(one => one.Date is { } date && (plan.Date is { } planned
            ? planned.Contains(date) || date.Contains(planned)
            : plan.Published is { } published && Near(EventStatuses.Planned, published, date))).Take(2).ToArray();
        if (candidates.Length != 1)
        {
            return false;
        }

        candidates[0].Reports.AddRange(plan.Reports);
        return true;
    }

    private sealed class Draft(DaySpan? date, List<EventReport> reports)
    {
        public DaySpan? Date => date;

        public List<EventReport> Reports => reports;

        /// <summary>Of undated tellings the days on which they were published.</summary>
        public DaySpan? Published { get; set; }
    }
}
