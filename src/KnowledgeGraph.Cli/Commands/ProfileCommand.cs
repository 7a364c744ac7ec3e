using System.CommandLine;
using System.Globalization;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Naming;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg person</c> and <c>kg country</c>: what the store tells of one as a whole.</summary>
internal static class ProfileCommand
{
    /// <summary>How <c>kg person</c> is used.</summary>
    public static readonly string[] PersonExamples = ["kg person 王毅", "kg person Blinken --limit 20 --format csv"];

    /// <summary>How <c>kg country</c> is used.</summary>
    public static readonly string[] CountryExamples = ["kg country 哈萨克斯坦", "kg country Hungary --lang en"];

    /// <summary>The command <c>kg person</c>.</summary>
    public static Command Person(Terminal terminal) => Create(
        terminal, "person", "A person: names, offices over time, first and last contact, counterparts, places.", FormKinds.Person, Profile.OfPerson);

    /// <summary>The command <c>kg country</c>.</summary>
    public static Command Country(Terminal terminal) => Create(
        terminal, "country", "A state: who held its offices, which states it was in contact with, who visited it.", FormKinds.State, Profile.OfCountry);

    private static Command Create(
        Terminal terminal, string verb, string description, FormKinds kind, Func<Store.KnowledgeStore, Named, int, IEnumerable<ProfileLine>> read)
    {
        var named = new Argument<string>("NAME") { Description = "Its name, in any form." };
        var limit = SharedOptions.Number("--limit", "Print at most so many lines of each sort. [default: 10]");
        var answer = new AnswerOptions();
        var command = new Command(verb, description) { named, limit };
        answer.AddTo(command);
        command.SetAction(parsed =>
        {
            using var answering = answer.Open(parsed, terminal);
            var name = Answering.Ask(() => new NameResolver(answering.Store, answering.Vocabulary).Resolve(parsed.GetValue(named)!));
            return Run(answering, name, kind, found => read(answering.Store, found, parsed.GetValue(limit) ?? 10));
        });
        return command;
    }

    private static int Run(Answering answering, Resolution name, FormKinds kind, Func<Named, IEnumerable<ProfileLine>> read)
    {
        if (name.Found is not { } found)
        {
            return Naming.Explain(answering, name);
        }

        if (found.Kind != kind)
        {
            throw new UsageException($"{name.Text} is no {(kind == FormKinds.Person ? "person" : "state")} in this store; kg timeline {name.Text} shows what it took part in.");
        }

        Naming.Report(answering, [name]);
        return answering.Print(read(found).Select(line => RowOf(line, answering.Labels)), () => $"The store tells nothing of {name.Text}.");
    }

    private static Row RowOf(ProfileLine line, Labels labels) => Row.Of(
        Field.Of("about", "ABOUT", line.About),
        Field.Of("what", "WHAT", labels.Name(line.What)),
        Field.Of("from", "FROM", line.From),
        Field.Of("to", "TO", line.To),
        new Field("times", "TIMES", () => line.Times?.ToString(CultureInfo.InvariantCulture) ?? "", () => line.Times is { } times ? (long)times : null),
        Field.Of("event", "EVENT", line.EventId));
}
