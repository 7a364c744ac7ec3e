namespace KnowledgeGraph.Rules.Lint;

/// <summary>Keys that no row of that kind has: a misspelt one would be passed over in silence.</summary>
internal static class KeyLint
{
    private static readonly string[] State = ["name", "en", "iso3", "cow", "short", "capital", "variants"];
    private static readonly string[] Place = ["name", "country", "kind", "en", "variants"];
    private static readonly string[] Venue = ["name", "city", "country", "variants"];
    private static readonly string[] Organization = ["name", "kind", "short", "country", "en", "variants"];
    private static readonly string[] Office = ["title", "synonyms", "rank", "family", "body", "single", "of"];
    private static readonly string[] Person = ["name", "en", "country", "variants", "namesake", "source", "checked", "offices"];
    private static readonly string[] Term = ["title", "of", "from", "to", "shared", "gap"];

    /// <summary>Notes unknown keys.</summary>
    public static void Check(FactRows rows)
    {
        Check(rows, rows.States, "name", State);
        Check(rows, rows.Places, "name", Place);
        Check(rows, rows.Venues, "name", Venue);
        Check(rows, rows.Organizations, "name", Organization);
        Check(rows, rows.Offices, "title", Office);
        Check(rows, rows.People, "name", Person);
        foreach (var person in rows.People)
        {
            Check(rows, person.Items("offices"), _ => person.Text("name"), Term);
        }
    }

    private static void Check(FactRows rows, IEnumerable<RuleNode> items, string name, string[] known) => Check(rows, items, row => row.Text(name), known);

    private static void Check(FactRows rows, IEnumerable<RuleNode> items, Func<RuleNode, string> name, string[] known)
    {
        foreach (var row in items)
        {
            foreach (var (key, value) in row.AsEntries().Where(entry => !known.Contains(entry.Key)))
            {
                rows.Fault(value, name(row), $"The key '{key}' is unknown; known are {string.Join(", ", known)}.");
            }
        }
    }
}
