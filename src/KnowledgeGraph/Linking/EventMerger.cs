using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Time;

namespace KnowledgeGraph.Linking;

/// <summary>
/// One event once: joins the tellings of an article that are of one kind, the same people and compatible dates, and keeps the
/// most precise value of each field.
/// </summary>
internal static class EventMerger
{
    /// <summary>Characters from which a conference's name says which one is meant.</summary>
    private const int LeastName = 4;

    /// <summary>The events of an article, each with all its tellings.</summary>
    public static List<ResolvedEvent> Merge(IEnumerable<ResolvedEvent> tellings)
    {
        var merged = new List<ResolvedEvent>();
        foreach (var told in tellings)
        {
            var index = merged.FindIndex(other => SameEvent(other, told));
            if (index < 0)
            {
                merged.Add(told);
            }
            else
            {
                merged[index] = Join(merged[index], told);
            }
        }

        return [.. merged.Select(WithSides).Select(WithoutCrowd).Where(told => told.Participants.Length > 0 && !IsVagueHeadline(told) && !IsInPassing(told) && !IsDomestic(told) && !IsPrivateJourney(told) && !merged.Exists(other => IsSaidOfMessage(told, other)) && !merged.Exists(other => IsDetail(other, told)) && !merged.Exists(other => IsSpoken(told, other)) && !merged.Exists(other => IsWitnessed(told, other)))];
    }

    /// <summary>
    /// A conference of which nothing but its name says who takes part; whoever attends the conference of several ministers that its name
    /// lists (美日印澳外长会议) meets the others there.
    /// </summary>
    private static ResolvedEvent WithSides(ResolvedEvent told) => told.Participants.IsEmpty ? told with { Participants = told.Sides }
        : told.Participants.Any(one => told.Sides.Any(side => side.Country == one.Home))
            ? told with { Participants = [.. told.Participants, .. told.Sides.Where(side => !told.Participants.Any(one => one.Home == side.Country))] }
        : told;

    /// <summary>A group beside people who are named takes no part in a conference or ceremony of its own.</summary>
    private static ResolvedEvent WithoutCrowd(ResolvedEvent told) => told.Kind is EventKinds.Conference or EventKinds.Ceremony && told.Participants.Any(one => one.Kind == ParticipantKind.Person)
        ? told with { Participants = [.. told.Participants.Where(one => one.Kind != ParticipantKind.Group)] }
        : told;

    /// <summary>A headline's unnamed group (高官, 两国代表), or offices alone, that the body does not tell of; the group of a caption.</summary>
    private static bool IsVagueHeadline(ResolvedEvent told) => (told.Mention.IsHeadline || told.Mention.IsCaption) && told.Others.IsEmpty && EventKinds.IsContact(told.Kind)
        && (told.Participants.Any(one => one.Kind is ParticipantKind.Group) || (told.Mention.IsHeadline && told.Participants.All(one => one.Kind is not ParticipantKind.Person)));

    /// <summary>在意与X的会面, 此次通话, 美印会谈: a noun without time or place, or talks of states that nothing dates, told nowhere else, is a topic.</summary>
    private static bool IsInPassing(ResolvedEvent told) => told is { Date: null, Place: null, Country: null, Status: EventStatuses.Held } && told.Others.IsEmpty && EventKinds.IsContact(told.Kind)
        && ((told.Mention.IsNounPhrase && !told.Mention.IsHeld) || told.Mention.IsRetelling || told.Participants.All(one => one.Kind is ParticipantKind.State));

    /// <summary>A letter to one's own minister, a cabinet that meets: what stays within one state is no event.</summary>
    private static bool IsDomestic(ResolvedEvent told) => (told.Kind == EventKinds.Message || EventKinds.IsContact(told.Kind)) && told.Participants.Length > 1
        && ((told.Participants[0].Home is { } home && told.Participants.All(one => one.Home == home)) || told.Participants.All(IsPrivate));

    /// <summary>A lawyer who goes to his client's city travels for nobody.</summary>
    private static bool IsPrivateJourney(ResolvedEvent told) => told is { Kind: EventKinds.Visit, Mention.IsMereGoing: true } && told.Participants.All(IsPrivate);

    /// <summary>Somebody of whom the article says neither state nor office: that a lawyer sees his client is no diplomacy.</summary>
    private static bool IsPrivate(Participant one) => one.Person is { Country: null, Titles.Count: 0 };

