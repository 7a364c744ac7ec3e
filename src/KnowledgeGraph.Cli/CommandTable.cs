using System.CommandLine;
using KnowledgeGraph.Cli.Commands;
using KnowledgeGraph.Cli.Output;

namespace KnowledgeGraph.Cli;

/// <summary>The subcommands of <c>kg</c>, in the order in which help shows them.</summary>
internal static class CommandTable
{
    private static readonly Entry[] All =
    [
        Entry.Of("extract", ExtractCommand.Create, ExtractCommand.Examples),
        Entry.Of("ask", AskCommand.Create, AskCommand.Examples),
        Entry.Of("who-met", WhoMetCommand.Create, WhoMetCommand.Examples),
        Entry.Of("agreements", AgreementsCommand.Create, AgreementsCommand.Examples),
        Entry.Of("timeline", TimelineCommand.Create, TimelineCommand.Examples),
        Entry.Of("person", ProfileCommand.Person, ProfileCommand.PersonExamples),
        Entry.Of("country", ProfileCommand.Country, ProfileCommand.CountryExamples),
        Entry.Of("path", PathCommand.Create, PathCommand.Examples),
        Entry.Of("mentions", MentionsCommand.Create, MentionsCommand.Examples),
        Entry.Of("sources", SourcesCommand.Create, SourcesCommand.Examples),
        Entry.Of("why", WhyCommand.Create, WhyCommand.Examples),
        Entry.Of("stats", StatsCommand.Create, StatsCommand.Examples),
        Entry.Of("conflicts", ConflictsCommand.Create, ConflictsCommand.Examples),
        Entry.Of("export", ExportCommand.Create, ExportCommand.Examples),
        Entry.Of("load", LoadCommand.Create, LoadCommand.Examples),
        Entry.Of("explain", ExplainCommand.Create, ExplainCommand.Examples),
        Entry.Of("check", CheckCommand.Create, CheckCommand.Examples),
        Entry.Of("forget", ForgetCommand.Create, ForgetCommand.Examples),
        Entry.Of("merge", MergeCommand.Create, MergeCommand.Examples),
        Entry.Of("rebuild", RebuildCommand.Create, RebuildCommand.Examples),
        Entry.Of("sample", SampleCommand.Create, SampleCommand.Examples),
        Entry.Of("eval", EvalCommand.Create, EvalCommand.Examples),
        new("correct", terminal => (CorrectCommand.Create(terminal, out var examples), examples)),
        new("rules", terminal => (RulesCommand.Create(terminal, out var examples), examples)),
    ];

    /// <summary>The command <c>kg</c> with its subcommands, and their examples.</summary>
    /// <param name="terminal">Where they read and write.</param>
    /// <param name="first">The first word given: where it names a subcommand no other one is made, for a query must start at once.</param>
    public static (RootCommand Root, IReadOnlyDictionary<Command, string[]> Examples) Create(Terminal terminal, string? first = null)
    {
        var root = new RootCommand("Who met whom, when and where: a knowledge graph of diplomatic meetings from Chinese news.");
        var examples = new Dictionary<Command, string[]> { [root] = [ExtractCommand.Examples[0], WhoMetCommand.Examples[0]] };
        var chosen = Array.FindAll(All, entry => entry.Name == first);
        foreach (var entry in chosen.Length > 0 ? chosen : All)
        {
            var (command, shown) = entry.Create(terminal);
            root.Subcommands.Add(command);
            foreach (var (described, lines) in shown)
            {
                examples[described] = lines;
            }
        }

        return (root, examples);
    }

    /// <summary>A subcommand, and the examples of it and of its own subcommands.</summary>
    private sealed record Entry(string Name, Func<Terminal, (Command Command, IReadOnlyDictionary<Command, string[]> Examples)> Create)
    {
        public static Entry Of(string name, Func<Terminal, Command> create, string[] examples) => new(name, terminal =>
        {
            var command = create(terminal);
            return (command, new Dictionary<Command, string[]> { [command] = examples });
        });
    }
}
