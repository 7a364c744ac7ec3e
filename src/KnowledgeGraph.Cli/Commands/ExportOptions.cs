namespace KnowledgeGraph.Cli.Commands;

/// <summary>What <c>kg export</c> was asked to do.</summary>
internal sealed record ExportOptions
{
    /// <summary>The format.</summary>
    public required ExportFormat Format { get; init; }

    /// <summary>File, <c>-</c> for standard output, or folder.</summary>
    public required string Output { get; init; }

    /// <summary>The store.</summary>
    public required string Store { get; init; }
}
