using CsvHelper;

namespace KnowledgeGraph.Cli.Output;

/// <summary>
/// Rows as CSV with a header. Values that a spreadsheet would run as formulas are quoted with an apostrophe.
/// </summary>
internal sealed class CsvRowWriter(Terminal terminal) : RowWriter
{
    private readonly CsvWriter csv = CsvWriter.Create(
        terminal.Bytes, new CsvWriterOptions { NewLine = "\n", Injection = CsvInjection.Escape }, leaveOpen: true);

    private bool headed;

    public override void Write(Row row)
    {
        if (!headed)
        {
            csv.WriteRecord([.. row.Fields.Select(field => field.Name)]);
            headed = true;
        }

        csv.WriteRecord([.. row.Fields.Select(field => field.Text)]);
    }

    public override void Dispose() => csv.Dispose();
}
