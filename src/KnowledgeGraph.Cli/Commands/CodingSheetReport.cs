using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Evaluation;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>The precision that a filled-in coding sheet gives.</summary>
internal static class CodingSheetReport
{
    /// <summary>Prints it.</summary>
    /// <exception cref="UsageException">The sheet cannot be read.</exception>
    public static int Print(Terminal terminal, string file)
    {
        try
        {
            using var sheet = new StreamReader(file);
            var judged = CodingSheet.Read(sheet);
            terminal.Output.WriteLine($"{"",-20}{"judged",8}{"right",8}{"share",8}   95 % interval");
            foreach (var column in judged)
            {
                var (low, high) = column.Interval;
                terminal.Output.WriteLine(FormattableString.Invariant($"{column.Name,-20}{column.Total,8}{column.Right,8}{column.Precision,8:0.000}   {low:0.000} to {high:0.000}"));
            }

            return KgCommand.Success;
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--sheet {file}: {error.Message}");
        }
    }
}
