using System.Text;
using KnowledgeGraph.Cli.Output;

namespace KnowledgeGraph.Cli;

/// <summary>Where a password comes from: a file, the environment, or a prompt; never the command line, which others can read.</summary>
internal static class PasswordSource
{
    private const string Variable = "NEO4J_PASSWORD";

    /// <summary>The password.</summary>
    /// <param name="terminal">Where it is asked for.</param>
    /// <param name="file">The file named, or <see langword="null"/>.</param>
    /// <param name="whose">Whose password it is, for the prompt.</param>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Read(Terminal terminal, string? file, string whose)
    {
        if (file is not null)
        {
            return FirstLine(file);
        }

        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return given;
        }

        return terminal.IsInteractive && !Console.IsInputRedirected
            ? Prompt(terminal, whose)
            : throw new UsageException($"expected a password: set {Variable}, or name a file by --password-file.");
    }

    private static string FirstLine(string file)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault() is { Length: > 0 } line
                ? line
                : throw new UsageException($"--password-file: the first line of {file} is empty.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("--password-file: " + error.Message);
        }
    }

    private static string Prompt(Terminal terminal, string whose)
    {
        terminal.Error.Write($"Password of {whose}: ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        terminal.Error.WriteLine();
        return typed.ToString();
    }
}
