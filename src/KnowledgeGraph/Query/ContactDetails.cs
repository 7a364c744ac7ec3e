using System.Collections.Immutable;
using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Query;

/// <summary>
/// Reads what hangs on an event: who took part, and which articles tell it in which words. For many events: each statement is
/// prepared once.
/// </summary>
internal sealed class ContactDetails(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand partiesOf = connection.Prepare(
        $"""
        SELECT n.id, n.label, n.name, e.properties ->> '$.role', e.properties ->> '$.title', e.properties ->> '$.country',
            e.properties ->> '$.via', e.properties ->> '$.basis'
        FROM edges e JOIN nodes n ON n.id = e.from_id
        WHERE e.to_id = $event AND e.type = 'PARTICIPATED_IN' AND e.properties ->> '$.role' <> '{Roles.Attendee}'
        ORDER BY e.properties ->> '$.role' = '{Roles.Receiver}', n.name, n.id
        """,
        "$event");

    private readonly SqliteCommand sourcesOf = connection.Prepare(
        """
        SELECT n.id, n.properties ->> '$.title', n.properties ->> '$.publisher', n.properties ->> '$.published', n.properties ->> '$.url',
            a.root, n.properties ->> '$.file', e.properties ->> '$.text', e.properties ->> '$.attribution', e.properties ->> '$.start'
        FROM edges e JOIN nodes n ON n.id = e.to_id LEFT JOIN texts a ON a.id = n.id JOIN nodes told ON told.id = e.from_id
        WHERE e.from_id = $event AND e.type = 'REPORTED_IN' AND e.properties ->> '$.rule' IS NOT NULL
        ORDER BY e.properties ->> '$.status' IS NOT told.properties ->> '$.status', e.properties ->> '$.date' IS NOT told.properties ->> '$.date',
            n.properties ->> '$.url' IS NULL, n.properties ->> '$.published' IS NULL, n.properties ->> '$.published', n.id, e.properties ->> '$.start'
        """,
        "$event");

    private readonly SqliteCommand dateIn = connection.Prepare(
        """
        SELECT a.text, v.value ->> '$.provenance.date.start', v.value ->> '$.provenance.date.end'
        FROM texts a JOIN records r ON r.root = a.root AND r.file = a.file, json_each(r.json, '$.events') v
        WHERE a.id = $article AND v.value ->> '$.date' = $date AND v.value ->> '$.provenance.date.start' IS NOT NULL
            AND (v.value ->> '$.id' = $event OR v.value ->> '$.id' IN (SELECT id FROM former_ids WHERE node_id = $event))
        """,
        "$article", "$date", "$event");

    /// <summary>The principals, by name.</summary>
    public ImmutableArray<Party> Parties(string eventId)
    {
        using var reader = partiesOf.Bind(eventId).ExecuteReader();
        var parties = ImmutableArray.CreateBuilder<Party>();
        while (reader.Read())
        {
            parties.Add(new Party(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
                reader.Text(4), reader.Text(5), reader.Text(6), reader.Text(7)));
        }

        return parties.ToImmutable();
    }

    /// <summary>The articles that tell an event, the best first, each with its best words.</summary>
    public ImmutableArray<ContactSource> Sources(string eventId)
    {
        using var reader = sourcesOf.Bind(eventId).ExecuteReader();
        var sources = ImmutableArray.CreateBuilder<ContactSource>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (seen.Add(reader.GetString(0)))
            {
                sources.Add(new ContactSource(
                    reader.GetString(0), reader.Text(1) ?? "", reader.Text(2), reader.Text(3), reader.Text(4), reader.Text(5), reader.Text(6),
                    reader.GetString(7), reader.Text(8), reader.GetInt32(9)));
            }
        }

        return sources.ToImmutable();
    }

    /// <summary>The words that the event's date was read from, in the first article that gives this date in words of its own.</summary>
    public string? DateWords(string eventId, string date, ImmutableArray<ContactSource> sources)
    {
        foreach (var source in sources)
        {
            using var reader = dateIn.Bind(source.ArticleId, date, eventId).ExecuteReader();
            if (reader.Read())
            {
                return new Span(reader.GetInt32(1), reader.GetInt32(2)).Of(reader.GetString(0));
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        partiesOf.Dispose();
        sourcesOf.Dispose();
        dateIn.Dispose();
    }
}
