using System.Collections.Immutable;

namespace KnowledgeGraph.Rules.Lint;

/// <summary>The rows of the gazetteers with the places where they stand, and what was found wrong with them.</summary>
internal sealed class FactRows
{
    private readonly List<RuleFinding> findings = [];

    /// <summary>Reads the gazetteers of the rule files in the order of the index.</summary>
    public FactRows(RuleSource source)
    {
        var sections = RuleSet.Files(source).SelectMany(file => RuleNode.Load(source, file).AsEntries()).ToLookup(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        States = Rows(sections, "states");
        Places = Rows(sections, "places");
        Venues = Rows(sections, "venues");
        Organizations = Rows(sections, "organizations");
        Offices = Rows(sections, "offices");
        People = Rows(sections, "people");
        NotNames = [.. sections["names"].SelectMany(names => names.Texts("not_names"))];
        Surnames = [.. sections["names"].SelectMany(names => names.Get("surnames").AsEntries()).SelectMany(entry => entry.Value.AsTexts())];
    }

    /// <summary>States and territories.</summary>
    public ImmutableArray<RuleNode> States { get; }

    /// <summary>Places below the state.</summary>
    public ImmutableArray<RuleNode> Places { get; }

    /// <summary>Buildings and rooms.</summary>
    public ImmutableArray<RuleNode> Venues { get; }

    /// <summary>Organisations.</summary>
    public ImmutableArray<RuleNode> Organizations { get; }

    /// <summary>Offices.</summary>
    public ImmutableArray<RuleNode> Offices { get; }

    /// <summary>People.</summary>
    public ImmutableArray<RuleNode> People { get; }

    /// <summary>Words that look like a name and are none.</summary>
    public ImmutableArray<string> NotNames { get; }

    /// <summary>Surnames of East Asia.</summary>
    public ImmutableArray<string> Surnames { get; }

    /// <summary>Notes a fault.</summary>
    /// <param name="at">Where it stands.</param>
    /// <param name="row">The row, by its name.</param>
    /// <param name="problem">What is wrong and what to do.</param>
    public void Fault(RuleNode at, string row, string problem) => findings.Add(new RuleFinding(at.File, at.Line, at.Column, row, problem));

    /// <summary>The faults in the order of the files.</summary>
    public ImmutableArray<RuleFinding> Findings() =>
        [.. findings.Distinct().OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line).ThenBy(finding => finding.Column).ThenBy(finding => finding.Problem, StringComparer.Ordinal)];

    private static ImmutableArray<RuleNode> Rows(ILookup<string, RuleNode> sections, string name) => [.. sections[name].SelectMany(section => section.AsItems())];
}
