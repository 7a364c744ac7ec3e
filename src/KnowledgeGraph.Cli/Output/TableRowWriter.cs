using System.Text;

namespace KnowledgeGraph.Cli.Output;

/// <summary>
/// Rows as aligned columns, Chinese characters two cells wide, with the notes of each row below it. Columns that are empty in
/// every row are left out. On a terminal the table keeps to its width: the widest columns are wrapped.
/// </summary>
internal sealed class TableRowWriter(Terminal terminal) : RowWriter
{
    private const int Gap = 2;
    private const int NoteIndent = 4;
    private const int NarrowestColumn = 8;

    /// <summary>Where lines may have any length, a longer cell moves what stands behind it instead of widening every row.</summary>
    private const int WidestColumn = 60;
    private const string Bold = "\e[1m";
    private const string Faint = "\e[2m";
    private const string Plain = "\e[0m";
    private readonly List<Row> rows = [];

    public override void Write(Row row) => rows.Add(row);

    public override void Dispose()
    {
        if (rows.Count == 0)
        {
            return;
        }

        var shown = Row.Columns(rows);
        var widths = shown.Select(i => Math.Max(Cells(rows[0].Fields[i].Header!), Math.Min(WidestColumn, rows.Max(row => Cells(row.Fields[i].Text))))).ToList();
        Fit(shown, widths);
        Print([.. shown.Select(i => rows[0].Fields[i].Header!)], widths, Bold);
        foreach (var row in rows)
        {
            Print([.. shown.Select(i => Printable(row.Fields[i].Text))], widths, "");
            foreach (var note in row.Notes)
            {
                foreach (var line in terminal.Width > 0 ? Wrap(Printable(note), terminal.Width - NoteIndent) : [Printable(note)])
                {
                    Colour(new string(' ', NoteIndent) + line, Faint);
                }
            }
        }
    }

    /// <summary>Width of a text in cells.</summary>
    public static int Cells(string text) => CellWidth.Of(text);

    /// <summary>Narrows the widest columns, one cell at a time, until the table fits the terminal: ids, dates and numbers last.</summary>
    private void Fit(List<int> shown, List<int> widths)
    {
        var words = Enumerable.Range(0, shown.Count).Where(c => rows.Any(row => row.Fields[shown[c]].Text.AsSpan().IndexOfAnyExceptInRange('!', '~') >= 0)).ToList();
        foreach (var columns in new[] { words, [.. Enumerable.Range(0, shown.Count)] })
        {
            while (terminal.Width > 0 && columns.Count > 0 && widths.Sum() + (Gap * (widths.Count - 1)) > terminal.Width
                && columns.MaxBy(c => widths[c]) is var widest && widths[widest] > NarrowestColumn)
            {
                widths[widest]--;
            }
        }
    }

    private void Print(string[] cells, List<int> widths, string colour)
    {
        if (terminal.Width == 0)
        {
            Line(cells, widths, colour);
            return;
        }

        var wrapped = cells.Select((cell, c) => Wrap(cell, widths[c])).ToList();
        for (var i = 0; i < wrapped.Max(lines => lines.Count); i++)
        {
            Line([.. wrapped.Select(lines => i < lines.Count ? lines[i] : "")], widths, colour);
        }
    }

    private void Line(string[] cells, List<int> widths, string colour)
    {
        var line = "";
        var at = 0;
        for (var c = 0; c < cells.Length; c++)
        {
            line += new string(' ', Math.Max(c == 0 ? 0 : Gap, at - Cells(line))) + cells[c];
            at += widths[c] + Gap;
        }

        Colour(line.TrimEnd(), colour);
    }

    private void Colour(string line, string colour) =>
        terminal.Output.WriteLine(colour.Length == 0 || !terminal.HasColours ? line : colour + line + Plain);

    /// <summary>A text without control characters: what an article holds must not steer the terminal.</summary>
    private static string Printable(string text)
    {
        if (!text.Any(char.IsControl))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            clean.Append(char.IsControl(c) ? ' ' : c);
        }

        return clean.ToString();
    }

    /// <summary>Cuts a text into lines of at most some cells: at a space where one is near, else anywhere, as Chinese is.</summary>
    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var (start, used, space) = (0, 0, -1);
        for (var i = 0; i < text.Length;)
        {
            var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
            var cells = Cells(text.Substring(i, length));
            if (used + cells > width && i > start)
            {
                var end = space > start && char.IsAscii(text[i]) && char.IsAscii(text[i - 1]) ? space : i;
                lines.Add(text[start..end].TrimEnd());
                start = end < i ? end + 1 : end;
                (used, space) = (Cells(text[start..i]), -1);
            }

            space = text[i] == ' ' ? i : space;
            used += cells;
            i += length;
        }

        lines.Add(text[start..]);
        return lines;
    }
}
