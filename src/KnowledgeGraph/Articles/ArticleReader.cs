using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Articles;

/// <summary>
/// Reads articles from files, folders, archives and standard input. <see cref="Find"/> is sequential and cheap,
/// <see cref="Read(ArticleSource)"/> is pure and may run on any thread; <see cref="Read(IEnumerable{string})"/> does both.
/// </summary>
public sealed class ArticleReader
{
    private readonly SourceFinder finder;
    private readonly SourceParser parser;

    /// <param name="options">How to read; the defaults where <see langword="null"/>.</param>
    /// <param name="rules">Where <c>boilerplate.yaml</c> and <c>publishers.yaml</c> come from; this build's where <see langword="null"/>.</param>
    /// <exception cref="InvalidDataException">A rule file is wrong: with file, line and column.</exception>
    public ArticleReader(ReadOptions? options = null, RuleSource? rules = null)
    {
        options ??= new ReadOptions();
        rules ??= RuleSource.Embedded;
        finder = new SourceFinder(options);
        parser = new SourceParser(options.Fields, Boilerplate.Load(rules), Publishers.Load(rules));
    }

    /// <summary>
    /// Finds the sources of inputs: inputs in the order given, a folder's files in ordinal order of their relative path,
    /// an archive's entries and a table's rows in their own order. Streams: one source stands in memory at a time.
    /// </summary>
    /// <param name="inputs">Files, folders, or <c>-</c> for standard input (JSON Lines).</param>
    public IEnumerable<ArticleSource> Find(IEnumerable<string> inputs) => inputs.SelectMany(finder.Find);

    /// <summary>Reads one source. Thread-safe; never throws for what the source holds.</summary>
    public ReadResult Read(ArticleSource source)
    {
        if (source.Decided is { } decided)
        {
            return decided;
        }

        try
        {
            return parser.Parse(source);
        }
        catch (InvalidDataException error)
        {
            return Failed(error.Message);
        }
        catch (Exception error) when (error is not (OutOfMemoryException or OperationCanceledException))
        {
            // One article's trouble, whatever it is, must not end the others; its kind says where to look.
            return Failed($"Unexpected {error.GetType().Name}: {error.Message} This is a fault of kg: please report it with the file.");
        }

        ReadResult Failed(string reason)
        {
            var place = source.Place is null || source.Place == source.Name || reason.StartsWith(source.Place, StringComparison.Ordinal) ? "" : source.Place + ": ";
            return new ReadResult(source.Root, source.Name, ReadStatus.Failed, place + reason, null);
        }
    }

    /// <summary>Reads inputs one after the other, and tells articles that come again in one run.</summary>
    public IEnumerable<ReadResult> Read(IEnumerable<string> inputs)
    {
        var seen = new SeenArticles();
        return Find(inputs).Select(source => seen.Mark(Read(source)));
    }
}
