namespace KnowledgeGraph.Extraction.Patterns;

/// <summary>Where a pattern matched.</summary>
/// <param name="Start">Index of the first item.</param>
/// <param name="End">Index just behind the last item.</param>
/// <param name="Captures">What was captured, in the order of the pattern's end of capture; a name may stand several times.</param>
internal sealed record PatternMatch(int Start, int End, IReadOnlyList<Capture> Captures)
{
    /// <summary>The first capture of that name, or <see langword="null"/>.</summary>
    public Capture? Find(string name)
    {
        foreach (var capture in Captures)
        {
            if (string.Equals(capture.Name, name, StringComparison.Ordinal))
            {
                return capture;
            }
        }

        return null;
    }
}

/// <summary>Items that a pattern captured.</summary>
/// <param name="Name">The capture's name.</param>
/// <param name="Start">Index of the first item.</param>
/// <param name="End">Index just behind the last item.</param>
internal sealed record Capture(string Name, int Start, int End);
