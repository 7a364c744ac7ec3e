using System.CommandLine;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Export;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg explain</c>: what an article gives, straight from the file, each value with its words and its rule.</summary>
internal static class ExplainCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg explain articles/2022-07-08-park-jin.md",
        "kg explain articles/ --html explained.html   # the articles with everything marked; open it in a browser",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var paths = SharedOptions.Paths();
        var html = new Option<string?>("--html") { Description = "Write a page with the marked articles instead.", HelpName = "FILE" };
        var rules = SharedOptions.Rules();
        var map = SharedOptions.Map();
        var command = new Command("explain", "Show what articles give: every value with the words it came from and the rule that read them.")
        {
            paths, html, rules, map,
        };
        command.SetAction(async (parsed, cancel) => await Task.Run(
            () => Run(terminal, parsed.GetValue(paths)!, parsed.GetValue(html), parsed.GetValue(rules), parsed.GetValue(map), cancel), CancellationToken.None));
        return command;
    }

    private static int Run(Terminal terminal, string[] paths, string? html, string? rules, string? map, CancellationToken cancel)
    {
        var source = SharedOptions.RulesFrom(rules);
        var reader = SharedOptions.Reader(terminal, map, source);
        var pipeline = ExtractionPipeline.Load(source);
        var counts = new ReadCounts();
        IEnumerable<ExtractionRecord> Records()
        {
            foreach (var result in reader.Read(paths))
            {
                cancel.ThrowIfCancellationRequested();
                counts.Add(result);
                if (result.Status == ReadStatus.Failed)
                {
                    terminal.Error.WriteLine($"kg: {result.Name}: {result.Status.Name()}: {result.Reason}");
                }

                if (result.Article is { } article)
                {
                    yield return pipeline.Extract(article, withText: true);
                }
            }
        }

        if (html is not null)
        {
            using var file = OutputFile.Create(html);
            ExplanationPage.Write(Records(), file.Stream);
            file.Commit();
        }
        else
        {
            foreach (var record in Records())
            {
                Print(terminal, record);
            }
        }

        if (counts.Articles == 0)
        {
            terminal.Error.WriteLine("kg: no article: " + counts);
        }

        return counts[ReadStatus.Failed] > 0 ? KgCommand.SomeFailed : KgCommand.Success;
    }

    private static void Print(Terminal terminal, ExtractionRecord record)
    {
        var output = terminal.Output;
        output.WriteLine(string.Join(" · ", new[] { record.Article.Title, record.Article.Publisher, record.Article.Published, record.Article.File }.Where(part => !string.IsNullOrEmpty(part))));
        foreach (var person in record.Persons)
        {
            output.WriteLine($"  person       {person.Name}{string.Concat(person.Offices.Select(office => $"; {OfficeRecord.FullName(office.Title, office.Of)}"))}");
        }

        foreach (var told in record.Events)
        {
            output.WriteLine();
            output.WriteLine("  " + told.Evidence.Text);
            foreach (var value in ExplainedValue.Of(told, record.Article.Text!))
            {
                WhyCommand.Print(output, value);
            }
        }

        foreach (var agreement in record.Agreements)
        {
            output.WriteLine();
            output.WriteLine("  " + agreement.Evidence.Text);
            output.WriteLine($"    {agreement.Form,-12} {string.Join("、", agreement.Parties)}  <-  “{agreement.Text}”  [{agreement.Rule}]");
        }

        output.WriteLine();
    }
}
