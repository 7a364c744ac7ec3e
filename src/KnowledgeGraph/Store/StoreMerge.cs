using KnowledgeGraph.Records;

namespace KnowledgeGraph.Store;

/// <summary>
/// Joins the sources of stores. The result does not depend on their order: of one source that two stores know differently
/// stays the reading that gives an article; of two that do, that of the greater version, then hash of rules, then publication
/// time, then hash of the source.
/// </summary>
public static class StoreMerge
{
    private const int BatchSize = 500;

    /// <summary>Adds the sources of another store.</summary>
    /// <param name="store">The store to add to.</param>
    /// <param name="run">The run that adds.</param>
    /// <param name="other">The store to take from.</param>
    /// <returns>How many sources were added or stood in another reading, and which of them the two knew with different contents.</returns>
    public static (int Added, IReadOnlyList<string> Differing) AddAll(this KnowledgeStore store, ExtractionRun run, KnowledgeStore other)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(other);
        var (added, differing) = (0, new List<string>());
        foreach (var batch in other.Sources().Chunk(BatchSize))
        {
            using var target = store.BeginBatch(run);
            foreach (var theirs in batch)
            {
                var ours = store.Source(theirs.Source.Root, theirs.Source.File);
                if (ours is not null && ours.Source.Hash != theirs.Source.Hash)
                {
                    differing.Add(theirs.Source.Root + "/" + theirs.Source.File);
                }

                if (ours is null || Compare(theirs, ours) > 0)
                {
                    target.Put(theirs.Source, theirs.Record);
                    added++;
                }
            }

            target.Commit();
        }

        return (added, differing);
    }

    private static int Compare(StoredSource a, StoredSource b)
    {
        var byArticle = (a.Record is not null).CompareTo(b.Record is not null);
        return byArticle != 0 ? byArticle : Keys(a).Zip(Keys(b), string.CompareOrdinal).FirstOrDefault(order => order != 0);
    }

    /// <summary>What decides, the most telling first; the record itself comes last, so that no two readings are equal that differ.</summary>
    private static string?[] Keys(StoredSource source) =>
    [
        source.Source.Version, source.Source.RulesHash, source.Record?.Article.Published, source.Source.Hash,
        source.Record is null ? source.Source.Reason : RecordJson.Write(source.Record),
    ];
}