    /// <summary>与立陶宛官员会面 where the article tells by name or office whom of them: the group was only called so before.</summary>
    private static bool IsDetail(ResolvedEvent particular, ResolvedEvent told) => EventKinds.IsContact(told.Kind) && particular.Kind == told.Kind && particular.Status == told.Status
        && told.Participants.Any(one => one.Kind is ParticipantKind.Group) && !told.Mention.Second.Any(whole => whole.Rule == told.Mention.Rule) && !particular.Participants.Any(one => one.Kind is ParticipantKind.Group) && Compatible(particular.Date, told.Date)
        && told.Participants.All(one => one.Kind is ParticipantKind.Group
            ? particular.Participants.Any(other => other.Country is { } state && (state == one.Country || one.Name.Contains(state, StringComparison.Ordinal)))
            : particular.Participants.Any(one.IsSame));

    /// <summary>Congratulations spoken at a meeting or on the telephone are no message.</summary>
    private static bool IsSpoken(ResolvedEvent message, ResolvedEvent talk) => message is { Kind: EventKinds.Message, Mention.MaybeSpoken: true } && EventKinds.IsContact(talk.Kind)
        && talk.Status == EventStatuses.Held && message.Participants.All(one => talk.Participants.Any(other => one.IsSame(other) || (one.Kind is ParticipantKind.State && one.Country == other.Country)));

    /// <summary>致电A和B，祝贺他们就任; 在贺信中代表中国…向X和俄罗斯人民致以祝贺: what a message says is no second message.</summary>
    private static bool IsSaidOfMessage(ResolvedEvent message, ResolvedEvent other) => message is { Kind: EventKinds.Message, Mention.MaybeSpoken: true } && !ReferenceEquals(message, other)
        && other is { Kind: EventKinds.Message, Mention.MaybeSpoken: false } && Compatible(message.Date, other.Date)
        && message.Participants.All(one => other.Participants.Any(party => one.IsSame(party) || (one.Kind == ParticipantKind.State && one.Country == party.Home)));

    /// <summary>A和B签署声明，X和Y见证签署: those who witness sign only where nobody else is said to.</summary>
    private static bool IsWitnessed(ResolvedEvent witnessed, ResolvedEvent signing) => witnessed is { Kind: EventKinds.Signing, Mention.As: EventMention.AsStates }
        && signing is { Kind: EventKinds.Signing, Mention.As: not EventMention.AsStates } && signing.Mention.Sentence == witnessed.Mention.Sentence
        && !signing.Participants.Any(one => witnessed.Participants.Any(other => other.Country == one.Country));

    private static bool SameEvent(ResolvedEvent a, ResolvedEvent b)
    {
        if ((a.Kind != b.Kind && !Vague(a, b) && !Vague(b, a)) || (a.Status != b.Status && !IsCalledOff(a, b) && !IsCalledOff(b, a) && !IsArrival(a, b) && !IsArrival(b, a) && !(a.Status != EventStatuses.Cancelled && b.Status != EventStatuses.Cancelled && (Yields(a) != Yields(b) || a.IsOpen != b.IsOpen))) || !Compatible(a.Date, b.Date) || IsBefore(a, b) || IsBefore(b, a))
        {
            return false;
        }

        return a.Kind switch
        {
            EventKinds.Visit => (SameSet(a, b) || Within(a, b) || Within(b, a)) && SameDestination(a, b),
            EventKinds.Conference => SameName(a.Occasion, b.Occasion) && (a.Occasion == b.Occasion || Related(a, b)),
            EventKinds.Ceremony => SameName(a.Occasion, b.Occasion) && (a.Occasion == b.Occasion || Related(a, b)) && !ForAnother(a, b),
            EventKinds.Message => SameSet(a, b) && a.Participants.All(one => b.Participants.Any(other => one.IsSame(other) && one.Role == other.Role)),
            EventKinds.Signing => (SameSet(a, b) || (a.Document is not null && b.Document is not null && a.Participants.Length == b.Participants.Length && (Stands(a, b) || Stands(b, a)))) && SameDocument(a.Document ?? b.Document, b.Document ?? a.Document),
            _ => SameSet(a, b),
        };
    }

