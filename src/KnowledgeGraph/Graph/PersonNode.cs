using System.Collections.Immutable;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Graph;

/// <summary>What the articles say of one person under one record id.</summary>
internal sealed class PersonReport(string id, string name, string? country, bool bare)
{
    private readonly List<string> fullNames = [];
    private readonly HashSet<string> offices = new(StringComparer.Ordinal);

    /// <summary>The id in records; of a bare name one of its own for each article.</summary>
    public string Id => id;

    /// <summary>The name that the id was made of.</summary>
    public string Name => name;

    /// <summary>The state, where known.</summary>
    public string? Country => country;

    /// <summary>Whether neither state nor office is known.</summary>
    public bool Bare => bare;

    /// <summary>All forms of the name.</summary>
    public SortedSet<string> Names { get; } = new(StringComparer.Ordinal) { name };

    /// <summary>The fullest name of each article.</summary>
    public IReadOnlyList<string> FullNames => fullNames;

    /// <summary>The titles held.</summary>
    public HashSet<string> Titles { get; } = new(StringComparer.Ordinal);

    /// <summary>Indexes of the articles that name the person.</summary>
    public SortedSet<int> Articles { get; } = [];

    /// <summary>Whether the name of an office, or of the party or parliament that has it, begins with a state's.</summary>
    public bool HasOfficeOf(string state) => offices.Any(office => office.StartsWith(state, StringComparison.Ordinal));

    /// <summary>Adds what one article says.</summary>
    public void Add(int article, PersonRecord person)
    {
        Articles.Add(article);
        fullNames.Add(person.Name);
        Names.Add(person.Name);
        Names.UnionWith(person.Aliases);
        Titles.UnionWith(person.Offices.Select(office => office.Title));
        offices.UnionWith(person.Offices.Select(office => OfficeRecord.FullName(office.Title, office.Of)));
    }
}

/// <summary>One person of the graph.</summary>
/// <param name="Id">The smallest id of its reports.</param>
/// <param name="FormerIds">The other ids.</param>
/// <param name="Name">The preferred full name.</param>
/// <param name="Aliases">All other forms.</param>
/// <param name="Country">The state, where known.</param>
/// <param name="Articles">Number of articles that name the person.</param>
/// <param name="Review">The correction that says who this is, if any.</param>
internal sealed record PersonNode(
    string Id, ImmutableArray<string> FormerIds, string Name, ImmutableArray<string> Aliases, string? Country, int Articles, Correction? Review)
{
    /// <summary>The person that these reports are about.</summary>
    public static PersonNode Of(IReadOnlyList<PersonReport> reports, Correction? review)
    {
        // The id of a bare name is good for its article alone, so any other comes first.
        ImmutableArray<string> ids = [.. reports.OrderBy(report => report.Bare).ThenBy(report => report.Id, StringComparer.Ordinal).Select(report => report.Id)];
        var name = Preferred.Text(reports.SelectMany(report => report.FullNames))!;
        return new PersonNode(
            ids[0],
            ids[1..].Sort(StringComparer.Ordinal),
            name,
            [.. reports.SelectMany(report => report.Names).Where(other => other != name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Preferred.Text(reports.Select(report => report.Country)),
            reports.SelectMany(report => report.Articles).Distinct().Count(),
            review);
    }
}
