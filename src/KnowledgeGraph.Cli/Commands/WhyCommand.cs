using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Query;
using KnowledgeGraph.Records;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg why</c>: for each value of an event the words it came from and the rule that read them.</summary>
internal static class WhyCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg why event:0123456789abcdef             # ids as kg who-met shows them",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("EVENT") { Description = "An event's id, as who-met shows it." };
        var store = SharedOptions.Store();
        var format = SharedOptions.Format();
        var command = new Command("why", "Show for each value of an event the words it came from and the rule that read them.")
        {
            id, store, format,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(store)!, parsed.GetValue(format)!, parsed.GetValue(id)!));
        return command;
    }

    private static int Run(Terminal terminal, string path, string format, string id)
    {
        using var store = KnowledgeStore.OpenForReading(path);
        if (WhyEvent.Find(store, id) is not { } explanation)
        {
            throw new UsageException($"the store {path} has no event {id}; kg who-met shows the ids of events.");
        }

        if (format == RowWriter.Formats[0])
        {
            Print(terminal, explanation);
            return KgCommand.Success;
        }

        using var rows = RowWriter.Create(format, terminal);
        foreach (var report in explanation.Reports)
        {
            foreach (var value in report.Values)
            {
                rows.Write(new Row(
                [
                    Field.Of("event", null, explanation.EventId),
                    Field.Of("value", null, value.Name),
                    Field.Of("is", null, value.Value),
                    Field.Of("words", null, value.Words),
                    Field.Of("rule", null, value.Rule),
                    Field.Of("sentence", null, value.Sentence),
                    Field.Of("publisher", null, report.Publisher),
                    Field.Of("title", null, report.Title),
                    Field.Of("published", null, report.Published),
                    Field.Of("link", null, report.Url),
                    Field.Of("file", null, report.File),
                ],
                []));
            }
        }

        return KgCommand.Success;
    }

    /// <summary>Prints a value with its words and its rule.</summary>
    internal static void Print(TextWriter output, ExplainedValue value) =>
        output.WriteLine($"    {value.Name,-12} {value.Value}  <-  {(value.Words is null ? "(no words of its own)" : $"“{value.Words}”")}  [{value.Rule}]");

    private static void Print(Terminal terminal, EventExplanation explanation)
    {
        terminal.Output.WriteLine($"{explanation.Caption}  ({explanation.Status})  {explanation.EventId}");
        foreach (var report in explanation.Reports)
        {
            terminal.Output.WriteLine();
            terminal.Output.WriteLine(string.Join(" · ", new[] { report.Publisher, report.Title, report.Published, report.Url ?? report.File }.Where(part => !string.IsNullOrEmpty(part))));
            terminal.Output.WriteLine("  " + report.Sentence);
            foreach (var value in report.Values)
            {
                Print(terminal.Output, value);
            }
        }
    }
}
