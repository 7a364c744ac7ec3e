using System.Collections.Immutable;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Graph;

/// <summary>An actor of an event, settled.</summary>
/// <param name="NodeId">Id of the actor's node; of a group, which has none, its id in the record.</param>
/// <param name="Label">Label of the node; <see langword="null"/> for a group.</param>
/// <param name="Name">Caption.</param>
/// <param name="Record">What the article says of it.</param>
/// <param name="Basis"><c>article</c>, or the rule that names the holder of an office.</param>
internal sealed record Actor(string NodeId, string? Label, string Name, ParticipantRecord Record, string Basis);

/// <summary>One article's telling of an event.</summary>
/// <param name="Article">Index of the article.</param>
/// <param name="Origin">Index of the article's origin.</param>
/// <param name="Event">The event as the article has it.</param>
/// <param name="Participants">The principals, settled.</param>
/// <param name="Attendees">Those who only attend, settled.</param>
/// <param name="Published">Day of publication.</param>
internal sealed record EventReport(
    int Article, int Origin, EventRecord Event, ImmutableArray<Actor> Participants, ImmutableArray<Actor> Attendees, DateOnly? Published)
{
    /// <summary>The days that the date allows; <see langword="null"/> where there is no date.</summary>
    public DaySpan? Date { get; } = Event.Date is null ? null : DaySpan.Of(Event.DateFrom, Event.DateTo);

    /// <summary>Whether the text writes the date out, rather than have it counted from another day.</summary>
    public bool IsWrittenOut => Event.DateBasis == "explicit";

    /// <summary>The documents that were signed, by their folded names.</summary>
    public ImmutableArray<string> Documents { get; init; } = [];
}

/// <summary>An event of the graph: all its tellings.</summary>
/// <param name="Status">The status that stands.</param>
/// <param name="Reports">The tellings, in order of article, then evidence.</param>
internal sealed record EventCluster(string Status, ImmutableArray<EventReport> Reports)
{
    /// <summary>Ids of the tellings: the smallest names the event, the others still answer.</summary>
    public ImmutableArray<string> Ids { get; } = [.. Reports.Select(report => report.Event.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The event's id.</summary>
    public string Id => Ids[0];

    /// <summary>The event's kind; of a call that some tell as a video meeting, that.</summary>
    public string Kind => Reports.Any(report => report.Event.Kind == EventKinds.VideoMeeting) ? EventKinds.VideoMeeting : Reports[0].Event.Kind;
}
