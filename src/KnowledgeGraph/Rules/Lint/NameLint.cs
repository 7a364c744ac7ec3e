namespace KnowledgeGraph.Rules.Lint;

/// <summary>Names that stand twice or mean two things.</summary>
internal static class NameLint
{
    /// <summary>Notes names that collide.</summary>
    public static void Check(FactRows rows, RuleSet rules)
    {
        Unique(rows, rows.States, "name", "variants");
        Unique(rows, rows.Offices, "title", "synonyms");
        Unique(rows, rows.Organizations, "name", "variants");
        Namesakes(rows);
        Taken(rows, rules);
    }

    /// <summary>A name or variant that two rows of a list have would be settled by their order alone.</summary>
    private static void Unique(FactRows rows, IEnumerable<RuleNode> items, string name, string variants)
    {
        var first = new Dictionary<string, (string Row, long Line)>(StringComparer.Ordinal);
        foreach (var row in items)
        {
            foreach (var form in Forms(row, name, variants))
            {
                if (!first.TryAdd(form.AsText(), (row.Text(name), row.Line)))
                {
                    var (other, line) = first[form.AsText()];
                    rows.Fault(form, row.Text(name), FormattableString.Invariant($"'{form.AsText()}' stands already in the row '{other}' in line {line}; remove it from one of them."));
                }
            }
        }
    }

    /// <summary>Two people may share a form where their states tell them apart and both rows say that they know of it.</summary>
    private static void Namesakes(FactRows rows)
    {
        var forms = new Dictionary<string, List<(RuleNode Form, RuleNode Row)>>(StringComparer.Ordinal);
        foreach (var row in rows.People)
        {
            foreach (var form in Forms(row, "name", "variants"))
            {
                if (!forms.TryGetValue(form.AsText(), out var list))
                {
                    forms.Add(form.AsText(), list = []);
                }

                list.Add((form, row));
            }
        }

        foreach (var (form, at) in forms.Where(pair => pair.Value.Count > 1))
        {
            for (var i = 1; i < at.Count; i++)
            {
                Namesake(rows, form, at[i].Form, at[i].Row, [.. at.Take(i).Select(other => other.Row)]);
            }
        }

        foreach (var row in rows.People.Where(row => row.Flag("namesake") && !Forms(row, "name", "variants").Any(form => forms[form.AsText()].Count > 1)))
        {
            rows.Fault(row.Get("namesake"), row.Text("name"), "No other person has one of these names; remove namesake.");
        }
    }

    private static void Namesake(FactRows rows, string form, RuleNode at, RuleNode row, RuleNode[] others)
    {
        var name = row.Text("name");
        foreach (var other in others)
        {
            var line = FormattableString.Invariant($"line {other.Line}");
            if (other.Line == row.Line && other.Column == row.Column)
            {
                rows.Fault(at, name, $"'{form}' stands twice in this row; remove one.");
            }
            else if (other.TextOrNull("country") is not { } country || row.TextOrNull("country") is not { } own || country == own)
            {
                rows.Fault(at, name, $"'{form}' is also a name of '{other.Text("name")}' in {line}, of the same state: nothing would tell them apart. Give fuller names, or make one row of them.");
            }
            else if (!row.Flag("namesake") || !other.Flag("namesake"))
            {
                rows.Fault(at, name, $"'{form}' is also a name of '{other.Text("name")}' in {line}. Give a fuller name, or, where both are really written so, add namesake: true to both rows.");
            }
        }
    }

    /// <summary>A person's name that also names a state, place, organisation or office, or stands among the words that are no names.</summary>
    private static void Taken(FactRows rows, RuleSet rules)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        Take(taken, "a state", rules.States.SelectMany(state => state.Variants.Prepend(state.Name)));
        Take(taken, "a place", rules.Places.SelectMany(place => place.Variants.Prepend(place.Name)));
        Take(taken, "a venue", rules.Venues.SelectMany(venue => venue.Variants.Prepend(venue.Name)));
        Take(taken, "an organisation", rules.Organizations.SelectMany(organization => organization.Variants.Prepend(organization.Name)));
        Take(taken, "an office", rules.Offices.SelectMany(office => office.Synonyms.Prepend(office.Title)));
        Take(taken, "among the words that are no names (names.yaml)", rows.NotNames);
        Take(taken, "among the blockers (blockers.yaml)", rules.Blockers);
        Take(taken, "a bare surname (names.yaml)", rows.Surnames);
        foreach (var (name, words) in rules.Words.Select(words => (words.Name, words.Words)))
        {
            Take(taken, $"a word of the class '{name}' (words.yaml)", words);
        }

        foreach (var row in rows.People)
        {
            foreach (var form in Forms(row, "name", "variants").Where(form => taken.ContainsKey(form.AsText())))
            {
                rows.Fault(form, row.Text("name"), $"'{form.AsText()}' is also {taken[form.AsText()]}; give a fuller name or remove it there.");
            }
        }
    }

    private static void Take(Dictionary<string, string> taken, string what, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            taken.TryAdd(word, what);
        }
    }

    private static IEnumerable<RuleNode> Forms(RuleNode row, string name, string variants) => row.Items(variants).Prepend(row.Get(name));
}
