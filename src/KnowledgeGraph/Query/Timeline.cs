using System.Collections.Immutable;
using KnowledgeGraph.Query.Naming;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Query;

/// <summary>Answers what happened, of every kind, in order of time.</summary>
public static class Timeline
{
    /// <summary>The events in which all of these took part, with a date, the earliest first.</summary>
    /// <exception cref="FormatException">A date of the question is none.</exception>
    public static WhoMetAnswer Find(KnowledgeStore store, WhoMetQuestion question, QueryVocabulary? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(question);
        var (names, filter) = WhoMet.Understand(store, question, vocabulary);
        if (filter is null)
        {
            return new WhoMetAnswer([], 0, 0, names);
        }

        var rows = EventRows.Read(store.Connection, filter, question.Undated);
        var undated = question.Undated ? 0 : EventRows.CountByStatus(store.Connection, filter, dated: false).Values.Sum();
        var shown = question.Limit is { } limit ? rows.TakeLast(limit) : rows;
        return new WhoMetAnswer(WhoMet.Contacts(store.Connection, shown, [.. filter.Sides]), rows.Count, undated, names);
    }

    /// <summary>One event with its sources, by any id that it ever had; <see langword="null"/> where there is none.</summary>
    public static Contact? Event(KnowledgeStore store, string id)
    {
        ArgumentNullException.ThrowIfNull(store);
        return WhoMet.Contacts(store.Connection, EventRows.ById(store.Connection, id), ImmutableArray<Named>.Empty).FirstOrDefault();
    }
}
