using System.Collections.Immutable;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Linking;

/// <summary>What the rules know of who held which office, and of the offices that lead a state.</summary>
internal sealed class OfficeHolders
{
    private readonly Dictionary<(string Title, string Of), List<(PersonEntry Person, TermEntry Term)>> terms = [];
    private readonly Dictionary<string, OfficeEntry> offices = new(StringComparer.Ordinal);
    private readonly Dictionary<(string State, string Family), string> leaders = [];
    private readonly Dictionary<string, ImmutableArray<string>> roles = new(StringComparer.Ordinal);

    /// <summary>Indexes a rule set's people.</summary>
    public OfficeHolders(RuleSet rules)
    {
        foreach (var office in rules.Offices)
        {
            offices.TryAdd(office.Title, office);
        }

        foreach (var words in rules.Words.Where(words => words.Name == "leader-role" && words.Value is not null))
        {
            foreach (var word in words.Words)
            {
                roles[word] = [.. words.Value!.Split(' ')];
            }
        }

        foreach (var person in rules.People)
        {
            foreach (var term in person.Terms.Where(term => term.Of is not null))
            {
                if (!terms.TryGetValue((term.Title, term.Of!), out var list))
                {
                    terms.Add((term.Title, term.Of!), list = []);
                }

                list.Add((person, term));
            }
        }

        foreach (var ((title, of), list) in terms.OrderByDescending(pair => pair.Value.Max(held => held.Term.From ?? DateOnly.MinValue)))
        {
            if (offices.TryGetValue(title, out var office) && office.Family is { } family)
            {
                leaders.TryAdd((of, family), title);
            }
        }
    }

    /// <summary>The families of offices that a word like 元首 may mean, in either script, the first being the best; empty for other words.</summary>
    public ImmutableArray<string> LeaderFamilies(string role) => roles.GetValueOrDefault(CharacterFolding.Default.Fold(role), []);

    /// <summary>The title of a state's leader, or <see langword="null"/> where the rules know none.</summary>
    public string? LeaderTitle(string state, ImmutableArray<string> families) =>
        families.Select(family => leaders.GetValueOrDefault((state, family))).FirstOrDefault(title => title is not null);

    /// <summary>Whether a person ever held an office, as far as the rules know.</summary>
    public bool EverHeld(PersonEntry? person, string title, string of) =>
        person is not null && person.Terms.Any(term => term.Of == of && (term.Title == title || (Family(term.Title) is { } family && family != "other" && family == Family(title))));

    /// <summary>Whether a person ever held an office of a family.</summary>
    public bool EverHeldFamily(PersonEntry? person, string family, string of) =>
        person is not null && person.Terms.Any(term => term.Of == of && Family(term.Title) == family);

    /// <summary>
    /// The terms of an office, else those of the office that leads or serves the same state in its place: 马来西亚首相 is whoever
    /// the list calls 总理.
    /// </summary>
    private List<(PersonEntry Person, TermEntry Term)> TermsOf(string title, string of)
    {
        if (terms.TryGetValue((title, of), out var list))
        {
            return list;
        }

        return offices.GetValueOrDefault(title) is { Single: true, Family: { } family }
            && leaders.GetValueOrDefault((of, family)) is { } other && offices.GetValueOrDefault(other) is { Single: true }
            ? terms[(other, of)]
            : [];
    }

    /// <summary>The one person who held an office through all of the given days, or <see langword="null"/> where the rules know none or several.</summary>
    public PersonEntry? HolderBetween(string title, string of, DateOnly from, DateOnly to)
    {
        var holding = TermsOf(title, of).Where(held => held.Term.From <= from && (held.Term.To is null ? held.Term.Open && IsTrusted(held.Term, to) : held.Term.To >= to)).Select(held => held.Person).Distinct().ToList();
        return holding.Count == 1 ? holding[0] : null;
    }

    /// <summary>Whether an open term may be taken to last: the longer ago the row was checked, the likelier another holds the office.</summary>
    private static bool IsTrusted(TermEntry term, DateOnly day) => term.Checked is not { } seen || day <= seen.AddYears(1);

    private string? Family(string title) => offices.GetValueOrDefault(title)?.Family;
}
