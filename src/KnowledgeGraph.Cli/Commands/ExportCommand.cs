using System.Collections.Immutable;
using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Export;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg export</c>: the graph of a store, or a part of it, as files for other programs.</summary>
internal static class ExportCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg export --format gexf --out meetings.gexf --since 2023 --until 2023",
        "kg export --format graphml --view countries --out states.graphml",
        "kg export --format events --out events/ --status held",
        "kg export --format neo4j-csv --out neo4j/",
    ];

    private static readonly string[] Views = [.. Enum.GetNames<GraphView>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] Components = ["all", "main"];

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
        var view = new Option<string?>("--view") { Description = "Of graphml and gexf: people and who met whom; countries, the states that met; or full, everything. [default: people]", HelpName = "VIEW" };
        view.AcceptOnlyFromAmong(Views);
        var component = new Option<string?>("--component") { Description = "Of graphml and gexf: all, or only the main, the largest connected part. [default: all]", HelpName = "PART" };
        component.AcceptOnlyFromAmong(Components);
        var since = new Option<string?>("--since") { Description = "Only events not before: 2021, 2021-04 or 2021-04-03. An event counts if one of its possible days does; undated ones do not.", HelpName = "DATE" };
        var until = new Option<string?>("--until") { Description = "Only events not after, the day itself included.", HelpName = "DATE" };
        var person = new Option<string?>("--person") { Description = "Only events of a person, by any name or id.", HelpName = "NAME" };
        var country = new Option<string?>("--country") { Description = "Only events in which a state takes part: 韩国, 韓國, South Korea or KOR.", HelpName = "NAME" };
        var kind = new Option<string[]>("--kind") { Description = $"Only events of these kinds: {string.Join(", ", EventKinds.All)}.", HelpName = "KIND", AllowMultipleArgumentsPerToken = true };
        kind.AcceptOnlyFromAmong([.. EventKinds.All]);
        var status = new Option<string[]>("--status") { Description = "Only events that were held, planned or cancelled.", HelpName = "STATUS", AllowMultipleArgumentsPerToken = true };
        status.AcceptOnlyFromAmong([.. EventStatuses.All]);
        var store = SharedOptions.Store();
        var command = new Command("export", "Write the graph, or a part of it, as files for Gephi, Neo4j, spreadsheets and statistics.")
        {
            format, output, view, component, since, until, person, country, kind, status, store,
        };
        command.SetAction(parsed =>
        {
            var named = ExportFormats.Named(parsed.GetValue(format)!);
            if (!named.HasViews && (parsed.GetValue(view) ?? parsed.GetValue(component)) is not null)
            {
                throw new UsageException($"--view and --component are for graphml and gexf; {named.Name} writes the full graph.");
            }

            return new ExportJob(terminal, new ExportOptions
            {
                Format = named,
                Output = parsed.GetValue(output)!,
                Store = parsed.GetValue(store)!,
                View = named.HasViews ? Enum.Parse<GraphView>(parsed.GetValue(view) ?? Views[0], ignoreCase: true) : GraphView.Full,
                Person = parsed.GetValue(person),
                Country = parsed.GetValue(country),
                MainComponent = parsed.GetValue(component) == Components[1],
                Selection = new GraphSelection
                {
                    Since = Day(parsed.GetValue(since), DayRange.First),
                    Until = Day(parsed.GetValue(until), DayRange.Last),
                    Kinds = [.. parsed.GetValue(kind) ?? []],
                    Statuses = [.. parsed.GetValue(status) ?? []],
                },
                Asked = Asked(
                    ("since", parsed.GetValue(since)), ("until", parsed.GetValue(until)), ("person", parsed.GetValue(person)), ("country", parsed.GetValue(country)),
                    ("kind", string.Join(' ', parsed.GetValue(kind) ?? [])), ("status", string.Join(' ', parsed.GetValue(status) ?? []))),
            }).Run();
        });
        return command;
    }

    private static DateOnly? Day(string? text, Func<string, DateOnly> read) => text is null ? null : Answering.Ask(() => read(text));

    private static ImmutableSortedDictionary<string, string> Asked(params (string Option, string? Value)[] options) =>
        options.Where(option => !string.IsNullOrEmpty(option.Value)).ToImmutableSortedDictionary(option => option.Option, option => option.Value!, StringComparer.Ordinal);
}
