using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Evaluation;
using KnowledgeGraph.Records;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg sample</c>: draws events from the store for a person to judge.</summary>
internal static class SampleCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg sample --n 200 --seed 7 --out sheet.csv   # fill in the columns right_... with y or n, then: kg eval --sheet sheet.csv",
        "kg sample --n 100 --by kind,rule > sheet.csv",
    ];

    private static readonly Dictionary<string, Func<EventRecord, string>> Groups = new(StringComparer.Ordinal)
    {
        ["kind"] = told => told.Kind,
        ["status"] = told => told.Status,
        ["rule"] = told => told.Rule,
    };

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var store = SharedOptions.Store();
        var count = new Option<int>("--n") { Description = "How many events to draw.", HelpName = "N", DefaultValueFactory = _ => 100 };
        var seed = new Option<int>("--seed") { Description = "The same seed draws the same events.", HelpName = "NUMBER", DefaultValueFactory = _ => 1 };
        var by = new Option<string?>("--by") { Description = "Draw equally many of each kind, status or rule, or of combinations.", HelpName = "kind,status,rule" };
        var output = new Option<string?>("--out") { Description = "Where the sheet goes. [default: standard output]", HelpName = "FILE" };
        count.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--n: expected a number of at least 1.");
            }
        });
        var command = new Command("sample", "Draw events at random into a coding sheet, so that a person can measure kg on an archive.")
        {
            store, count, seed, by, output,
        };
        command.SetAction(parsed => Run(
            terminal, parsed.GetValue(store)!, parsed.GetValue(count), parsed.GetValue(seed), GroupOf(parsed.GetValue(by)), parsed.GetValue(output)));
        return command;
    }

    private static int Run(Terminal terminal, string path, int count, int seed, Func<EventRecord, string>? group, string? output)
    {
        using var store = KnowledgeStore.OpenForReading(path);
        var drawn = CodingSheet.Draw(store.Records(), count, seed, group);
        if (output is null)
        {
            CodingSheet.Write(drawn, terminal.Bytes);
        }
        else
        {
            using var file = OutputFile.Create(output);
            CodingSheet.Write(drawn, file.Stream);
            file.Commit();
        }

        if (drawn.Length < count)
        {
            terminal.Error.WriteLine(FormattableString.Invariant($"kg: sample: the store has only {drawn.Length} events."));
        }

        return KgCommand.Success;
    }

    private static Func<EventRecord, string>? GroupOf(string? by)
    {
        if (by is null)
        {
            return null;
        }

        var parts = by.Split(',', StringSplitOptions.TrimEntries).Select(name => Groups.TryGetValue(name, out var part)
            ? part
            : throw new UsageException($"--by: expected {string.Join(", ", Groups.Keys)} or several of them, found '{name}'.")).ToList();
        return told => string.Join('\t', parts.Select(part => part(told)));
    }
}
