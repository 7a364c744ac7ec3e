namespace KnowledgeGraph.Linking;

/// <summary>What an actor of an event turned out to be.</summary>
internal enum ParticipantKind
{
    /// <summary>A person named in the article.</summary>
    Person,

    /// <summary>An office whose holder the article does not name.</summary>
    Office,

    /// <summary>A state.</summary>
    State,

    /// <summary>An organisation.</summary>
    Organization,

    /// <summary>A delegation or an unnamed group.</summary>
    Group,
}

/// <summary>A resolved actor.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Name as records carry it.</param>
/// <param name="Person">The person, where it is one.</param>
/// <param name="Title">The office, where it is one.</param>
/// <param name="Country">The state that it stands for.</param>
/// <param name="Via">The words it was resolved from, where it was not named there.</param>
/// <param name="Role">Its part in the event.</param>
internal sealed record Participant(
    ParticipantKind Kind, string Name, PersonCluster? Person, string? Title, string? Country, string? Via, string Role)
{
    /// <summary>The holder of an unnamed office by the rules, and the row that says so.</summary>
    public (string Name, string Basis)? Resolved { get; init; }

    /// <summary>Whether 夫妇 names it together with the participant before: who meets one meets both.</summary>
    public bool IsSpouse { get; init; }

    /// <summary>The state that it certainly belongs to: of a person what titles and rules say, not what stands around the name.</summary>
    public string? Home => Person is null ? Country : Person.Country;

    /// <summary>What makes two participants one: the person, or kind and name.</summary>
    public bool IsSame(Participant other) => Person is not null || other.Person is not null
        ? ReferenceEquals(Person, other.Person)
        : Kind == other.Kind && Name == other.Name;
}
