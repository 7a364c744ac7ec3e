using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Evaluation;

/// <summary>
/// A coding sheet: events drawn at random from an archive, each with its sentence and empty columns in which a person says
/// whether the event and each of its values is right. Reading it back gives the precision on that archive.
/// </summary>
public static class CodingSheet
{
    /// <summary>Columns that a person fills in with y or n; an empty cell was not judged.</summary>
    public static readonly ImmutableArray<string> Judgements =
        ["right_event", "right_kind", "right_status", "right_participants", "right_date", "right_place"];

    private static readonly string[] Columns =
        ["event", "kind", "status", "participants", "date", "place", "country", "sentence", "rule", "title", "published", "publisher", "link", "file", "article", .. Judgements];

    private static readonly string[] Yes = ["y", "yes", "1", "true"];
    private static readonly string[] No = ["n", "no", "0", "false"];

    /// <summary>Draws events: the same ones for the same seed and archive, on every machine.</summary>
    /// <param name="records">The records of the archive.</param>
    /// <param name="count">How many to draw.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="stratum">Groups from which equally many are drawn, where possible; <see langword="null"/> draws from all alike.</param>
    /// <remarks>The records are passed through once; only the drawn are kept.</remarks>
    public static ImmutableArray<SampledEvent> Draw(IEnumerable<ExtractionRecord> records, int count, int seed, Func<EventRecord, string>? stratum = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);

        // An event's lot depends on the seed and its id alone; the least lots are drawn.
        var drawn = new SortedDictionary<string, SortedSet<(ulong Lot, string Id, SampledEvent Event)>>(StringComparer.Ordinal);
        var byLot = Comparer<(ulong Lot, string Id, SampledEvent Event)>.Create(static (a, b) => a.Lot != b.Lot ? a.Lot.CompareTo(b.Lot) : string.CompareOrdinal(a.Id, b.Id));
        foreach (var record in records)
        {
            foreach (var told in record.Events)
            {
                var group = stratum?.Invoke(told) ?? "";
                if (!drawn.TryGetValue(group, out var lots))
                {
                    drawn.Add(group, lots = new SortedSet<(ulong, string, SampledEvent)>(byLot));
                }

                lots.Add((Lot(seed, told.Id), told.Id, new SampledEvent(record.Article with { Text = null }, told)));
                if (lots.Count > count)
                {
                    lots.Remove(lots.Max);
                }
            }
        }

        // One from each group in turn, until enough are drawn.
        var picked = drawn.Values.SelectMany(lots => lots.Select((lot, turn) => (turn, lot)))
            .OrderBy(pair => pair.turn).ThenBy(pair => pair.lot, byLot).Take(count).OrderBy(pair => pair.lot, byLot);
        return [.. picked.Select(pair => pair.lot.Event)];
    }

    /// <summary>Writes a sheet: CSV in UTF-8 with byte order mark; what a spreadsheet would run as a formula is quoted.</summary>
    public static void Write(IEnumerable<SampledEvent> events, Stream output)
    {
        ArgumentNullException.ThrowIfNull(events);
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n", Injection = CsvInjection.Escape, WriteByteOrderMark = true }, leaveOpen: true);
        csv.WriteRecord(Columns);
        foreach (var (article, told) in events)
        {
            csv.WriteRecord(
            [
                told.Id, told.Kind, told.Status, string.Join('、', told.Participants.Select(participant => participant.Name)), told.Date ?? "", told.Place ?? "",
                told.Country ?? "", told.Evidence.Text, told.Rule, article.Title, article.Published ?? "", article.Publisher ?? "", article.Url ?? "", article.File,
                article.Id, .. Judgements.Select(_ => ""),
            ]);
        }
    }

    /// <summary>Reads the judgements of a sheet.</summary>
    /// <returns>For each column how many were judged and how many of these are right; last <c>all</c>: rows of which nothing that was judged is wrong.</returns>
    /// <exception cref="InvalidDataException">A cell says neither y nor n, or a column is missing; the message names line and column.</exception>
    public static ImmutableArray<Judged> Read(TextReader sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        using var csv = CsvReader.Create(sheet, new CsvReaderOptions { TrackLineNumbers = true });
        var counts = new (int Total, int Right)[Judgements.Length + 1];
        while (csv.Read())
        {
            var cells = Judgements.Select(column => Cell(csv, column)).ToArray();
            for (var i = 0; i < cells.Length; i++)
            {
                counts[i].Total += cells[i] is null ? 0 : 1;
                counts[i].Right += cells[i] == true ? 1 : 0;
            }

            counts[^1].Total += Array.TrueForAll(cells, cell => cell is null) ? 0 : 1;
            counts[^1].Right += Array.Exists(cells, cell => cell == true) && !Array.Exists(cells, cell => cell == false) ? 1 : 0;
        }

        return [.. Judgements.Append("all").Zip(counts, (name, count) => new Judged(name, count.Total, count.Right))];
    }

    private static bool? Cell(CsvReader csv, string column)
    {
        var index = csv.Headers.Select(header => header.Trim('\ufeff', ' ')).ToList().IndexOf(column);
        if (index < 0)
        {
            throw new InvalidDataException($"The sheet has no column {column}: expected a sheet as kg sample writes it.");
        }

        var text = index < csv.FieldCount ? csv.GetString(index).Trim() : "";
        return text.Length == 0 ? null
            : Yes.Contains(text, StringComparer.OrdinalIgnoreCase) ? true
            : No.Contains(text, StringComparer.OrdinalIgnoreCase) ? false
            : throw new InvalidDataException(FormattableString.Invariant($"line {csv.LineNumber}, column {column}: expected y, n or nothing, found '{text}'."));
    }

    private static ulong Lot(int seed, string id) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed} {id}"))));
}

/// <summary>An event of a sample.</summary>
/// <param name="Article">Its article.</param>
/// <param name="Event">The event.</param>
public sealed record SampledEvent(ArticleRecord Article, EventRecord Event);

/// <summary>What a person said of one column of a sheet.</summary>
/// <param name="Name">The column, or <c>all</c>.</param>
/// <param name="Total">How many were judged.</param>
/// <param name="Right">How many of these are right.</param>
public sealed record Judged(string Name, int Total, int Right)
{
    /// <summary>The 95 % point of the normal distribution, two-sided.</summary>
    private const double Z = 1.959964;

    /// <summary>Share that is right, 0 to 1; 0 where nothing was judged.</summary>
    public double Precision => Total == 0 ? 0 : (double)Right / Total;

    /// <summary>
    /// The 95 % interval of the share (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    /// 1927): good for few cases and shares near 0 or 1. From 0 to 1 where nothing was judged.
    /// </summary>
    public (double Low, double High) Interval
    {
        get
        {
            if (Total == 0)
            {
                return (0, 1);
            }

            var (n, p) = ((double)Total, Precision);
            var middle = p + (Z * Z / (2 * n));
            var spread = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
            var scale = 1 + (Z * Z / n);
            return (Math.Max(0, (middle - spread) / scale), Math.Min(1, (middle + spread) / scale));
        }
    }
}
