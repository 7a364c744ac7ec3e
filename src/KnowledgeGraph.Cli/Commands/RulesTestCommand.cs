using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg rules test</c>: runs the examples and rejects that stand beside the rules.</summary>
internal static class RulesTestCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg rules test --rules my-rules",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var rules = SharedOptions.Rules();
        var command = new Command("test", "Run the examples and rejects that stand beside the rules.") { rules };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(rules)));
        return command;
    }

    private static int Run(Terminal terminal, string? folder)
    {
        var source = SharedOptions.RulesFrom(folder);
        var rules = RuleSet.Load(source);
        var failures = RuleExamples.Failures(rules).AddRange(QuestionExamples.Failures(source));
        foreach (var failure in failures)
        {
            terminal.Output.WriteLine(failure);
        }

        var count = QuestionExamples.Of(source).Length + rules.Patterns.Sum(rule => rule.Examples.Length + rule.Rejects.Length) + rules.Times.Concat(rules.Durations).Sum(rule => rule.Examples.Length + rule.Rejects.Length);
        terminal.Error.WriteLine(FormattableString.Invariant($"{count} examples and rejects, {failures.Length} failed."));
        return failures.IsEmpty ? KgCommand.Success : KgCommand.SomeFailed;
    }
}
