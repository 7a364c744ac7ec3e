namespace KnowledgeGraph.Extraction.Time;

/// <summary>How long something took.</summary>
/// <param name="Span">The words.</param>
/// <param name="Value">ISO 8601 duration, with <c>~</c> before it where the text says about.</param>
internal sealed record DurationMention(Span Span, string Value)
{
    /// <summary>Whether it is counted in days.</summary>
    public bool InDays => Value.EndsWith('D');
}
