using System.CommandLine;
using KnowledgeGraph.Cli.Output;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg rules</c>: what concerns the rule files themselves.</summary>
internal static class RulesCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples = [RulesCheckCommand.Examples[0], RulesTestCommand.Examples[0], RulesStatsCommand.Examples[0], RulesExportCommand.Examples[0]];

    /// <summary>The command and its subcommands.</summary>
    public static Command Create(Terminal terminal, out Dictionary<Command, string[]> examples)
    {
        var (check, test) = (RulesCheckCommand.Create(terminal), RulesTestCommand.Create(terminal));
        var (stats, export) = (RulesStatsCommand.Create(terminal), RulesExportCommand.Create(terminal));
        var command = new Command("rules", "Check the rule files, run the examples in them, measure them, take them out to change them.") { check, test, stats, export };
        examples = new Dictionary<Command, string[]>
        {
            [command] = Examples,
            [check] = RulesCheckCommand.Examples,
            [test] = RulesTestCommand.Examples,
            [stats] = RulesStatsCommand.Examples,
            [export] = RulesExportCommand.Examples,
        };
        return command;
    }
}
