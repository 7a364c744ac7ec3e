using System.Collections.Immutable;
using KnowledgeGraph.Query.Naming;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Query;

/// <summary>How large the archive is that was asked.</summary>
/// <param name="Articles">The articles in it.</param>
/// <param name="First">The day on which the earliest of them was published.</param>
/// <param name="Last">The day on which the latest was published.</param>
public sealed record ArchiveSpan(int Articles, string? First, string? Last)
{
    /// <summary>The span of a store.</summary>
    public static ArchiveSpan Of(KnowledgeStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var command = store.Connection.Prepare(
            "SELECT (SELECT count(*) FROM texts), substr(min(published), 1, 10), substr(max(published), 1, 10) FROM sources WHERE article_id IS NOT NULL");
        using var reader = command.ExecuteReader();
        reader.Read();
        return new ArchiveSpan(reader.GetInt32(0), reader.Text(1), reader.Text(2));
    }
}

/// <summary>Why a question has no answer, in numbers.</summary>
/// <param name="Archive">The archive.</param>
/// <param name="Naming">For each name of the question, how many articles name it.</param>
/// <param name="NamingAll">How many articles name all of them.</param>
/// <param name="OfOtherStatus">Events that would be answered but for their status, by status.</param>
/// <param name="AtOtherTimes">Events that would be answered but for the time asked for.</param>
/// <param name="OfOtherKinds">Events at that time that would be answered but for their kind.</param>
/// <param name="AtOtherPlaces">Events that would be answered but for the place asked for.</param>
public sealed record NothingFound(
    ArchiveSpan Archive, ImmutableArray<(string Name, int Articles)> Naming, int NamingAll, ImmutableSortedDictionary<string, int> OfOtherStatus, int AtOtherTimes, int OfOtherKinds,
    int AtOtherPlaces);

/// <summary>Tells why a question has no answer.</summary>
public static class WhyNothing
{
    /// <summary>What stands between a question and an answer.</summary>
    public static NothingFound Explain(KnowledgeStore store, WhoMetQuestion question, WhoMetAnswer answer, QueryVocabulary? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        var names = answer.Names.DistinctBy(name => name.Text).ToList();
        var (each, all) = names.Count == 0 ? ([], 0) : new MentionSearch(store, vocabulary).Count(names);
        var otherStatus = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
        var (otherTimes, otherKinds, otherPlaces) = (0, 0, 0);
        if (WhoMet.Understand(store, question, vocabulary).Filter is { } filter)
        {
            otherStatus = Rows(filter with { Statuses = [.. EventStatuses.All.Except(question.Statuses)] })
                .GroupBy(row => row.Status).ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
            otherTimes = filter.Since is null && filter.Until is null ? 0 : Rows(filter with { Since = null, Until = null }).Count;
            otherKinds = Rows(filter with { Kinds = [] }).Count;
            otherPlaces = question.At is null ? 0 : EventRows.Read(store.Connection, filter, undated: true).Count;
        }

        return new NothingFound(ArchiveSpan.Of(store), [.. names.Zip(each, (name, count) => (name.Text, count))], all, otherStatus, otherTimes, otherKinds, otherPlaces);

        List<EventRow> Rows(EventFilter wider) => WhoMet.Placed(EventRows.Read(store.Connection, wider, undated: true), question, vocabulary ?? QueryVocabulary.Default);
    }
}
