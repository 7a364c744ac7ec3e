using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Evaluation;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg eval</c>: how good kg is, on annotated articles or by a coding sheet that a person has filled in.</summary>
internal static class EvalCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg eval gold/annotations gold/articles --errors",
        "kg eval --sheet sheet.csv                 # a sheet of kg sample, filled in",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var gold = new Argument<string?>("GOLD") { Description = "A folder of annotations, NAME.json for each article NAME.", Arity = ArgumentArity.ZeroOrOne };
        var articles = new Argument<string?>("ARTICLES") { Description = "The folder of the annotated articles.", Arity = ArgumentArity.ZeroOrOne };
        var sheet = new Option<string?>("--sheet") { Description = "A coding sheet of kg sample whose columns right_... are filled in with y or n.", HelpName = "FILE" };
        var errors = new Option<bool>("--errors") { Description = "List what was missed and what was found wrongly." };
        var json = new Option<bool>("--json") { Description = "Print the figures as one JSON object." };
        var rules = SharedOptions.Rules();
        var command = new Command("eval", "Measure precision and recall on annotated articles, or precision by a coding sheet.")
        {
            gold, articles, sheet, errors, json, rules,
        };
        command.SetAction(async (parsed, cancel) => await Task.Run(
            () => parsed.GetValue(sheet) is { } file ? CodingSheetReport.Print(terminal, file)
                : parsed.GetValue(gold) is { } golds && parsed.GetValue(articles) is { } folder
                    ? Run(terminal, golds, folder, parsed.GetValue(errors), parsed.GetValue(json), parsed.GetValue(rules), cancel)
                    : throw new UsageException("eval: expected a folder of annotations and one of articles, or --sheet FILE."),
            CancellationToken.None));
        return command;
    }

    private static int Run(Terminal terminal, string gold, string articles, bool errors, bool json, string? rules, CancellationToken cancel)
    {
        if (!Directory.Exists(gold))
        {
            throw new UsageException($"eval: there is no folder {gold}.");
        }

        var source = SharedOptions.RulesFrom(rules);
        var (reader, pipeline, evaluator) = (SharedOptions.Reader(terminal, null, source), ExtractionPipeline.Load(source), new Evaluator(source));
        var annotations = GoldAnnotation.ReadFolder(gold);
        var records = new Dictionary<string, ExtractionRecord>(StringComparer.Ordinal);
        foreach (var result in reader.Read([articles]))
        {
            cancel.ThrowIfCancellationRequested();
            if (result.Article is { } article && Evaluator.KeyOf(article.File) is var key && annotations.ContainsKey(key))
            {
                records[key] = pipeline.Extract(article);
            }
        }

        foreach (var (key, annotation) in annotations)
        {
            evaluator.Add(key, annotation, records.GetValueOrDefault(key));
        }

        var report = evaluator.Report();
        if (json)
        {
            terminal.Output.WriteLine(Json(report).ToJsonString());
        }
        else
        {
            Print(terminal.Output, report);
        }

        foreach (var error in errors ? report.Errors : [])
        {
            terminal.Output.WriteLine(string.Join('\t', [error.Article, error.Measure, error.IsMissed ? "missed" : "spurious", .. error.Description]));
        }

        foreach (var missing in annotations.Keys.Where(key => !records.ContainsKey(key)))
        {
            terminal.Error.WriteLine($"kg: eval: {articles} has no article for the annotation {missing}.");
        }

        return records.Count < annotations.Count ? KgCommand.SomeFailed : KgCommand.Success;
    }

    private static void Print(TextWriter output, EvaluationReport report)
    {
        output.WriteLine($"{"",-14}{"gold",6}{"found",7}{"right",7}{"P",8}{"R",8}{"F1",8}");
        foreach (var (name, tally) in report.Measures)
        {
            Print(output, name, tally);
        }

        output.WriteLine(Line($"{"place",-14}{report.Place.Gold,6}{"",7}{report.Place.Right,7}{report.Place.Recall,8:0.000}"));
        output.WriteLine(Line($"{"undated",-14}{report.Undated.Gold,6}{"",7}{report.Undated.Right,7}"));
        output.WriteLine();
        foreach (var (name, tally) in report.Kinds.Concat(report.Statuses))
        {
            Print(output, name, tally);
        }

        output.WriteLine();
        string[] statuses = [EventStatuses.Held, EventStatuses.Planned, EventStatuses.Cancelled, ""];
        var confusion = report.Confusion.ToDictionary(pair => pair.Key, pair => pair.Value);
        output.WriteLine($"{"gold \\ found",-14}{string.Concat(statuses.Select(status => $"{(status.Length == 0 ? "missed" : status),10}"))}");
        foreach (var status in statuses)
        {
            output.WriteLine($"{(status.Length == 0 ? "spurious" : status),-14}{string.Concat(statuses.Select(other => $"{(status.Length + other.Length == 0 ? "" : confusion.GetValueOrDefault((status, other)).ToString(CultureInfo.InvariantCulture)),10}"))}");
        }
    }

    private static void Print(TextWriter output, string name, Tally tally) =>
        output.WriteLine(Line($"{name,-14}{tally.Gold,6}{tally.Found,7}{tally.Right,7}{tally.Precision,8:0.000}{tally.Recall,8:0.000}{tally.F1,8:0.000}"));

    private static string Line(FormattableString text) => FormattableString.Invariant(text);

    private static JsonObject Json(EvaluationReport report)
    {
        var json = new JsonObject();
        foreach (var (name, tally) in report.Measures)
        {
            json[name] = Json(tally);
        }

        json["place"] = new JsonObject { ["accuracy"] = report.Place.Recall, ["right"] = report.Place.Right, ["total"] = report.Place.Gold };
        json["undated"] = new JsonObject { ["dated"] = report.Undated.Right, ["total"] = report.Undated.Gold };
        json["kinds"] = new JsonObject(report.Kinds.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Json(pair.Value))));
        json["statuses"] = new JsonObject(report.Statuses.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Json(pair.Value))));
        json["confusion"] = new JsonArray([.. report.Confusion.Select(pair => new JsonObject
        {
            ["gold"] = pair.Key.Gold.Length == 0 ? null : pair.Key.Gold,
            ["found"] = pair.Key.Found.Length == 0 ? null : pair.Key.Found,
            ["count"] = pair.Value,
        })]);
        return json;
    }

    private static JsonObject Json(Tally tally) => new()
    {
        ["p"] = tally.Precision,
        ["r"] = tally.Recall,
        ["f1"] = tally.F1,
        ["gold"] = tally.Gold,
        ["found"] = tally.Found,
        ["right"] = tally.Right,
    };
}
