using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>
/// Writes a graph as a script for <c>cypher-shell -f</c>: constraints, then nodes, then edges, in statements of at most
/// <see cref="BlockSize"/> rows, each of one label or type. Run again it changes nothing.
/// </summary>
public sealed class CypherWriter(Stream stream) : GraphWriter, IDisposable
{
    /// <summary>Most rows of a statement.</summary>
    public const int BlockSize = 1000;

    private static readonly SearchValues<char> Special =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(other => char.IsControl(other) || other is '\'' or '\\')]);

    private readonly StreamWriter script = new(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
    private readonly SortedDictionary<string, Block> nodes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Block> edges = new(StringComparer.Ordinal);
    private GraphShape shape = null!;

    /// <inheritdoc/>
    protected override void Begin(GraphShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        this.shape = shape;
        script.WriteLine(string.Create(CultureInfo.InvariantCulture, $"// {shape.NodeCount} nodes, {shape.EdgeCount} relations. Run with: cypher-shell -f FILE"));
        foreach (var label in shape.Nodes.Keys)
        {
            script.WriteLine($"CREATE CONSTRAINT {label.ToLowerInvariant()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;");
        }

        script.WriteLine("CALL db.awaitIndexes();");
    }

    /// <inheritdoc/>
    protected override void Node(GraphNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var group = string.Join(':', node.Labels);
        if (!nodes.TryGetValue(group, out var block))
        {
            var more = string.Concat(node.Labels.Skip(1).Select(label => $" SET n:{label}"));
            nodes.Add(group, block = new Block("n", $"MERGE (n:{node.Labels[0]} {{id: row.id}}){more}", shape.Nodes[node.Labels[0]].Properties));
        }

        Add(block, $"id: {Literal(node.Id)}", node.Properties);
    }

    /// <inheritdoc/>
    protected override void Edge(GraphEdge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        Flush(nodes);
        var group = EdgeGroup.Of(edge);
        if (!edges.TryGetValue(group.ToString(), out var block))
        {
            edges.Add(group.ToString(), block = new Block(
                "r",
                $"MATCH (a:{group.From} {{id: row.a}}) MATCH (b:{group.To} {{id: row.b}}) MERGE (a)-[r:{group.Type} {{key: row.key}}]->(b)",
                shape.Edges[group].Properties));
        }

        Add(block, $"a: {Literal(edge.From)}, b: {Literal(edge.To)}, key: {Literal(edge.Id)}", edge.Properties);
    }

    /// <inheritdoc/>
    protected override void End()
    {
        Flush(nodes);
        Flush(edges);
        script.Flush();
    }

    /// <summary>Writes what is left; the stream stays open.</summary>
    public void Dispose() => script.Dispose();

    private void Add(Block block, string identity, ImmutableSortedDictionary<string, PropertyValue> properties)
    {
        var row = new StringBuilder("{").Append(identity);
        if (!block.Scalars.IsEmpty)
        {
            row.Append(", v: [").AppendJoin(", ", block.Scalars.Select(name => properties.TryGetValue(name, out var value) ? Literal(value) : "null")).Append(']');
        }

        foreach (var name in block.Lists)
        {
            if (properties.TryGetValue(name, out var value))
            {
                row.Append(", ").Append(name).Append(": ").Append(Literal(value));
            }
        }

        block.Rows.Add(row.Append('}').ToString());
        if (block.Rows.Count == BlockSize)
        {
            Write(block);
        }
    }

    private void Flush(SortedDictionary<string, Block> blocks)
    {
        foreach (var block in blocks.Values.Where(block => block.Rows.Count > 0))
        {
            Write(block);
        }

        blocks.Clear();
    }

    private void Write(Block block)
    {
        script.WriteLine("UNWIND [");
        for (var i = 0; i < block.Rows.Count; i++)
        {
            script.Write(block.Rows[i]);
            script.WriteLine(i + 1 < block.Rows.Count ? "," : "");
        }

        script.WriteLine("] AS row");
        script.Write(block.Pattern);
        script.WriteLine(block.Assignments.IsEmpty ? ";" : "\nSET " + string.Join(", ", block.Assignments) + ";");
        block.Rows.Clear();
    }

    private static string Literal(PropertyValue value) => value switch
    {
        TextValue text => Literal(text.Value),
        DateValue => Literal(PropertyText.Of(value, PropertyText.Json)),
        TextListValue list => $"[{string.Join(", ", list.Values.Select(Literal))}]",
        _ => PropertyText.Of(value, PropertyText.Json),
    };

    private static string Literal(string text)
    {
        if (!text.AsSpan().ContainsAny(Special))
        {
            return $"'{text}'";
        }

        var literal = new StringBuilder(text.Length + 8).Append('\'');
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\':
                    // Neo4j reads \uXXXX before it looks for strings, even behind a backslash: the two are kept apart.
                    literal.Append(i + 1 < text.Length && text[i + 1] == 'u' ? "\\\\' + '" : "\\\\");
                    break;
                case '\'':
                    literal.Append("\\'");
                    break;
                case var other when char.IsControl(other):
                    literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)other:X4}");
                    break;
                case var other:
                    literal.Append(other);
                    break;
            }
        }

        return literal.Append('\'').ToString();
    }

    /// <summary>
    /// Rows of one statement. A row has its plain values in one list: Neo4j takes a list of literals as one parameter, but each
    /// literal of a map as a parameter of its own, which is several times slower.
    /// </summary>
    private sealed class Block(string variable, string pattern, ImmutableSortedSet<string> properties)
    {
        public string Pattern => pattern;

        public ImmutableArray<string> Scalars { get; } = [.. properties.Where(name => GraphSchema.TypeOf(name) != PropertyType.TextList)];

        public ImmutableArray<string> Lists { get; } = [.. properties.Where(name => GraphSchema.TypeOf(name) == PropertyType.TextList)];

        public ImmutableArray<string> Assignments =>
        [
            .. Scalars.Select((name, index) => string.Create(
                CultureInfo.InvariantCulture,
                $"{variable}.{name} = {(GraphSchema.TypeOf(name) == PropertyType.Date ? $"date(row.v[{index}])" : $"row.v[{index}]")}")),
            .. Lists.Select(name => $"{variable}.{name} = row.{name}"),
        ];

        public List<string> Rows { get; } = [];
    }
}
