using System.Collections.Immutable;

namespace KnowledgeGraph.Rules.Lint;

/// <summary>
/// Looks for contradictions in the facts of the rule files: that a file can be read is not yet a sign that what it says can be so.
/// </summary>
public static class RuleLint
{
    /// <summary>All that is wrong, in the order of the files; empty where all is well.</summary>
    /// <param name="source">The rule files.</param>
    /// <exception cref="RuleFileException">A file cannot be read at all.</exception>
    public static ImmutableArray<RuleFinding> Findings(RuleSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var rules = RuleSet.Load(source);
        var rows = new FactRows(source);
        KeyLint.Check(rows);
        ReferenceLint.Check(rows, rules);
        NameLint.Check(rows, rules);
        TermLint.Check(rows, rules);
        return rows.Findings();
    }
}
