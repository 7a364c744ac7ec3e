using System.Collections.Immutable;
using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Query;

/// <summary>When two sides had met before an event, in person or by video.</summary>
internal sealed class LastMeetings(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand meetingsOf = connection.Prepare(
        $"""
        SELECT e.id, e.date, e.date_from, e.date_to FROM participations p JOIN events e ON e.id = p.event_id
        WHERE p.node_id = $node AND p.role <> '{Roles.Attendee}' AND e.status = '{EventStatuses.Held}'
            AND e.kind IN ('{EventKinds.Meeting}', '{EventKinds.VideoMeeting}') AND e.date IS NOT NULL
        """,
        "$node");

    private readonly Dictionary<string, Dictionary<string, (string Date, string From, string To)>> meetings = new(StringComparer.Ordinal);

    /// <summary>
    /// The date of the last meeting of any of these with any of those that ended before a day, or <see langword="null"/>. Of two
    /// the later is the one that began later at the earliest: a day in November is later than some day of that year.
    /// </summary>
    public string? Before(string? day, ImmutableArray<Party> who, ImmutableArray<Party> whom)
    {
        (string Date, string From, string To)? last = null;
        foreach (var one in day is null ? [] : who.Where(IsOne))
        {
            var his = Of(one.Id);
            foreach (var other in whom.Where(IsOne))
            {
                foreach (var (meeting, dated) in Of(other.Id))
                {
                    if (string.CompareOrdinal(dated.To, day) < 0 && (last is null || string.CompareOrdinal(dated.From, last.Value.From) > 0) && his.ContainsKey(meeting))
                    {
                        last = dated;
                    }
                }
            }
        }

        return last?.Date;
    }

    /// <inheritdoc/>
    public void Dispose() => meetingsOf.Dispose();

    /// <summary>Only people meet again: the next holder of an office is another one.</summary>
    private static bool IsOne(Party party) => party.Label == "Person";

    private Dictionary<string, (string Date, string From, string To)> Of(string node)
    {
        if (meetings.TryGetValue(node, out var known))
        {
            return known;
        }

        using var reader = meetingsOf.Bind(node).ExecuteReader();
        meetings[node] = known = new Dictionary<string, (string, string, string)>(StringComparer.Ordinal);
        while (reader.Read())
        {
            known[reader.GetString(0)] = (reader.GetString(1), reader.GetString(2), reader.GetString(3));
        }

        return known;
    }
}
