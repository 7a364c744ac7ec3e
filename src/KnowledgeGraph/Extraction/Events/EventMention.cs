using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Time;

namespace KnowledgeGraph.Extraction.Events;

/// <summary>One telling of an event: what a pattern read in one sentence, before anything is resolved.</summary>
internal sealed record EventMention
{
    /// <summary>Kind of event.</summary>
    public required string Kind { get; init; }

    /// <summary>held, planned or cancelled.</summary>
    public required string Status { get; init; }

    /// <summary>Name of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Index of the sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>The words that tell it.</summary>
    public required Span Span { get; init; }

    /// <summary>The trigger's words.</summary>
    public required Span Trigger { get; init; }

    /// <summary>The first actors; empty where the subject was left out.</summary>
    public ImmutableArray<ActorMention> First { get; init; } = [];

    /// <summary>The other actors.</summary>
    public ImmutableArray<ActorMention> Second { get; init; } = [];

    /// <summary>Whether the subject of the clause before is meant.</summary>
    public bool SubjectLeftOut { get; init; }

    /// <summary>Whether the others were met one by one (先后, 分别).</summary>
    public bool OneByOne { get; init; }

    /// <summary>Whether the others were met in one room whatever their number (集体).</summary>
    public bool Together { get; init; }

    /// <summary>Role of the first actors, and of the others.</summary>
    public required (string First, string Second) RoleNames { get; init; }

    /// <summary>When, as written.</summary>
    public TimeMention? Time { get; init; }

    /// <summary>Days listed before it, on each of which it happened as well.</summary>
    public ImmutableArray<TimeMention> EarlierTimes { get; init; } = [];

    /// <summary>Where, as written.</summary>
    public PlaceMention? Place { get; init; }

    /// <summary>Destinations of a visit; a tour has several.</summary>
    public ImmutableArray<Destination> Destinations { get; init; } = [];

    /// <summary>Whether the trigger is a noun behind 的 (与朝鲜的会谈), so that the clause's subject need not take part.</summary>
    public bool IsNounPhrase { get; init; }

    /// <summary>Whether it is said to be held (与X进行的会谈).</summary>
    public bool IsHeld { get; init; }

    /// <summary>Whether the trigger tells an event only where a time or place singles one out (对话).</summary>
    public bool IsWeak { get; init; }

    /// <summary>Whether the clause only gives the time of what follows it (在…会谈之后，).</summary>
    public bool IsAdverbial { get; init; }

    /// <summary>Whether the words leave open if it has happened by the time of writing (访德之前，; 就访台一事).</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether the others are said to have come to the first actors (到访的).</summary>
    public bool IsAtHome { get; init; }

    /// <summary>Whether it says something about a contact told before (这是两人首次会面), so that it does not know if it was held.</summary>
    public bool IsRetelling { get; init; }

    /// <summary>Whether the words say that it is over (曾, 了).</summary>
    public bool IsDone { get; init; }

    /// <summary>Whether a picture's caption tells it.</summary>
    public bool IsCaption { get; init; }

    /// <summary>Whether the article's title tells it, which leaves out what the body names.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>The value of <see cref="As"/> by which all who are named stand for their states.</summary>
    public const string AsStates = "states";

    /// <summary>Who means the states, not the people who speak for them: <c>states</c> all, <c>sides</c> joint words, <c>untitled</c> joint words without an office.</summary>
    public string? As { get; init; }

    /// <summary>Whether a conference or ceremony is named; a bare noun (会议) means the one named before.</summary>
    public bool NamesConference { get; init; } = true;

    /// <summary>Whose conference its name says it is; they take part where nobody else is said to.</summary>
    public JointMention? Sides { get; init; }

    /// <summary>Whether those named only attend the event told before (参加会见).</summary>
    public bool IsAttendance { get; init; }

    /// <summary>Whether those named only attend where others were said to take part in the conference before (王毅出席。).</summary>
    public bool IsAttendanceBeside { get; init; }

