using System.Collections.Immutable;
using KnowledgeGraph.Query.Naming;
using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Query;

/// <summary>What was agreed.</summary>
/// <param name="Id">The agreement's id.</param>
/// <param name="Date">Of the event at which it was reached; where that has none, the first publication.</param>
/// <param name="DateIsPublication">Whether the date is only that of the first report.</param>
/// <param name="Parties">Who agreed.</param>
/// <param name="Form">agreed, shared view…</param>
/// <param name="Text">What, in the article's words.</param>
/// <param name="Document">The document's name, where it has one.</param>
/// <param name="EventId">The event at which it was reached.</param>
/// <param name="Articles">Number of articles that tell it.</param>
/// <param name="Sources">The articles, in order of publication.</param>
public sealed record AgreementFound(
    string Id, string? Date, bool DateIsPublication, ImmutableArray<string> Parties, string Form, string Text, string? Document, string? EventId, int Articles,
    ImmutableArray<ContactSource> Sources);

/// <summary>A question for agreements.</summary>
/// <param name="Parties">Who is party to it: states, organisations or people, all of them.</param>
/// <param name="Since">Not before.</param>
/// <param name="Until">Not after.</param>
/// <param name="About">Words that stand in it.</param>
/// <param name="Limit">How many at most, the latest.</param>
public sealed record AgreementQuestion(ImmutableArray<string> Parties, string? Since, string? Until, string? About, int? Limit);

/// <summary>Answers what was agreed.</summary>
public static class Agreements
{
    /// <summary>The agreements that answer a question, in order of their date.</summary>
    /// <exception cref="FormatException">A date of the question is none.</exception>
    public static (ImmutableArray<AgreementFound> Found, ImmutableArray<Resolution> Names) Find(KnowledgeStore store, AgreementQuestion question, QueryVocabulary? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(question);
        var (since, until) = DayRange.Days(question.Since, question.Until);
        var resolver = new NameResolver(store, vocabulary);
        ImmutableArray<Resolution> names = [.. question.Parties.Select(resolver.Resolve)];
        if (names.Any(name => name.Found is null))
        {
            return ([], names);
        }

        using var details = new ContactDetails(store.Connection);
        using var partiesOf = store.Connection.Prepare(
            "SELECT DISTINCT n.name FROM edges e JOIN nodes n ON n.id = e.from_id WHERE e.to_id = $id AND e.type = 'AGREED_TO' ORDER BY n.name", "$id");
        var found = Read(store.Connection, [.. names.Select(name => name.Found!)], since, until, question.About);
        var shown = question.Limit is { } limit ? found.TakeLast(limit) : found;
        return ([.. shown.Select(row => row with { Parties = Parties(partiesOf, row.Id), Sources = details.Sources(row.Id) })], names);
    }

    private static List<AgreementFound> Read(SqliteConnection connection, ImmutableArray<Named> parties, string? since, string? until, string? about)
    {
        using var command = connection.Prepare(
            """
            SELECT a.id, a.form, a.text, a.document, a.event, a.articles, coalesce(a.held, a.told), a.held IS NULL FROM (
                SELECT n.id, n.properties ->> '$.form' AS form, n.properties ->> '$.text' AS text, n.properties ->> '$.document' AS document,
                    coalesce(n.properties ->> '$.articles', 0) AS articles, e.id AS event, e.date AS held, e.date_from, e.date_to,
                    (SELECT substr(min(t.properties ->> '$.published'), 1, 10) FROM edges r JOIN nodes t ON t.id = r.to_id WHERE r.from_id = n.id AND r.type = 'REPORTED_IN') AS told
                FROM nodes n LEFT JOIN edges at ON at.from_id = n.id AND at.type = 'REACHED_AT' LEFT JOIN events e ON e.id = at.to_id
                WHERE n.id >= 'agreement:' AND n.id < 'agreement;' GROUP BY n.id) a
            WHERE ($since IS NULL OR coalesce(a.date_to, a.told) >= $since) AND ($until IS NULL OR coalesce(a.date_from, a.told) <= $until)
                AND ($about IS NULL OR instr(a.text, $about) > 0 OR instr(coalesce(a.document, ''), $about) > 0)
            ORDER BY coalesce(a.date_from, a.told) IS NULL, coalesce(a.date_from, a.told), a.id
            """,
            "$since", "$until", "$about");
        var of = parties.Select(party => Of(connection, party)).ToList();
        using var reader = command.Bind(since, until, about).ExecuteReader();
        var rows = new List<AgreementFound>();
        while (reader.Read())
        {
            var id = reader.GetString(0);
            if (of.TrueForAll(ids => ids.Contains(id)))
            {
                rows.Add(new AgreementFound(
                    id, reader.Text(6), reader.GetBoolean(7), [], reader.Text(1) ?? "", reader.Text(2) ?? "", reader.Text(3), reader.Text(4), reader.GetInt32(5), []));
            }
        }

        return rows;
    }

    /// <summary>The agreements of a party.</summary>
    private static HashSet<string> Of(SqliteConnection connection, Named party)
    {
        using var command = connection.Prepare("SELECT to_id FROM edges WHERE from_id = $node AND type = 'AGREED_TO'", "$node");
        var agreements = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in party.Nodes)
        {
            using var reader = command.Bind(node).ExecuteReader();
            while (reader.Read())
            {
                agreements.Add(reader.GetString(0));
            }
        }

        return agreements;
    }

    private static ImmutableArray<string> Parties(SqliteCommand partiesOf, string agreement)
    {
        using var reader = partiesOf.Bind(agreement).ExecuteReader();
        var parties = ImmutableArray.CreateBuilder<string>();
        while (reader.Read())
        {
            parties.Add(reader.GetString(0));
        }

        return parties.ToImmutable();
    }
}
