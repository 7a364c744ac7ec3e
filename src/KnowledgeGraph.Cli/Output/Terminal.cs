using System.Text;

namespace KnowledgeGraph.Cli.Output;

/// <summary>
/// The streams that a command reads and writes: results go to <see cref="Output"/>, everything else to <see cref="Error"/>.
/// Tests put their own in place of the process's.
/// </summary>
internal sealed class Terminal : IDisposable
{
    private const int WidthWhenPiped = 160;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="input">What <c>-</c> reads.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where messages go.</param>
    /// <param name="width">Width in cells where both ends are a terminal, else 0.</param>
    public Terminal(Stream input, Stream output, Stream error, int width = 0)
    {
        Input = input;
        Bytes = output;
        Output = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        Error = new StreamWriter(error, Utf8, leaveOpen: true) { NewLine = "\n", AutoFlush = true };
        IsInteractive = width > 0;
        Width = width > 0 ? width : WidthWhenPiped;
    }

    /// <summary>Standard input.</summary>
    public Stream Input { get; }

    /// <summary>Standard output as bytes; flush <see cref="Output"/> before writing to it.</summary>
    public Stream Bytes { get; }

    /// <summary>Standard output as UTF-8 text.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error as UTF-8 text.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether a person looks on: progress bars and colours only then.</summary>
    public bool IsInteractive { get; }

    /// <summary>Width of a line in cells.</summary>
    public int Width { get; }

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        var interactive = !Console.IsOutputRedirected && !Console.IsErrorRedirected;
        return new Terminal(
            Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.OpenStandardError(),
            interactive ? Math.Max(40, Console.WindowWidth) : 0);
    }

    /// <summary>Writes out what is left; the streams stay open.</summary>
    public void Dispose()
    {
        Output.Dispose();
        Error.Dispose();
    }
}
