using System.CommandLine;
using System.Globalization;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Evaluation;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg rules stats</c>: how often each rule finds something, and how often it is right on annotated articles.</summary>
internal static class RulesStatsCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg rules stats --corpus articles/",
        "kg rules stats --gold gold/annotations --articles gold/articles --rules my-rules --write",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var corpus = new Option<string[]>("--corpus") { Description = "Files, folders or archives in which to count what each rule finds.", HelpName = "PATH", AllowMultipleArgumentsPerToken = true };
        var gold = new Option<string?>("--gold") { Description = "A folder of annotations, NAME.json for each article NAME.", HelpName = "FOLDER" };
        var articles = new Option<string?>("--articles") { Description = "The folder of the annotated articles.", HelpName = "FOLDER" };
        var write = new Option<bool>("--write") { Description = "Write the precision of each rule to precision.yaml in the folder of --rules, from which records take their confidence." };
        var rules = SharedOptions.Rules();
        var format = SharedOptions.Format();
        var command = new Command("stats", "Show how often each rule finds something, and how precise it is on annotated articles.")
        {
            corpus, gold, articles, write, rules, format,
        };
        command.SetAction(async (parsed, cancel) => await Task.Run(
            () => Run(terminal, parsed.GetValue(corpus) ?? [], (parsed.GetValue(gold), parsed.GetValue(articles)), parsed.GetValue(write), parsed.GetValue(rules), parsed.GetValue(format)!, cancel),
            CancellationToken.None));
        return command;
    }

    private static int Run(Terminal terminal, string[] corpus, (string? Gold, string? Articles) annotated, bool write, string? folder, string format, CancellationToken cancel)
    {
        if ((annotated.Gold is null) != (annotated.Articles is null) || (corpus.Length == 0 && annotated.Gold is null))
        {
            throw new UsageException("rules stats: expected --corpus PATH..., or --gold FOLDER together with --articles FOLDER, or both.");
        }

        if (write && (folder is null || annotated.Gold is null))
        {
            throw new UsageException("rules stats: --write needs --rules FOLDER, whose precision.yaml it writes, and --gold with --articles.");
        }

        if (annotated.Gold is not null && !Directory.Exists(annotated.Gold))
        {
            throw new UsageException($"rules stats: there is no folder {annotated.Gold}.");
        }

        var source = SharedOptions.RulesFrom(folder);
        var pipeline = ExtractionPipeline.Load(source);
        var reader = SharedOptions.Reader(terminal, null, source);
        var statistics = new RuleStatistics(source);
        var annotations = annotated.Gold is null ? [] : GoldAnnotation.ReadFolder(annotated.Gold);
        var counts = new ReadCounts();
        foreach (var article in Articles(reader, counts, [.. corpus], cancel))
        {
            statistics.Count(pipeline.Extract(article));
        }

        foreach (var article in Articles(reader, counts, annotated.Articles is null ? [] : [annotated.Articles], cancel))
        {
            if (annotations.TryGetValue(Evaluator.KeyOf(article.File), out var annotation))
            {
                statistics.Judge(annotation, pipeline.Extract(article));
            }
        }

        Print(terminal, format, statistics, RuleSet.Load(source));
        if (write)
        {
            using var file = OutputFile.Create(Path.Combine(folder!, RuleSet.PrecisionFile));
            statistics.WritePrecision(file.Stream);
            file.Commit();
        }

        return counts[ReadStatus.Failed] > 0 ? KgCommand.SomeFailed : KgCommand.Success;
    }

    private static IEnumerable<Article> Articles(ArticleReader reader, ReadCounts counts, string[] paths, CancellationToken cancel)
    {
        foreach (var result in paths.Length == 0 ? [] : reader.Read(paths))
        {
            cancel.ThrowIfCancellationRequested();
            counts.Add(result);
            if (result.Article is { } article)
            {
                yield return article;
            }
        }
    }

    /// <summary>All rules that give events or agreements, those that found nothing too.</summary>
    private static void Print(Terminal terminal, string format, RuleStatistics statistics, RuleSet rules)
    {
        using var rows = RowWriter.Create(format, terminal);
        var silent = rules.Patterns.Where(rule => rule.Type is "event" or "agreement").Select(rule => rule.Name);
        foreach (var (rule, statistic) in statistics.Of(silent))
        {
            var precision = statistic.Precision;
            rows.Write(new Row(
            [
                Field.Of("rule", "rule", rule),
                Field.Of("finds", "finds", statistic.Finds),
                Field.Of("judged", "judged", statistic.Judged),
                Field.Of("right", "right", statistic.Right),
                new Field("precision", "precision", () => precision?.ToString("0.000", CultureInfo.InvariantCulture) ?? "", () => precision),
            ],
            []));
        }
    }
}
