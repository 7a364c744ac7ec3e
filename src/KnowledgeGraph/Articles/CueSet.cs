namespace KnowledgeGraph.Articles;

/// <summary>The cues of one kind.</summary>
internal sealed class CueSet(BoilerplateCue[] cues)
{
    private readonly int max = cues.Length == 0 ? 0 : cues.Max(cue => cue.Max);

    /// <summary>Whether the whole text is a cue.</summary>
    public bool IsMatch(ReadOnlySpan<char> text)
    {
        if (text.Length > max)
        {
            return false;
        }

        foreach (var cue in cues)
        {
            if (cue.IsMatch(text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text without cues at its end or beginning.</summary>
    public string Cut(string text)
    {
        foreach (var cue in cues)
        {
            text = cue.Cut(text);
        }

        return text;
    }
}
