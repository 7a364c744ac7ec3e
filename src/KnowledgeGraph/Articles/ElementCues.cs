using System.Collections.Concurrent;

namespace KnowledgeGraph.Articles;

/// <summary>What an element's attributes say about its content.</summary>
internal enum ElementCue
{
    None,
    Boilerplate,
    Caption,
}

/// <summary>Classes, ids and other attributes that mark boilerplate and captions. Thread-safe.</summary>
internal sealed class ElementCues(CueSet boilerplate, CueSet captions)
{
    // Class names repeat from page to page; what was seen once is looked up. Bounded, since pages can make up names.
    private const int MaxSeen = 8192;

    private readonly ConcurrentDictionary<string, ElementCue> seen = new(StringComparer.Ordinal);
    private readonly Lock counting = new();
    private int count;

    public ElementCue Of(in MarkupAttributes attributes)
    {
        if (attributes.IsHidden || IsInvisible(attributes.Style)
            || attributes.Role is "navigation" or "banner" or "contentinfo" or "complementary" or "search" or "alert" or "dialog")
        {
            return ElementCue.Boilerplate;
        }

        var byClass = OfNames(attributes.Class);
        return byClass != ElementCue.None ? byClass : OfNames(attributes.Id);
    }

    private static bool IsInvisible(ReadOnlySpan<char> style)
    {
        var display = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return display >= 0 && style[(display + "display".Length)..].TrimStart(" :\t").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }

    private ElementCue OfNames(ReadOnlySpan<char> names)
    {
        if (names.IsEmpty)
        {
            return ElementCue.None;
        }

        if (seen.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(names, out var cue))
        {
            return cue;
        }

        cue = ElementCue.None;
        foreach (var range in names.SplitAny(" \t\r\n\f"))
        {
            var name = names[range];
            if (name.IsEmpty)
            {
                continue;
            }

            if (boilerplate.IsMatch(name))
            {
                cue = ElementCue.Boilerplate;
                break;
            }

            if (captions.IsMatch(name))
            {
                cue = ElementCue.Caption;
            }
        }

        lock (counting)
        {
            if (count < MaxSeen && names.Length <= 200 && seen.TryAdd(names.ToString(), cue))
            {
                count++;
            }
        }

        return cue;
    }
}
