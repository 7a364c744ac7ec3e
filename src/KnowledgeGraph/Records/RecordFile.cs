using System.IO.Compression;
using System.Text;
using System.Text.Json;
using KnowledgeGraph.Articles;

namespace KnowledgeGraph.Records;

/// <summary>
/// Reads record files (JSON Lines, also gzipped) that were made elsewhere. They are input like any other: a record must carry
/// the text that its id is made of, and its evidence must be slices of that text.
/// </summary>
public static class RecordFile
{
    private const int MostLineCharacters = 64 << 20;

    /// <summary>The records of a file, read one by one.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name for errors.</param>
    /// <exception cref="InvalidDataException">A line is no usable record; the message names file and line and says what to do.</exception>
    public static IEnumerable<ExtractionRecord> Read(Stream stream, string name)
    {
        using var content = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var line = 0;
        foreach (var text in Lines(reader, () => InvalidLine(name, line + 1, $"is longer than {MostLineCharacters} characters")))
        {
            line++;
            if (text.Length > 0)
            {
                yield return Parse(text, name, line);
            }
        }
    }

    private static ExtractionRecord Parse(string text, string name, int line)
    {
        ExtractionRecord record;
        try
        {
            record = RecordJson.Read(text);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(InvalidLine(name, line, $"is no extraction record: {error.Message}").Message, error);
        }

        if (record.Article.Text is not { } article)
        {
            throw InvalidLine(name, line, "carries no text, which a store needs");
        }

        if (record.Article.Id != Article.IdOf(record.Article.Title, article))
        {
            throw InvalidLine(name, line, $"says {record.Article.Id}, but title and text are those of {Article.IdOf(record.Article.Title, article)}");
        }

        return Spans(record).All(span => span.Start >= 0 && span.Start <= span.End && span.End <= article.Length) && Evidence(record).All(words => article[words.Start..words.End] == words.Text)
            ? record
            : throw InvalidLine(name, line, "has evidence that is no slice of its text");
    }

    private static IEnumerable<EvidenceRecord> Evidence(ExtractionRecord record) =>
        record.Events.SelectMany(told => told.OtherEvidence.Prepend(told.Evidence)).Concat(record.Agreements.Select(told => told.Evidence));

    private static IEnumerable<Span> Spans(ExtractionRecord record) => Evidence(record).Select(words => new Span(words.Start, words.End))
        .Concat(record.Events.SelectMany(told => told.Provenance.Values).Select(value => new Span(value.Start, value.End)))
        .Concat(record.Persons.SelectMany(person => person.Mentions));

    private static IEnumerable<string> Lines(StreamReader reader, Func<InvalidDataException> tooLong)
    {
        var buffer = new char[1 << 16];
        var line = new StringBuilder();
        for (int read; (read = reader.Read(buffer, 0, buffer.Length)) > 0;)
        {
            var rest = buffer.AsMemory(0, read);
            for (int newline; (newline = rest.Span.IndexOf('\n')) >= 0; rest = rest[(newline + 1)..])
            {
                yield return line.Append(rest.Span[..newline]).ToString().TrimEnd('\r');
                line.Clear();
            }

            if (line.Append(rest.Span).Length > MostLineCharacters)
            {
                throw tooLong();
            }
        }

        yield return line.ToString();
    }

    private static InvalidDataException InvalidLine(string name, int line, string problem) => new(FormattableString.Invariant(
        $"{name}:{line}: the line {problem}. Make the file anew with kg extract --records FILE --with-text."));
}
