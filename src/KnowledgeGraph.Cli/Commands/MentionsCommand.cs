using System.Collections.Immutable;
using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Naming;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg mentions</c>: the sentences that name somebody, whatever was read of them.</summary>
internal static class MentionsCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples = ["kg mentions 布林肯 越南", "kg mentions 王毅 --limit 20"];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var names = new Argument<string[]>("NAME") { Description = "Names, in any form; of several all stand in the article.", Arity = ArgumentArity.OneOrMore };
        var together = new Option<bool>("--together") { Description = "Only sentences that name all." };
        var limit = SharedOptions.Number("--limit", "Print at most so many rows, the first.");
        var answer = new AnswerOptions();
        var command = new Command("mentions", "The sentences that name somebody or something, one of each article, found by searching the texts.") { names, together, limit };
        answer.AddTo(command);
        command.SetAction(parsed =>
        {
            using var answering = answer.Open(parsed, terminal);
            return Run(answering, [.. parsed.GetValue(names)!], parsed.GetValue(together), parsed.GetValue(limit));
        });
        return command;
    }

    private static int Run(Answering answering, ImmutableArray<string> texts, bool together, int? limit)
    {
        var resolver = new NameResolver(answering.Store, answering.Vocabulary);
        // A name that the graph does not know is searched as it is written.
        var names = Answering.Ask(() => texts.Select(resolver.Resolve).ToList());
        var found = new MentionSearch(answering.Store, answering.Vocabulary).Find(names).Where(mention => mention.Together || !together);
        var made = new ContactRows(answering.Labels, answering.Store);
        return answering.Print(
            (limit is { } most ? found.Take(most) : found).Select(mention => made.Source(mention.Source)),
            () => $"No article names {string.Join(" and ", texts)}. {NothingFoundText.Of(ArchiveSpan.Of(answering.Store))}");
    }
}
