using System.Collections.Immutable;
using KnowledgeGraph.Export;

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

    /// <summary>What to draw; of formats that are not for drawing everything.</summary>
    public GraphView View { get; init; } = GraphView.Full;

    /// <summary>Whether only the largest component is drawn.</summary>
    public bool MainComponent { get; init; }

    /// <summary>The person whose events are asked for, by any name.</summary>
    public string? Person { get; init; }

    /// <summary>The state whose events are asked for, by any name.</summary>
    public string? Country { get; init; }

    /// <summary>Which events, but for those two.</summary>
    public GraphSelection Selection { get; init; } = GraphSelection.Everything;

    /// <summary>The selection as it was asked for, by option.</summary>
    public ImmutableSortedDictionary<string, string> Asked { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
