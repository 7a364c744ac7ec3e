using System.Collections.Immutable;

namespace KnowledgeGraph.Graph;

/// <summary>What is known of a country beside its name.</summary>
/// <param name="English">English short name.</param>
/// <param name="Iso3">ISO 3166-1 alpha-3 code, where there is one.</param>
/// <param name="Cow">Correlates of War state number, where there is one.</param>
public sealed record CountryFacts(string? English, string? Iso3, int? Cow);

/// <summary>What is known of a person beside what articles say.</summary>
/// <param name="Name">The usual form of the name.</param>
/// <param name="English">English name.</param>
/// <param name="Country">The state that the person stands for.</param>
/// <param name="Variants">Other forms of the name.</param>
/// <param name="Terms">The offices held.</param>
public sealed record PersonFacts(string Name, string? English, string? Country, ImmutableArray<string> Variants, ImmutableArray<TermFacts> Terms);

/// <summary>A term in an office.</summary>
/// <param name="Title">The office.</param>
/// <param name="Of">State or organisation.</param>
/// <param name="From">First possible day, where known.</param>
/// <param name="To">Last possible day, where known.</param>
public sealed record TermFacts(string Title, string? Of, DateOnly? From, DateOnly? To);

/// <summary>What the graph needs to know of the world, given by whoever builds it: the graph itself reads no rules.</summary>
public sealed record GraphKnowledge
{
    /// <summary>Nothing known: countries have only their names, and names are compared as written.</summary>
    public static GraphKnowledge None { get; } = new();

    /// <summary>
    /// Countries by their short simplified name. Where any are given, they decide which names are states and which are
    /// organisations; where none are, every name that some record gives as a country is one.
    /// </summary>
    public IReadOnlyDictionary<string, CountryFacts> Countries { get; init; } = ImmutableDictionary<string, CountryFacts>.Empty;

    /// <summary>People of public life.</summary>
    public ImmutableArray<PersonFacts> People { get; init; } = [];

    /// <summary>Titles of which a state has one holder at a time.</summary>
    public IReadOnlySet<string> SingleOffices { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Folds traditional characters to simplified ones, so that a name in either script is one name; the result is only compared.</summary>
    public Func<string, string> Fold { get; init; } = static text => text;
}
