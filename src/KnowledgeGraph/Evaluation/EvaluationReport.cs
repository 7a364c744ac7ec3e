using System.Collections.Immutable;

namespace KnowledgeGraph.Evaluation;

/// <summary>What a comparison of records with annotations gave.</summary>
public sealed record EvaluationReport
{
    /// <summary>The measures by name, in a fixed order.</summary>
    public ImmutableArray<KeyValuePair<string, Tally>> Measures { get; init; } = [];

    /// <summary>Of the contacts found that have an annotated place or state: how many have the same.</summary>
    public Tally Place { get; init; }

    /// <summary>Of the contacts found that have no annotated date: how many got one all the same (<see cref="Tally.Right"/>).</summary>
    public Tally Undated { get; init; }

    /// <summary>The measure <c>events</c> by kind.</summary>
    public ImmutableArray<KeyValuePair<string, Tally>> Kinds { get; init; } = [];

    /// <summary>The measure <c>events</c> by status.</summary>
    public ImmutableArray<KeyValuePair<string, Tally>> Statuses { get; init; } = [];

    /// <summary>
    /// How often an event of an annotated status was found with which one, kind and participants being the same; an empty
    /// status stands for none: missed, or found wrongly.
    /// </summary>
    public ImmutableArray<KeyValuePair<(string Gold, string Found), int>> Confusion { get; init; } = [];

    /// <summary>What was missed or found wrongly, article by article.</summary>
    public ImmutableArray<EvaluationError> Errors { get; init; } = [];
}
