using System.Collections.Immutable;
using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Query;

/// <summary>An event with what stands in the store's own columns: enough to choose and order by.</summary>
internal sealed record EventRow(
    string Id, string Kind, string Status, string? Date, string? From, string? To, string? Place, string? Country, string? Venue, string? Occasion, int Articles, int Origins);

/// <summary>Reads the events that a filter lets through.</summary>
internal static class EventRows
{
    private const string Columns = """
        SELECT e.id, e.kind, e.status, e.date, e.date_from, e.date_to, n.properties ->> '$.place', n.properties ->> '$.country',
            n.properties ->> '$.venue', n.properties ->> '$.occasion', coalesce(n.properties ->> '$.articles', 0), coalesce(n.properties ->> '$.origins', 0)
        """;

    /// <summary>The events, by first possible day, then last, then id; undated ones last, where they are wanted.</summary>
    public static List<EventRow> Read(SqliteConnection connection, EventFilter filter, bool undated)
    {
        using var command = filter.Matching(connection);
        command.CommandText += Columns + """
             FROM matching m JOIN events e ON e.id = m.id JOIN nodes n ON n.id = e.id
            WHERE e.date IS NOT NULL OR $undated
            ORDER BY e.date IS NULL, e.date_from, e.date_to, e.id
            """;
        command.Parameters.AddWithValue("$undated", undated);
        return Read(command);
    }

    /// <summary>The event that has or once had an id; none where there is no such event.</summary>
    public static List<EventRow> ById(SqliteConnection connection, string id)
    {
        using var command = connection.Prepare(
            Columns + " FROM events e JOIN nodes n ON n.id = e.id WHERE e.id = $id OR e.id = (SELECT node_id FROM former_ids WHERE id = $id)", "$id");
        return Read(command.Bind(id));
    }

    /// <summary>How many events of each status a filter lets through.</summary>
    public static ImmutableSortedDictionary<string, int> CountByStatus(SqliteConnection connection, EventFilter filter, bool? dated = null)
    {
        using var command = filter.Matching(connection);
        command.CommandText += "SELECT e.status, count(*) FROM matching m JOIN events e ON e.id = m.id WHERE $dated IS NULL OR (e.date IS NOT NULL) = $dated GROUP BY e.status";
        command.Parameters.AddWithValue("$dated", (object?)dated ?? DBNull.Value);
        using var reader = command.ExecuteReader();
        var counts = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        while (reader.Read())
        {
            counts[reader.GetString(0)] = reader.GetInt32(1);
        }

        return counts.ToImmutable();
    }

    private static List<EventRow> Read(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var rows = new List<EventRow>();
        while (reader.Read())
        {
            rows.Add(new EventRow(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.Text(3), reader.Text(4), reader.Text(5), reader.Text(6), reader.Text(7),
                reader.Text(8), reader.Text(9), reader.GetInt32(10), reader.GetInt32(11)));
        }

        return rows;
    }
}
