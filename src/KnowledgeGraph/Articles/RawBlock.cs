namespace KnowledgeGraph.Articles;

/// <summary>A piece of a body as it stands in the source, before boilerplate is taken away.</summary>
/// <param name="Text">The text in one line.</param>
/// <param name="Kind">What it is.</param>
/// <param name="LinkedLength">How many of its characters are links.</param>
/// <param name="List">Number of the list that it is an item of, from 1; 0 outside lists.</param>
internal readonly record struct RawBlock(string Text, BlockKind Kind, int LinkedLength, int List)
{
    /// <summary>Whether the block is a link and nothing else.</summary>
    public bool IsLink => LinkedLength * 10 >= Text.Length * 9;
}
