using System.Collections.Immutable;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Query;

/// <summary>How many articles there are of one group: what shares are shares of.</summary>
/// <param name="Group">The values of the group, in the order asked for; <see langword="null"/> where not known.</param>
/// <param name="Articles">Articles read.</param>
/// <param name="Undated">Of these without a publication time.</param>
/// <param name="WithEvent">Of these telling any event.</param>
/// <param name="WithContact">Of these telling a meeting or call that was held.</param>
/// <param name="Contacts">The meetings and calls that they tell, each once in a group.</param>
public sealed record ArchiveGroup(ImmutableArray<string?> Group, int Articles, int Undated, int WithEvent, int WithContact, int Contacts);

/// <summary>Counts what a store holds.</summary>
public static class ArchiveStatistics
{
    private static readonly ImmutableSortedDictionary<string, string> Expressions = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("year", "substr(s.published, 1, 4)"),
            KeyValuePair.Create("month", "substr(s.published, 1, 7)"),
            KeyValuePair.Create("publisher", "s.publisher"),
            KeyValuePair.Create("root", "s.root"),
        ]);

    /// <summary>What can be grouped by.</summary>
    public static IEnumerable<string> Groups => Expressions.Keys;

    /// <summary>The articles in groups, in the order of the groups; without any, all as one.</summary>
    public static ImmutableArray<ArchiveGroup> Count(KnowledgeStore store, IReadOnlyList<string> by)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(by);
        using var command = store.Connection.CreateCommand();
        var columns = by.Select((name, index) => FormattableString.Invariant($"{Expressions[name]} AS g{index}, "));
        var names = by.Select((_, index) => FormattableString.Invariant($"g{index}")).ToList();
        var contact = $"e.status = '{EventStatuses.Held}' AND e.kind IN ('{EventKinds.Meeting}', '{EventKinds.VideoMeeting}', '{EventKinds.PhoneCall}')";
        command.CommandText = $"""
            WITH told AS (
                SELECT a.id AS article, {string.Concat(columns)} s.published, e.id AS event, CASE WHEN {contact} THEN e.id END AS contact
                FROM texts a JOIN sources s ON s.root = a.root AND s.file = a.file
                LEFT JOIN edges r ON r.to_id = a.id AND r.type = 'REPORTED_IN' LEFT JOIN events e ON e.id = r.from_id)
            SELECT count(DISTINCT article), count(DISTINCT CASE WHEN published IS NULL THEN article END), count(DISTINCT CASE WHEN event IS NOT NULL THEN article END),
                count(DISTINCT CASE WHEN contact IS NOT NULL THEN article END), count(DISTINCT contact) {string.Concat(names.Select(name => ", " + name))}
            FROM told {(names.Count == 0 ? "" : $"GROUP BY {string.Join(", ", names)} ORDER BY {string.Join(", ", names.Select(name => $"{name} IS NULL, {name}"))}")}
            """;
        using var reader = command.ExecuteReader();
        var groups = ImmutableArray.CreateBuilder<ArchiveGroup>();
        while (reader.Read())
        {
            groups.Add(new ArchiveGroup(
                [.. names.Select((_, index) => reader.Text(5 + index))], reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4)));
        }

        return groups.ToImmutable();
    }
}
