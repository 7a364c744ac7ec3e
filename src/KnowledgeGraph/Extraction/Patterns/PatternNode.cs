using System.Collections.Immutable;

namespace KnowledgeGraph.Extraction.Patterns;

/// <summary>A parsed pattern.</summary>
internal abstract record PatternNode;

/// <summary>One item of one of the classes, or of none of them where negated.</summary>
internal sealed record ClassNode(ClassSet Classes, bool Negated) : PatternNode;

/// <summary>One item with exactly this text, compared in folded form.</summary>
internal sealed record LiteralNode(string Text) : PatternNode;

/// <summary>Any one item.</summary>
internal sealed record AnyNode : PatternNode;

/// <summary>The start or the end of the sentence, which takes no item.</summary>
internal sealed record EdgeNode(bool AtStart) : PatternNode;

/// <summary>The items that follow (or, negated, must not follow) without being taken.</summary>
internal sealed record LookaheadNode(PatternNode Inner, bool Negated) : PatternNode;

/// <summary>Parts one after another.</summary>
internal sealed record SequenceNode(ImmutableArray<PatternNode> Parts) : PatternNode;

/// <summary>One of several.</summary>
internal sealed record ChoiceNode(ImmutableArray<PatternNode> Choices) : PatternNode;

/// <summary>A part some number of times; lazy takes as few as it can.</summary>
internal sealed record RepeatNode(PatternNode Inner, int Min, int Max, bool Lazy) : PatternNode
{
    /// <summary>The greatest number of times where the pattern sets none.</summary>
    public const int Unbounded = int.MaxValue;
}

/// <summary>A part whose items are remembered under a name.</summary>
internal sealed record CaptureNode(string Name, PatternNode Inner) : PatternNode;
