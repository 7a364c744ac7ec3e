using System.Collections.Immutable;
using KnowledgeGraph.Query.Naming;
using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Query;

/// <summary>One thing that the store tells of a person or state.</summary>
/// <param name="About">name, office, met, place, first contact…</param>
/// <param name="What">Which one.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Times">How often, where that can be counted.</param>
/// <param name="EventId">An event that shows it: of several the last.</param>
public sealed record ProfileLine(string About, string What, string? From, string? To, int? Times, string? EventId);

/// <summary>What the store tells of a person or a state as a whole.</summary>
public static class Profile
{
    private const string Contacts = $"'{EventKinds.Meeting}', '{EventKinds.VideoMeeting}', '{EventKinds.PhoneCall}'";

    /// <summary>A person: names, offices over time, first and last contact, counterparts and places, the commonest first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="person">The person.</param>
    /// <param name="most">How many counterparts and places at most.</param>
    public static IEnumerable<ProfileLine> OfPerson(KnowledgeStore store, Named person, int most)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(person);
        return
        [
            .. Lines(store.Connection, person.Nodes, most,
                """
                SELECT 'name', n.name || coalesce(' (' || (n.properties ->> '$.country') || ')', ''), NULL, NULL, n.properties ->> '$.articles', NULL
                FROM mine m JOIN nodes n ON n.id = m.id ORDER BY 5 DESC, n.id
                """),
            .. Lines(store.Connection, person.Nodes, most,
                "SELECT 'also', j.value, NULL, NULL, NULL, NULL FROM mine m JOIN nodes n ON n.id = m.id, json_each(n.properties, '$.aliases') j GROUP BY j.value ORDER BY j.value"),
            .. Lines(store.Connection, person.Nodes, most,
                """
                SELECT 'office', n.name, coalesce(min(h.properties ->> '$.from'), min(h.properties ->> '$.firstSeen')) AS since,
                    coalesce(max(h.properties ->> '$.to'), max(h.properties ->> '$.lastSeen')), NULL, NULL
                FROM mine m JOIN edges h ON h.from_id = m.id AND h.type = 'HOLDS' JOIN nodes n ON n.id = h.to_id
                GROUP BY n.name ORDER BY since IS NULL, since, n.name
                """),
            .. Ends(store.Connection, person.Nodes),
            .. Lines(store.Connection, person.Nodes, most,
                $"""
                SELECT 'met', n.name || coalesce(' (' || p.country || coalesce(p.title, '') || ')', ''), min(e.date_from), max(e.date_to), count(DISTINCT e.id), e.id
                FROM (SELECT DISTINCT p.event_id FROM mine m JOIN participations p ON p.node_id = m.id WHERE p.role <> '{Roles.Attendee}') o
                JOIN events e ON e.id = o.event_id AND e.status = '{EventStatuses.Held}' AND e.kind IN ({Contacts})
                JOIN participations p ON p.event_id = e.id AND p.role <> '{Roles.Attendee}' AND p.node_id NOT IN (SELECT id FROM mine) JOIN nodes n ON n.id = p.node_id
                GROUP BY n.id ORDER BY 5 DESC, 4 DESC, n.id
                """),
            .. Lines(store.Connection, person.Nodes, most,
                $"""
                SELECT 'place', n.name, min(e.date_from), max(e.date_to), count(DISTINCT e.id), e.id
                FROM (SELECT DISTINCT p.event_id FROM mine m JOIN participations p ON p.node_id = m.id WHERE p.role <> '{Roles.Attendee}') o
                JOIN events e ON e.id = o.event_id AND e.status = '{EventStatuses.Held}' AND e.kind NOT IN ('{EventKinds.PhoneCall}', '{EventKinds.VideoMeeting}', '{EventKinds.Message}')
                JOIN edges h ON h.from_id = e.id AND h.type = 'HELD_AT' JOIN nodes n ON n.id = h.to_id
                GROUP BY n.name ORDER BY 5 DESC, n.name
                """),
        ];
    }

    /// <summary>A state: who held its offices, the states it was in contact with, and the visits to it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="country">The state.</param>
    /// <param name="most">How many of each at most.</param>
    public static IEnumerable<ProfileLine> OfCountry(KnowledgeStore store, Named country, int most)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(country);
        return
        [
            .. Lines(store.Connection, country.Nodes, most,
                """
                SELECT 'office', o.name || ': ' || p.name, min(h.properties ->> '$.firstSeen'), max(h.properties ->> '$.lastSeen'), max(p.properties ->> '$.articles'), NULL
                FROM mine m JOIN edges f ON f.to_id = m.id AND f.type = 'OFFICE_OF' JOIN nodes o ON o.id = f.from_id
                JOIN edges h ON h.to_id = o.id AND h.type = 'HOLDS' JOIN nodes p ON p.id = h.from_id
                GROUP BY o.name, p.name ORDER BY 5 DESC, o.name, p.name
                """),
            .. Lines(store.Connection, country.Nodes, most,
                $"""
                SELECT 'in contact with', n.name, min(e.date_from), max(e.date_to), count(DISTINCT e.id), e.id
                FROM mine m JOIN edges i ON i.to_id = m.id AND i.type = 'INVOLVES'
                JOIN events e ON e.id = i.from_id AND e.status = '{EventStatuses.Held}' AND e.kind IN ({Contacts})
                JOIN edges j ON j.from_id = e.id AND j.type = 'INVOLVES' AND j.to_id NOT IN (SELECT id FROM mine) JOIN nodes n ON n.id = j.to_id
                GROUP BY n.id ORDER BY 5 DESC, n.name
                """),
            .. Lines(store.Connection, country.Nodes, most,
                """
                SELECT 'visited by', n.name, min(v.properties ->> '$.dateFrom'), max(v.properties ->> '$.dateTo'), count(*), max(v.properties ->> '$.event')
                FROM mine m JOIN edges v ON v.to_id = m.id AND v.type = 'VISITED' JOIN nodes n ON n.id = v.from_id
                GROUP BY n.id ORDER BY 5 DESC, 4 DESC, n.name
                """),
        ];
    }

    /// <summary>The first and the last contact with a date.</summary>
    private static IEnumerable<ProfileLine> Ends(SqliteConnection connection, ImmutableArray<string> nodes)
    {
        foreach (var (about, order) in new[] { ("first contact", "ASC"), ("last contact", "DESC") })
        {
            foreach (var line in Lines(connection, nodes, 1,
                $"""
                SELECT '{about}', n.name || ' (' || e.kind || ')', e.date_from, e.date_to, NULL, e.id
                FROM mine m JOIN participations p ON p.node_id = m.id AND p.role <> '{Roles.Attendee}' JOIN events e ON e.id = p.event_id JOIN nodes n ON n.id = e.id
                WHERE e.status = '{EventStatuses.Held}' AND e.kind IN ({Contacts}) AND e.date IS NOT NULL
                ORDER BY e.date_from {order}, e.date_to {order}, e.id
                """))
            {
                yield return line;
            }
        }
    }

    private static List<ProfileLine> Lines(SqliteConnection connection, ImmutableArray<string> nodes, int most, string sql)
    {
        using var command = connection.CreateCommand();
        var names = new List<string>();
        foreach (var node in nodes)
        {
            names.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"($n{names.Count})"));
            command.Parameters.AddWithValue(names[^1].Trim('(', ')'), node);
        }

        command.CommandText = $"WITH mine(id) AS ({(names.Count == 0 ? "SELECT NULL WHERE 0" : "VALUES " + string.Join(", ", names))}) {sql} LIMIT {most.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        using var reader = command.ExecuteReader();
        var lines = new List<ProfileLine>();
        while (reader.Read())
        {
            lines.Add(new ProfileLine(reader.GetString(0), reader.Text(1) ?? "", reader.Text(2), reader.Text(3), reader.IsDBNull(4) ? null : reader.GetInt32(4), reader.Text(5)));
        }

        return lines;
    }
}
