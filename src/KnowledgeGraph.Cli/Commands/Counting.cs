using System.Globalization;
using KnowledgeGraph.Cli.Output;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>An answer that is a number.</summary>
internal static class Counting
{
    /// <summary>Prints it: alone, or in the other formats as a field.</summary>
    public static void Print(Answering answering, int count)
    {
        if (answering.Format == RowWriter.Formats[0])
        {
            answering.Terminal.Output.WriteLine(count.ToString(CultureInfo.InvariantCulture));
            return;
        }

        using var rows = answering.Rows();
        rows.Write(Row.Of(Field.Of("count", "COUNT", count)));
    }
}
