using System.CommandLine;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Cli.Output;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg check</c>: says how each source would be read, without extracting anything.</summary>
internal static class CheckCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg check articles/ --report status.csv",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var paths = SharedOptions.Paths();
        var report = SharedOptions.Report();
        var map = SharedOptions.Map();
        var rules = SharedOptions.Rules();
        var format = SharedOptions.Format();
        var command = new Command("check", "Say how each source would be read: read, no date, no text, not Chinese, duplicate, failed and why.")
        {
            paths, report, map, rules, format,
        };
        command.SetAction(async (parsed, cancel) => await Task.Run(
            () => Run(terminal, parsed.GetValue(paths)!, parsed.GetValue(report), parsed.GetValue(map), parsed.GetValue(rules), parsed.GetValue(format)!, cancel), CancellationToken.None));
        return command;
    }

    private static int Run(Terminal terminal, string[] paths, string? report, string? map, string? rules, string format, CancellationToken cancel)
    {
        var reader = SharedOptions.Reader(terminal, map, SharedOptions.RulesFrom(rules));
        var counts = new ReadCounts();
        using var file = report is null ? null : OutputFile.Create(report);
        using (var statuses = file is null ? null : new StatusReport(file.Stream))
        using (var rows = RowWriter.Create(format, terminal))
        {
            foreach (var result in reader.Read(paths))
            {
                cancel.ThrowIfCancellationRequested();
                counts.Add(result);
                statuses?.Add(result);
                if (result.Status != ReadStatus.NotAnArticle)
                {
                    rows.Write(AsRow(result));
                }
            }
        }

        file?.Commit();
        terminal.Error.WriteLine(counts.ToString());
        return counts[ReadStatus.Failed] > 0 ? KgCommand.SomeFailed : KgCommand.Success;
    }

    private static Row AsRow(ReadResult result) => new(
    [
        Field.Of("source", "SOURCE", result.Name),
        Field.Of("status", "STATUS", result.Status.Name()),
        Field.Of("published", "PUBLISHED", result.Article?.Published?.ToString()),
        Field.Of("dateSource", "FROM", result.Article?.DateSource?.Name()),
        Field.Of("title", null, result.Article?.Title),
        Field.Of("reason", "REASON", result.Reason),
    ],
    []);
}