    /// <summary>
    /// A plan of which the article tells later that it was called off; a journey called off that is spoken of without a date as if
    /// it were made (质疑X访台).
    /// </summary>
    private static bool IsCalledOff(ResolvedEvent told, ResolvedEvent end) => end is { Status: EventStatuses.Cancelled, Mention.CalledOff: true } && told.Status switch
    {
        EventStatuses.Planned => (told.Mention.IsHeadline || told.Mention.Sentence <= end.Mention.Sentence) && (told.Date is not null || !IsPast(end)),
        EventStatuses.Held => told is { Kind: EventKinds.Visit, Date: null },
        _ => false,
    };

    /// <summary>抵达利雅得，将对沙特进行正式访问: who has arrived is there already.</summary>
    private static bool IsArrival(ResolvedEvent arrival, ResolvedEvent journey) => arrival is { Kind: EventKinds.Visit, Status: EventStatuses.Held }
        && journey is { Kind: EventKinds.Visit, Status: EventStatuses.Planned } && arrival.Mention.Sentence == journey.Mention.Sentence && arrival.Mention.Trigger.Start < journey.Mention.Trigger.Start;

    /// <summary>原计划上月访问: what was planned for a time gone by is another journey than the one that is planned.</summary>
    private static bool IsPast(ResolvedEvent told) => told.Mention.Time is { DayOffset: < 0 } or { WeekOffset: < 0 } or { MonthOffset: < 0 } or { YearOffset: < 0 };

    /// <summary>这是时隔5年再次访问: the journey before is not the one that the sentence tells without a date.</summary>
    private static bool IsBefore(ResolvedEvent earlier, ResolvedEvent told) => earlier.Mention.IsEarlier && !told.Mention.IsEarlier && earlier.Date is not null && told.Date is null;

    /// <summary>
    /// Whether two names mean one conference: 金砖国家领导人会晤 is 金砖国家领导人第十五次会晤 with words left out; both begin alike or end alike.
    /// </summary>
    public static bool SameName(string? a, string? b)
    {
        if (a is null || b is null || a == b)
        {
            return a == b;
        }

        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        var next = 0;
        foreach (var c in longer)
        {
            next += next < shorter.Length && shorter[next] == c ? 1 : 0;
        }

        return next == shorter.Length && shorter.Length >= LeastName && shorter[^1] == longer[^1];
    }

    /// <summary>Whether conferences whose names differ may still be one: their days are told, or somebody takes part in both, or nobody is named in one.</summary>
    private static bool Related(ResolvedEvent a, ResolvedEvent b) => (a.Date is not null && b.Date is not null)
        || a.Participants.IsEmpty || b.Participants.IsEmpty || a.Participants.Any(one => b.Participants.Any(one.IsSame));

    /// <summary>
    /// A welcome is given to each guest, and each lays a wreath of his own: ceremonies of one name for other guests, or acts of others,
    /// are different ones.
    /// </summary>
    private static bool ForAnother(ResolvedEvent a, ResolvedEvent b)
    {
        var (x, y) = IsAct(a) && IsAct(b) ? (a.Participants, b.Participants) : (Guests(a), Guests(b));
        return !x.IsEmpty && !y.IsEmpty && !x.Any(one => y.Any(one.IsSame));
    }

    /// <summary>Whether the verb itself is what a ceremony is called (敬献花圈).</summary>
    private static bool IsAct(ResolvedEvent told) => told.OccasionSpan == told.Mention.Trigger;

    private static ImmutableArray<Participant> Guests(ResolvedEvent told) => [.. told.Participants.Where(one => one.Role == Roles.Visitor)];

    /// <summary>
    /// Whether another telling knows better if it is held or planned: headlines put in the present what is yet to come, and a clause
    /// that only gives a time (访问巴基斯坦之前) or comes back to it (这是两人首次会面) does not say; nor does one that speaks of a
    /// journey without a date (X访台引发关注).
    /// </summary>
    private static bool Yields(ResolvedEvent told) => told.Mention.IsHeadline || told is { Kind: EventKinds.Visit, Status: EventStatuses.Held, Date: null, Mention: { IsDone: false, IsEarlier: false } } || ((told.Mention.IsAdverbial || told.Mention.IsNounPhrase || told.Mention.IsRetelling) && told.Date is null) || (told.Kind == EventKinds.Conference && told.Participants.IsEmpty);

