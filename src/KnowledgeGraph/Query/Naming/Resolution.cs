using System.Collections.Immutable;

namespace KnowledgeGraph.Query.Naming;

/// <summary>What a name in a question was found to mean.</summary>
/// <param name="Text">The name as asked.</param>
/// <param name="Found">What it names, or <see langword="null"/> where that is not clear.</param>
/// <param name="Candidates">Where it could name several: which.</param>
/// <param name="Near">Where the store has nothing of that name: names that are written alike.</param>
public sealed record Resolution(string Text, Named? Found, ImmutableArray<Candidate> Candidates, ImmutableArray<string> Near)
{
    /// <summary>A name whose meaning is clear.</summary>
    public static Resolution Of(string text, Named found) => new(text, found, [], []);
}

/// <summary>One of several that a name could mean.</summary>
/// <param name="Id">The node's id, which names it alone.</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">The state that it stands for, where known.</param>
/// <param name="Offices">The offices it held.</param>
/// <param name="Articles">How many articles name it.</param>
public sealed record Candidate(string Id, string Name, string? Country, ImmutableArray<string> Offices, long Articles);

/// <summary>
/// What a name names in a store: who took part in an event is meant if it is one of <paramref name="Nodes"/>, or stands for one
/// of <paramref name="Countries"/> and holds one of <paramref name="Titles"/>, where either is given.
/// </summary>
/// <param name="Text">The name as asked.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Nodes">Nodes of the graph.</param>
/// <param name="Countries">States, as participations write them.</param>
/// <param name="Titles">Titles, as participations write them.</param>
/// <param name="OthersLeftOut">Others of that name, too rare to be meant.</param>
public sealed record Named(
    string Text, FormKinds Kind, ImmutableArray<string> Nodes, ImmutableArray<string> Countries, ImmutableArray<string> Titles, ImmutableArray<Candidate> OthersLeftOut)
{
    /// <summary>Whether a party is meant.</summary>
    public bool Means(Party party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return Nodes.Contains(party.Id, StringComparer.Ordinal)
            || ((!Countries.IsEmpty || !Titles.IsEmpty)
                && (Countries.IsEmpty || Countries.Contains(party.Country ?? "", StringComparer.Ordinal))
                && (Titles.IsEmpty || Titles.Contains(party.Title ?? "", StringComparer.Ordinal)));
    }
}
