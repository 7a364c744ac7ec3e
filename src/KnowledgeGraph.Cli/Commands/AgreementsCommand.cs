using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg agreements</c>: what was agreed, by whom, in the article's words.</summary>
internal static class AgreementsCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg agreements 中国 韩国 --since 2020",
        "kg agreements 法国 --about 气候 --sources",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var parties = new Argument<string[]>("PARTY") { Description = "States, organisations or people; of several all agreed.", Arity = ArgumentArity.ZeroOrMore };
        var (since, until) = (SharedOptions.Since(), SharedOptions.Until());
        var about = new Option<string?>("--about") { Description = "Words that stand in it.", HelpName = "WORDS" };
        var limit = SharedOptions.Number("--limit", "Print at most so many rows, the latest.");
        var (citation, answer) = (new CitationOptions(), new AnswerOptions());
        var command = new Command("agreements", "What was agreed, by whom, when, with the sentences that say so.") { parties, since, until, about, limit };
        citation.AddTo(command);
        answer.AddTo(command);
        command.SetAction(parsed =>
        {
            using var answering = answer.Open(parsed, terminal);
            return Run(
                answering, citation.Of(parsed),
                new AgreementQuestion([.. parsed.GetValue(parties)!], parsed.GetValue(since), parsed.GetValue(until), parsed.GetValue(about), parsed.GetValue(limit)));
        });
        return command;
    }

    private static int Run(Answering answering, CitationStyle style, AgreementQuestion question)
    {
        var (found, names) = Answering.Ask(() => Agreements.Find(answering.Store, question, answering.Vocabulary));
        if (names.FirstOrDefault(name => name.Found is null) is { } unclear)
        {
            return Naming.Explain(answering, unclear);
        }

        Naming.Report(answering, names);
        var made = new ContactRows(answering.Labels, answering.Store);
        if (style.References is not null)
        {
            style.PrintReferences(answering, found.SelectMany(agreement => agreement.Sources), made);
            return KgCommand.Success;
        }

        return answering.Print(found.Select(agreement => RowOf(agreement, made, style.AllSources, answering.Labels)), () => "The store tells of no such agreement. " + NothingFoundText.Of(ArchiveSpan.Of(answering.Store)));
    }

    private static Row RowOf(AgreementFound agreement, ContactRows made, bool allSources, Labels labels) => new(
        [
            Field.Of("date", "DATE", agreement.Date is { } date ? date + (agreement.DateIsPublication ? " (reported)" : "") : null),
            new Field("parties", "PARTIES", () => string.Join("; ", agreement.Parties.Select(labels.Name)), () => agreement.Parties.Select(party => (object?)labels.Name(party)).ToList()),
            Field.Of("form", "FORM", agreement.Form),
            Field.Of("text", "WHAT", agreement.Text),
            Field.Of("document", "DOCUMENT", agreement.Document),
            Field.Of("articles", "ARTICLES", agreement.Articles),
            Field.Of("event", "EVENT", agreement.EventId),
            Field.Of("agreement", null, agreement.Id),
            .. made.Best(agreement.Sources, allSources),
        ],
        made.Notes(agreement.Sources, allSources));
}
