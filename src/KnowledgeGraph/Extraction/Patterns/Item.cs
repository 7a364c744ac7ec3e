namespace KnowledgeGraph.Extraction.Patterns;

/// <summary>
/// One unit that patterns see: a word, a punctuation mark, or a whole entity or phrase that an earlier pass has found.
/// The items of a sentence cover it without gap or overlap.
/// </summary>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Classes">The classes it belongs to.</param>
/// <param name="Value">What was found there (a mention), or <see langword="null"/> for plain words.</param>
internal readonly record struct Item(Span Span, ClassSet Classes, object? Value)
{
    /// <summary>All classes that some of the items belong to.</summary>
    public static ClassSet ClassesOf(ReadOnlySpan<Item> items)
    {
        var set = default(ClassSet);
        foreach (var item in items)
        {
            set |= item.Classes;
        }

        return set;
    }
}
