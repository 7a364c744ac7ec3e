using System.Collections.Immutable;

namespace KnowledgeGraph;

/// <summary>The kinds of events.</summary>
public static class EventKinds
{
    /// <summary>People talk in person, bilateral or in a small group.</summary>
    public const string Meeting = "meeting";

    /// <summary>The same by video.</summary>
    public const string VideoMeeting = "video-meeting";

    /// <summary>The same by telephone.</summary>
    public const string PhoneCall = "phone-call";

    /// <summary>Official travel to a country or city; one per trip and destination.</summary>
    public const string Visit = "visit";

    /// <summary>A named multilateral meeting or a standing mechanism.</summary>
    public const string Conference = "conference";

    /// <summary>Welcome, inauguration, funeral, parade, award.</summary>
    public const string Ceremony = "ceremony";

    /// <summary>A document is signed or a joint statement issued.</summary>
    public const string Signing = "signing";

    /// <summary>A letter, telegram or congratulation.</summary>
    public const string Message = "message";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Meeting, VideoMeeting, PhoneCall, Visit, Conference, Ceremony, Signing, Message];

    /// <summary>Whether people of both sides speak with each other: meetings, video meetings and calls.</summary>
    public static bool IsContact(string kind) => kind is Meeting or VideoMeeting or PhoneCall;
}

/// <summary>Whether an event happened.</summary>
public static class EventStatuses
{
    /// <summary>It happened, or was happening at publication.</summary>
    public const string Held = "held";

    /// <summary>Announced, proposed with intent, accepted or agreed.</summary>
    public const string Planned = "planned";

    /// <summary>Called off, postponed, or said not to have taken place.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Held, Planned, Cancelled];
}

/// <summary>The part that an actor has in an event.</summary>
public static class Roles
{
    /// <summary>One of the parties, with no special part.</summary>
    public const string Participant = "participant";

    /// <summary>Receives a visitor.</summary>
    public const string Host = "host";

    /// <summary>Travels to the event.</summary>
    public const string Visitor = "visitor";

    /// <summary>Presides over a conference.</summary>
    public const string Chair = "chair";

    /// <summary>Signs or issues a document.</summary>
    public const string Signer = "signer";

    /// <summary>Sends a message.</summary>
    public const string Sender = "sender";

    /// <summary>Receives a message.</summary>
    public const string Receiver = "receiver";

    /// <summary>Only attends.</summary>
    public const string Attendee = "attendee";
}

/// <summary>The forms of an agreement.</summary>
public static class AgreementForms
{
    /// <summary>同意, 商定, 决定, 达成共识.</summary>
    public const string Agreed = "agreed";

    /// <summary>一致认为, 都认为, 积极评价.</summary>
    public const string SharedView = "shared-view";

    /// <summary>签署.</summary>
    public const string Signed = "signed";

    /// <summary>发表, 发布.</summary>
    public const string Issued = "issued";
}
