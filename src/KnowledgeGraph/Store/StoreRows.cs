namespace KnowledgeGraph.Store;

/// <summary>One run of the extractor over some sources. It carries no clock: runs are told apart by their number.</summary>
/// <param name="Number">1, 2, 3… in the order of the runs of this store.</param>
/// <param name="RulesHash">Hash of the rules that the run used.</param>
/// <param name="Version">Version of the extractor that ran.</param>
public sealed record ExtractionRun(int Number, string RulesHash, string Version);

/// <summary>How many sources a run met.</summary>
/// <param name="Extracted">Sources that were extracted.</param>
/// <param name="Skipped">Sources that had not changed.</param>
/// <param name="Failed">Sources that could not be read.</param>
public sealed record RunCounts(int Extracted, int Skipped, int Failed);

/// <summary>What became of one source.</summary>
/// <param name="Root">The root that <paramref name="File"/> is relative to, as a full path.</param>
/// <param name="File">The source's path relative to the root, with <c>/</c>.</param>
/// <param name="Hash"><c>sha256:</c> over the source's bytes; <see langword="null"/> where there were none to read.</param>
/// <param name="Status">What became of it, in words.</param>
/// <param name="Reason">Why; <see langword="null"/> where it was simply read.</param>
public sealed record SourceState(string Root, string File, string? Hash, string Status, string? Reason)
{
    /// <summary>The file on disk that held it, relative to the root: an archive, a table, else itself; <see langword="null"/> where there is none.</summary>
    public string? Container { get; init; }

    /// <summary>Hash of the rules that it was read with; <see langword="null"/> for those of the run.</summary>
    public string? RulesHash { get; init; }

    /// <summary>Version of the extractor that read it; <see langword="null"/> for that of the run.</summary>
    public string? Version { get; init; }
}

/// <summary>A source with what it gave.</summary>
/// <param name="Source">The source, with its rules and version.</param>
/// <param name="Record">Its record with <see cref="Records.ArticleRecord.Text"/>; <see langword="null"/> where it holds no article.</param>
public sealed record StoredSource(SourceState Source, Records.ExtractionRecord? Record);

/// <summary>A node of the merged graph as the store keeps it.</summary>
/// <param name="Id">The node's id.</param>
/// <param name="Label">First label.</param>
/// <param name="SecondLabel">Second label (an event's kind), if any.</param>
/// <param name="Name">Caption.</param>
/// <param name="Properties">All properties as one JSON object.</param>
public sealed record GraphNodeRow(string Id, string Label, string? SecondLabel, string Name, string Properties);

/// <summary>An edge of the merged graph as the store keeps it.</summary>
/// <param name="Id">The edge's id.</param>
/// <param name="From">Id of the node that it starts at.</param>
/// <param name="To">Id of the node that it ends at.</param>
/// <param name="Type">Relation type.</param>
/// <param name="Properties">All properties as one JSON object.</param>
public sealed record GraphEdgeRow(string Id, string From, string To, string Type, string Properties);
