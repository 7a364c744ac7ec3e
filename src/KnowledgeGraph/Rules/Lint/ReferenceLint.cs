namespace KnowledgeGraph.Rules.Lint;

/// <summary>States, organisations, cities and offices that rows name and no row defines.</summary>
internal static class ReferenceLint
{
    /// <summary>Notes unknown names.</summary>
    public static void Check(FactRows rows, RuleSet rules)
    {
        var states = rules.States.Select(state => state.Name).ToHashSet(StringComparer.Ordinal);
        var organizations = rules.Organizations.Select(organization => organization.Name).ToHashSet(StringComparer.Ordinal);
        var cities = rules.Places.Select(place => place.Name).Concat(states).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Places.Concat(rows.Venues).Concat(rows.Organizations))
        {
            Check(rows, row, row.Text("name"), "country", states, "a state in states.yaml");
        }

        foreach (var row in rows.Venues)
        {
            Check(rows, row, row.Text("name"), "city", cities, "a place in places.yaml");
        }

        var bodies = states.Concat(organizations).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Offices)
        {
            Check(rows, row, row.Text("title"), "of", bodies, "a state in states.yaml or an organisation in organizations.yaml");
        }

        var titles = new TitleIndex(rules);
        foreach (var person in rows.People)
        {
            Check(rows, person, person.Text("name"), "country", bodies, "a state in states.yaml or an organisation in organizations.yaml");
            foreach (var term in person.Items("offices"))
            {
                Check(rows, term, person.Text("name"), "of", bodies, "a state in states.yaml or an organisation in organizations.yaml");
                Office(rows, titles, person.Text("name"), term, states, bodies);
            }
        }
    }

    private static void Office(FactRows rows, TitleIndex titles, string person, RuleNode term, HashSet<string> states, HashSet<string> bodies)
    {
        var title = term.Text("title");
        var at = term.Get("title");
        if (titles.Find(title) is not { } office)
        {
            rows.Fault(at, person, titles.Main(title) is { } main
                ? $"The office '{title}' is a synonym; write the title '{main}'."
                : $"The office '{title}' is unknown; add it to offices.yaml or write it as it stands there.");
            return;
        }

        if (term.TextOrNull("of") is not { } of)
        {
            rows.Fault(term, person, $"The office '{title}' does not say whose it is; add of: with a state or organisation.");
        }
        else if (office.Of is not null && office.Of != of)
        {
            rows.Fault(term.Get("of"), person, $"offices.yaml has '{title}' as an office of {office.Of} only, not of {of}; correct one of them.");
        }
        else if (office.Body is "state" or "organization" && bodies.Contains(of) && office.Body == "state" != states.Contains(of))
        {
            rows.Fault(term.Get("of"), person, $"offices.yaml has '{title}' as an office of a {office.Body}, and {of} is none; correct one of them.");
        }
    }

    private static void Check(FactRows rows, RuleNode row, string name, string key, HashSet<string> known, string expected)
    {
        if (row.Find(key) is { } value && !known.Contains(value.AsText()))
        {
            rows.Fault(value, name, $"'{value.AsText()}' under '{key}' is unknown; expected {expected}, by its name and not a variant.");
        }
    }
}
