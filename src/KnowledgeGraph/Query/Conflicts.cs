using System.Collections.Immutable;
using System.Text.Json;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Query;

/// <summary>What articles contradict each other on: one value of one event.</summary>
/// <param name="EventId">The event's id.</param>
/// <param name="Caption">Its caption.</param>
/// <param name="Value"><c>date</c> or <c>place</c>.</param>
/// <param name="Stands">The value that stands in the graph.</param>
/// <param name="Tellings">What each telling says, in order of publication.</param>
public sealed record Conflict(string EventId, string Caption, string Value, string Stands, ImmutableArray<ConflictTelling> Tellings);

/// <summary>What one telling says.</summary>
/// <param name="Says">The value that it gives.</param>
/// <param name="Title">The article's title.</param>
/// <param name="Publisher">The medium.</param>
/// <param name="Published">Publication time.</param>
/// <param name="Url">Address.</param>
/// <param name="Sentence">The words that tell the event.</param>
public sealed record ConflictTelling(string Says, string Title, string? Publisher, string? Published, string? Url, string Sentence);

/// <summary>Finds the events that articles date or place in ways that cannot both be right; a vaguer date contradicts nothing.</summary>
public static class Conflicts
{
    /// <summary>The contradictions, by date of the event.</summary>
    public static IEnumerable<Conflict> Find(KnowledgeStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var command = store.Connection.Prepare(
            """
            SELECT e.id, n.name, e.status, e.date, n.properties ->> '$.place', n.properties ->> '$.otherPlaces'
            FROM events e JOIN nodes n ON n.id = e.id
            WHERE n.properties ->> '$.otherDates' IS NOT NULL OR n.properties ->> '$.otherPlaces' IS NOT NULL
            ORDER BY e.date_from IS NULL, e.date_from, e.id
            """);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var (id, caption, status) = (reader.GetString(0), reader.GetString(1), reader.GetString(2));
            if (reader.Text(3) is { } date && Contradicting(store.Connection, id, caption, "date", date, status, told => Excludes(date, told)) is { } dates)
            {
                yield return dates;
            }

            if (reader.Text(4) is { } place && reader.Text(5) is { } others
                && JsonDocument.Parse(others).RootElement.EnumerateArray().Select(other => other.GetString()).ToHashSet(StringComparer.Ordinal) is var elsewhere
                && Contradicting(store.Connection, id, caption, "place", place, status, elsewhere.Contains) is { } places)
            {
                yield return places;
            }
        }
    }

    /// <summary>Whether two dates cannot both be right: neither lies within the other.</summary>
    private static bool Excludes(string date, string told) =>
        DaySpan.OfEdtf(date) is { } one && DaySpan.OfEdtf(told) is { } other && !one.Contains(other) && !other.Contains(one);

    private static Conflict? Contradicting(
        SqliteConnection connection, string id, string caption, string value, string stands, string status, Func<string, bool> contradicts)
    {
        using var command = connection.Prepare(
            $"""
            SELECT p.properties ->> '$.{value}', n.name, n.properties ->> '$.publisher', n.properties ->> '$.published', n.properties ->> '$.url', p.properties ->> '$.text'
            FROM edges p JOIN nodes n ON n.id = p.to_id
            WHERE p.from_id = $event AND p.type = 'REPORTED_IN' AND p.properties ->> '$.status' = $status AND p.properties ->> '$.{value}' IS NOT NULL
            ORDER BY n.properties ->> '$.published' IS NULL, n.properties ->> '$.published', n.id, p.id
            """,
            "$event", "$status");
        using var reader = command.Bind(id, status).ExecuteReader();
        var tellings = ImmutableArray.CreateBuilder<ConflictTelling>();
        while (reader.Read())
        {
            tellings.Add(new ConflictTelling(reader.GetString(0), reader.GetString(1), reader.Text(2), reader.Text(3), reader.Text(4), reader.GetString(5)));
        }

        return tellings.Any(telling => contradicts(telling.Says)) ? new Conflict(id, caption, value, stands, tellings.ToImmutable()) : null;
    }
}
