namespace KnowledgeGraph.Export.Neo4j;

/// <summary>How a load goes about it.</summary>
public sealed record LoadOptions
{
    /// <summary>Most rows of one statement.</summary>
    public int BatchSize { get; init; } = 2000;

    /// <summary>Whether what the store no longer has is removed.</summary>
    public bool Prune { get; init; }
}

/// <summary>What a load did; the numbers of what is there were counted in the database.</summary>
/// <param name="Nodes">Nodes of the store's graph.</param>
/// <param name="Relations">Relations of the store's graph.</param>
/// <param name="NodesCreated">Nodes that were not there before.</param>
/// <param name="RelationsCreated">Relations that were not there before.</param>
/// <param name="Resumed">Rows that an earlier load, which was cut off, had done.</param>
/// <param name="FormerNodes">Nodes of earlier loads that the store no longer has and that are still there.</param>
/// <param name="FormerRelations">Relations of earlier loads that the store no longer has and that are still there.</param>
/// <param name="Pruned">What was removed; <see langword="null"/> where it was not asked for.</param>
public sealed record LoadResult(
    long Nodes, long Relations, long NodesCreated, long RelationsCreated, long Resumed, long FormerNodes, long FormerRelations, PruneCounts? Pruned);
