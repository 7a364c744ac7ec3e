using System.Collections.Immutable;
using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg who-met</c>: who met whom, when and where, each with the sentences that say so.</summary>
internal sealed class WhoMetCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg who-met 王毅 --with 韩国 --since 2021",
        "kg who-met 布林肯 --since 2023-06 --until 2023-06 --format json",
        "kg who-met \"Wang Yi\" --with 韩国外长 --last --sources",
        "kg who-met 习近平 普京 --since 2021..2023 --cite gbt7714",
        "kg who-met --country 越南 --at 北京 --kind meeting,visit --sort -date --limit 10",
    ];

    private static readonly Dictionary<string, ContactOrder> Orders = new(StringComparer.Ordinal)
    {
        ["date"] = ContactOrder.Date, ["-date"] = ContactOrder.Latest, ["articles"] = ContactOrder.Articles, ["place"] = ContactOrder.Place,
    };

    private readonly Argument<string[]> people = new("PERSON")
    {
        Description = "People, offices (韩国外长) or states; of several all took part; left out, everybody.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> with = new("--with") { Description = "The other side: a person, a state or an office.", HelpName = "PERSON|COUNTRY|OFFICE" };
    private readonly Option<string?> country = new("--country") { Description = "Some party stands for this state.", HelpName = "C" };
    private readonly Option<string?> office = new("--office") { Description = "Some party holds this office.", HelpName = "OFFICE" };
    private readonly Option<string?> at = new("--at") { Description = "Where: a city, venue or state.", HelpName = "PLACE|COUNTRY" };
    private readonly Option<string?> since = SharedOptions.Since();
    private readonly Option<string?> until = SharedOptions.Until();
    private readonly Option<bool> undated = new("--undated") { Description = "With --since or --until: also events whose date no article gives." };
    private readonly Option<string[]> kind = EventOptions.Kind("Only these kinds. [default: meeting,video-meeting,phone-call,visit]");
    private readonly Option<string[]> status = EventOptions.Status();
    private readonly Option<int?> addedSince = SharedOptions.Number("--added-since", "Only what no extraction up to this run had found; runs are numbered 1, 2, 3...", "RUN");
    private readonly Option<bool> first = new("--first") { Description = "Only the first one with a date." };
    private readonly Option<bool> last = new("--last") { Description = "Only the last one with a date." };
    private readonly Option<bool> count = new("--count") { Description = "Print only how many there are." };
    private readonly Option<string> sort = new Option<string>("--sort")
    {
        Description = "The order of rows.", HelpName = "date|-date|articles|place", DefaultValueFactory = _ => "date",
    }.AcceptOnlyFromAmong([.. Orders.Keys]);

    private readonly Option<int?> limit = SharedOptions.Number("--limit", "Print at most so many rows.");
    private readonly CitationOptions citation = new();
    private readonly AnswerOptions answer = new();

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new WhoMetCommand();
        var command = new Command("who-met", "Who met whom, when and where, with the sentences that say so.")
        {
            options.people, options.with, options.country, options.office, options.at, options.since, options.until, options.undated, options.kind,
            options.status, options.addedSince, options.first, options.last, options.count, options.sort, options.limit,
        };
        options.citation.AddTo(command);
        options.answer.AddTo(command);
        command.SetAction(parsed =>
        {
            using var answering = options.answer.Open(parsed, terminal);
            return Run(answering, options.Question(parsed), options.citation.Of(parsed));
        });
        return command;
    }

    private WhoMetQuestion Question(ParseResult parsed)
    {
        var (onlyFirst, onlyLast) = (parsed.GetValue(first), parsed.GetValue(last));
        if (onlyFirst && onlyLast)
        {
            throw new UsageException("--first and --last exclude each other; run the command twice.");
        }

        var counted = parsed.GetValue(count);
        if (counted && (onlyFirst || onlyLast || parsed.GetValue(limit) is not null))
        {
            throw new UsageException("--count counts all that answer; leave --first, --last and --limit out.");
        }

        var asked = new WhoMetQuestion
        {
            People = [.. parsed.GetValue(people)!],
            With = parsed.GetValue(with),
            Country = parsed.GetValue(country),
            Office = parsed.GetValue(office),
            At = parsed.GetValue(at),
            Since = parsed.GetValue(since),
            Until = parsed.GetValue(until),
            Undated = parsed.GetValue(undated),
            CountOnly = counted,
            AddedSince = parsed.GetValue(addedSince),
            Order = onlyFirst ? ContactOrder.Date : onlyLast ? ContactOrder.Latest : Orders[parsed.GetValue(sort)!],
            Limit = onlyFirst || onlyLast ? 1 : parsed.GetValue(limit),
        };
        asked = EventOptions.Values(kind, parsed, EventKinds.All) is { IsEmpty: false } kinds ? asked with { Kinds = kinds } : asked;
        return EventOptions.Values(status, parsed, EventStatuses.All) is { IsEmpty: false } statuses ? asked with { Statuses = statuses } : asked;
    }

    private static int Run(Answering answering, WhoMetQuestion question, CitationStyle style)
    {
        if (question.AddedSince is { } run && run > answering.Store.LastRun)
        {
            throw new UsageException(FormattableString.Invariant($"--added-since: the store has seen no run {run}; the last was {answering.Store.LastRun}."));
        }

        var answer = Answering.Ask(() => WhoMet.Find(answering.Store, question, answering.Vocabulary));
        if (answer.Unclear is { } name)
        {
            return Naming.Explain(answering, name);
        }

        if (question.CountOnly)
        {
            Counting.Print(answering, answer.Count);
        }
        else
        {
            style.Print(answering, answer.Contacts);
        }

        Remarks(answering, question, answer);
        return KgCommand.Success;
    }

    private static void Remarks(Answering answering, WhoMetQuestion question, WhoMetAnswer answer)
    {
        Naming.Report(answering, answer.Names);
        if (answer.Count == 0 && !answering.Quiet)
        {
            answering.Remark(NothingFoundText.Of(WhyNothing.Explain(answering.Store, question, answer, answering.Vocabulary)));
        }

        if (answer.UndatedLeftOut > 0)
        {
            answering.Remark($"{answer.UndatedLeftOut} undated left out; --undated shows them.");
        }
    }
}
