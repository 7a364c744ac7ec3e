namespace KnowledgeGraph.Rules;

/// <summary>A rule file says something that cannot be used. The message names file, line, column and what was expected.</summary>
public sealed class RuleFileException : Exception
{
    /// <summary>An error at a place of a rule file.</summary>
    /// <param name="file">Name of the rule file.</param>
    /// <param name="line">Line, from 1; 0 where the error concerns the file as a whole.</param>
    /// <param name="column">Column, from 1; 0 likewise.</param>
    /// <param name="problem">What is wrong, what was expected and what to do.</param>
    /// <param name="inner">The error that was caught, if any.</param>
    public RuleFileException(string file, long line, long column, string problem, Exception? inner = null)
        : base(line > 0 ? FormattableString.Invariant($"{file}:{line}:{column}: {problem}") : $"{file}: {problem}", inner)
    {
        File = file;
        Line = line;
        Column = column;
    }

    /// <summary>Name of the rule file.</summary>
    public string File { get; }

    /// <summary>Line, from 1; 0 where the error concerns the file as a whole.</summary>
    public long Line { get; }

    /// <summary>Column, from 1; 0 where the error concerns the file as a whole.</summary>
    public long Column { get; }
}
