using System.CommandLine;
using KnowledgeGraph.Cli.Output;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg extract</c>: reads articles and writes records, store and graph.</summary>
internal static class ExtractCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg extract articles/                      # store and graph in graph-export/",
        "kg extract news.jsonl.gz --records -      # records to standard output, no store",
        "kg extract dump.csv --map text=content,date=publish_time,url=link",
        "kg extract --from-records team.jsonl      # records that --records --with-text made elsewhere",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var paths = SharedOptions.Paths();
        paths.Arity = ArgumentArity.ZeroOrMore;
        var fromRecords = new Option<string[]>("--from-records")
        {
            Description = "Take in records that kg extract --records FILE --with-text made elsewhere, - for standard input.",
            HelpName = "FILE...",
            AllowMultipleArgumentsPerToken = true,
        };
        var records = new Option<string?>("--records") { Description = "Write the record of every article as JSON Lines, - for standard output. Without --db or --out no store is used.", HelpName = "FILE" };
        var store = new Option<string?>("--db") { Description = $"The store to add to. [default: {SharedOptions.DefaultStore}]", HelpName = "FILE" };
        var folder = new Option<string?>("--out") { Description = "The folder for graph.graphml and people.graphml. [default: the store's folder]", HelpName = "FOLDER" };
        var threads = new Option<int>("--threads") { Description = "Articles to work on at a time.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        var withText = new Option<bool>("--with-text") { Description = "Add the article's text to its record." };
        var rules = SharedOptions.Rules();
        var corrections = SharedOptions.Corrections();
        var cache = new Option<string?>("--cache") { Description = "Keep the compiled form of --rules here, for a faster start the next time.", HelpName = "FOLDER" };
        var dictionary = new Option<string?>("--user-dict") { Description = "Add the words of a file in jieba's format, word [frequency] [tag] a line, to the dictionary.", HelpName = "FILE" };
        var map = SharedOptions.Map();
        var report = SharedOptions.Report();
        var format = SharedOptions.Format();
        var quiet = new Option<bool>("--quiet") { Description = "Show only errors." };
        var verbose = new Option<bool>("--verbose") { Description = "Name every file that is not an article." };
        threads.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--threads: expected a number of at least 1.");
            }
        });
        var command = new Command("extract", "Read articles and write who met whom into a store and a graph.")
        {
            paths, fromRecords, records, store, folder, threads, withText, map, rules, corrections, cache, dictionary, report, format, quiet, verbose,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(paths) is not { Tokens.Count: > 0 } && result.GetResult(fromRecords) is null)
            {
                result.AddError("Expected a PATH to read, or --from-records FILE.");
            }
        });
        command.SetAction(async (parsed, cancel) =>
        {
            var options = new ExtractionOptions
            {
                Paths = parsed.GetValue(paths) ?? [],
                FromRecords = parsed.GetValue(fromRecords) ?? [],
                Records = parsed.GetValue(records),
                Store = parsed.GetValue(store),
                Folder = parsed.GetValue(folder),
                Threads = parsed.GetValue(threads),
                WithText = parsed.GetValue(withText),
                Rules = parsed.GetValue(rules),
                Corrections = parsed.GetValue(corrections),
                Cache = parsed.GetValue(cache),
                UserDictionary = parsed.GetValue(dictionary),
                Map = parsed.GetValue(map),
                Report = parsed.GetValue(report),
                Format = parsed.GetValue(format)!,
                Quiet = parsed.GetValue(quiet),
                Verbose = parsed.GetValue(verbose),
            };
            return await Task.Run(() => new ExtractionJob(terminal, options).Run(cancel), CancellationToken.None);
        });
        return command;
    }
}
