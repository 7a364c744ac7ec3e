namespace KnowledgeGraph.Rules.Lint;

/// <summary>The titles that rows may use: those in the list of offices and those that its parts compose.</summary>
internal sealed class TitleIndex
{
    private readonly Dictionary<string, OfficeEntry> offices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> synonyms = new(StringComparer.Ordinal);

    /// <summary>Indexes the offices of a rule set.</summary>
    public TitleIndex(RuleSet rules)
    {
        foreach (var office in rules.Offices)
        {
            offices.TryAdd(office.Title, office);
            foreach (var synonym in office.Synonyms)
            {
                synonyms.TryAdd(synonym, office.Title);
            }
        }

        var states = rules.States.Select(state => state.Name).ToList();
        var ministers = rules.Titles.Ministries.SelectMany(field => rules.Titles.MinistryHeads, (field, head) => field + head);
        var envoys = Words(rules, "envoy-prefix").SelectMany(prefix => states, (prefix, state) => prefix + state).SelectMany(_ => Words(rules, "envoy-head"), (post, head) => post + head);
        foreach (var title in ministers.Concat(envoys).Where(title => !synonyms.ContainsKey(title)))
        {
            offices.TryAdd(title, new OfficeEntry(title, [], rules.Titles.MinistryRank, null, "state", false, null));
        }
    }

    /// <summary>The office of that title, or <see langword="null"/>.</summary>
    public OfficeEntry? Find(string title) => offices.GetValueOrDefault(title);

    /// <summary>The title that a synonym stands for, or <see langword="null"/>.</summary>
    public string? Main(string synonym) => synonyms.GetValueOrDefault(synonym);

    private static IEnumerable<string> Words(RuleSet rules, string wordClass) => rules.Words.Where(words => words.Name == wordClass).SelectMany(words => words.Words);
}
