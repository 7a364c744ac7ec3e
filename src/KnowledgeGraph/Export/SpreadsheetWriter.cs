using System.Collections.Immutable;
using CsvHelper;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>
/// Writes a graph as tables for spreadsheets: one for each label and one for each type of edge, the names of both ends beside
/// their ids. A cell that a spreadsheet would run as a formula begins with an apostrophe.
/// </summary>
public sealed class SpreadsheetWriter(IExportFiles files) : GraphWriter, IDisposable
{
    // Excel takes a file for UTF-8 only if it begins with a byte order mark.
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };
    private readonly Dictionary<string, Table> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override void Begin(GraphShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        foreach (var (label, group) in shape.Nodes)
        {
            tables[label] = new Table(files.Create(label + ".csv"), ["id", "name", "kind"], group.Properties.Except(["name", "kind"]));
        }

        foreach (var type in shape.Edges.GroupBy(group => group.Key.Type, StringComparer.Ordinal))
        {
            tables[type.Key] = new Table(
                files.Create(type.Key + ".csv"), ["fromId", "fromName", "toId", "toName"],
                type.SelectMany(group => group.Value.Properties).ToImmutableSortedSet(StringComparer.Ordinal));
        }
    }

    /// <inheritdoc/>
    protected override void Node(GraphNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        names.Add(node.Id, node.Name);
        tables[node.Labels[0]].Write([node.Id, node.Name, node.Labels[^1]], node.Properties);
    }

    /// <inheritdoc/>
    protected override void Edge(GraphEdge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        tables[edge.Type].Write([edge.From, names[edge.From], edge.To, names[edge.To]], edge.Properties);
    }

    /// <inheritdoc/>
    protected override void End() => Dispose();

    /// <summary>Closes all files.</summary>
    public void Dispose()
    {
        foreach (var table in tables.Values)
        {
            table.Dispose();
        }
    }

    private sealed class Table : IDisposable
    {
        private readonly CsvWriter csv;
        private readonly ImmutableArray<string> properties;

        public Table(Stream stream, ReadOnlySpan<string> first, ImmutableSortedSet<string> names)
        {
            csv = CsvWriter.Create(stream, Options);
            properties = [.. names];
            csv.WriteRecord([.. first, .. properties]);
        }

        public void Write(ReadOnlySpan<string> first, ImmutableSortedDictionary<string, PropertyValue> values)
        {
            foreach (var field in first)
            {
                csv.WriteField(field);
            }

            foreach (var name in properties)
            {
                csv.WriteField(values.TryGetValue(name, out var value) ? PropertyText.Of(value, static list => string.Join("; ", list)) : null);
            }

            csv.EndRecord();
        }

        public void Dispose() => csv.Dispose();
    }
}
