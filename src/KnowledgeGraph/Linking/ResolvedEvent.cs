using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Time;

namespace KnowledgeGraph.Linking;

/// <summary>An event with its participants and date resolved; one telling of it.</summary>
internal sealed record ResolvedEvent
{
    /// <summary>Days that a journey takes at most.</summary>
    public const int LongestJourney = 15;

    /// <summary>The telling.</summary>
    public required EventMention Mention { get; init; }

    /// <summary>Kind of event.</summary>
    public required string Kind { get; init; }

    /// <summary>held, planned or cancelled.</summary>
    public required string Status { get; init; }

    /// <summary>Whether no telling says if it has happened by the time of writing.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The principals.</summary>
    public required ImmutableArray<Participant> Participants { get; init; }

    /// <summary>Whose conference its name says it is.</summary>
    public ImmutableArray<Participant> Sides { get; init; } = [];

    /// <summary>Those who only attended.</summary>
    public ImmutableArray<Participant> Attendees { get; init; } = [];

    /// <summary>When.</summary>
    public ResolvedTime? Date { get; init; }

    /// <summary>The words of the date and their rule.</summary>
    public (Span Span, string Rule)? DateSource { get; init; }

    /// <summary>Local time of day.</summary>
    public string? Clock { get; init; }

    /// <summary>City or most local name.</summary>
    public string? Place { get; init; }

    /// <summary>State.</summary>
    public string? Country { get; init; }

    /// <summary>Building or room.</summary>
    public string? Venue { get; init; }

    /// <summary>The words of the place and their rule.</summary>
    public (Span Span, string Rule)? PlaceSource { get; init; }

    /// <summary>Conference, visit or ceremony.</summary>
    public string? Occasion { get; init; }

    /// <summary>Where the occasion is named.</summary>
    public Span? OccasionSpan { get; init; }

    /// <summary>Document of a signing.</summary>
    public string? Document { get; init; }

    /// <summary>ISO 8601 duration.</summary>
    public string? Duration { get; init; }

    /// <summary>The source that the article itself names.</summary>
    public string? Attribution { get; init; }

    /// <summary>Whether the words speak of negotiating.</summary>
    public bool Negotiation { get; init; }

    /// <summary>Whether a message congratulates.</summary>
    public bool Congratulation { get; init; }

    /// <summary>Whether a party itself called it off.</summary>
    public bool Refused { get; init; }

    /// <summary>Other tellings of the same event.</summary>
    public ImmutableArray<EventMention> Others { get; init; } = [];
}
