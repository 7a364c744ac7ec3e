using System.CommandLine;
using KnowledgeGraph.Cli.Commands;
using KnowledgeGraph.Cli.Output;

namespace KnowledgeGraph.Cli;

/// <summary>The subcommands of <c>kg</c>, in the order in which help shows them.</summary>
internal static class CommandTable
{
    private static readonly Entry[] All =
    [
        Entry.Of("extract", static terminal => (ExtractCommand.Create(terminal), ExtractCommand.Examples)),
        Entry.Of("ask", static terminal => (AskCommand.Create(terminal), AskCommand.Examples)),
        Entry.Of("who-met", static terminal => (WhoMetCommand.Create(terminal), WhoMetCommand.Examples)),
        Entry.Of("agreements", static terminal => (AgreementsCommand.Create(terminal), AgreementsCommand.Examples)),
        Entry.Of("timeline", static terminal => (TimelineCommand.Create(terminal), TimelineCommand.Examples)),
        Entry.Of("person", static terminal => (ProfileCommand.Person(terminal), ProfileCommand.PersonExamples)),
        Entry.Of("country", static terminal => (ProfileCommand.Country(terminal), ProfileCommand.CountryExamples)),
        Entry.Of("path", static terminal => (PathCommand.Create(terminal), PathCommand.Examples)),
        Entry.Of("mentions", static terminal => (MentionsCommand.Create(terminal), MentionsCommand.Examples)),
        Entry.Of("sources", static terminal => (SourcesCommand.Create(terminal), SourcesCommand.Examples)),
        Entry.Of("why", static terminal => (WhyCommand.Create(terminal), WhyCommand.Examples)),
        Entry.Of("stats", static terminal => (StatsCommand.Create(terminal), StatsCommand.Examples)),
        Entry.Of("conflicts", static terminal => (ConflictsCommand.Create(terminal), ConflictsCommand.Examples)),
        Entry.Of("export", static terminal => (ExportCommand.Create(terminal), ExportCommand.Examples)),
        Entry.Of("load", static terminal => (LoadCommand.Create(terminal), LoadCommand.Examples)),
        Entry.Of("explain", static terminal => (ExplainCommand.Create(terminal), ExplainCommand.Examples)),
        Entry.Of("check", static terminal => (CheckCommand.Create(terminal), CheckCommand.Examples)),
        Entry.Of("forget", static terminal => (ForgetCommand.Create(terminal), ForgetCommand.Examples)),
        Entry.Of("merge", static terminal => (MergeCommand.Create(terminal), MergeCommand.Examples)),
        Entry.Of("rebuild", static terminal => (RebuildCommand.Create(terminal), RebuildCommand.Examples)),
        Entry.Of("sample", static terminal => (SampleCommand.Create(terminal), SampleCommand.Examples)),
        Entry.Of("eval", static terminal => (EvalCommand.Create(terminal), EvalCommand.Examples)),
        new("correct", static terminal => (CorrectCommand.Create(terminal, out var examples), examples)),
        new("rules", static terminal => (RulesCommand.Create(terminal, out var examples), examples)),
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
        public static Entry Of(string name, Func<Terminal, (Command Command, string[] Examples)> create) => new(name, terminal =>
        {
            var (command, examples) = create(terminal);
            return (command, new Dictionary<Command, string[]> { [command] = examples });
        });
    }
}
