using System.Buffers;

namespace KnowledgeGraph.Graph;

/// <summary>
/// Joins the persons of the records. A person is name and state, or name and office: never the name alone. Joined are, in
/// this order: the same name, or two forms of a known one, and the same state; a name that exactly one person of the state
/// has as another form; a last name with the only full name of that state and office that ends with it; name and office
/// without state with the only person of that name and office, or of that name and the state that the office names; and a
/// bare name (neither state nor office) with the copies of its article, then with the only person of that name in the graph.
/// Never joined are two that one article tells apart, or that a correction does.
/// </summary>
internal sealed class PersonJoins
{
    private static readonly SearchValues<char> NameDots = SearchValues.Create("·•‧・．･");
    private readonly IReadOnlyList<PersonReport> reports;
    private readonly IReadOnlyList<int> origins;
    private readonly KnownPeople known;
    private readonly Func<string, string> fold;
    private readonly IReadOnlyList<(int A, int B)> apart;
    private readonly HashSet<int>[] articles;
    private readonly int[] order;
    private readonly Dictionary<string, List<int>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Last, string Country), List<int>> byLastName = [];

    private PersonJoins(
        IReadOnlyList<PersonReport> reports, IReadOnlyList<int> origins, KnownPeople known, Func<string, string> fold, IReadOnlyList<(int A, int B)> apart)
    {
        this.reports = reports;
        this.origins = origins;
        this.known = known;
        this.fold = fold;
        this.apart = apart;
        Sets = new DisjointSets(reports.Count);
        articles = [.. reports.Select(report => new HashSet<int>(report.Articles))];

        // The order of joining is that of ids, so that it cannot depend on the order of articles.
        order = [.. Enumerable.Range(0, reports.Count).OrderBy(index => reports[index].Id, StringComparer.Ordinal)];
        foreach (var index in order.Where(index => !reports[index].Bare))
        {
            foreach (var name in reports[index].Names.Select(fold).Append(Canonical(index)).Distinct(StringComparer.Ordinal))
            {
                Add(byName, name, index);
            }

            if (reports[index].Country is { } country)
            {
                foreach (var last in reports[index].Names.Select(LastName).OfType<string>().Distinct(StringComparer.Ordinal))
                {
                    Add(byLastName, (last, country), index);
                }
            }
        }
    }

    /// <summary>The reports in sets, each one person.</summary>
    public DisjointSets Sets { get; }

    /// <summary>Joins reports.</summary>
    /// <param name="reports">What the articles say of each person under one record id.</param>
    /// <param name="origins">The origin of each article.</param>
    /// <param name="known">People known.</param>
    /// <param name="fold">Makes names of both scripts comparable.</param>
    /// <param name="apart">Reports that a correction tells apart.</param>
    public static PersonJoins Of(
        IReadOnlyList<PersonReport> reports, IReadOnlyList<int> origins, KnownPeople known, Func<string, string> fold, IReadOnlyList<(int A, int B)> apart)
    {
        var joins = new PersonJoins(reports, origins, known, fold, apart);
        joins.JoinNamesakes();
        joins.JoinForms();
        joins.JoinBare();
        return joins;
    }

    /// <summary>Joins two whatever speaks against it.</summary>
    public void Force(int a, int b)
    {
        var (first, second) = (Sets.Find(a), Sets.Find(b));
        if (first != second)
        {
            Merge(first, second);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<int>> lists, TKey key, int index)
        where TKey : notnull => (lists.TryGetValue(key, out var list) ? list : lists[key] = []).Add(index);

    /// <summary>Persons of one name and state are one, unless an article tells two of them apart: then all stay as their articles have them.</summary>
    private void JoinNamesakes()
    {
        foreach (var namesakes in order.Where(index => reports[index].Country is not null).GroupBy(index => (Canonical(index), reports[index].Country)))
        {
            var members = namesakes.ToArray();
            if (members.Sum(index => articles[index].Count) != members.SelectMany(index => articles[index]).Distinct().Count())
            {
                continue;
            }

            foreach (var other in members.Skip(1))
            {
                Unite(members[0], other);
            }
        }
    }

    private void JoinForms()
    {
        var named = order.Where(index => !reports[index].Bare).ToArray();
        foreach (var index in named.Where(index => reports[index].Country is not null))
        {
            var report = reports[index];
            JoinOnly(index, Named(index), other => other.Country == report.Country && fold(other.Name) != fold(report.Name));
        }

        foreach (var index in named.Where(index => reports[index].Country is not null))
        {
            var report = reports[index];
            JoinOnly(index, byLastName.GetValueOrDefault((fold(report.Name), report.Country!), []), other => other.Titles.Overlaps(report.Titles));
        }

        foreach (var index in named.Where(index => reports[index].Country is null))
        {
            var report = reports[index];
            JoinOnly(index, Named(index), other => other.Country is { } country && (other.Titles.Overlaps(report.Titles) || report.HasOfficeOf(country)));
        }
    }

    private void JoinBare()
    {
        var bare = order.Where(index => reports[index].Bare).ToArray();
        foreach (var copies in bare.GroupBy(index => (fold(reports[index].Name), origins[reports[index].Articles.Min])))
        {
            foreach (var copy in copies.Skip(1))
            {
                Unite(copies.First(), copy);
            }
        }

        foreach (var index in bare)
        {
            JoinOnly(index, Named(index), static _ => true);
        }
    }

    private string Canonical(int index) => known.Canonical(reports[index].Name, reports[index].Country);

    private List<int> Named(int index) => byName.GetValueOrDefault(fold(reports[index].Name), []);

    private string? LastName(string name) => name.AsSpan().LastIndexOfAny(NameDots) is > 0 and var dot && dot < name.Length - 1 ? fold(name[(dot + 1)..]) : null;

    /// <summary>Joins a person with the only other one that qualifies, if there is exactly one.</summary>
    private void JoinOnly(int index, List<int> candidates, Func<PersonReport, bool> qualifies)
    {
        var own = Sets.Find(index);
        var found = candidates.Where(other => Sets.Find(other) != own && qualifies(reports[other])).Select(Sets.Find).Distinct().Take(2).ToArray();
        if (found.Length == 1)
        {
            Unite(own, found[0]);
        }
    }

    private void Unite(int a, int b)
    {
        var (first, second) = (Sets.Find(a), Sets.Find(b));
        if (first != second && !articles[first].Overlaps(articles[second]) && !apart.Any(pair => AreApart(pair, first, second)))
        {
            Merge(first, second);
        }
    }

    private bool AreApart((int A, int B) pair, int first, int second)
    {
        var (a, b) = (Sets.Find(pair.A), Sets.Find(pair.B));
        return (a == first && b == second) || (a == second && b == first);
    }

    private void Merge(int first, int second)
    {
        var root = Sets.Join(first, second);
        var (kept, added) = articles[first].Count < articles[second].Count ? (articles[second], articles[first]) : (articles[first], articles[second]);
        kept.UnionWith(added);
        articles[root] = kept;
    }
}
