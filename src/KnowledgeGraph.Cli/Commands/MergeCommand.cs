using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg merge</c>: joins stores that were built apart.</summary>
internal static class MergeCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg merge anna.db ben.db --db all.db       # whatever the order, the same graph",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var stores = new Argument<string[]>("STORE") { Description = "The stores to join; they are only read.", Arity = ArgumentArity.OneOrMore };
        var target = new Option<string>("--db") { Description = "The store to join them in; it is made, or added to where it is there.", HelpName = "FILE", Required = true };
        var rules = SharedOptions.Rules();
        var corrections = SharedOptions.Corrections();
        var command = new Command("merge", "Join stores that were built apart into one.") { stores, target, rules, corrections };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(stores)!, parsed.GetValue(target)!, parsed.GetValue(rules), parsed.GetValue(corrections)));
        return command;
    }

    private static int Run(Terminal terminal, string[] paths, string target, string? rules, string? correctionFile)
    {
        var source = SharedOptions.RulesFrom(rules);
        var corrections = GraphFiles.CorrectionsOf(correctionFile, target);
        var inputs = paths.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Where(path => path != Path.GetFullPath(target)).ToList();

        // Each is opened before anything is written: one that cannot be read stops the command while nothing is done.
        inputs.ForEach(path => KnowledgeStore.OpenForReading(path).Dispose());
        using var store = StoreFiles.OpenOrCreate(target);
        var run = store.BeginRun("", StoreWriter.Version);
        var total = 0;
        foreach (var path in inputs)
        {
            using var input = KnowledgeStore.OpenForReading(path);
            var (added, differing) = store.AddAll(run, input);
            total += added;
            foreach (var name in differing)
            {
                terminal.Error.WriteLine($"kg: {name}: {path} and the stores before it read different contents there; one reading stays. Extract it again where it lies.");
            }
        }

        store.EndRun(run, new RunCounts(total, 0, 0));
        GraphFiles.Renew(store, ExtractionPipeline.KnowledgeOf(source), corrections, GraphFiles.FolderOf(target), terminal);
        terminal.Error.WriteLine(FormattableString.Invariant($"{total} sources joined from {inputs.Count} stores"));
        return KgCommand.Success;
    }
}
