using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Naming;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg path</c>: how two people are connected.</summary>
internal static class PathCommand
{
    private const int LongestByDefault = 6;

    /// <summary>How it is used.</summary>
    public static readonly string[] Examples = ["kg path 泽连斯基 金正恩", "kg path Blinken 马克龙 --longest 3"];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var from = new Argument<string>("A") { Description = "A person." };
        var to = new Argument<string>("B") { Description = "Another person." };
        var longest = SharedOptions.Number("--longest", "How many steps at most. [default: 6]");
        var answer = new AnswerOptions();
        var command = new Command("path", "How two people are connected: the fewest who met or called each other in turn, with the meetings on the way.") { from, to, longest };
        answer.AddTo(command);
        command.SetAction(parsed =>
        {
            using var answering = answer.Open(parsed, terminal);
            return Run(answering, parsed.GetValue(from)!, parsed.GetValue(to)!, parsed.GetValue(longest) ?? LongestByDefault);
        });
        return command;
    }

    private static int Run(Answering answering, string from, string to, int longest)
    {
        var resolver = new NameResolver(answering.Store, answering.Vocabulary);
        var names = Answering.Ask(() => new[] { resolver.Resolve(from), resolver.Resolve(to) });
        foreach (var name in names)
        {
            if (name.Found is not { } found)
            {
                return Naming.Explain(answering, name);
            }

            if (found.Kind != FormKinds.Person)
            {
                throw new UsageException($"{name.Text} is no person in this store: expected two people.");
            }
        }

        Naming.Report(answering, names);
        var made = new ContactRows(answering.Labels, answering.Store);
        return answering.Print(
            Connections.Find(answering.Store, names[0].Found!, names[1].Found!, longest).Select(step => made.OnPath(step)),
            () => from == to ? $"{from} is one person." : FormattableString.Invariant($"No way of at most {longest} meetings or calls leads from {from} to {to}. {NothingFoundText.Of(ArchiveSpan.Of(answering.Store))}"));
    }
}
