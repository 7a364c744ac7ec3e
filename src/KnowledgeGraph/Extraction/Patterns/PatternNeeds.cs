namespace KnowledgeGraph.Extraction.Patterns;

/// <summary>
/// What a sentence must hold for a pattern to match in it: an item of each of some sets of classes, and one to begin with.
/// Most sentences lack something that most patterns need, so this is asked before a pattern is tried.
/// </summary>
internal sealed class PatternNeeds
{
    private readonly ClassSet[] needed;
    private readonly ClassSet first;
    private readonly bool anyFirst;

    /// <summary>Reads them off a pattern.</summary>
    public PatternNeeds(PatternNode node)
    {
        needed = [.. Needed(node).Distinct()];
        anyFirst = First(node, ref first) != Beginning.Classes;
    }

    /// <summary>How a part can begin.</summary>
    private enum Beginning
    {
        /// <summary>With the classes collected only.</summary>
        Classes,

        /// <summary>It can be empty: then with what follows it.</summary>
        Empty,

        /// <summary>With anything.</summary>
        Any,
    }

    /// <summary>Whether the pattern can match in a sentence at all.</summary>
    /// <param name="present">The classes of all items of the sentence.</param>
    public bool MetBy(in ClassSet present)
    {
        foreach (ref readonly var set in needed.AsSpan())
        {
            if (!set.Intersects(in present))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a match can begin with an item.</summary>
    public bool CanBeginWith(in ClassSet item) => anyFirst || first.Intersects(in item);

    /// <summary>Whether a match takes at least one item that is known to be there: it cannot begin behind the last.</summary>
    public bool TakesItem => !anyFirst;

    private static IEnumerable<ClassSet> Needed(PatternNode node) => node switch
    {
        ClassNode { Negated: false } n => [n.Classes],
        SequenceNode n => n.Parts.SelectMany(Needed),
        CaptureNode n => Needed(n.Inner),
        RepeatNode { Min: > 0 } n => Needed(n.Inner),
        LookaheadNode { Negated: false } n => Needed(n.Inner),
        ChoiceNode n => OneOfEach([.. n.Choices.Select(choice => Needed(choice).ToList())]),
        _ => [],
    };

    /// <summary>What every choice needs is needed; of the rest, one set of each together.</summary>
    private static IEnumerable<ClassSet> OneOfEach(List<ClassSet>[] choices)
    {
        if (choices.Any(choice => choice.Count == 0))
        {
            return [];
        }

        var common = choices[0].Where(set => choices.All(choice => choice.Contains(set))).ToList();
        return [.. common, choices.Select(choice => choice.MinBy(set => set.Count)).Aggregate((all, set) => all | set)];
    }

    private static Beginning First(PatternNode node, ref ClassSet set)
    {
        switch (node)
        {
            case ClassNode { Negated: false } n:
                set |= n.Classes;
                return Beginning.Classes;
            case EdgeNode or LookaheadNode:
                return Beginning.Empty;
            case CaptureNode n:
                return First(n.Inner, ref set);
            case RepeatNode n:
                var inner = First(n.Inner, ref set);
                return inner == Beginning.Classes && n.Min == 0 ? Beginning.Empty : inner;
            case SequenceNode n:
                foreach (var part in n.Parts)
                {
                    if (First(part, ref set) is var begins and not Beginning.Empty)
                    {
                        return begins;
                    }
                }

                return Beginning.Empty;
            case ChoiceNode n:
                var all = Beginning.Classes;
                foreach (var choice in n.Choices)
                {
                    var one = First(choice, ref set);
                    all = one > all ? one : all;
                }

                return all;
            default:
                return Beginning.Any;
        }
    }
}
