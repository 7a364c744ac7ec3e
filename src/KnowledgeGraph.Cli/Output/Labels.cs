using KnowledgeGraph.Query;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Cli.Output;

/// <summary>Names as answers show them: as the articles write them, or in English where the rules know an English name (<c>--lang en</c>).</summary>
internal sealed class Labels(QueryVocabulary? english)
{
    /// <summary>The languages by name.</summary>
    public static readonly string[] Languages = ["zh", "en"];

    /// <summary>Names as the articles write them.</summary>
    public static Labels Original { get; } = new(null);

    /// <summary>Whether names are shown in English.</summary>
    public bool IsEnglish => english is not null;

    /// <summary>A person, state, organisation or place.</summary>
    public string Name(string name) =>
        english?.English(name, FormKinds.Person | FormKinds.State | FormKinds.Organization | FormKinds.Place) ?? name;

    /// <summary>A person's or other party's name.</summary>
    public string Name(Party party) => party.Label switch
    {
        "Person" => english?.English(party.Name, FormKinds.Person) ?? party.Name,
        "Office" when english is not null => Office(party) is { Length: > 0 } office ? office : party.Name,
        _ => Name(party.Name),
    };

    /// <summary>The office of a party, with its state in front.</summary>
    public string Office(Party party) => english is null
        ? OfficeRecord.FullName(party.Title ?? "", party.Country)
        : string.Join(' ', new[] { party.Country is null ? null : Name(party.Country), party.Title is null ? null : english.English(party.Title, FormKinds.Title) ?? party.Title }.Where(part => part is not null));
}
