using Spectre.Console;

namespace KnowledgeGraph.Cli.Output;

/// <summary>
/// Rows as aligned columns, Chinese characters two cells wide, with the notes of each row below it. Columns that are empty in
/// every row are left out.
/// </summary>
internal sealed class TableRowWriter(Terminal terminal) : RowWriter
{
    private const int Gap = 2;
    private const int WidestColumn = 60;
    private readonly List<Row> rows = [];

    public override void Write(Row row) => rows.Add(row);

    public override void Dispose()
    {
        if (rows.Count == 0)
        {
            return;
        }

        var shown = Enumerable.Range(0, rows[0].Fields.Count)
            .Where(i => rows[0].Fields[i].Header is not null && rows.Exists(row => row.Fields[i].Text.Length > 0)).ToList();
        var widths = shown.Select(i => Math.Min(WidestColumn, rows.Max(row => Cells(row.Fields[i].Text)))).ToList();
        for (var c = 0; c < shown.Count; c++)
        {
            widths[c] = Math.Max(widths[c], Cells(rows[0].Fields[shown[c]].Header!));
        }

        Line(shown.Select(i => rows[0].Fields[i].Header!), widths);
        foreach (var row in rows)
        {
            Line(shown.Select(i => row.Fields[i].Text), widths);
            foreach (var note in row.Notes)
            {
                terminal.Output.Write("    ");
                terminal.Output.WriteLine(note);
            }
        }
    }

    /// <summary>Width of a text in cells.</summary>
    public static int Cells(string text) => text.GetCellWidth();

    private void Line(IEnumerable<string> cells, List<int> widths)
    {
        var line = "";
        var at = 0;
        var c = 0;
        foreach (var cell in cells)
        {
            var width = Cells(line);
            line += new string(' ', Math.Max(c == 0 ? 0 : Gap, at - width)) + cell;
            at += widths[c] + Gap;
            c++;
        }

        terminal.Output.WriteLine(line.TrimEnd());
    }
}
