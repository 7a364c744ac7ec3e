using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Tests;

public sealed class RuleExamplesTests
{
    [Fact]
    public void Every_example_and_reject_in_the_rule_files_holds()
    {
        var failures = RuleExamples.Failures(BuiltInRules.Rules).AddRange(QuestionExamples.Failures(RuleSource.Embedded));

        Assert.True(failures.IsEmpty, string.Join(Environment.NewLine, failures));
    }
}
