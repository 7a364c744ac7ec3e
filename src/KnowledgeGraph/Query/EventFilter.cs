using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KnowledgeGraph.Query.Naming;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Query;

/// <summary>Which events are asked for: the beginning of a statement that finds their ids by the store's indexes.</summary>
internal sealed record EventFilter
{
    /// <summary>Parties that all took part, each another one.</summary>
    public ImmutableArray<Named> Sides { get; init; } = [];

    /// <summary>What else some party is, be it one of the sides or not.</summary>
    public ImmutableArray<Named> Having { get; init; } = [];

    /// <summary>The kinds; all where empty.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>The statuses; all where empty.</summary>
    public ImmutableArray<string> Statuses { get; init; } = [];

    /// <summary>The first day; a bound that an undated event lacks is open.</summary>
    public string? Since { get; init; }

    /// <summary>The last day.</summary>
    public string? Until { get; init; }

    /// <summary>Only what no run up to this one had found.</summary>
    public int? AddedSince { get; init; }

    /// <summary>Begins a statement with the ids of the events, as <c>matching</c>.</summary>
    public SqliteCommand Matching(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        var sql = new StringBuilder("WITH ");
        foreach (var (named, index) in Sides.Concat(Having).Select((named, index) => (named, index)))
        {
            sql.Append(CultureInfo.InvariantCulture, $"side{index}(event_id, node_id) AS ({Participations(command, named)}), ");
        }

        sql.Append("matching AS (SELECT id FROM events WHERE 1");
        In(command, sql, "kind", Kinds);
        In(command, sql, "status", Statuses);
        Together(sql);
        for (var i = 0; i < Having.Length; i++)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND id IN (SELECT event_id FROM side{Sides.Length + i})");
        }

        Bound(command, sql, " AND (date_to >= {0} OR date_to IS NULL)", Since);
        Bound(command, sql, " AND (date_from <= {0} OR date_from IS NULL)", Until);
        Bound(command, sql, " AND first_run > {0}", AddedSince);
        command.CommandText = sql.Append(") ").ToString();
        return command;
    }

    /// <summary>The events in which the sides took part as different parties.</summary>
    private void Together(StringBuilder sql)
    {
        if (Sides.IsEmpty)
        {
            return;
        }

        sql.Append(" AND id IN (SELECT s0.event_id FROM side0 s0");
        for (var i = 1; i < Sides.Length; i++)
        {
            sql.Append(CultureInfo.InvariantCulture, $" JOIN side{i} s{i} ON s{i}.event_id = s0.event_id");
            for (var j = 0; j < i; j++)
            {
                sql.Append(CultureInfo.InvariantCulture, $" AND s{i}.node_id <> s{j}.node_id");
            }
        }

        sql.Append(')');
    }

    /// <summary>The participations of whomever a name names: the nodes of that name, or those who stood for the state or held the office.</summary>
    private static string Participations(SqliteCommand command, Named named)
    {
        var parts = new List<string>();
        if (!named.Nodes.IsEmpty)
        {
            var part = new StringBuilder();
            In(command, part, "node_id", named.Nodes);
            parts.Add(Part(part));
        }

        if (!named.Countries.IsEmpty || !named.Titles.IsEmpty)
        {
            var part = new StringBuilder();
            In(command, part, "country", named.Countries);
            In(command, part, "title", named.Titles);
            parts.Add(Part(part));
        }

        return parts.Count == 0 ? "SELECT NULL, NULL WHERE 0" : string.Join(" UNION ", parts);

        static string Part(StringBuilder condition) => $"SELECT event_id, node_id FROM participations WHERE role <> '{Roles.Attendee}'{condition}";
    }

    private static void In(SqliteCommand command, StringBuilder sql, string column, ImmutableArray<string> values)
    {
        if (!values.IsEmpty)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND {column} IN ({string.Join(", ", values.Select(value => Add(command, value)))})");
        }
    }

    private static void Bound(SqliteCommand command, StringBuilder sql, string condition, object? value)
    {
        if (value is not null)
        {
            sql.Append(string.Format(CultureInfo.InvariantCulture, condition, Add(command, value)));
        }
    }

    private static string Add(SqliteCommand command, object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"$v{command.Parameters.Count}");
        command.Parameters.AddWithValue(name, value);
        return name;
    }
}
