using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Rules.Lint;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg rules check</c>: finds facts in the rule files that contradict each other.</summary>
internal static class RulesCheckCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg rules check --rules my-rules",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var rules = SharedOptions.Rules();
        var command = new Command("check", "Find facts in the rule files that cannot be: terms that overlap, names that collide, offices and states that nobody defines.") { rules };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(rules)));
        return command;
    }

    private static int Run(Terminal terminal, string? folder)
    {
        var findings = RuleLint.Findings(SharedOptions.RulesFrom(folder));
        foreach (var finding in findings)
        {
            terminal.Output.WriteLine(finding.ToString());
        }

        terminal.Error.WriteLine(findings.IsEmpty ? "The rules are in order." : FormattableString.Invariant($"{findings.Length} to correct."));
        return findings.IsEmpty ? KgCommand.Success : KgCommand.SomeFailed;
    }
}
