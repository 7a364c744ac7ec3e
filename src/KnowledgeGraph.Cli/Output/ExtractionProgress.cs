using Spectre.Console;

namespace KnowledgeGraph.Cli.Output;

/// <summary>Tells how far a run is, on standard error: a bar where a person looks on, plain lines where not, nothing where quiet.</summary>
internal abstract class ExtractionProgress
{
    private const int LineEvery = 1000;

    /// <summary>Does some work and shows its progress.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="quiet">Whether to show nothing.</param>
    /// <param name="files">Number of files to read, 0 where unknown.</param>
    /// <param name="work">The work; it tells of every source it has done.</param>
    public static void Show(Terminal terminal, bool quiet, int files, Action<ExtractionProgress> work)
    {
        if (quiet || !terminal.IsInteractive || files == 0)
        {
            work(quiet ? new Silent() : new Lines(terminal));
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        console.Progress().AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn(), new RemainingTimeColumn())
            .Start(context => work(new Bar(context.AddTask("reading", maxValue: files))));
    }

    /// <summary>One more source is done.</summary>
    /// <param name="source">The source's name.</param>
    public abstract void Done(string source);

    private sealed class Silent : ExtractionProgress
    {
        public override void Done(string source)
        {
        }
    }

    private sealed class Lines(Terminal terminal) : ExtractionProgress
    {
        private int count;

        public override void Done(string source)
        {
            if (++count % LineEvery == 0)
            {
                terminal.Error.WriteLine(FormattableString.Invariant($"kg: {count} sources done"));
            }
        }
    }

    /// <summary>Counts files: the articles of one archive or table move the bar once.</summary>
    private sealed class Bar(ProgressTask task) : ExtractionProgress
    {
        private int count;
        private string file = "";

        public override void Done(string source)
        {
            count++;
            var end = source.IndexOfAny(['!', '#']);
            var name = end < 0 ? source : source[..end];
            if (name != file)
            {
                file = name;
                task.Increment(1);
            }

            task.Description = FormattableString.Invariant($"{count} articles");
        }
    }
}
