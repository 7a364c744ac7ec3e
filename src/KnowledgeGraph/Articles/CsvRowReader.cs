using CsvHelper;

namespace KnowledgeGraph.Articles;

/// <summary>The rows of a CSV file with a header as sources, streamed. The separator is found from the first lines.</summary>
internal sealed class CsvRowReader(ReadOptions options)
{
    private const int SampleBytes = 1 << 16;

    public IEnumerable<ArticleSource> Read(Stream stream, string root, string name)
    {
        var sample = new byte[SampleBytes];
        var length = stream.ReadAtLeast(sample, SampleBytes, throwOnEndOfStream: false);
        var encoding = TextDecoding.Detect(sample.AsSpan(0, length), isWhole: length < SampleBytes);
        using var text = new StreamReader(new JoinedStream(sample.AsMemory(0, length), stream), encoding);
        var broken = new Queue<CsvMalformedRecord>();
        using var csv = CsvReader.Create(text, new CsvReaderOptions
        {
            MaxRecordSize = options.MaxSourceBytes,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = broken.Enqueue,
        });
        bool more;
        do
        {
            more = csv.Read();
            while (broken.TryDequeue(out var record))
            {
                yield return ArticleSource.Failed(root, Place(record.LineNumber), Reason(record.Reason));
            }

            if (more)
            {
                yield return OfRow(csv, root, Place(csv.LineNumber));
            }
        }
        while (more);

        string Place(long line) => FormattableString.Invariant($"{name}#{line}");
    }

    private ArticleSource OfRow(CsvReader csv, string root, string place)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(csv.Headers.Count, csv.FieldCount); i++)
        {
            row.TryAdd(csv.Headers[i].Trim(), csv.GetString(i));
        }

        var id = Whitespace.Collapse(row.GetValueOrDefault(options.Fields.Id, ""));
        return new ArticleSource
        {
            Root = root,
            Name = id.Length > 0 ? id : place,
            Format = SourceFormat.Csv,
            Bytes = csv.RawRecord.ToArray(),
            Row = row,
            Place = place,
        };
    }

    private static string Reason(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "A quote stands inside a field without quotes: expected the field in quotes and quotes in it doubled.",
        CsvMalformedReason.TextAfterClosingQuote => "Text stands behind a closing quote: expected a separator, and quotes within the field doubled.",
        CsvMalformedReason.UnterminatedQuote => "A quoted field is never closed.",
        _ => "The row is no sound CSV: " + reason,
    };

    /// <summary>The bytes already read, then the rest of the stream.</summary>
    private sealed class JoinedStream(ReadOnlyMemory<byte> head, Stream rest) : ForwardStream(rest)
    {
        private readonly Stream rest = rest;
        private ReadOnlyMemory<byte> head = head;

        public override int Read(Span<byte> buffer)
        {
            if (head.IsEmpty)
            {
                return rest.Read(buffer);
            }

            var count = Math.Min(buffer.Length, head.Length);
            head.Span[..count].CopyTo(buffer);
            head = head[count..];
            return count;
        }

        protected override void OnRead(int bytes)
        {
        }
    }
}
