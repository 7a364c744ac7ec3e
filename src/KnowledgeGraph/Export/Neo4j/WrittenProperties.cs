using System.Collections.Frozen;

namespace KnowledgeGraph.Export.Neo4j;

/// <summary>
/// The properties that kg gives the nodes of a label and the relations of a type, those of earlier versions among them: what
/// the graph no longer has of these is cleared in the database, and any other is somebody else's. A name once here stays.
/// </summary>
internal static class WrittenProperties
{
    private const string Contact =
        "articles basis country date dateFrom dateTo event evidence kind occasion origins parties place url year";

    /// <summary>What a correction by the user leaves on anything.</summary>
    private static readonly string[] Review = ["reviewed", "reviewedBy", "reviewedWhy"];

    private static readonly FrozenDictionary<string, string[]> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Person"] = "aliases articles country formerIds name nameEn",
        ["Office"] = "country name title",
        ["Country"] = "cow iso3 name nameEn",
        ["Organization"] = "name nameEn",
        ["Place"] = "country name nameEn",
        ["Event"] = "articles country date dateBasis dateFrom dateTo duration formerIds kind name occasion origins otherDates otherPlaces place plover ploverMode precision status time venue year",
        ["Agreement"] = "articles document form name origins text",
        ["Article"] = "file name origin published publisher title url",
        ["AGREED_TO"] = "form",
        ["CALLED"] = Contact,
        ["HOLDS"] = "evidence firstSeen from lastSeen to",
        ["MET_WITH"] = Contact,
        ["PARTICIPATED_IN"] = "basis cameo country role title via",
        ["REPORTED_IN"] = "attribution confidence date end place rule start status text",
        ["VISITED"] = Contact,
        ["WROTE_TO"] = Contact,
    }.ToFrozenDictionary(row => row.Key, row => row.Value.Split(' '), StringComparer.Ordinal);

    /// <summary>The properties of a label or type, <c>id</c> and <c>key</c> apart.</summary>
    public static IReadOnlyList<string> Of(string name) => [.. Names.GetValueOrDefault(name, []), .. Review];
}
