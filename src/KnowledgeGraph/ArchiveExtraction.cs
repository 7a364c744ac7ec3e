using KnowledgeGraph.Articles;
using KnowledgeGraph.Records;

namespace KnowledgeGraph;

/// <summary>
/// Extracts whole archives: reads and extracts sources on several threads and gives the results in input order, the same ones
/// whatever the number of threads. Memory does not grow with the number of articles.
/// </summary>
public static class ArchiveExtraction
{
    /// <summary>Results that each thread may be ahead of the one that is next in order.</summary>
    private const int Ahead = 8;

    /// <summary>Extracts the sources that a reader finds.</summary>
    /// <param name="reader">Reads the sources.</param>
    /// <param name="pipeline">Extracts the articles.</param>
    /// <param name="sources">The sources in order.</param>
    /// <param name="threads">How many articles to work on at a time, at least 1.</param>
    /// <param name="withText">Whether records carry the article's text.</param>
    /// <param name="skip">Sources that are neither read nor extracted; they come back without result.</param>
    public static IEnumerable<ArchiveResult> Run(
        ArticleReader reader, ExtractionPipeline pipeline, IEnumerable<ArticleSource> sources, int threads, bool withText, Func<ArticleSource, bool>? skip = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArchiveResult Extract(ArticleSource source)
        {
            var result = reader.Read(source);
            return new ArchiveResult(source, result, result.Article is { } article ? pipeline.Extract(article, withText) : null);
        }

        var work = new TaskFactory(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler);
        var pending = new Queue<Task<ArchiveResult>>();
        foreach (var source in sources)
        {
            if (pending.Count == threads * Ahead)
            {
                yield return pending.Dequeue().GetAwaiter().GetResult();
            }

            pending.Enqueue(skip?.Invoke(source) == true ? Task.FromResult(new ArchiveResult(source, null, null)) : work.StartNew(() => Extract(source)));
        }

        while (pending.TryDequeue(out var next))
        {
            yield return next.GetAwaiter().GetResult();
        }
    }
}

/// <summary>What became of one source of an archive.</summary>
/// <param name="Source">The source.</param>
/// <param name="Read">What reading gave; <see langword="null"/> where it was skipped.</param>
/// <param name="Record">Its record, where it is an article.</param>
public sealed record ArchiveResult(ArticleSource Source, ReadResult? Read, ExtractionRecord? Record);
