using System.Collections.Immutable;
using KnowledgeGraph.Query.Naming;
using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Query;

/// <summary>One step of a way from person to person.</summary>
/// <param name="From">Who.</param>
/// <param name="To">Whom he met or called.</param>
/// <param name="Contact">The contact that shows it best: of all theirs the most reported.</param>
/// <param name="Contacts">How many contacts they had.</param>
public sealed record ConnectionStep(string From, string To, Contact Contact, int Contacts);

/// <summary>Finds how two people are connected: by the fewest who met or called each other in turn.</summary>
public static class Connections
{
    private const string Relations = "'MET_WITH', 'CALLED'";

    /// <summary>A shortest way from one person to another; empty where there is none.</summary>
    /// <param name="store">The store.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="longest">How many steps at most.</param>
    public static ImmutableArray<ConnectionStep> Find(KnowledgeStore store, Named from, Named to, int longest)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var way = Shortest(store.Connection, from.Nodes, to.Nodes.ToHashSet(StringComparer.Ordinal), longest);
        return [.. way.Zip(way.Skip(1), (one, other) => Step(store.Connection, one, other))];
    }

    /// <summary>Breadth first, so that the first way found is a shortest; neighbours in order of id, so that it is always the same.</summary>
    private static List<string> Shortest(SqliteConnection connection, ImmutableArray<string> starts, HashSet<string> ends, int longest)
    {
        using var command = connection.Prepare(
            $"SELECT to_id FROM edges WHERE from_id = $id AND type IN ({Relations}) UNION SELECT from_id FROM edges WHERE to_id = $id AND type IN ({Relations}) ORDER BY 1", "$id");
        var before = starts.Distinct(StringComparer.Ordinal).ToDictionary(start => start, _ => (string?)null, StringComparer.Ordinal);
        var front = before.Keys.Order(StringComparer.Ordinal).ToList();
        for (var steps = 0; steps <= longest && front.Count > 0; steps++)
        {
            if (front.Find(ends.Contains) is { } reached)
            {
                var way = new List<string>();
                for (string? at = reached; at is not null; at = before[at])
                {
                    way.Insert(0, at);
                }

                return way;
            }

            var next = new List<string>();
            foreach (var one in front)
            {
                using var reader = command.Bind(one).ExecuteReader();
                while (reader.Read())
                {
                    if (before.TryAdd(reader.GetString(0), one))
                    {
                        next.Add(reader.GetString(0));
                    }
                }
            }

            front = next;
        }

        return [];
    }

    private static ConnectionStep Step(SqliteConnection connection, string from, string to)
    {
        using var command = connection.Prepare(
            $"""
            SELECT properties ->> '$.event' FROM edges WHERE type IN ({Relations}) AND ((from_id = $from AND to_id = $to) OR (from_id = $to AND to_id = $from))
            ORDER BY coalesce(properties ->> '$.articles', 0) DESC, properties ->> '$.date' IS NULL, properties ->> '$.dateFrom', id
            """,
            "$from", "$to");
        var events = new List<string>();
        using (var reader = command.Bind(from, to).ExecuteReader())
        {
            while (reader.Read())
            {
                events.Add(reader.GetString(0));
            }
        }

        var named = new Named(from, FormKinds.Person, [from], [], [], []);
        var contact = WhoMet.Contacts(connection, EventRows.ById(connection, events[0]), [named])[0];
        return new ConnectionStep(NameOf(connection, from), NameOf(connection, to), contact, events.Distinct(StringComparer.Ordinal).Count());
    }

    private static string NameOf(SqliteConnection connection, string node)
    {
        using var command = connection.Prepare("SELECT name FROM nodes WHERE id = $id", "$id");
        return (string)command.Bind(node).ExecuteScalar()!;
    }
}
