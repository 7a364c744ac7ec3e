using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg rules export</c>: writes the rules that travel in the command to a folder, to be changed there.</summary>
internal static class RulesExportCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg rules export my-rules                  # change them, then: kg extract articles/ --rules my-rules",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("FOLDER") { Description = "A new or empty folder." };
        var command = new Command("export", "Write the rule files of this kg to a folder, to be changed there and used by --rules.") { folder };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(folder)!));
        return command;
    }

    private static int Run(Terminal terminal, string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new UsageException($"{folder} is there and not empty: expected a new or empty folder, so that no rules of yours are lost.");
        }

        var rules = RuleSource.Embedded;
        foreach (var name in rules.Names)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var text = rules.Open(name);
            File.WriteAllText(path, text.ReadToEnd());
        }

        terminal.Error.WriteLine(FormattableString.Invariant($"{rules.Names.Count} rule files written to {folder}."));
        return KgCommand.Success;
    }
}
