namespace KnowledgeGraph.Articles;

/// <summary>A piece of a body as it stands in the source, before boilerplate is taken away.</summary>
/// <param name="Text">The text in one line.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Letters">How many letters and digits it has.</param>
/// <param name="LinkedLetters">How many of them are links.</param>
/// <param name="Links">How many links it has.</param>
/// <param name="List">Number of the list that it is an item of, from 1; 0 outside lists.</param>
internal readonly record struct RawBlock(string Text, BlockKind Kind, int Letters, int LinkedLetters, int Links, int List)
{
    /// <summary>Whether the block is links and nothing else but marks between them.</summary>
    public bool IsLink => Links > 0 && LinkedLetters * 10 >= Letters * 9;

    /// <summary>Whether the block is a row of links, as menus are.</summary>
    public bool IsMenu => Links >= 3 && IsLink;

    /// <summary>A block without links or list.</summary>
    public static RawBlock Paragraph(string text) => new(text, BlockKind.Paragraph, 0, 0, 0, 0);
}
