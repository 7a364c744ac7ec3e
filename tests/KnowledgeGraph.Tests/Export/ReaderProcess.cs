using System.Diagnostics;

namespace KnowledgeGraph.Tests.Export;

/// <summary>Programs of others that read our files, where this machine has them.</summary>
internal static class ReaderProcess
{
    /// <summary>Debian's Python, which has networkx and igraph where they are installed.</summary>
    public const string Python = "/usr/bin/python3";

    /// <summary>What a program prints, or <see langword="null"/> where it cannot be run.</summary>
    public static async Task<(int ExitCode, string Output)?> RunAsync(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, output + await error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
