namespace KnowledgeGraph.Text;

/// <summary>A phrase found in a text.</summary>
/// <param name="Start">Offset of its first UTF-16 code unit.</param>
/// <param name="End">Offset just behind its last one.</param>
/// <param name="Id">The phrase's id.</param>
public readonly record struct PhraseMatch(int Start, int End, int Id)
{
    /// <summary>Where it stands.</summary>
    public Span Span => new(Start, End);
}
