using System.Collections.Immutable;

namespace KnowledgeGraph.Export;

/// <summary>Which events of a store to export, with all that belongs to them. What is not asked for selects nothing out.</summary>
public sealed record GraphSelection
{
    /// <summary>Everything.</summary>
    public static GraphSelection Everything { get; } = new();

    /// <summary>First day: an event counts if one of its possible days does; undated ones are left out.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Last day, likewise.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Ids of persons of whom one is a principal; none for all.</summary>
    public ImmutableArray<string> Persons { get; init; } = [];

    /// <summary>Ids of states of which one takes part; none for all.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>The kinds of events; none for all.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>The statuses of events; none for all.</summary>
    public ImmutableArray<string> Statuses { get; init; } = [];

    /// <summary>Whether the whole graph is asked for, also what belongs to no event.</summary>
    public bool IsEverything => this is { Since: null, Until: null, Persons.IsEmpty: true, Countries.IsEmpty: true, Kinds.IsEmpty: true, Statuses.IsEmpty: true };
}
