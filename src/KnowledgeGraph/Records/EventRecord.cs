using System.Collections.Immutable;

namespace KnowledgeGraph.Records;

/// <summary>One contact between actors at one time, however often the article tells it.</summary>
public sealed record EventRecord
{
    /// <summary><c>event:</c> and 16 hex digits over article, kind, participants and date.</summary>
    public required string Id { get; init; }

    /// <summary>One of <see cref="EventKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>held</c>, <c>planned</c> or <c>cancelled</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The principals, in the order of the words that name them.</summary>
    public ImmutableArray<ParticipantRecord> Participants { get; init; } = [];

    /// <summary>Those who only attended (陪同, 参加会见).</summary>
    public ImmutableArray<ParticipantRecord> Attendees { get; init; } = [];

    /// <summary>EDTF: a day, a month, a year, or an interval of these; <see langword="null"/> where the text gives none.</summary>
    public string? Date { get; init; }

    /// <summary>First day that <see cref="Date"/> allows.</summary>
    public string? DateFrom { get; init; }

    /// <summary>Last day that <see cref="Date"/> allows.</summary>
    public string? DateTo { get; init; }

    /// <summary><c>explicit</c>, <c>relative</c>, <c>anaphor</c>, <c>dateline</c>, <c>occasion</c>; <see langword="null"/> with a null date.</summary>
    public string? DateBasis { get; init; }

    /// <summary>Local time of day, <c>14:30</c>.</summary>
    public string? Time { get; init; }

    /// <summary>How long it took: <c>PT1H15M</c>, <c>~PT1H</c> where the text says about.</summary>
    public string? Duration { get; init; }

    /// <summary>City or most local geographic name, as written.</summary>
    public string? Place { get; init; }

    /// <summary>Short simplified name of the state where it took place; of a visit, the destination.</summary>
    public string? Country { get; init; }

    /// <summary>Building or room as written.</summary>
    public string? Venue { get; init; }

    /// <summary>The conference, visit or ceremony during which it happened, as written.</summary>
    public string? Occasion { get; init; }

    /// <summary>PLOVER code, or <see langword="null"/> where none fits.</summary>
    public PloverRecord? Plover { get; init; }

    /// <summary>The source that the article itself names (韩联社).</summary>
    public string? Attribution { get; init; }

    /// <summary>The sentence or clause that shows the event best.</summary>
    public required EvidenceRecord Evidence { get; init; }

    /// <summary>Every other place that tells the same event.</summary>
    public ImmutableArray<EvidenceRecord> OtherEvidence { get; init; } = [];

    /// <summary>For each value read from words of its own (<c>date</c>, <c>place</c>, …): which words and which rule.</summary>
    public ImmutableSortedDictionary<string, ProvenanceRecord> Provenance { get; init; } =
        ImmutableSortedDictionary.Create<string, ProvenanceRecord>(StringComparer.Ordinal);

    /// <summary>Name of the rule that found the event.</summary>
    public required string Rule { get; init; }

    /// <summary>The rule's measured precision, 0 to 1; <see langword="null"/> where it was not measured.</summary>
    public double? Confidence { get; init; }
}

/// <summary>An actor in an event.</summary>
public sealed record ParticipantRecord
{
    /// <summary>Id whose prefix says what it is: <c>person:</c>, <c>office:</c>, <c>country:</c>, <c>organization:</c> or <c>group:</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The person's fullest name in the article; else country and office (越南总理), organisation or state.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="Roles"/>.</summary>
    public required string Role { get; init; }

    /// <summary>The office held at the event, where known.</summary>
    public string? Title { get; init; }

    /// <summary>The state that the participant stands for.</summary>
    public string? Country { get; init; }

    /// <summary>The words that it was resolved from when it was not named there (双方, 他).</summary>
    public string? Via { get; init; }

    /// <summary>CAMEO code seen from this participant; not on attendees.</summary>
    public string? Cameo { get; init; }

    /// <summary>The holder of an unnamed office, where <c>rules/</c> know exactly one at that date.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public ResolvedRecord? Resolved { get; init; }
}

/// <summary>A name that the article does not give.</summary>
/// <param name="Name">The holder's name.</param>
/// <param name="Basis">What says so: the rule file and row.</param>
public sealed record ResolvedRecord(string Name, string Basis);

/// <summary>PLOVER coding of an event.</summary>
/// <param name="Event">CONSULT, AGREE, SUPPORT…</param>
/// <param name="Mode">visit, third-party, multilateral, phone, or <see langword="null"/>.</param>
public sealed record PloverRecord(string Event, string? Mode);

/// <summary>Which words a value was read from, and by which rule.</summary>
/// <param name="Start">Offset of the first UTF-16 code unit in the article's text.</param>
/// <param name="End">Offset just behind the last one.</param>
/// <param name="Rule">The rule's name.</param>
public sealed record ProvenanceRecord(int Start, int End, string Rule);
