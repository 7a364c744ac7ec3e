namespace KnowledgeGraph.Cli.Output;

/// <summary>Rows as a Markdown table, the notes of all of them below it as a list.</summary>
internal sealed class MarkdownRowWriter(Terminal terminal) : RowWriter
{
    private readonly List<Row> rows = [];

    public override void Write(Row row) => rows.Add(row);

    public override void Dispose()
    {
        if (rows.Count == 0)
        {
            return;
        }

        var shown = Row.Columns(rows);
        Line(shown.Select(i => rows[0].Fields[i].Header!));
        Line(shown.Select(_ => "---"));
        foreach (var row in rows)
        {
            Line(shown.Select(i => Escape(row.Fields[i].Text)));
        }

        var notes = rows.SelectMany(row => row.Notes).ToList();
        if (notes.Count > 0)
        {
            terminal.Output.WriteLine();
            foreach (var note in notes)
            {
                terminal.Output.WriteLine("- " + Escape(note).TrimStart('-', ' '));
            }
        }
    }

    private void Line(IEnumerable<string> cells) => terminal.Output.WriteLine("| " + string.Join(" | ", cells) + " |");

    /// <summary>What would end a cell, or be taken for markup of Markdown or HTML.</summary>
    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
