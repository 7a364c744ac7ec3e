using System.CommandLine;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Query;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>kg conflicts</c>: what articles contradict each other on, and which value stands.</summary>
internal static class ConflictsCommand
{
    /// <summary>How it is used.</summary>
    public static readonly string[] Examples =
    [
        "kg conflicts                              # two dates, two places; kg correct set settles them",
    ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var (store, format) = (SharedOptions.Store(), SharedOptions.Format());
        var command = new Command("conflicts", "What articles contradict each other on, and which value stands: of dates the most precise, then one written out, then the most reported; of places the most reported.")
        {
            store, format,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(store)!, parsed.GetValue(format)!));
        return command;
    }

    private static int Run(Terminal terminal, string path, string format)
    {
        using var store = KnowledgeStore.OpenForReading(path);
        var found = 0;
        using (var rows = RowWriter.Create(format, terminal))
        {
            foreach (var conflict in Conflicts.Find(store))
            {
                found++;
                rows.Write(Row(conflict));
            }
        }

        if (found == 0)
        {
            terminal.Error.WriteLine("No article contradicts another on the date or place of an event.");
        }

        return KgCommand.Success;
    }

    private static Row Row(Conflict conflict) => new(
        [
            Field.Of("event", "EVENT", conflict.EventId),
            Field.Of("caption", "WHAT", conflict.Caption),
            Field.Of("value", "ON", conflict.Value),
            Field.Of("stands", "STANDS", conflict.Stands),
            new Field("told", "TOLD", () => string.Join("; ", conflict.Tellings.Select(telling => telling.Says).Distinct(StringComparer.Ordinal)), () => conflict.Tellings.Select(Telling).ToList()),
        ],
        [.. conflict.Tellings.Select(telling => $"{telling.Says}: {string.Join(" · ", new[] { telling.Publisher, telling.Title, telling.Published, telling.Sentence }.Where(part => !string.IsNullOrEmpty(part)))}")]);

    private static Dictionary<string, object?> Telling(ConflictTelling telling) => new(StringComparer.Ordinal)
    {
        ["says"] = telling.Says, ["title"] = telling.Title, ["publisher"] = telling.Publisher, ["published"] = telling.Published, ["link"] = telling.Url, ["sentence"] = telling.Sentence,
    };
}
