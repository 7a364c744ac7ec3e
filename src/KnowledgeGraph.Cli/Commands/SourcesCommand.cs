using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg sources</c>: who says that an event happened.</summary>
internal static class SourcesCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg sources event:0123456789abcdef         # ids as kg who-met shows them",
        "kg sources event:0123456789abcdef --cite md",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("EVENT") { Description = "An event's id, as who-met shows it." };
        var (citation, answer) = (new CitationOptions(), new AnswerOptions());
        var command = new Command("sources", "Every article that tells of an event: publisher, title, time, the whole sentence, and a link that leads to it.") { id };
        citation.AddTo(command);
        answer.AddTo(command);
        command.SetAction(parsed =>
        {
            using var answering = answer.Open(parsed, terminal);
            return Run(answering, citation.Of(parsed), parsed.GetValue(id)!);
        });
        return command;
    }

    private static int Run(Answering answering, CitationStyle style, string id)
    {
        if (Timeline.Event(answering.Store, id) is not { } found)
        {
            throw new UsageException($"the store {answering.Store.Path} has no event {id}; kg who-met shows the ids of events.");
        }

        var made = new ContactRows(answering.Labels, answering.Store);
        if (style.References is not null)
        {
            style.PrintReferences(answering, found.Sources, made);
            return KgCommand.Success;
        }

        return answering.Print(found.Sources.Select(made.Source), () => "");
    }
}
