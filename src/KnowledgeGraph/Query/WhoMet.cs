using System.Collections.Immutable;
using KnowledgeGraph.Query.Naming;
using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Query;

/// <summary>Answers who met whom from the store's indexes alone.</summary>
public static class WhoMet
{
    /// <summary>The contacts that answer a question; none where a name of it is not clear.</summary>
    /// <param name="store">The store.</param>
    /// <param name="question">The question.</param>
    /// <param name="vocabulary">The forms of names; those of this build where none are given.</param>
    /// <exception cref="FormatException">A date of the question is none; the message says what to write.</exception>
    public static WhoMetAnswer Find(KnowledgeStore store, WhoMetQuestion question, QueryVocabulary? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(question);
        var (names, filter) = Understand(store, question, vocabulary);
        if (filter is null)
        {
            return new WhoMetAnswer([], 0, 0, names);
        }

        var inTime = filter.Since is not null || filter.Until is not null;
        var rows = Placed(EventRows.Read(store.Connection, filter, question.Undated || !inTime), question, vocabulary ?? QueryVocabulary.Default);
        var undated = inTime && !question.Undated ? EventRows.CountByStatus(store.Connection, filter, dated: false).Values.Sum() : 0;
        var contacts = question.CountOnly ? [] : Contacts(store.Connection, Chosen(rows, question), [.. filter.Sides.Take(question.People.Length)]);
        return new WhoMetAnswer(contacts, rows.Count, undated, names);
    }

    /// <summary>What the names of a question mean and, where all are clear, which events it asks for.</summary>
    internal static (ImmutableArray<Resolution> Names, EventFilter? Filter) Understand(KnowledgeStore store, WhoMetQuestion question, QueryVocabulary? vocabulary)
    {
        var (since, until) = DayRange.Days(question.Since, question.Until);
        var asked = question.People.Append(question.With).Append(question.Country).Append(question.Office).OfType<string>().ToList();
        var resolver = asked.Count == 0 ? null : new NameResolver(store, vocabulary);
        ImmutableArray<Resolution> names = [.. asked.Select(name => resolver!.Resolve(name))];
        if (names.Any(name => name.Found is null))
        {
            return (names, null);
        }

        var sides = question.People.Length + (question.With is null ? 0 : 1);
        return (names, new EventFilter
        {
            Sides = [.. names.Take(sides).Select(name => name.Found!)],
            Having = [.. names.Skip(sides).Select(name => name.Found!)],
            Kinds = question.Kinds,
            Statuses = question.Statuses,
            Since = since,
            Until = until,
            AddedSince = question.AddedSince,
        });
    }

    /// <summary>Events with everything that a row shows.</summary>
    internal static ImmutableArray<Contact> Contacts(SqliteConnection connection, IEnumerable<EventRow> rows, ImmutableArray<Named> asked)
    {
        using var details = new ContactDetails(connection);
        using var last = new LastMeetings(connection);
        return [.. rows.Select(row => Read(row, details, last, asked))];
    }

    /// <summary>The events at the place asked for, where one is.</summary>
    internal static List<EventRow> Placed(List<EventRow> rows, WhoMetQuestion question, QueryVocabulary vocabulary)
    {
        if (question.At is not { } at)
        {
            return rows;
        }

        var names = vocabulary.Find(vocabulary.Key(at)).Where(form => form.Is(FormKinds.State | FormKinds.Place)).Select(form => form.Name)
            .Append(at).Select(vocabulary.Key).ToHashSet(StringComparer.Ordinal);
        return rows.FindAll(row => Is(row.Place) || Is(row.Country) || Is(row.Venue));

        bool Is(string? place) => place is not null && vocabulary.Key(place) is var key
            && (names.Contains(key) || vocabulary.Find(key).Any(form => form.Is(FormKinds.State | FormKinds.Place) && names.Contains(vocabulary.Key(form.Name))));
    }

    private static IEnumerable<EventRow> Chosen(List<EventRow> rows, WhoMetQuestion question)
    {
        if (question.Latest is { } latest)
        {
            var dated = rows.FindAll(row => row.Date is not null);
            return dated.Skip(dated.Count - latest).Concat(rows.Where(row => row.Date is null).Take(latest - dated.Count));
        }

        IEnumerable<EventRow> ordered = question.Order switch
        {
            ContactOrder.Latest => rows.OrderByDescending(row => row.Date is not null).ThenByDescending(row => row.From, StringComparer.Ordinal).ThenByDescending(row => row.To, StringComparer.Ordinal),
            ContactOrder.Articles => rows.OrderByDescending(row => row.Articles),
            ContactOrder.Place => rows.OrderBy(row => row.Country is null).ThenBy(row => row.Country, StringComparer.Ordinal).ThenBy(row => row.Place, StringComparer.Ordinal),
            _ => rows,
        };
        return question.Limit is { } limit ? ordered.Take(limit) : ordered;
    }

    private static Contact Read(EventRow row, ContactDetails details, LastMeetings last, ImmutableArray<Named> asked)
    {
        var parties = details.Parties(row.Id);
        ImmutableArray<Party> who = asked.IsEmpty ? [.. parties.Take(1)] : [.. parties.Where(party => asked.Any(named => named.Means(party)))];
        var whom = parties.RemoveRange(who);
        if (whom.IsEmpty && row.Kind != EventKinds.Visit)
        {
            // All sides answer to the names asked: the first stands opposite the others.
            (who, whom) = ([.. who.Take(1)], [.. who.Skip(1)]);
        }

        var sources = details.Sources(row.Id);
        return new Contact
        {
            EventId = row.Id,
            Kind = row.Kind,
            Status = row.Status,
            Date = row.Date,
            DateWords = row.Date is null ? null : details.DateWords(row.Id, row.Date, sources),
            Who = who,
            Whom = whom,
            Place = row.Place,
            Country = row.Country,
            Occasion = row.Occasion,
            Articles = row.Articles,
            Origins = row.Origins,
            LastMet = last.Before(row.From, who, whom),
            Sources = sources,
        };
    }
}
