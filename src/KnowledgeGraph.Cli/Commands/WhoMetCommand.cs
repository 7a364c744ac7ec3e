using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Query;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg who-met</c>: who met whom, when and where, each with the sentences that say so.</summary>
internal static class WhoMetCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg who-met 王毅 --with 韩国 --since 2021",
        "kg who-met 布林肯 --since 2023-06 --until 2023-06 --format json",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var person = new Argument<string?>("PERSON")
        {
            Description = "A person, an office (韩国外交部长) or a state; left out, everybody.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var with = new Option<string?>("--with") { Description = "The other side: a person, an office or a state.", HelpName = "X" };
        var since = new Option<string?>("--since") { Description = "Not before: 2021, 2021-04 or 2021-04-03. An event counts if one of its possible days does.", HelpName = "DATE" };
        var until = new Option<string?>("--until") { Description = "Not after, the day itself included.", HelpName = "DATE" };
        var undated = new Option<bool>("--undated") { Description = "With --since or --until: also events whose date no article gives." };
        var store = SharedOptions.Store();
        var format = SharedOptions.Format();
        var command = new Command("who-met", "Who met whom, when and where, with the sentences that say so.")
        {
            person, with, since, until, undated, store, format,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(store)!, parsed.GetValue(format)!, new WhoMetQuestion
        {
            Person = parsed.GetValue(person),
            With = parsed.GetValue(with),
            Since = parsed.GetValue(since),
            Until = parsed.GetValue(until),
            Undated = parsed.GetValue(undated),
        }));
        return command;
    }

    private static int Run(Terminal terminal, string path, string format, WhoMetQuestion question)
    {
        using var store = KnowledgeStore.OpenForReading(path);
        WhoMetAnswer answer;
        try
        {
            answer = WhoMet.Find(store, question);
        }
        catch (FormatException error)
        {
            throw new UsageException(error.Message);
        }

        using (var rows = RowWriter.Create(format, terminal))
        {
            foreach (var contact in answer.Contacts)
            {
                rows.Write(ContactRows.Cited(contact));
            }
        }

        if (answer.Contacts.IsEmpty)
        {
            terminal.Error.WriteLine("The store tells of no such meeting.");
        }

        if (answer.UndatedLeftOut > 0)
        {
            terminal.Error.WriteLine(FormattableString.Invariant($"{answer.UndatedLeftOut} undated left out; --undated shows them."));
        }

        return KgCommand.Success;
    }
}
