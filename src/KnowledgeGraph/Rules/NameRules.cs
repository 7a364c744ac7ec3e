using System.Buffers;
using System.Collections.Immutable;

namespace KnowledgeGraph.Rules;

/// <summary>What names of people look like.</summary>
/// <param name="Surnames">Surnames by tradition (chinese, korean, japanese, vietnamese), simplified.</param>
/// <param name="Transliteration">Characters that transliterated names are made of.</param>
/// <param name="NotNames">Words that look like a name and are none.</param>
/// <param name="NameStops">Characters and words that may follow a name directly.</param>
/// <param name="Dots">The dots within transliterated names.</param>
/// <param name="Leads">Words that stand right before names.</param>
/// <param name="Verbs">What people do, right behind their names.</param>
/// <param name="NotEnds">Characters in which words end that look like names and are none.</param>
/// <param name="Roles">Words right before names that are no office.</param>
/// <param name="NotStarts">Function words that look like the beginning of a name.</param>
/// <param name="NotLast">Function words that no name ends in.</param>
/// <param name="FunctionSurnames">Surnames that are words as well: before a word of the dictionary they are no surname (曾接触).</param>
/// <param name="Tails">What follows a name that is part of the name of a thing.</param>
/// <param name="OrganizationEnds">What the names of organisations end in, within titles.</param>
/// <param name="OrganizationLeads">What the names of organisations begin with before a state (全球台湾研究中心).</param>
/// <param name="StateBodies">Bodies of a state that its titles keep, with the state that alone has one of that name (白宫, but not 国务院); the government first.</param>
/// <param name="Joiners">Characters that join two names (和).</param>
/// <param name="Ordinals">The numbers by which rulers of one name are told apart (三世).</param>
public sealed record NameRules(
    WordSet Surnames,
    SearchValues<char> Transliteration,
    WordSet NotNames,
    ImmutableArray<string> NameStops,
    string Dots,
    WordSet Leads,
    WordSet Verbs,
    SearchValues<char> NotEnds,
    WordSet Roles,
    SearchValues<char> NotStarts,
    SearchValues<char> NotLast,
    WordSet FunctionSurnames,
    WordSet Tails,
    IReadOnlyList<string> OrganizationEnds,
    WordSet OrganizationLeads,
    IReadOnlyList<StateBody> StateBodies,
    string Joiners,
    WordSet Ordinals)
{
    /// <summary>No knowledge of names.</summary>
    public static readonly NameRules None = new(
        new WordSet([]), SearchValues.Create(""), new WordSet([]), [], "", new WordSet([]), new WordSet([]),
        SearchValues.Create(""), new WordSet([]), SearchValues.Create(""), SearchValues.Create(""), new WordSet([]), new WordSet([]), [], new WordSet([]), [], "", new WordSet([]));

    /// <summary>The body of a state with which a title begins and which it keeps (国务院亚太助卿), the longest that fits, or <see langword="null"/>.</summary>
    /// <param name="folded">The title, simplified.</param>
    public StateBody? BodyOf(string folded)
    {
        StateBody? found = null;
        foreach (var body in StateBodies)
        {
            if (folded.Length > body.Name.Length && folded.StartsWith(body.Name, StringComparison.Ordinal) && body.Name.Length > (found?.Name.Length ?? 0))
            {
                found = body;
            }
        }

        return found;
    }
}

/// <summary>A body of a state that titles keep.</summary>
/// <param name="Name">Its name, with which the title begins.</param>
/// <param name="State">The state, or <see langword="null"/> where several have such a body.</param>
public sealed record StateBody(string Name, string? State);

/// <summary>The parts that titles are composed of.</summary>
/// <param name="Prefixes">Words before a title by meaning: former, acting, elect, deputy, others.</param>
/// <param name="Joiners">Words that join two titles of one person (兼).</param>
/// <param name="Ministries">Fields of ministries (外交, 财政).</param>
/// <param name="MinistryHeads">What makes an office of a field (部长, 大臣).</param>
/// <param name="MinistryRank">Rank of such an office.</param>
/// <param name="Heads">Nouns that a title may end in.</param>
/// <param name="Callings">Ranks, callings and honorifics: they show a name but are no office.</param>
/// <param name="Verbs">Words that a dictionary calls verbs and that titles hold (执行主任).</param>
public sealed record TitleParts(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Prefixes,
    ImmutableArray<string> Joiners,
    ImmutableArray<string> Ministries,
    ImmutableArray<string> MinistryHeads,
    int MinistryRank,
    ImmutableArray<string> Heads,
    ImmutableArray<string> Callings,
    WordSet Verbs);
