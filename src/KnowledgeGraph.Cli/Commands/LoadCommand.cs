using System.CommandLine;
using System.Diagnostics;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Export.Neo4j;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg load</c>: writes the store's graph into Neo4j.</summary>
internal static class LoadCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "NEO4J_PASSWORD=... kg load --uri http://localhost:7474",
        "kg load --uri neo4j+s://0123abcd.databases.neo4j.io --password-file aura.txt --prune",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var uri = new Option<string>("--uri") { Description = "The server's HTTP address, or Aura's neo4j+s:// address.", HelpName = "ADDRESS", DefaultValueFactory = _ => "http://localhost:7474" };
        var database = new Option<string>("--database") { Description = "The database to load into.", HelpName = "NAME", DefaultValueFactory = _ => "neo4j" };
        var user = new Option<string>("--user") { Description = "The user; the password is taken from --password-file, NEO4J_PASSWORD or a prompt.", HelpName = "NAME", DefaultValueFactory = _ => "neo4j" };
        var passwordFile = new Option<string?>("--password-file") { Description = "A file whose first line is the password.", HelpName = "FILE" };
        var batch = new Option<int>("--batch") { Description = "Most nodes or relations in one transaction.", HelpName = "N", DefaultValueFactory = _ => new LoadOptions().BatchSize };
        var prune = new Option<bool>("--prune") { Description = "Remove what earlier loads of this store wrote and the store no longer has." };
        var store = SharedOptions.Store();
        var quiet = new Option<bool>("--quiet") { Description = "Show only errors." };
        batch.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--batch: expected a number of at least 1.");
            }
        });
        var command = new Command("load", "Write the store's graph into a Neo4j server.")
        {
            uri, database, user, passwordFile, batch, prune, store, quiet,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var address = Address(parsed.GetValue(uri)!);
            var (path, name) = (parsed.GetValue(store)!, parsed.GetValue(user)!);
            if (name.Contains(':', StringComparison.Ordinal))
            {
                throw new UsageException("--user: expected a name without a colon.");
            }

            using var source = KnowledgeStore.OpenForReading(path);
            var password = PasswordSource.Read(terminal, parsed.GetValue(passwordFile), $"{name} at {address}");
            using var api = new QueryApi(address, parsed.GetValue(database)!, name, password);
            var options = new LoadOptions { BatchSize = parsed.GetValue(batch), Prune = parsed.GetValue(prune) };
            return await RunAsync(terminal, source, api, options, parsed.GetValue(quiet), cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, KnowledgeStore store, QueryApi api, LoadOptions options, bool quiet, CancellationToken cancel)
    {
        if (api.Address.IsExposed)
        {
            terminal.Error.WriteLine($"kg: load: {api.Address} is not encrypted: the password and the graph can be read on the way. Use https:// where the server has it.");
        }

        var clock = Stopwatch.StartNew();
        var progress = new LoadProgress(terminal, quiet);
        api.Retrying = progress.Retrying;
        var result = await new GraphLoad(store, api, options, progress).RunAsync(cancel);
        progress.End();
        if (!quiet)
        {
            Report(terminal, result, clock.Elapsed);
        }

        return KgCommand.Success;
    }

    private static void Report(Terminal terminal, LoadResult result, TimeSpan time)
    {
        var output = terminal.Output;
        output.WriteLine(FormattableString.Invariant(
            $"{result.Nodes:N0} nodes ({result.NodesCreated:N0} created), {result.Relations:N0} relations ({result.RelationsCreated:N0} created) in {time.TotalSeconds:0.0} s; counted in the database: all there"));
        if (result.Pruned is { } pruned)
        {
            output.WriteLine(FormattableString.Invariant($"removed: {pruned.Nodes:N0} nodes, {pruned.Relations:N0} relations"));
            if (pruned.Kept > 0)
            {
                output.WriteLine(FormattableString.Invariant(
                    $"{pruned.Kept:N0} that the store no longer has stay, since others gave them labels, properties or relations"));
            }
        }
        else if (result.FormerNodes + result.FormerRelations > 0)
        {
            output.WriteLine(FormattableString.Invariant(
                $"from earlier loads, no longer in the store: {result.FormerNodes:N0} nodes, {result.FormerRelations:N0} relations; --prune removes them"));
        }
    }

    private static Neo4jAddress Address(string text)
    {
        try
        {
            return Neo4jAddress.Parse(text);
        }
        catch (FormatException error)
        {
            throw new UsageException("--uri: " + error.Message);
        }
    }
}
