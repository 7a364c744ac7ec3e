using KnowledgeGraph.Export.Neo4j;

namespace KnowledgeGraph.Cli.Output;

/// <summary>Tells how far a load is, on standard error: one line that is written over where a person looks on, a line now and then where not.</summary>
internal sealed class LoadProgress(Terminal terminal, bool quiet) : ILoadObserver
{
    private const int LineEvery = 20_000;
    private long told;
    private bool lineIsOpen;

    /// <inheritdoc/>
    public void Connected(string server) => Notes("loading into " + server);

    /// <inheritdoc/>
    public void Notes(string message)
    {
        if (!quiet)
        {
            End();
            terminal.Error.WriteLine("kg: load: " + message);
        }
    }

    /// <inheritdoc/>
    public void Wrote(long done, long total, string what)
    {
        if (quiet)
        {
            return;
        }

        if (terminal.IsInteractive)
        {
            var line = FormattableString.Invariant($"kg: load: {done * 100 / total,3} %  {done:N0} of {total:N0}  {what}");
            terminal.Error.Write("\r" + line.PadRight(terminal.Width - 1)[..(terminal.Width - 1)]);
            lineIsOpen = true;
        }
        else if (done - told >= LineEvery || done == total)
        {
            told = done;
            terminal.Error.WriteLine(FormattableString.Invariant($"kg: load: {done:N0} of {total:N0} written"));
        }
    }

    /// <summary>A statement is tried again after a pause.</summary>
    public void Retrying(string fault, TimeSpan pause) => Notes(FormattableString.Invariant($"{fault}\nkg: load: trying again in {pause.TotalSeconds:0.##} s"));

    /// <summary>Ends the line that is written over.</summary>
    public void End()
    {
        if (lineIsOpen)
        {
            terminal.Error.WriteLine();
            lineIsOpen = false;
        }
    }
}
