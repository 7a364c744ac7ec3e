namespace KnowledgeGraph.Records;

/// <summary>
/// Codes events by CAMEO (Conflict and Mediation Event Observations, codebook 1.1b3), seen from each participant, and by
/// PLOVER (Political Language Ontology for Verifiable Event Records).
/// </summary>
internal static class EventCoding
{
    /// <summary>The CAMEO code of one participant, or <see langword="null"/> where none fits.</summary>
    /// <param name="kind">Kind of event.</param>
    /// <param name="status">held, planned or cancelled.</param>
    /// <param name="home">State of the participant.</param>
    /// <param name="where">State in which the event took place.</param>
    /// <param name="others">States of the other participants.</param>
    /// <param name="negotiation">Whether the words speak of negotiating (谈判, 磋商).</param>
    /// <param name="congratulation">Whether a message congratulates.</param>
    /// <param name="refused">Whether a party itself called the event off.</param>
    public static string? Cameo(
        string kind, string status, string? home, string? where, IReadOnlyCollection<string?> others, bool negotiation, bool congratulation, bool refused) => status switch
    {
        EventStatuses.Cancelled => refused ? "161" : null,
        EventStatuses.Planned => kind is EventKinds.Meeting or EventKinds.VideoMeeting or EventKinds.PhoneCall or EventKinds.Visit or EventKinds.Conference ? "036" : "030",
        _ => kind switch
        {
            EventKinds.Meeting when negotiation => "046",
            EventKinds.Meeting => where is null || home is null ? "040" : home == where ? "043" : others.Contains(where) ? "042" : "044",
            EventKinds.VideoMeeting or EventKinds.PhoneCall => "041",
            EventKinds.Visit => "042",
            EventKinds.Conference => "040",
            EventKinds.Ceremony => "050",
            EventKinds.Signing => "057",
            EventKinds.Message => congratulation ? "051" : "050",
            _ => null,
        },
    };

    /// <summary>The PLOVER event and mode, or <see langword="null"/> where none fits.</summary>
    /// <param name="kind">Kind of event.</param>
    /// <param name="status">held, planned or cancelled.</param>
    /// <param name="where">State in which the event took place.</param>
    /// <param name="homes">States of the participants.</param>
    public static PloverRecord? Plover(string kind, string status, string? where, IReadOnlyCollection<string?> homes) => status switch
    {
        EventStatuses.Planned => kind is EventKinds.Meeting or EventKinds.VideoMeeting or EventKinds.PhoneCall or EventKinds.Visit or EventKinds.Conference
            ? new PloverRecord("AGREE", null)
            : null,
        EventStatuses.Held => kind switch
        {
            EventKinds.Meeting => new PloverRecord("CONSULT", where is null ? null : homes.Count > 2 ? "multilateral" : homes.Contains(where) ? "visit" : "third-party"),
            EventKinds.Visit => new PloverRecord("CONSULT", "visit"),
            EventKinds.VideoMeeting or EventKinds.PhoneCall => new PloverRecord("CONSULT", "phone"),
            EventKinds.Conference => new PloverRecord("CONSULT", "multilateral"),
            EventKinds.Signing => new PloverRecord("SUPPORT", null),
            _ => null,
        },
        _ => null,
    };
}
