using System.Numerics;

namespace KnowledgeGraph.Extraction.Patterns;

/// <summary>A set of word and entity classes as bits; at most <see cref="Capacity"/> classes exist in a rule set.</summary>
internal readonly record struct ClassSet(ulong A, ulong B, ulong C, ulong D, ulong E, ulong F)
{
    /// <summary>The number of classes that a rule set may define.</summary>
    public const int Capacity = 384;

    /// <summary>The set of one class.</summary>
    public static ClassSet Of(int index) => (index >> 6) switch
    {
        0 => new(1UL << index, 0, 0, 0, 0, 0),
        1 => new(0, 1UL << (index & 63), 0, 0, 0, 0),
        2 => new(0, 0, 1UL << (index & 63), 0, 0, 0),
        3 => new(0, 0, 0, 1UL << (index & 63), 0, 0),
        4 => new(0, 0, 0, 0, 1UL << (index & 63), 0),
        _ => new(0, 0, 0, 0, 0, 1UL << (index & 63)),
    };

    /// <summary>The number of classes in the set.</summary>
    public int Count => BitOperations.PopCount(A) + BitOperations.PopCount(B) + BitOperations.PopCount(C) + BitOperations.PopCount(D) + BitOperations.PopCount(E) + BitOperations.PopCount(F);

    /// <summary>Whether the two sets share a class.</summary>
    public bool Intersects(in ClassSet other) => ((A & other.A) | (B & other.B) | (C & other.C) | (D & other.D) | (E & other.E) | (F & other.F)) != 0;

    /// <summary>All classes of both sets.</summary>
    public static ClassSet operator |(ClassSet left, ClassSet right) =>
        new(left.A | right.A, left.B | right.B, left.C | right.C, left.D | right.D, left.E | right.E, left.F | right.F);
}