    /// <summary>新条约 may be 《亚琛条约》: a document that is not named is the one that ends in the same word.</summary>
    private static bool SameDocument(string? a, string? b)
    {
        if (a == b || a is null || b is null)
        {
            return true;
        }

        var (bareA, bareB) = (a.Trim('《', '》', '〈', '〉'), b.Trim('《', '》', '〈', '〉'));
        return (bareA == a || bareB == b) && bareA.Length > 1 && bareB.Length > 1 && bareA[^2..] == bareB[^2..];
    }

    /// <summary>两国外长的首次会面 may be the call or video meeting that the article tells: the word alone does not say that they met in one room.</summary>
    private static bool Vague(ResolvedEvent told, ResolvedEvent other) => told is { Kind: EventKinds.Meeting, Place: null, Country: null }
        && other.Kind is EventKinds.VideoMeeting or EventKinds.PhoneCall && (told.Date is null || told.Mention.IsWeak) && (told.Mention.IsNounPhrase || told.Mention.IsRetelling || told.Mention.IsWeak || told.Participants.All(participant => participant.Via is not null));

    private static bool Compatible(ResolvedTime? a, ResolvedTime? b) =>
        a is null || b is null || (a.From <= b.From && b.To <= a.To) || (b.From <= a.From && a.To <= b.To);

    private static bool SameSet(ResolvedEvent a, ResolvedEvent b)
    {
        var sameSize = a.Participants.Length == b.Participants.Length;
        return (sameSize && a.Participants.All(one => b.Participants.Any(one.IsSame)))
            || ((EventKinds.IsContact(a.Kind) || a.Kind == EventKinds.Visit) && ((sameSize && (Stands(a, b) || Stands(b, a))) || Headlines(a, b) || Headlines(b, a)))
            || (a.Kind == EventKinds.Visit && (Announces(a, b) || Announces(b, a)));
    }

    /// <summary>One trip a state; a region that is no state (中东) is itself alone.</summary>
    private static bool SameDestination(ResolvedEvent a, ResolvedEvent b) => a.Country is not null && b.Country is not null
        ? a.Country == b.Country
        : a.Place == b.Place || (a.Country ?? a.Place) is null || (b.Country ?? b.Place) is null;

    /// <summary>Whether a telling names some of the travellers of another.</summary>
    private static bool Within(ResolvedEvent some, ResolvedEvent all) => some.Participants.All(one => all.Participants.Any(one.IsSame));

    /// <summary>蓬佩奥会晤梵蒂冈高官: whom a headline leaves unnamed is whoever the body names beside the same person.</summary>
    private static bool Headlines(ResolvedEvent headline, ResolvedEvent told) => headline.Mention.IsHeadline && !told.Mention.IsHeadline
        && headline.Participants.Any(one => told.Participants.Any(one.IsSame))
        && headline.Participants.All(one => one.Kind is not ParticipantKind.Person || told.Participants.Any(one.IsSame));

    /// <summary>美次卿访台: the unnamed official of a headline is the one of his state whose journey the body tells.</summary>
    private static bool Announces(ResolvedEvent headline, ResolvedEvent told) => headline.Mention.IsHeadline && !told.Mention.IsHeadline
        && headline.Participants.All(one => one.Kind is ParticipantKind.Office or ParticipantKind.Group && told.Participants.Any(other => other.Kind is ParticipantKind.Person && other.Country == one.Country));

    /// <summary>Whether states or offices of one telling stand for the people of the other (中韩会谈 for 王毅和朴振).</summary>
    private static bool Stands(ResolvedEvent general, ResolvedEvent particular)
    {
        var open = particular.Participants.ToList();
        foreach (var one in general.Participants)
        {
            var index = open.FindIndex(one.IsSame);
            if (index < 0 && one.Kind is ParticipantKind.State or ParticipantKind.Office or ParticipantKind.Group && one.Country is not null)
            {
                index = open.FindIndex(other => other.Country == one.Country && (one.Title is null || other.Title is null || other.Title.EndsWith(one.Title, StringComparison.Ordinal)));
            }

            if (index < 0)
            {
                return false;
            }

            open.RemoveAt(index);
        }

        return true;
    }

