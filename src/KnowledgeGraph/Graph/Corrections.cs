using System.Collections.Immutable;

namespace KnowledgeGraph.Graph;

/// <summary>What users know better than the articles; applied last when the graph is built.</summary>
/// <param name="Entries">The corrections, in the order of the file.</param>
public sealed record Corrections(ImmutableArray<Correction> Entries)
{
    /// <summary>No corrections.</summary>
    public static Corrections None { get; } = new([]);
}

/// <summary>One correction.</summary>
/// <param name="Who">Who made it.</param>
/// <param name="Why">Why.</param>
/// <param name="Place">Where it stands: file, line and column.</param>
public abstract record Correction(string Who, string Why, string Place);

/// <summary>
/// Some names or ids are one person. A name may carry the state after an @ (<c>穆罕默德@阿联酋</c>).
/// </summary>
/// <param name="Persons">Two or more ids or names.</param>
/// <param name="Who">Who made the correction.</param>
/// <param name="Why">Why.</param>
/// <param name="Place">Where it stands.</param>
public sealed record SamePerson(ImmutableArray<string> Persons, string Who, string Why, string Place) : Correction(Who, Why, Place);

/// <summary>Two names or ids are two persons.</summary>
/// <param name="A">An id or a name.</param>
/// <param name="B">Another.</param>
/// <param name="Who">Who made the correction.</param>
/// <param name="Why">Why.</param>
/// <param name="Place">Where it stands.</param>
public sealed record DifferentPerson(string A, string B, string Who, string Why, string Place) : Correction(Who, Why, Place);

/// <summary>An event did not happen as told, and is left out.</summary>
/// <param name="Event">Its id, or any that it had.</param>
/// <param name="Who">Who made the correction.</param>
/// <param name="Why">Why.</param>
/// <param name="Place">Where it stands.</param>
public sealed record RejectEvent(string Event, string Who, string Why, string Place) : Correction(Who, Why, Place);

/// <summary>An event has other values than the articles say.</summary>
/// <param name="Event">Its id, or any that it had.</param>
/// <param name="Values">The values by name, one of <see cref="CorrectionFile.Settable"/>.</param>
/// <param name="Who">Who made the correction.</param>
/// <param name="Why">Why.</param>
/// <param name="Place">Where it stands.</param>
public sealed record SetEvent(string Event, ImmutableSortedDictionary<string, string> Values, string Who, string Why, string Place) : Correction(Who, Why, Place);
