using System.Collections.Immutable;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Export;

/// <summary>
/// Gathers contacts into one edge for each pair and type: with the number of contacts as weight, the first and the last day,
/// all dates, and the days on which there was one as spells.
/// </summary>
internal sealed class ContactEdges
{
    private readonly Dictionary<(string Type, string From, string To), Dictionary<string, Contact>> pairs = [];

    /// <summary>Adds a contact; the same event between the same two counts once.</summary>
    /// <param name="type">Relation type.</param>
    /// <param name="from">Id of the node that the edge starts at.</param>
    /// <param name="to">Id of the node that it ends at.</param>
    /// <param name="contact">The contact.</param>
    public void Add(string type, string from, string to, Contact contact)
    {
        if (!pairs.TryGetValue((type, from, to), out var contacts))
        {
            pairs.Add((type, from, to), contacts = new(StringComparer.Ordinal));
        }

        contacts.TryAdd(contact.EventId, contact);
    }

    /// <summary>The edges, in ordinal order of id.</summary>
    public ImmutableArray<GraphEdge> ToEdges() =>
        [.. pairs.Select(pair => Edge(pair.Key.Type, pair.Key.From, pair.Key.To, [.. pair.Value.Values.Order(Contact.InTime)])).OrderBy(edge => edge.Id, StringComparer.Ordinal)];

    private static GraphEdge Edge(string type, string from, string to, ImmutableArray<Contact> contacts)
    {
        var properties = ImmutableSortedDictionary.CreateBuilder<string, PropertyValue>(StringComparer.Ordinal);
        properties["weight"] = (double)contacts.Length;
        properties["events"] = contacts.Select(contact => contact.EventId).ToImmutableArray();
        Set("dates", [.. contacts.Select(contact => contact.Date).OfType<string>()]);
        Set("places", [.. contacts.Select(contact => contact.Place).OfType<string>().Distinct(StringComparer.Ordinal)]);
        var days = contacts.Where(contact => contact.Span is not null).Select(contact => contact.Span!.Value).ToList();
        if (days.Count > 0)
        {
            properties["firstDate"] = days.Min(span => span.From);
            properties["lastDate"] = days.Max(span => span.To);
            // An edge with an undated contact may stand at any time: it has no spells.
            Set("spells", days.Count == contacts.Length ? Spells.Of(days) : []);
        }

        var best = contacts.MaxBy(contact => contact.Articles)!;
        if (best.Evidence is { } evidence)
        {
            properties["evidence"] = evidence;
        }

        return new GraphEdge(Identifiers.Of("edge", type, from, to), from, to, type, properties.ToImmutable());

        void Set(string name, ImmutableArray<string> values)
        {
            if (!values.IsEmpty)
            {
                properties[name] = values;
            }
        }
    }
}

/// <summary>One event that two had in common.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Date">EDTF, where known.</param>
/// <param name="Span">Its possible days, where it is dated.</param>
/// <param name="Place">Place or state.</param>
/// <param name="Articles">Number of articles that tell it.</param>
/// <param name="Evidence">The sentence that says so.</param>
internal sealed record Contact(string EventId, string? Date, DaySpan? Span, string? Place, long Articles, string? Evidence)
{
    /// <summary>By first possible day, then last, then id; undated ones last.</summary>
    public static IComparer<Contact> InTime { get; } = Comparer<Contact>.Create(static (a, b) =>
        (a.Span?.From ?? DateOnly.MaxValue).CompareTo(b.Span?.From ?? DateOnly.MaxValue) is var first and not 0 ? first
        : (a.Span?.To ?? DateOnly.MaxValue).CompareTo(b.Span?.To ?? DateOnly.MaxValue) is var last and not 0 ? last
        : string.CompareOrdinal(a.EventId, b.EventId));

    /// <summary>The contact that the properties of an event, or of an edge that stands for one, describe.</summary>
    public static Contact Of(string eventId, ImmutableSortedDictionary<string, PropertyValue> properties)
    {
        string? Text(string name) => properties.GetValueOrDefault(name) is TextValue text ? text.Value : null;
        // An undated event has bounds as well, but they say no more than what publication allows.
        var span = Text("date") is not null && properties.GetValueOrDefault("dateFrom") is DateValue from && properties.GetValueOrDefault("dateTo") is DateValue to
            ? new DaySpan(from.Value, to.Value) : (DaySpan?)null;
        return new Contact(
            eventId, Text("date"), span, Text("place") ?? Text("country"),
            properties.GetValueOrDefault("articles") is IntegerValue articles ? articles.Value : 0, Text("evidence"));
    }
}
