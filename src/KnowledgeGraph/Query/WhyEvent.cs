using System.Collections.Immutable;
using System.Text.Json;
using KnowledgeGraph.Records;
using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Query;

/// <summary>Why the graph has an event: what each article says of it, in which words, found by which rule.</summary>
/// <param name="EventId">The event's id.</param>
/// <param name="Caption">Its caption.</param>
/// <param name="Status">The status that stands.</param>
/// <param name="Reports">The tellings, in order of publication.</param>
public sealed record EventExplanation(string EventId, string Caption, string Status, ImmutableArray<ReportExplanation> Reports);

/// <summary>One article's telling.</summary>
/// <param name="RecordEventId">The event's id in the article's record.</param>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">The medium.</param>
/// <param name="Published">Publication time.</param>
/// <param name="Url">Its address.</param>
/// <param name="Root">The root that <paramref name="File"/> is relative to.</param>
/// <param name="File">The source read.</param>
/// <param name="Sentence">The words that show the event best.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Confidence">The rule's measured precision, where measured.</param>
/// <param name="Values">Each value with the words that it came from.</param>
public sealed record ReportExplanation(
    string RecordEventId, string ArticleId, string Title, string? Publisher, string? Published, string? Url, string Root, string File,
    string Sentence, string Rule, double? Confidence, ImmutableArray<ExplainedValue> Values);

/// <summary>Explains events from the records in the store.</summary>
public static class WhyEvent
{
    /// <summary>Why the graph has an event.</summary>
    /// <param name="store">The store.</param>
    /// <param name="id">The event's id, or one that it had before it was merged.</param>
    /// <returns>The explanation, or <see langword="null"/> where no event has or had the id.</returns>
    public static EventExplanation? Find(KnowledgeStore store, string id)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var command = store.Connection.Prepare(
            """
            SELECT n.id, n.name, e.status FROM events e JOIN nodes n ON n.id = e.id
            WHERE e.id = $id OR e.id = (SELECT node_id FROM former_ids WHERE id = $id)
            """,
            "$id");
        using var reader = command.Bind(id).ExecuteReader();
        return reader.Read()
            ? new EventExplanation(reader.GetString(0), reader.GetString(1), reader.GetString(2), Reports(store.Connection, reader.GetString(0)))
            : null;
    }

    private static ImmutableArray<ReportExplanation> Reports(SqliteConnection connection, string id)
    {
        using var command = connection.Prepare(
            """
            SELECT v.value, a.text, a.id, a.title, s.publisher, s.published, s.url, s.root, s.file
            FROM (SELECT DISTINCT to_id FROM edges WHERE from_id = $id AND type = 'REPORTED_IN') t
            JOIN texts a ON a.id = t.to_id JOIN sources s ON s.root = a.root AND s.file = a.file
            JOIN records r ON r.root = a.root AND r.file = a.file, json_each(r.json, '$.events') v
            WHERE v.value ->> '$.id' = $id OR v.value ->> '$.id' IN (SELECT id FROM former_ids WHERE node_id = $id)
            ORDER BY s.published IS NULL, s.published, a.id, v.key
            """,
            "$id");
        using var reader = command.Bind(id).ExecuteReader();
        var reports = ImmutableArray.CreateBuilder<ReportExplanation>();
        while (reader.Read())
        {
            var told = JsonSerializer.Deserialize(reader.GetString(0), RecordJsonContext.Readable.EventRecord)!;
            reports.Add(new ReportExplanation(
                told.Id, reader.GetString(2), reader.GetString(3), reader.Text(4), reader.Text(5), reader.Text(6), reader.GetString(7), reader.GetString(8),
                told.Evidence.Text, told.Rule, told.Confidence, ExplainedValue.Of(told, reader.GetString(1))));
        }

        return reports.ToImmutable();
    }
}
