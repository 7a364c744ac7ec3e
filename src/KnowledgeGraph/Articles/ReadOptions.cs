namespace KnowledgeGraph.Articles;

/// <summary>How inputs are read.</summary>
public sealed record ReadOptions
{
    /// <summary>The names that the fields of JSON Lines and CSV inputs carry.</summary>
    public FieldMap Fields { get; init; } = FieldMap.Default;

    /// <summary>What the input <c>-</c> reads (JSON Lines); <see langword="null"/> makes <c>-</c> a missing input.</summary>
    public Stream? StandardInput { get; init; }

    /// <summary>The most bytes that one article's source may have, uncompressed; larger ones are reported, not read.</summary>
    public int MaxSourceBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>How many times its size a compressed file may grow; one that grows more is reported as a bomb.</summary>
    public int MaxExpansion { get; init; } = 200;

    /// <summary>Bytes that a compressed file may always give, before <see cref="MaxExpansion"/> counts.</summary>
    public long FreeExpansionBytes { get; init; } = 64L * 1024 * 1024;
}