    private static ResolvedEvent Join(ResolvedEvent a, ResolvedEvent b)
    {
        var best = a.Mention.IsHeadline != b.Mention.IsHeadline ? (a.Mention.IsHeadline ? b : a) : Weight(b) > Weight(a) ? b : a;
        var rest = ReferenceEquals(best, a) ? b : a;
        var date = Finer(best, rest);
        var place = best.Place is not null || rest.Place is null ? best : rest;
        return best with
        {
            Status = IsCalledOff(a, b) || IsCalledOff(b, a) ? EventStatuses.Cancelled : IsArrival(a, b) || IsArrival(b, a) ? EventStatuses.Held : a.IsOpen != b.IsOpen ? (a.IsOpen ? b.Status : a.Status) : Yields(a) ? b.Status : a.Status,
            IsOpen = a.IsOpen && b.IsOpen,
            Kind = a.Kind == b.Kind ? a.Kind : a.Kind == EventKinds.Meeting ? b.Kind : a.Kind,
            Participants = Named(best) >= Named(rest) ? Union(best, rest) : Union(rest, best),
            Attendees = [.. a.Attendees, .. b.Attendees.Where(one => !a.Attendees.Any(one.IsSame))],
            Sides = a.Sides.IsEmpty ? b.Sides : a.Sides,
            Date = date.Date,
            DateSource = date.DateSource,
            Clock = best.Clock ?? rest.Clock,
            Place = place.Place,
            Country = place.Country ?? best.Country ?? rest.Country,
            Venue = best.Venue ?? rest.Venue,
            PlaceSource = place.PlaceSource ?? best.PlaceSource ?? rest.PlaceSource,
            Occasion = best.Occasion ?? rest.Occasion,
            OccasionSpan = best.OccasionSpan ?? rest.OccasionSpan,
            Document = best.Document ?? rest.Document,
            Duration = best.Duration ?? rest.Duration,
            Others = [.. a.Others, .. b.Others, rest.Mention],
        };
    }

    /// <summary>Conferences, ceremonies and visits gather all who are said to take part; elsewhere the sets are equal already.</summary>
    private static ImmutableArray<Participant> Union(ResolvedEvent a, ResolvedEvent b) => a.Kind is EventKinds.Conference or EventKinds.Ceremony or EventKinds.Visit
        ? [.. a.Participants, .. b.Participants.Where(one => !a.Participants.Any(one.IsSame) && (one.Kind is not ParticipantKind.State || a.Participants.All(other => other.Kind is ParticipantKind.State)) && !IsNamedIn(one, a))]
        : a.Participants;

    /// <summary>Whether an unnamed traveller is one whom the other telling names.</summary>
    private static bool IsNamedIn(Participant one, ResolvedEvent told) => told.Kind == EventKinds.Visit && one.Kind is ParticipantKind.Office or ParticipantKind.Group
        && told.Participants.Any(other => other.Kind is ParticipantKind.Person && other.Country == one.Country);

    private static ResolvedEvent Finer(ResolvedEvent a, ResolvedEvent b) =>
        a.Date is null ? b
        : b.Date is null ? a
        : a.Kind == EventKinds.Visit && IsTour(a) != IsTour(b) ? (IsTour(a) ? b : a)
        : a.Kind == EventKinds.Visit && (Lasts(a, b) || Lasts(b, a)) ? (Lasts(a, b) ? a : b)
        : b.Date.To.DayNumber - b.Date.From.DayNumber < a.Date.To.DayNumber - a.Date.From.DayNumber ? b : a;

    /// <summary>24日至27日访问日韩: the days of a tour say less of a stop than what is told of it alone.</summary>
    private static bool IsTour(ResolvedEvent visit) => visit.Mention.Destinations.Length > 1;

    /// <summary>The days of a journey say more than the day of the arrival.</summary>
    private static bool Lasts(ResolvedEvent journey, ResolvedEvent day) => day.Date!.IsDay && !journey.Date!.IsDay && journey.Date.Edtf.Contains('/', StringComparison.Ordinal)
        && journey.Date.From.AddDays(ResolvedEvent.LongestJourney) > journey.Date.To;

    private static int Named(ResolvedEvent told) => told.Participants.Count(participant => participant.Kind == ParticipantKind.Person && participant.Via is null);

    private static int Weight(ResolvedEvent told) =>
        (2 * Named(told)) + (told.Date is null ? 0 : 2) + (told.Place is null ? 0 : 1) + (told.Occasion is null ? 0 : 1);
}
