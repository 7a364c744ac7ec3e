namespace KnowledgeGraph.Text;

/// <summary>A word of a text.</summary>
/// <param name="Start">Offset of its first UTF-16 code unit.</param>
/// <param name="End">Offset just behind its last one.</param>
public readonly record struct Token(int Start, int End)
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;
}

/// <summary>A word of a text with its part of speech.</summary>
/// <param name="Start">Offset of its first UTF-16 code unit.</param>
/// <param name="End">Offset just behind its last one.</param>
/// <param name="Tag">The dictionary's tag; outside the dictionary <c>m</c> for digits, <c>eng</c> for Latin letters, <c>x</c> for the rest.</param>
public readonly record struct TaggedToken(int Start, int End, string Tag)
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;
}
