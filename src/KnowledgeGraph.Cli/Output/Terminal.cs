using System.Text;

namespace KnowledgeGraph.Cli.Output;

/// <summary>
/// The streams that a command reads and writes: results go to <see cref="Output"/>, everything else to <see cref="Error"/>.
/// Tests put their own in place of the process's.
/// </summary>
internal sealed class Terminal : IDisposable
{
    private const int NarrowestWidth = 40;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="input">What <c>-</c> reads.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where messages go.</param>
    /// <param name="width">Width in cells that lines must keep to; 0 for lines of any length.</param>
    /// <param name="interactive">Whether both ends are a terminal.</param>
    /// <param name="colours">Whether headings may be coloured.</param>
    public Terminal(Stream input, Stream output, Stream error, int width = 0, bool interactive = false, bool colours = false)
    {
        Input = input;
        Bytes = output;
        Output = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        Error = new StreamWriter(error, Utf8, leaveOpen: true) { NewLine = "\n", AutoFlush = true };
        IsInteractive = interactive;
        HasColours = colours;
        Width = width;
    }

    /// <summary>Standard input.</summary>
    public Stream Input { get; }

    /// <summary>Standard output as bytes; flush <see cref="Output"/> before writing to it.</summary>
    public Stream Bytes { get; }

    /// <summary>Standard output as UTF-8 text.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error as UTF-8 text.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether a person looks on: progress bars only then.</summary>
    public bool IsInteractive { get; }

    /// <summary>Whether to colour: on a terminal only, and not where <c>NO_COLOR</c> is set.</summary>
    public bool HasColours { get; }

    /// <summary>Width of a line in cells, or 0 where lines may have any length: a pipe is for programs, which take whole lines.</summary>
    public int Width { get; }

    /// <summary>The terminal of this process. <c>COLUMNS</c> sets the width where output goes to a pipe.</summary>
    public static Terminal OfProcess()
    {
        var toTerminal = !Console.IsOutputRedirected;
        var width = toTerminal ? Console.WindowWidth : int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) ? columns : 0;
        return new Terminal(
            Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.OpenStandardError(),
            width > 0 ? Math.Max(NarrowestWidth, width) : 0,
            toTerminal && !Console.IsErrorRedirected,
            toTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb"));
    }

    /// <summary>Writes out what is left; the streams stay open.</summary>
    public void Dispose()
    {
        Output.Dispose();
        Error.Dispose();
    }
}
