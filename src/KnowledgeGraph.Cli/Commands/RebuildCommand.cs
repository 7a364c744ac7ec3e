using System.CommandLine;
using KnowledgeGraph.Cli.Output;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg rebuild</c>: builds the graph anew from the records of the store and the corrections.</summary>
internal static class RebuildCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg rebuild                                # after corrections.yaml was edited by hand",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var (store, rules, corrections) = (SharedOptions.Store(), SharedOptions.Rules(), SharedOptions.Corrections());
        var command = new Command("rebuild", "Build the graph anew from the store's records and the corrections.") { store, rules, corrections };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(store)!;
            var source = SharedOptions.RulesFrom(parsed.GetValue(rules));
            var entries = GraphFiles.CorrectionsOf(parsed.GetValue(corrections), path);
            using var opened = StoreFiles.OpenExisting(path);
            GraphFiles.Renew(opened, ExtractionPipeline.KnowledgeOf(source), entries, GraphFiles.FolderOf(path), terminal);
            terminal.Error.WriteLine(FormattableString.Invariant($"graph built; {entries.Entries.Length} correction{(entries.Entries.Length == 1 ? "" : "s")}"));
            return KgCommand.Success;
        });
        return command;
    }
}
