using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace KnowledgeGraph.Articles;

/// <summary>The articles within a file: the file itself, an archive's entries, the rows of a table.</summary>
internal sealed class SourceContents(ReadOptions options)
{
    private readonly JsonLinesReader jsonLines = new(options);
    private readonly CsvRowReader csv = new(options);

    public IEnumerable<ArticleSource> OfFile(string path, string root, string name, FileKind kind)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        var sources = kind.Format switch
        {
            SourceFormat.Zip => InZip(file, root, name),
            SourceFormat.Tar => InTar(kind.IsGzip ? Unzip(file) : file, root, name),
            _ => InStream(file, root, name, kind),
        };
        foreach (var source in sources)
        {
            yield return source;
        }
    }

    public IEnumerable<ArticleSource> Lines(Stream stream, string root, string name) => jsonLines.Read(stream, root, name);

    private IEnumerable<ArticleSource> InStream(Stream stream, string root, string name, FileKind kind)
    {
        using var content = kind.IsGzip ? Unzip(stream) : stream;
        var sources = kind.Format switch
        {
            SourceFormat.JsonLines => jsonLines.Read(content, root, name),
            SourceFormat.Csv => csv.Read(content, root, name),
            _ => [new ArticleSource { Root = root, Name = name, Format = kind.Format, Bytes = ReadWhole(content) }],
        };
        foreach (var source in sources)
        {
            yield return source;
        }
    }

    private IEnumerable<ArticleSource> InZip(FileStream file, string root, string name)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true, Encoding.Latin1);
        var budget = new ExpansionBudget(options, () => file.Length);
        foreach (var entry in archive.Entries)
        {
            var entryName = EntryName(entry.FullName);
            if (!entryName.EndsWith('/'))
            {
                foreach (var source in InEntry(root, name, entryName, () => new BudgetedStream(entry.Open(), budget)))
                {
                    yield return source;
                }

                budget.ThrowIfExceeded();
            }
        }
    }

    private IEnumerable<ArticleSource> InTar(Stream stream, string root, string name)
    {
        using var archive = new TarReader(stream);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile)
            {
                foreach (var source in InEntry(root, name, entry.Name.TrimStart('.', '/'), () => entry.DataStream ?? Stream.Null))
                {
                    yield return source;
                }
            }
        }
    }

    private IEnumerable<ArticleSource> InEntry(string root, string archive, string entry, Func<Stream> open)
    {
        var name = $"{archive}!/{entry}";
        var segments = entry.Split('/');
        var kind = FileKind.Of(segments[^1]);
        var reason = FileKind.WhyNone(segments[^1])
            ?? (segments.Any(segment => segment.StartsWith('.') || segment == "__MACOSX") ? "in a hidden folder" : null)
            ?? (kind.Format is SourceFormat.Other or SourceFormat.Csv or SourceFormat.Zip or SourceFormat.Tar
                ? "a file of another kind in an archive: expected .md .markdown .html .htm .txt .jsonl .ndjson, each also with .gz"
                : null);
        return reason is null
            ? SourceFinder.Guard(root, name, () => InStream(open(), root, name, kind))
            : [ArticleSource.NotAnArticle(root, name, reason)];
    }

    private BudgetedStream Unzip(Stream compressed)
    {
        var counted = new CountedStream(compressed);
        return new BudgetedStream(
            new GZipStream(counted, CompressionMode.Decompress),
            new ExpansionBudget(options, () => counted.BytesRead));
    }

    private byte[] ReadWhole(Stream stream)
    {
        var buffer = new byte[stream.CanSeek ? (int)Math.Min(stream.Length + 1, options.MaxSourceBytes + 1L) : 1 << 14];
        var length = 0;
        while (true)
        {
            var read = stream.Read(buffer, length, buffer.Length - length);
            length += read;
            if (read == 0)
            {
                return length == buffer.Length ? buffer : buffer[..length];
            }

            if (length > options.MaxSourceBytes)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"Larger than {options.MaxSourceBytes} bytes, the most that one article may have. Split it."));
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, options.MaxSourceBytes + 1L));
            }
        }
    }

    /// <summary>
    /// Entry names without the UTF-8 flag are in the code page of the machine that packed them, in China usually GBK; they
    /// arrive here as Latin-1.
    /// </summary>
    private static string EntryName(string name)
    {
        name = name.Replace('\\', '/');
        if (name.All(char.IsAscii) || !name.All(c => c <= '\u00FF'))
        {
            return name;
        }

        var bytes = Encoding.Latin1.GetBytes(name);
        return TextDecoding.TryStrict(TextDecoding.Utf8, bytes) ?? TextDecoding.TryStrict(TextDecoding.Gb18030, bytes) ?? name;
    }
}
