using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>
/// Writes a graph as the files that <c>neo4j-admin database import full</c> reads: one for each label and one for each type of
/// edge between two labels, and a README with the command that loads them.
/// </summary>
public sealed class Neo4jCsvWriter(IExportFiles files) : GraphWriter, IDisposable
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n" };
    private readonly Dictionary<string, Table> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<EdgeGroup, Table> edges = [];

    /// <inheritdoc/>
    protected override void Begin(GraphShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        foreach (var (label, group) in shape.Nodes)
        {
            nodes[label] = new Table(files.Create(NodeFile(label)), group.Properties, [$"id:ID({label})"], [":LABEL"]);
        }

        foreach (var (edge, group) in shape.Edges)
        {
            edges[edge] = new Table(files.Create(EdgeFile(edge)), group.Properties, [$":START_ID({edge.From})", "key"], [$":END_ID({edge.To})", ":TYPE"]);
        }

        using var readme = new StreamWriter(files.Create("README.md"), new UTF8Encoding(false)) { NewLine = "\n" };
        Describe(shape, readme);
    }

    /// <inheritdoc/>
    protected override void Node(GraphNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        nodes[node.Labels[0]].Write([node.Id], node.Properties, [List(node.Labels)]);
    }

    /// <inheritdoc/>
    protected override void Edge(GraphEdge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        edges[EdgeGroup.Of(edge)].Write([edge.From, edge.Id], edge.Properties, [edge.To, edge.Type]);
    }

    /// <inheritdoc/>
    protected override void End() => Dispose();

    /// <summary>Closes all files.</summary>
    public void Dispose()
    {
        foreach (var table in nodes.Values.Concat(edges.Values))
        {
            table.Dispose();
        }
    }

    private static string NodeFile(string label) => $"nodes-{label}.csv";

    private static string EdgeFile(EdgeGroup group) => $"edges-{group}.csv";

    private static string Column(string property) => property + GraphSchema.TypeOf(property) switch
    {
        PropertyType.Integer => ":long",
        PropertyType.Number => ":double",
        PropertyType.Truth => ":boolean",
        PropertyType.Date => ":date",
        PropertyType.TextList => ":string[]",
        _ => "",
    };

    /// <summary>The tool parts lists at each semicolon and knows no way to escape one.</summary>
    private static string List(ImmutableArray<string> values) =>
        string.Join(';', values.Select(value => value.Replace(';', '\uFF1B')));

    private static void Describe(GraphShape shape, StreamWriter readme)
    {
        readme.WriteLine("# Into Neo4j");
        readme.WriteLine();
        readme.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{shape.NodeCount} nodes and {shape.EdgeCount} relations for `neo4j-admin database import full` of Neo4j 5. Stop the server, run this in this folder, and start the server. What the database `neo4j` held before is lost."));
        readme.WriteLine();
        readme.WriteLine("```bash");
        readme.WriteLine("neo4j-admin database import full neo4j --overwrite-destination --multiline-fields=true \\");
        var options = shape.Nodes.Keys.Select(label => "--nodes=" + NodeFile(label)).Concat(shape.Edges.Keys.Select(edge => "--relationships=" + EdgeFile(edge)));
        readme.WriteLine("  " + string.Join(" \\\n  ", options));
        readme.WriteLine("```");
        readme.WriteLine();
        readme.WriteLine("Then make the constraints and indexes (`schema.cypher` of kg). `date` is EDTF text (`2022-07`, `2025-10-30/2025-11-01`); `dateFrom` and `dateTo` are days. A relation's `key` is its id. In lists a semicolon within a value is written `；`.");
    }

    private sealed class Table : IDisposable
    {
        private readonly CsvWriter csv;
        private readonly ImmutableArray<string> properties;

        public Table(Stream stream, ImmutableSortedSet<string> names, ReadOnlySpan<string> before, ReadOnlySpan<string> after)
        {
            csv = CsvWriter.Create(stream, Options);
            properties = [.. names];
            csv.WriteRecord([.. before, .. properties.Select(Column), .. after]);
        }

        public void Write(ReadOnlySpan<string> before, ImmutableSortedDictionary<string, PropertyValue> values, ReadOnlySpan<string> after)
        {
            foreach (var field in before)
            {
                csv.WriteField(field);
            }

            foreach (var name in properties)
            {
                Write(values.GetValueOrDefault(name));
            }

            foreach (var field in after)
            {
                csv.WriteField(field);
            }

            csv.EndRecord();
        }

        public void Dispose() => csv.Dispose();

        /// <summary>An empty text is quoted: without quotes the tool leaves the property away.</summary>
        private void Write(PropertyValue? value)
        {
            var text = value is null ? null : PropertyText.Of(value, List);
            csv.WriteField(text, text is { Length: 0 } ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
        }
    }
}
