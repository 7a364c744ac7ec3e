using System.Collections.Immutable;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>Contacts as rows of an answer.</summary>
internal static class ContactRows
{
    /// <summary>A contact with all that a citation needs.</summary>
    public static Row Cited(Contact contact)
    {
        var best = contact.Sources.IsEmpty ? null : contact.Sources[0];
        return new Row(
        [
            .. Summary(contact),
            Field.Of("event", "EVENT", contact.EventId),
            Field.Of("dateWords", null, contact.DateWords),
            Field.Of("publisher", null, best?.Publisher),
            Field.Of("title", null, best?.Title),
            Field.Of("published", null, best?.Published),
            Field.Of("sentence", null, best?.Sentence),
            Field.Of("link", null, best?.Url),
            Field.Of("file", null, best?.File),
            new Field("sources", null, contact.Sources.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), contact.Sources.Select(Source).ToList()),
        ],
        [.. contact.Sources.SelectMany(Notes)]);
    }

    /// <summary>A contact in one line.</summary>
    public static Row Short(Contact contact) => new([.. Summary(contact)], []);

    private static IEnumerable<Field> Summary(Contact contact) =>
    [
        Field.Of("date", "DATE", contact.Date),
        People("who", "WHO", contact.Who),
        People("whom", "WHOM", contact.Whom),
        Field.Of("how", "HOW", contact.Status == EventStatuses.Held ? contact.Kind : $"{contact.Kind} ({contact.Status})"),
        Where(contact),
        Field.Of("occasion", "OCCASION", contact.Occasion),
        Field.Of("articles", "ARTICLES", contact.Articles),
        Field.Of("origins", null, contact.Origins),
    ];

    private static Field People(string name, string header, ImmutableArray<Party> parties) => new(
        name, header, string.Join("; ", parties.Select(Titled)),
        parties.Select(party => (object?)new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = party.Id, ["name"] = party.Name, ["title"] = party.Title, ["country"] = party.Country, ["role"] = party.Role, ["via"] = party.Via, ["basis"] = party.Basis,
        }).ToList());

    /// <summary>A name with the office held at the time: 王毅 (中国外交部长).</summary>
    private static string Titled(Party party)
    {
        var office = party.Country + party.Title;
        return party.Label == "Person" && office.Length > 0 ? $"{party.Name} ({office})" : party.Name;
    }

    private static Field Where(Contact contact)
    {
        var text = contact.Place is null ? contact.Country ?? "" : contact.Country is null || contact.Country == contact.Place ? contact.Place : $"{contact.Place}, {contact.Country}";
        return new Field("where", "WHERE", text, new Dictionary<string, object?>(StringComparer.Ordinal) { ["place"] = contact.Place, ["country"] = contact.Country });
    }

    private static object? Source(ContactSource source) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["article"] = source.ArticleId, ["publisher"] = source.Publisher, ["title"] = source.Title, ["published"] = source.Published,
        ["sentence"] = source.Sentence, ["attribution"] = source.Attribution, ["link"] = source.Url, ["file"] = source.File,
    };

    private static IEnumerable<string> Notes(ContactSource source)
    {
        yield return source.Sentence;
        yield return "- " + string.Join(" · ", new[] { source.Publisher, source.Title, source.Published, source.Url ?? source.File }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
