using System.Collections.Immutable;
using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg correct</c>: writes down what the user knows better than the articles, and builds the graph with it.</summary>
internal static class CorrectCommand
{
    /// <summary>How it is used.</summary>
    private static readonly string[] Examples =
    [
        "kg correct reject event:0123456789abcdef --why \"a rehearsal, not a meeting\"",
        "kg correct set event:0123456789abcdef date=2022-07-07 place=巴厘岛 --why \"the ministry's own report\"",
        "kg correct same 蓝韬文 拉布 --why \"his Chinese name\"",
        "kg correct different 穆罕默德@阿联酋 person:0123456789abcdef --why \"the prince, not the president\"",
    ];

    /// <summary>The command and its subcommands.</summary>
    /// <param name="terminal">Where they read and write.</param>
    /// <param name="examples">The examples of each.</param>
    public static Command Create(Terminal terminal, out Dictionary<Command, string[]> examples)
    {
        var eventId = new Argument<string>("EVENT") { Description = "An event's id, as who-met shows it." };
        var reject = new Command("reject", "Leave an event out of the graph.") { eventId };
        Complete(reject, terminal, (parsed, entry) => new RejectEvent(parsed.GetValue(eventId)!, entry.Who, entry.Why, ""));

        var setId = new Argument<string>("EVENT") { Description = "An event's id, as who-met shows it." };
        var values = new Argument<string[]>("NAME=VALUE") { Description = $"What to set: {string.Join(", ", CorrectionFile.Settable)}.", Arity = ArgumentArity.OneOrMore };
        var set = new Command("set", "Give an event another value than the articles say.") { setId, values };
        Complete(set, terminal, (parsed, entry) => new SetEvent(parsed.GetValue(setId)!, Values(parsed.GetValue(values)!), entry.Who, entry.Why, ""));

        var people = new Argument<string[]>("PERSON") { Description = "Two or more ids or names; a name may carry its state: 穆罕默德@阿联酋.", Arity = new ArgumentArity(2, 100) };
        var same = new Command("same", "Say that names or ids are one person.") { people };
        Complete(same, terminal, (parsed, entry) => new SamePerson([.. parsed.GetValue(people)!], entry.Who, entry.Why, ""));

        var two = new Argument<string[]>("PERSON") { Description = "Two ids or names; a name may carry its state: 穆罕默德@阿联酋.", Arity = new ArgumentArity(2, 2) };
        var different = new Command("different", "Say that two names or ids are two persons.") { two };
        Complete(different, terminal, (parsed, entry) => new DifferentPerson(parsed.GetValue(two)![0], parsed.GetValue(two)![1], entry.Who, entry.Why, ""));

        var command = new Command("correct", "Write down what you know better; it is applied last and survives every run.") { reject, set, same, different };
        examples = new Dictionary<Command, string[]> { [command] = Examples, [reject] = [Examples[0]], [set] = [Examples[1]], [same] = [Examples[2]], [different] = [Examples[3]] };
        return command;
    }

    private static void Complete(Command command, Terminal terminal, Func<ParseResult, (string Who, string Why), Correction> make)
    {
        var why = new Option<string>("--why") { Description = "Why: the source, the reason.", HelpName = "TEXT", Required = true };
        var who = new Option<string>("--who") { Description = "Who says so.", HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };
        var (store, rules, corrections) = (SharedOptions.Store(), SharedOptions.Rules(), SharedOptions.Corrections());
        foreach (var option in new Option[] { why, who, store, rules, corrections })
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => Run(
            terminal, make(parsed, (parsed.GetValue(who)!, parsed.GetValue(why)!)), parsed.GetValue(store)!, parsed.GetValue(rules), parsed.GetValue(corrections)));
    }

    /// <summary>Tries the correction on the graph, and writes it down where it matches.</summary>
    private static int Run(Terminal terminal, Correction correction, string path, string? rules, string? file)
    {
        var source = SharedOptions.RulesFrom(rules);
        var target = GraphFiles.CorrectionsPath(file, path);
        var before = File.Exists(target) ? File.ReadAllText(target) : "";
        before += before.Length == 0 || before.EndsWith('\n') ? "" : "\n";
        var text = before + CorrectionFile.Write(correction);
        var line = before.AsSpan().Count('\n') + 1;
        using var store = StoreFiles.OpenExisting(path);
        CorrectionFile.Load(target);
        var builder = GraphFiles.Builder(store, ExtractionPipeline.KnowledgeOf(source), Parse(text, target));
        var graph = builder.Build();
        var place = FormattableString.Invariant($"{target}:{line}:");
        foreach (var problem in builder.Unmatched)
        {
            if (problem.StartsWith(place, StringComparison.Ordinal))
            {
                throw new UsageException($"nothing was corrected: {problem[(problem.IndexOf(' ', place.Length) + 1)..]}");
            }

            terminal.Error.WriteLine("kg: " + problem);
        }

        using (var output = OutputFile.Create(target))
        {
            output.Stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            output.Commit();
        }

        GraphFiles.Write(store, graph, GraphFiles.FolderOf(path));
        terminal.Error.WriteLine($"written to {target}; the graph is built with it");
        return KgCommand.Success;
    }

    /// <summary>The file with the new entry: what is wrong now is the user's entry, for the file was right without it.</summary>
    private static Corrections Parse(string text, string target)
    {
        try
        {
            return CorrectionFile.Parse(text, target);
        }
        catch (Rules.RuleFileException error)
        {
            throw new UsageException(error.Message[(error.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
        }
    }

    private static ImmutableSortedDictionary<string, string> Values(string[] pairs)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var parts = pair.Split('=', 2);
            if (parts.Length < 2 || !CorrectionFile.Settable.Contains(parts[0]))
            {
                throw new UsageException($"{pair}: expected NAME=VALUE with one of {string.Join(", ", CorrectionFile.Settable)}.");
            }

            values[parts[0]] = parts[1];
        }

        return values.ToImmutable();
    }
}
