using System.CommandLine;
using KnowledgeGraph.Cli.Output;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg export</c>: the graph of a store, or a part of it, as files for other programs.</summary>
internal static class ExportCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg export --format neo4j-csv --out neo4j/",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var format = new Option<string>("--format")
        {
            Description = string.Join("; ", ExportFormats.All.Select(format => $"{format.Name}: {format.Use}")) + ".",
            HelpName = "FORMAT",
            Required = true,
        };
        format.AcceptOnlyFromAmong([.. ExportFormats.All.Select(format => format.Name)]);
        var output = new Option<string>("--out") { Description = "The file to write, - for standard output; of csv, events and neo4j-csv the folder.", HelpName = "PATH", Required = true };
        var store = SharedOptions.Store();
        var command = new Command("export", "Write the graph as files for Gephi, Neo4j, spreadsheets and statistics.") { format, output, store };
        command.SetAction(parsed => new ExportJob(terminal, new ExportOptions
        {
            Format = ExportFormats.Named(parsed.GetValue(format)!),
            Output = parsed.GetValue(output)!,
            Store = parsed.GetValue(store)!,
        }).Run());
        return command;
    }
}
