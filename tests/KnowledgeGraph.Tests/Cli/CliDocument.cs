using System.CommandLine;
using System.Text;
using KnowledgeGraph.Cli;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Tests.Cli;

/// <summary><c>docs/cli.md</c>, made of the commands themselves.</summary>
internal static class CliDocument
{
    private const string Head = """
        # The commands

        Made of the commands themselves by a test (`CliDocumentTests`); `kg COMMAND --help` shows the same.

        **Names** are people, states, offices or organisations, in simplified or traditional characters or in English, by any variant that `rules/` knows (`特朗普`, `川普`, `Donald Trump`), an office with or without its state (`韩国外长`, `外交部长`). A part of a name is enough where only one person bears it (`Blinken`). Where several do, they are listed (exit 2) and nothing is guessed: write the state in front (`阿联酋穆罕默德`), the full name, or the id. Where only few articles name others of that name, these are left out and named. A name that the store does not know is answered with names written alike.

        **Times** are years, months or days (`2021`, `2021-04`, `2021-04-03`), both ends included; `--since 2021..2022` gives both. An event counts if one of its possible days does.

        **Output**: rows go to standard output, everything else to standard error. Tables keep to the width of the terminal (or of `COLUMNS`); into a pipe lines have any length. Colours only on a terminal and not where `NO_COLOR` is set. `--format json` and `jsonl` carry more than the table shows: every source with its whole sentence and its link.

        **Exit codes**: 0 answered, with rows or with a sentence that says why there are none; 1 some input or output failed; 2 wrong usage, an ambiguous name or an unreadable question; 130 interrupted.

        **Completion**: `kg` answers the `[suggest]` directive of System.CommandLine; `dotnet-suggest` brings it to your shell.

        """;

    /// <summary>The document.</summary>
    public static string Make()
    {
        using var terminal = new Terminal(Stream.Null, Stream.Null, Stream.Null);
        var (root, examples) = CommandTable.Create(terminal);
        var text = new StringBuilder(Head);
        foreach (var command in root.Subcommands)
        {
            Describe(text, command, "kg " + command.Name, examples);
            foreach (var subcommand in command.Subcommands)
            {
                Describe(text, subcommand, $"kg {command.Name} {subcommand.Name}", examples);
            }
        }

        text.Append("\n## Questions that kg ask reads\nThe forms stand in `rules/questions.yaml`, these examples with them.\n\n| question | command |\n| --- | --- |\n");
        foreach (var (_, question, command) in QuestionExamples.Of(RuleSource.Embedded))
        {
            text.Append($"| {Cell(question)} | `kg {command}` |\n");
        }

        return text.ToString();
    }

    private static void Describe(StringBuilder text, Command command, string name, IReadOnlyDictionary<Command, string[]> examples)
    {
        var arguments = command.Arguments.Where(argument => !argument.Hidden).ToList();
        var options = command.Options.Where(option => !option.Hidden).OrderBy(option => option is System.CommandLine.Help.HelpOption).ToList();
        text.Append($"\n## {name}\n{command.Description}\n\n");
        if (arguments.Count + options.Count > 0 && command.Subcommands.Count == 0)
        {
            text.Append("| | |\n| --- | --- |\n");
            foreach (var argument in arguments)
            {
                text.Append($"| `{argument.Name}{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}` | {Cell(argument.Description)} |\n");
            }

            foreach (var option in options)
            {
                var names = string.Join("`, `", option.Aliases.Append(option.Name).OrderBy(alias => alias.Length));
                text.Append($"| `{names}{(option.HelpName is null ? "" : " " + option.HelpName.Replace("|", "\\|", StringComparison.Ordinal))}` | {Cell(option.Description)} |\n");
            }

            text.Append('\n');
        }

        if (examples.TryGetValue(command, out var lines))
        {
            text.Append($"```sh\n{string.Join('\n', lines)}\n```\n");
        }
    }

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal);
}
