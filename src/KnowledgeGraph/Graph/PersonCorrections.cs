namespace KnowledgeGraph.Graph;

/// <summary>Applies what users say of persons, and tells what of it matches nobody.</summary>
internal sealed class PersonCorrections(Corrections corrections, List<string> unmatched)
{
    private readonly List<(int A, int B)> apart = [];
    private readonly Dictionary<int, Correction> reviews = [];
    private IReadOnlyList<PersonReport> reports = [];
    private Dictionary<string, int> byId = [];
    private Func<string, string> fold = static text => text;

    /// <summary>Reports that are different persons.</summary>
    public IReadOnlyList<(int A, int B)> Apart => apart;

    /// <summary>Finds out which reports are meant.</summary>
    public void Settle(IReadOnlyList<PersonReport> all, Dictionary<string, int> ids, Func<string, string> folding)
    {
        (reports, byId, fold) = (all, ids, folding);
        foreach (var entry in corrections.Entries.OfType<DifferentPerson>())
        {
            if (Reports(entry, entry.A) is { } a && Reports(entry, entry.B) is { } b)
            {
                if (a.Intersect(b).Any())
                {
                    Tell(entry, $"{entry.A} and {entry.B} are one name and state in the articles, and cannot be told apart.");
                    continue;
                }

                apart.AddRange(a.SelectMany(one => b.Select(other => (one, other))));
                Review(entry, a.Concat(b));
            }
        }
    }

    /// <summary>Joins who is said to be one.</summary>
    public void Join(PersonJoins joins)
    {
        foreach (var entry in corrections.Entries.OfType<SamePerson>())
        {
            var sides = entry.Persons.Select(person => Reports(entry, person)).ToList();
            if (sides.Any(side => side is null))
            {
                continue;
            }

            var several = entry.Persons.Zip(sides).FirstOrDefault(pair => pair.Second!.Select(joins.Sets.Find).Distinct().Count() > 1);
            if (several.First is { } name)
            {
                Tell(entry, $"several people are called {name}: write the state as {name}@STATE, or an id.");
                continue;
            }

            var all = sides.SelectMany(side => side!).ToList();
            all.ForEach(other => joins.Force(all[0], other));
            Review(entry, all);
        }
    }

    /// <summary>The correction that says who these reports are about, if any.</summary>
    public Correction? Review(IEnumerable<int> person) => person.Select(index => reviews.GetValueOrDefault(index)).FirstOrDefault(review => review is not null);

    private void Review(Correction entry, IEnumerable<int> persons)
    {
        foreach (var index in persons)
        {
            reviews[index] = entry;
        }
    }

    /// <summary>The reports that an id or a name means; <see langword="null"/> where there are none, which is told.</summary>
    private List<int>? Reports(Correction entry, string person)
    {
        if (byId.TryGetValue(person, out var index))
        {
            return [index];
        }

        var parts = person.Split('@', 2);
        var name = fold(parts[0]);
        var named = Enumerable.Range(0, reports.Count).Where(i => parts.Length == 1 || reports[i].Country == parts[1]).ToList();
        var found = named.Where(i => fold(reports[i].Name) == name).ToList();
        found = found.Count > 0 ? found : [.. named.Where(i => reports[i].Names.Any(other => fold(other) == name))];
        if (found.Count > 0)
        {
            return found;
        }

        Tell(entry, $"nobody has the id or name {person}.");
        return null;
    }

    private void Tell(Correction entry, string problem) => unmatched.Add($"{entry.Place}: {problem}");
}
