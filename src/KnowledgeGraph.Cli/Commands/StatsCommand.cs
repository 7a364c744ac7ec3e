using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg stats</c>: what the archive holds, so that a share has its denominator.</summary>
internal static class StatsCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples = ["kg stats", "kg stats --by year,publisher --format csv"];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var by = new Option<string?>("--by") { Description = $"Count in groups: {string.Join(", ", ArchiveStatistics.Groups)}, one or several.", HelpName = "GROUP,..." };
        by.CompletionSources.Add([.. ArchiveStatistics.Groups]);
        by.Validators.Add(result =>
        {
            foreach (var wrong in Split(result.GetValueOrDefault<string?>()).Except(ArchiveStatistics.Groups))
            {
                result.AddError($"--by: '{wrong}' is none of {string.Join(", ", ArchiveStatistics.Groups)}.");
            }
        });
        var answer = new AnswerOptions();
        var command = new Command("stats", "How many articles the store holds, and how many of them tell of an event or a contact.") { by };
        answer.AddTo(command);
        command.SetAction(parsed =>
        {
            using var answering = answer.Open(parsed, terminal);
            var groups = Split(parsed.GetValue(by));
            return answering.Print(
                ArchiveStatistics.Count(answering.Store, groups).Select(counted => Row.Of(
                [
                    .. groups.Select((group, index) => Field.Of(group, group.ToUpperInvariant(), counted.Group[index])),
                    Field.Of("articles", "ARTICLES", counted.Articles),
                    Field.Of("undated", "UNDATED", counted.Undated),
                    Field.Of("withEvent", "WITH EVENT", counted.WithEvent),
                    Field.Of("withContact", "WITH CONTACT", counted.WithContact),
                    Field.Of("contacts", "CONTACTS", counted.Contacts),
                ])),
                () => "The store holds no articles.");
        });
        return command;
    }

    private static string[] Split(string? groups) => groups?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
