using CsvHelper;

namespace KnowledgeGraph.Articles;

/// <summary>
/// Writes the status of every source as CSV (<c>--report</c>), one row a source in input order: source, status, reason,
/// title, published, dateSource, article. UTF-8 with byte order mark, so that spreadsheets show Chinese. Values that a
/// spreadsheet would run as formulas are quoted with an apostrophe.
/// </summary>
public sealed class StatusReport : IDisposable
{
    private static readonly string[] Columns = ["source", "status", "reason", "title", "published", "dateSource", "article"];

    private readonly CsvWriter csv;

    /// <param name="destination">Where to write; stays open.</param>
    public StatusReport(Stream destination)
    {
        csv = CsvWriter.Create(
            destination,
            new CsvWriterOptions { NewLine = "\n", Injection = CsvInjection.Escape, WriteByteOrderMark = true },
            leaveOpen: true);
        csv.WriteRecord(Columns);
    }

    /// <summary>Writes one source's row.</summary>
    public void Add(ReadResult result)
    {
        var article = result.Article;
        csv.WriteRecord(
        [
            result.Name,
            result.Status.Name(),
            result.Reason ?? "",
            article?.Title ?? "",
            article?.Published?.ToString() ?? "",
            article?.DateSource?.Name() ?? "",
            article?.Id ?? "",
        ]);
    }

    /// <summary>Writes out what is left.</summary>
    public void Dispose() => csv.Dispose();
}
