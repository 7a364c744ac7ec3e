namespace KnowledgeGraph.Rules.Lint;

/// <summary>Something that is wrong with the facts in a rule file.</summary>
/// <param name="File">Name of the rule file.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Row">The row, by its name.</param>
/// <param name="Problem">What is wrong and what to do.</param>
public sealed record RuleFinding(string File, long Line, long Column, string Row, string Problem)
{
    /// <summary><c>people.yaml:12:5: row '王毅': …</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}:{Column}: row '{Row}': {Problem}");
}
