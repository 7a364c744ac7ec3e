using System.CommandLine;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg forget</c>: takes sources out of the store, and what only they told out of the graph.</summary>
internal static class ForgetCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg forget articles/2022-07-07.md          # a file, a folder or an archive that was read",
        "kg forget --missing articles/             # whatever was read there and is gone",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files, folders or archives that were read; or sources by the names that answers show.", Arity = ArgumentArity.ZeroOrMore };
        var missing = new Option<string?>("--missing") { Description = "Forget what was read in this folder and is no longer there.", HelpName = "ROOT" };
        var store = SharedOptions.Store();
        var rules = SharedOptions.Rules();
        var corrections = SharedOptions.Corrections();
        var command = new Command("forget", "Take sources out of the store, and what only they told out of the graph.") { files, missing, store, rules, corrections };
        command.Validators.Add(result =>
        {
            if (result.GetResult(files) is { Tokens.Count: > 0 } == (result.GetResult(missing) is not null))
            {
                result.AddError("Expected either FILE... or --missing ROOT.");
            }
        });
        command.SetAction(parsed => Run(terminal, parsed.GetValue(store)!, parsed.GetValue(files) ?? [], parsed.GetValue(missing), parsed.GetValue(rules), parsed.GetValue(corrections)));
        return command;
    }

    private static int Run(Terminal terminal, string path, string[] files, string? missing, string? rules, string? correctionFile)
    {
        if (missing is not null && !Directory.Exists(missing))
        {
            throw new UsageException($"--missing: expected a folder that is there, found none at {missing}; kg forget {missing} forgets all that was read in a folder that is gone.");
        }

        var source = SharedOptions.RulesFrom(rules);
        var corrections = GraphFiles.CorrectionsOf(correctionFile, path);
        using var store = StoreFiles.OpenExisting(path);
        var unknown = 0;
        List<SourcePlace> places = [];
        foreach (var file in files)
        {
            var named = store.Named(file, Path.TrimEndingDirectorySeparator(Path.GetFullPath(file)));
            if (named.Count == 0)
            {
                unknown++;
                terminal.Error.WriteLine($"kg: {file}: expected a file or folder that {path} was built from, found none of that path or name.");
            }

            places.AddRange(named);
        }

        if (missing is not null)
        {
            places.AddRange(Missing(terminal, store, missing, source));
        }

        if (places.Count > 0)
        {
            Forget(store, places);
            GraphFiles.Renew(store, ExtractionPipeline.KnowledgeOf(source), corrections, GraphFiles.FolderOf(path), terminal);
        }

        var forgotten = places.Distinct().Count();
        terminal.Error.WriteLine(FormattableString.Invariant($"{forgotten} source{(forgotten == 1 ? "" : "s")} forgotten"));
        return unknown > 0 ? KgCommand.SomeFailed : KgCommand.Success;
    }

    private static void Forget(KnowledgeStore store, List<SourcePlace> places)
    {
        using var batch = store.BeginBatch(store.BeginRun("", StoreWriter.Version));
        foreach (var place in places)
        {
            batch.Forget(place.Root, place.File);
        }

        batch.Commit();
    }

    /// <summary>Sources whose file is gone, or is no longer in the archive or table that held it.</summary>
    private static IEnumerable<SourcePlace> Missing(Terminal terminal, KnowledgeStore store, string folder, RuleSource rules)
    {
        var reader = SharedOptions.Reader(terminal, null, rules);
        foreach (var held in store.Below(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).GroupBy(place => (place.Root, place.Container)))
        {
            if (held.Key.Container is not { } container)
            {
                if (held.Key.Root != "-")
                {
                    terminal.Error.WriteLine($"kg: {held.Key.Root}: what was read here with an older kg does not say in which file it was; extract it again.");
                }

                continue;
            }

            var path = Path.Combine(held.Key.Root, container);
            if (!File.Exists(path))
            {
                foreach (var place in held)
                {
                    yield return place;
                }
            }
            else if (held.Any(place => place.File != container))
            {
                var there = reader.Find([path]).Select(source => Rooted(source.Name, Path.GetFileName(container), container)).ToHashSet(StringComparer.Ordinal);
                foreach (var place in held.Where(place => !there.Contains(place.File)))
                {
                    yield return place;
                }
            }
        }
    }

    /// <summary>The name that a source of a file has where the file is found from a root further up.</summary>
    private static string Rooted(string name, string file, string container) =>
        name.StartsWith(file, StringComparison.Ordinal) ? container + name[file.Length..] : name;
}
