using System.CommandLine;
using KnowledgeGraph.Cli.Commands;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Cli;

/// <summary>The command <c>kg</c>: its subcommands, and what their errors mean for the exit code.</summary>
internal static class KgCommand
{
    /// <summary>Everything went well.</summary>
    public const int Success = 0;

    /// <summary>Some input or output failed; the rest was done.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command was used wrongly; nothing was done.</summary>
    public const int WrongUsage = 2;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Interrupted = 130;

    /// <summary>Runs the command.</summary>
    /// <param name="args">The words behind <c>kg</c>.</param>
    /// <param name="terminal">Where it reads and writes.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var (extract, whoMet, why) = (ExtractCommand.Create(terminal), WhoMetCommand.Create(terminal), WhyCommand.Create(terminal));
        var export = ExportCommand.Create(terminal);
        var (explain, check) = (ExplainCommand.Create(terminal), CheckCommand.Create(terminal));
        var (sample, eval) = (SampleCommand.Create(terminal), EvalCommand.Create(terminal));
        var (forget, merge, rebuild) = (ForgetCommand.Create(terminal), MergeCommand.Create(terminal), RebuildCommand.Create(terminal));
        var conflicts = ConflictsCommand.Create(terminal);
        var correct = CorrectCommand.Create(terminal, out var correctExamples);
        var rules = RulesCommand.Create(terminal, out var rulesExamples);
        var root = new RootCommand("Who met whom, when and where: a knowledge graph of diplomatic meetings from Chinese news.") { extract, whoMet, why, export, explain, check, sample, eval, forget, merge, rebuild, correct, conflicts, rules };
        HelpWithExamples.AddTo(root, new Dictionary<Command, string[]>(rulesExamples.Concat(correctExamples))
        {
            [root] = [ExtractCommand.Examples[0], WhoMetCommand.Examples[0]],
            [extract] = ExtractCommand.Examples,
            [whoMet] = WhoMetCommand.Examples,
            [why] = WhyCommand.Examples,
            [export] = ExportCommand.Examples,
            [explain] = ExplainCommand.Examples,
            [check] = CheckCommand.Examples,
            [sample] = SampleCommand.Examples,
            [eval] = EvalCommand.Examples,
            [forget] = ForgetCommand.Examples,
            [merge] = MergeCommand.Examples,
            [rebuild] = RebuildCommand.Examples,
            [conflicts] = ConflictsCommand.Examples,
        });

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync("kg: " + error.Message);
            }

            await terminal.Error.WriteLineAsync($"kg: see kg {(parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ")}--help");
            return WrongUsage;
        }

        var configuration = new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        };

        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        catch (UsageException error)
        {
            await terminal.Error.WriteLineAsync("kg: " + error.Message);
            return WrongUsage;
        }
        catch (Exception error) when (error is not (IOException or InvalidDataException or UnauthorizedAccessException or RuleFileException or Store.StoreException))
        {
            await terminal.Error.WriteLineAsync($"kg: unexpected {error.GetType().Name}: {error.Message}\nThis is a fault of kg: please report it with these lines.\n{error.StackTrace}");
            return SomeFailed;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or RuleFileException or Store.StoreException)
        {
            await terminal.Error.WriteLineAsync("kg: " + error.Message);
            return SomeFailed;
        }
    }
}
