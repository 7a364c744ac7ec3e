namespace KnowledgeGraph.Cli.Output;

/// <summary>Writes the rows of an answer in one format (<c>--format</c>).</summary>
internal abstract class RowWriter : IDisposable
{
    /// <summary>The formats by name.</summary>
    public static readonly string[] Formats = ["table", "json", "jsonl", "csv", "md"];

    /// <summary>The writer of a format.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="terminal">Where to write.</param>
    public static RowWriter Create(string format, Terminal terminal) => format switch
    {
        "json" => new JsonRowWriter(terminal, lines: false),
        "jsonl" => new JsonRowWriter(terminal, lines: true),
        "csv" => new CsvRowWriter(terminal),
        "md" => new MarkdownRowWriter(terminal),
        _ => new TableRowWriter(terminal),
    };

    /// <summary>Writes a row.</summary>
    public abstract void Write(Row row);

    /// <summary>Writes what is left.</summary>
    public abstract void Dispose();
}