    /// <summary>Whether the clause gives its time by a meeting told before (会谈后).</summary>
    public bool BesideMeeting { get; init; }

    /// <summary>Whether the first actors have just welcomed the others (欢迎仪式后).</summary>
    public bool AfterWelcome { get; init; }

    /// <summary>Whether the clause gives its time by a journey told before (访问期间).</summary>
    public bool DuringVisit { get; init; }

    /// <summary>Whether the sentence puts it into the days of a conference that it does not name (会议期间).</summary>
    public bool DuringConference { get; init; }

    /// <summary>Whether the travellers are said to set out (离京对…进行访问), so that of several destinations only the first is reached.</summary>
    public bool OnDeparture { get; init; }

    /// <summary>Whether a journey goes on while it is reported (正在访问).</summary>
    public bool GoesOn { get; init; }

    /// <summary>Whether a ceremony is attended that is not named (出席欢迎仪式).</summary>
    public bool AttendsUnnamed { get; init; }

    /// <summary>Whether it followed at once what was told before (随后).</summary>
    public bool Thereupon { get; init; }

    /// <summary>Whether the words speak of negotiating.</summary>
    public bool Negotiation { get; init; }

    /// <summary>Whether a message congratulates.</summary>
    public bool Congratulation { get; init; }

    /// <summary>Whether it may have been said at a meeting rather than written.</summary>
    public bool MaybeSpoken { get; init; }

    /// <summary>Whether the word for it is also one for conferences (会议, 峰会).</summary>
    public bool CalledConference { get; init; }

    /// <summary>Whether a crowd is said to write (多国领导人致电X), whose members the sentences behind it name.</summary>
    public bool OpensChorus { get; init; }

    /// <summary>Whether it is said to be called off (取消, 推迟) rather than only not to have taken place.</summary>
    public bool CalledOff { get; init; }

    /// <summary>Whether the words go back from the event that the sentence tells to the one before it (时隔3年再次访问).</summary>
    public bool IsEarlier { get; init; }

    /// <summary>Whether a party itself called it off.</summary>
    public bool Refused { get; init; }

    /// <summary>Whether each of two sides travels to the other (互访).</summary>
    public bool Mutual { get; init; }

    /// <summary>The conference, visit or ceremony during which it happened; of a conference or ceremony its own name.</summary>
    public (Span Span, string Text)? Occasion { get; init; }

    /// <summary>The source that the sentence itself names (据韩联社报道).</summary>
    public string? Attribution { get; init; }

    /// <summary>The document of a signing.</summary>
    public string? Document { get; init; }

    /// <summary>The words that describe the document, where they follow the verb (签署两项合作协议).</summary>
    public Span? DocumentWords { get; init; }

    /// <summary>Whether the document is issued rather than signed.</summary>
    public bool IsIssue { get; init; }

    /// <summary>Whether somebody is said to go to a place, and nothing says that he visits it (到, 前往).</summary>
    public bool IsMereGoing { get; init; }

    /// <summary>How long it took, ISO 8601.</summary>
    public string? Duration { get; init; }

    /// <summary>Whether it is said to end then.</summary>
    public bool Ends { get; init; }

    /// <summary>Fewest participants with which it is an event.</summary>
    public int Least { get; init; } = 1;

    /// <summary>The kind of event it is where three states or more take part (四国外长举行会议); null where their number says nothing.</summary>
    public string? AmongMany { get; init; }
}

/// <summary>Where a visit goes.</summary>
/// <param name="Span">The words.</param>
/// <param name="Named">The state or place named, or <see langword="null"/>.</param>
/// <param name="States">The states that the word itself may mean (访韩).</param>
internal sealed record Destination(Span Span, Mention? Named, ImmutableArray<string> States)
{
    /// <summary>Whether it is the state named before (访问该国).</summary>
    public bool IsThatState { get; init; }

    /// <summary>Whether the place where the speaker is is meant (来访): the host's country.</summary>
    public bool TowardsHost => Named is null && States.IsEmpty && !IsThatState;
}
