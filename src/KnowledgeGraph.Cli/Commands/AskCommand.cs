using System.CommandLine;
using System.Globalization;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Query.Asking;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg ask</c>: a question in Chinese or English, translated into the command that answers it.</summary>
internal static class AskCommand
{
    /// <summary>How it is used; a question that cannot be read gets these to look at.</summary>
    public static readonly string[] Examples =
    [
        "kg ask \"王毅2021年在哪里见过韩国外长？\"",
        "kg ask \"who met Wang Yi in 2022\"",
        "kg ask \"中国和韩国2020年达成了哪些协议？\" --format csv",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var question = new Argument<string[]>("QUESTION") { Description = "The question, in Chinese or English.", Arity = ArgumentArity.OneOrMore };
        var onlyCommand = new Option<bool>("--only-command") { Description = "Print the command that would answer, and do not run it." };
        var today = new Option<string?>("--today") { Description = "The day that 去年 or last month is counted from. [default: the day of the newest article]", HelpName = "DATE" };
        var answer = new AnswerOptions();
        var command = new Command("ask", "Answer a question in Chinese or English; the command that answers it is printed first.") { question, onlyCommand, today };
        answer.AddTo(command);
        command.SetAction((parsed, _) =>
        {
            QuestionReading reading;
            bool quiet;
            using (var answering = answer.Open(parsed, terminal))
            {
                var day = parsed.GetValue(today) is { } given ? Day(given) : (DateOnly?)null;
                reading = new QuestionReader(answering.Vocabulary, answering.Store, day).Read(string.Join(' ', parsed.GetValue(question)!));
                quiet = answering.Quiet;
                if (reading.CountedFrom is { } from)
                {
                    answering.Remark($"Times are counted from {from:yyyy-MM-dd}{(day is null ? ", the day of the newest article (--today DATE for another day)" : "")}.");
                }
            }

            return Answer(terminal, reading, parsed.GetValue(onlyCommand), quiet, answer.Given(parsed));
        });
        return command;
    }

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new UsageException($"--today: '{text}' is no day; write it as 2024-12-31.");

    private static async Task<int> Answer(Terminal terminal, QuestionReading reading, bool onlyCommand, bool quiet, IEnumerable<string> options)
    {
        if (reading.Arguments.IsEmpty)
        {
            throw new UsageException((reading.NotUnderstood is { } rest ? $"cannot read the question from '{rest}' on" : "cannot read this question as a whole")
                + "; nothing is guessed. Questions look like:\n" + string.Join('\n', Examples.Select(example => "  " + example)));
        }

        if (onlyCommand)
        {
            await terminal.Output.WriteLineAsync("kg " + reading.Command);
            return KgCommand.Success;
        }

        if (!quiet)
        {
            await terminal.Error.WriteLineAsync("kg " + reading.Command);
        }

        return await KgCommand.RunAsync([.. reading.Arguments, .. options], terminal);
    }
}
