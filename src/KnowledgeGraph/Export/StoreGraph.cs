using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Export;

/// <summary>
/// The graph of a store, or what belongs to the selected events: those who took part, with their offices, where it was, what
/// was agreed, the contacts and the articles. Whatever is written to the store meanwhile, all is read as it was at first.
/// </summary>
public static class StoreGraph
{
    private const string ChooseNodes = """
        CREATE TEMP TABLE chosen_nodes(id TEXT PRIMARY KEY) WITHOUT ROWID;
        INSERT INTO chosen_nodes SELECT id FROM chosen_events;
        INSERT OR IGNORE INTO chosen_nodes SELECT from_id FROM edges WHERE type IN ('PARTICIPATED_IN', 'REACHED_AT') AND to_id IN (SELECT id FROM chosen_events);
        INSERT OR IGNORE INTO chosen_nodes SELECT e.from_id FROM edges e JOIN edges r ON r.from_id = e.to_id AND r.type = 'REACHED_AT'
            WHERE e.type = 'AGREED_TO' AND r.to_id IN (SELECT id FROM chosen_events);
        INSERT OR IGNORE INTO chosen_nodes SELECT to_id FROM edges WHERE type = 'VISITED' AND properties ->> '$.event' IN (SELECT id FROM chosen_events);
        INSERT OR IGNORE INTO chosen_nodes SELECT to_id FROM edges WHERE type IN ('INVOLVES', 'HELD_AT', 'REPORTED_IN', 'HOLDS') AND from_id IN (SELECT id FROM chosen_nodes);
        INSERT OR IGNORE INTO chosen_nodes SELECT to_id FROM edges WHERE type IN ('OFFICE_OF', 'LOCATED_IN') AND from_id IN (SELECT id FROM chosen_nodes);
        """;

    // The plus keeps the order of ids, in which the rows lie, instead of an index that would have to be sorted.
    private const string ChosenEdges = """
        WHERE +from_id IN (SELECT id FROM chosen_nodes) AND +to_id IN (SELECT id FROM chosen_nodes)
            AND (type NOT IN ('MET_WITH', 'CALLED', 'WROTE_TO', 'VISITED') OR properties ->> '$.event' IN (SELECT id FROM chosen_events))
        """;

    /// <summary>Opens the graph; the store stays as it is now for its reader until it is closed.</summary>
    /// <param name="store">A store open for reading.</param>
    /// <param name="selection">What to select.</param>
    /// <param name="undated">How many undated events were left out that else fit.</param>
    public static GraphStream Open(KnowledgeStore store, GraphSelection selection, out long undated)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(selection);
        StoreSchema.Execute(store.Connection, "PRAGMA temp_store = MEMORY; BEGIN");
        undated = 0;
        if (selection.IsEverything)
        {
            return GraphStream.Of(store);
        }

        Choose(store.Connection, selection);
        undated = selection is { Since: null, Until: null } ? 0 : CountUndated(store.Connection, selection);
        return new GraphStream(
            GraphTables.Nodes(store.Connection, "WHERE id IN (SELECT id FROM chosen_nodes)").Select(GraphStorage.Node),
            GraphTables.Edges(store.Connection, ChosenEdges).Select(GraphStorage.Edge));
    }

    private static void Choose(SqliteConnection connection, GraphSelection selection)
    {
        StoreSchema.Execute(connection, "CREATE TEMP TABLE chosen_events(id TEXT PRIMARY KEY) WITHOUT ROWID");
        using (var command = Matching(connection, "INSERT INTO chosen_events SELECT id", selection, dated: true))
        {
            command.ExecuteNonQuery();
        }

        StoreSchema.Execute(connection, ChooseNodes);
    }

    private static long CountUndated(SqliteConnection connection, GraphSelection selection)
    {
        using var command = Matching(connection, "SELECT count(*)", selection, dated: false);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static SqliteCommand Matching(SqliteConnection connection, string what, GraphSelection selection, bool dated)
    {
        var command = connection.CreateCommand();
        var sql = new StringBuilder(what).Append(" FROM events WHERE true");
        var inTime = selection.Since is not null || selection.Until is not null;
        if (inTime)
        {
            sql.Append(dated ? " AND date IS NOT NULL" : " AND date IS NULL");
        }

        Add(" AND (date_to >= $since OR date_to IS NULL)", "$since", Day(selection.Since));
        Add(" AND (date_from <= $until OR date_from IS NULL)", "$until", Day(selection.Until));
        AddList("kind", selection.Kinds, "kind IN ({0})");
        AddList("status", selection.Statuses, "status IN ({0})");
        AddList("person", selection.Persons, $"id IN (SELECT event_id FROM participations WHERE role <> '{Roles.Attendee}' AND node_id IN ({{0}}))");
        AddList("country", selection.Countries, $"id IN (SELECT from_id FROM edges WHERE type = '{Relations.Involves}' AND to_id IN ({{0}}))");
        command.CommandText = sql.ToString();
        return command;

        void Add(string condition, string name, string? value)
        {
            if (value is not null)
            {
                sql.Append(condition);
                command.Parameters.AddWithValue(name, value);
            }
        }

        void AddList(string name, ImmutableArray<string> values, string condition)
        {
            if (!values.IsEmpty)
            {
                var names = values.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"${name}{index}")).ToList();
                sql.Append(" AND ").AppendFormat(CultureInfo.InvariantCulture, condition, string.Join(", ", names));
                names.Zip(values).ToList().ForEach(pair => command.Parameters.AddWithValue(pair.First, pair.Second));
            }
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
