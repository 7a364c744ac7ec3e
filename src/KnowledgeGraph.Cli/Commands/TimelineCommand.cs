using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg timeline</c>: what happened, of every kind, in order of time.</summary>
internal static class TimelineCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg timeline 中国 越南 --since 2023",
        "kg timeline --kind signing,conference --since 2024-09 --until 2024-09",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var names = new Argument<string[]>("NAME") { Description = "People, states or offices that all took part; left out, everybody.", Arity = ArgumentArity.ZeroOrMore };
        var (since, until) = (SharedOptions.Since(), SharedOptions.Until());
        var (kind, status) = (EventOptions.Kind("Only these kinds. [default: all]"), EventOptions.Status());
        var undated = new Option<bool>("--undated") { Description = "Also events whose date no article gives, at the end." };
        var limit = SharedOptions.Number("--limit", "Print at most so many rows, the latest.");
        var answer = new AnswerOptions();
        var command = new Command("timeline", "Events of every kind in order of time.") { names, since, until, kind, status, undated, limit };
        answer.AddTo(command);
        command.SetAction(parsed =>
        {
            using var answering = answer.Open(parsed, terminal);
            var kinds = EventOptions.Values(kind, parsed, EventKinds.All);
            var statuses = EventOptions.Values(status, parsed, EventStatuses.All);
            return Run(answering, new WhoMetQuestion
            {
                People = [.. parsed.GetValue(names)!],
                Since = parsed.GetValue(since),
                Until = parsed.GetValue(until),
                Undated = parsed.GetValue(undated),
                Limit = parsed.GetValue(limit),
                Kinds = kinds.IsEmpty ? EventKinds.All : kinds,
                Statuses = statuses.IsEmpty ? [EventStatuses.Held] : statuses,
            });
        });
        return command;
    }

    private static int Run(Answering answering, WhoMetQuestion question)
    {
        var found = Answering.Ask(() => Timeline.Find(answering.Store, question, answering.Vocabulary));
        if (found.Unclear is { } name)
        {
            return Naming.Explain(answering, name);
        }

        Naming.Report(answering, found.Names);
        var made = new ContactRows(answering.Labels, answering.Store);
        answering.Print(found.Contacts.Select(made.OnTimeline), () => NothingFoundText.Of(WhyNothing.Explain(answering.Store, question, found, answering.Vocabulary)));
        if (found.UndatedLeftOut > 0)
        {
            answering.Remark($"{found.UndatedLeftOut} undated left out; --undated shows them.");
        }

        return KgCommand.Success;
    }
}
