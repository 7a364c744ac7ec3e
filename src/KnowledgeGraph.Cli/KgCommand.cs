using System.CommandLine;
using System.CommandLine.Parsing;
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
        var (root, examples) = CommandTable.Create(terminal, args.FirstOrDefault());
        HelpWithExamples.AddTo(root, examples);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // Of a word that is no command everything behind it would be an error too.
            foreach (var message in parsed.CommandResult.Command == root && args is [not ['-', ..] and var word, ..] ? [$"'{word}' is no command."] : parsed.Errors.Select(error => OneLine(error.Message)))
            {
                await terminal.Error.WriteLineAsync("kg: " + message);
            }

            await terminal.Error.WriteLineAsync($"kg: see {Path(parsed.CommandResult)} --help");
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

    /// <summary>A command with those that it belongs to: <c>kg correct reject</c>.</summary>
    private static string Path(CommandResult command) => command.Parent is CommandResult parent ? $"{Path(parent)} {command.Command.Name}" : "kg";

    private static string OneLine(string message) => string.Join(' ', message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
