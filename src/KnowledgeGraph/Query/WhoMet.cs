using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Query;

/// <summary>Answers who met whom from the store's indexes alone.</summary>
public static class WhoMet
{
    private static readonly ImmutableArray<string> Kinds =
        [EventKinds.Meeting, EventKinds.VideoMeeting, EventKinds.PhoneCall, EventKinds.Visit, EventKinds.Message];

    /// <summary>The contacts that answer a question.</summary>
    /// <param name="store">The store.</param>
    /// <param name="question">The question.</param>
    /// <exception cref="FormatException">A date of the question is none; the message says what to write.</exception>
    public static WhoMetAnswer Find(KnowledgeStore store, WhoMetQuestion question)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(question);
        var since = question.Since is { } first ? Day(DayRange.First(first)) : null;
        var until = question.Until is { } last ? Day(DayRange.Last(last)) : null;
        var inTime = since is not null || until is not null;
        var contacts = ImmutableArray.CreateBuilder<Contact>();
        var details = new ContactDetails(store.Connection);
        using (var command = Matching(store.Connection, question, since, until))
        {
            command.CommandText += """
                SELECT e.id, e.kind, e.status, e.date, n.properties ->> '$.place', n.properties ->> '$.country', n.properties ->> '$.occasion',
                    n.properties ->> '$.articles', n.properties ->> '$.origins'
                FROM matching m JOIN events e ON e.id = m.id JOIN nodes n ON n.id = e.id
                WHERE e.date IS NOT NULL OR $undated
                """;
            command.CommandText += question.Latest is null
                ? " ORDER BY e.date IS NULL, e.date_from, e.date_to, e.id"
                : " ORDER BY e.date IS NULL, e.date_from DESC, e.date_to DESC, e.id DESC LIMIT $latest";
            command.Parameters.AddWithValue("$latest", (object?)question.Latest ?? DBNull.Value);
            command.Parameters.AddWithValue("$undated", question.Undated || !inTime);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                contacts.Add(Read(reader, details, question));
            }
        }

        if (question.Latest is not null)
        {
            contacts.Reverse();
        }

        return new WhoMetAnswer(contacts.ToImmutable(), inTime && !question.Undated ? CountUndated(store.Connection, question, since, until) : 0);
    }

    /// <summary>How many contacts answer a question, whatever their date.</summary>
    public static int Count(KnowledgeStore store, WhoMetQuestion question)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(question);
        using var command = Matching(store.Connection, question, null, null);
        command.CommandText += "SELECT count(*) FROM matching";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static int CountUndated(SqliteConnection connection, WhoMetQuestion question, string? since, string? until)
    {
        using var command = Matching(connection, question, since, until);
        command.CommandText += "SELECT count(*) FROM matching m JOIN events e ON e.id = m.id WHERE e.date IS NULL";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Begins a statement with the ids of the events that fit the question, as <c>matching</c>. A bound that an undated event lacks is open.</summary>
    internal static SqliteCommand Matching(SqliteConnection connection, WhoMetQuestion question, string? since, string? until)
    {
        var command = connection.CreateCommand();
        var sql = new StringBuilder("WITH ");
        if (question.Person is { } person)
        {
            sql.Append(PartyQuery("one_side", "$person")).Append(", ");
            command.Parameters.AddWithValue("$person", person);
        }

        if (question.With is { } with)
        {
            sql.Append(PartyQuery("other_side", "$with")).Append(", ");
            command.Parameters.AddWithValue("$with", with);
        }

        sql.Append("matching AS (SELECT id FROM events WHERE kind IN (").Append(Listed(command, "$kind", Kinds))
            .Append(") AND status IN (").Append(Listed(command, "$status", question.Statuses)).Append(')');
        sql.Append((question.Person, question.With) switch
        {
            (null, null) => "",
            (_, null) => " AND id IN (SELECT event_id FROM one_side)",
            (null, _) => " AND id IN (SELECT event_id FROM other_side)",
            _ => " AND id IN (SELECT a.event_id FROM one_side a JOIN other_side b ON b.event_id = a.event_id AND b.node_id <> a.node_id)",
        });
        if (since is not null)
        {
            sql.Append(" AND (date_to >= $since OR date_to IS NULL)");
            command.Parameters.AddWithValue("$since", since);
        }

        if (until is not null)
        {
            sql.Append(" AND (date_from <= $until OR date_from IS NULL)");
            command.Parameters.AddWithValue("$until", until);
        }

        command.CommandText = sql.Append(") ").ToString();
        return command;
    }

    /// <summary>The participations of whomever a name names: by name, by state stood for, by office held at the event.</summary>
    private static string PartyQuery(string table, string name) => $"""
        {table}(event_id, node_id) AS (
            SELECT event_id, node_id FROM participations WHERE node_id IN (SELECT node_id FROM names WHERE name = {name}) AND role <> '{Roles.Attendee}'
            UNION SELECT event_id, node_id FROM participations WHERE country IN (
                SELECT {name} UNION SELECT n.name FROM names m JOIN nodes n ON n.id = m.node_id WHERE m.name = {name} AND n.label = 'Country') AND role <> '{Roles.Attendee}'
            UNION SELECT event_id, node_id FROM participations WHERE title = {name} AND role <> '{Roles.Attendee}'
            UNION SELECT event_id, node_id FROM participations WHERE office = {name} AND role <> '{Roles.Attendee}')
        """;

    private static string Listed(SqliteCommand command, string prefix, ImmutableArray<string> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"{prefix}{i}"), values[i]);
        }

        return string.Join(", ", Enumerable.Range(0, values.Length).Select(i => string.Create(CultureInfo.InvariantCulture, $"{prefix}{i}")));
    }

    private static Contact Read(SqliteDataReader reader, ContactDetails details, WhoMetQuestion question)
    {
        var (id, date) = (reader.GetString(0), reader.Text(3));
        var parties = details.Parties(id);
        var who = question.Person is { } person ? parties.Where(party => details.Names(party, person)).ToImmutableArray() : parties.Take(1).ToImmutableArray();
        var whom = parties.RemoveRange(who);
        if (whom.IsEmpty && reader.GetString(1) != EventKinds.Visit)
        {
            // All sides answer to one name (two foreign ministers, a state's two parties): the first stands opposite the others.
            (who, whom) = ([.. who.Take(1)], [.. who.Skip(1)]);
        }

        var sources = details.Sources(id);
        return new Contact
        {
            EventId = id,
            Kind = reader.GetString(1),
            Status = reader.GetString(2),
            Date = date,
            DateWords = date is null ? null : details.DateWords(id, date, sources),
            Who = who,
            Whom = whom,
            Place = reader.Text(4),
            Country = reader.Text(5),
            Occasion = reader.Text(6),
            Articles = reader.IsDBNull(7) ? 0 : reader.GetInt32(7),
            Origins = reader.IsDBNull(8) ? 0 : reader.GetInt32(8),
            Sources = sources,
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
