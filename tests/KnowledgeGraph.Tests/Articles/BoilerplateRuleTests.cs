using KnowledgeGraph.Articles;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Tests.Articles;

public sealed class BoilerplateRuleTests
{
    private static readonly BoilerplateRules Rules = BoilerplateRules.Load(RuleSource.Embedded);

    public static TheoryData<string> Names => [.. Rules.Rules.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_matches_its_examples_and_none_of_its_rejects(string name)
    {
        var rule = Assert.Single(Rules.Rules, rule => rule.Name == name);
        var cue = new BoilerplateCue(rule);

        Assert.NotEmpty(rule.Examples);
        Assert.NotEmpty(rule.Rejects);
        Assert.All(rule.Examples, example => Assert.True(Matches(example), example));
        Assert.All(rule.Rejects, reject => Assert.False(Matches(reject), reject));

        bool Matches(string text) => rule.Drops is BoilerplateDrop.Start or BoilerplateDrop.End
            ? cue.Cut(text) != text
            : cue.IsMatch(text);
    }

    [Fact]
    public void No_rule_drops_a_reject_of_another()
    {
        var blocks = Rules.Of(BoilerplateDrop.Block);
        foreach (var reject in Rules.Rules.Where(rule => rule.Drops is BoilerplateDrop.Block).SelectMany(rule => rule.Rejects).Where(text => text.Contains('。', StringComparison.Ordinal)))
        {
            Assert.False(blocks.IsMatch(reject), reject);
        }
    }

    [Fact]
    public void A_broken_rule_file_is_named_with_file_and_place()
    {
        var folder = Directory.CreateTempSubdirectory("kg-rules-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, BoilerplateRules.FileName), "- name: a\n  drops: block\n  words: [x]\n  pattern: '('\n  examples: [x]\n");
            var error = Assert.Throws<RuleFileException>(() => BoilerplateRules.Load(RuleSource.FromFolder(folder.FullName)));
            Assert.Contains(BoilerplateRules.FileName, error.Message, StringComparison.Ordinal);
            Assert.Contains("Rule 'a'", error.Message, StringComparison.Ordinal);

            File.WriteAllText(Path.Combine(folder.FullName, BoilerplateRules.FileName), "- name: a\n  drops: everything\n");
            error = Assert.Throws<RuleFileException>(() => BoilerplateRules.Load(RuleSource.FromFolder(folder.FullName)));
            Assert.Contains("boilerplate.yaml:2:", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
