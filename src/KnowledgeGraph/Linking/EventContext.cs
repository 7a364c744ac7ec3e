using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Time;

namespace KnowledgeGraph.Linking;

/// <summary>Completes events by what the article says of others: the journey, the talks or the conference that they belong to.</summary>
internal static class EventContext
{
    /// <summary>Sentences between a journey and the meeting that dates it.</summary>
    private const int MeetingReach = 12;

    /// <summary>Days within which the date of a conference or a journey to come tells when something is to happen there: a month, not a year.</summary>
    private const int LongestWindow = 31;

    /// <summary>Days that a guest stays.</summary>
    private const int LongestStay = 3;

    /// <summary>The sentence up to which a journey is what the article reports (the title and the lead).</summary>
    private const int LastLeadSentence = 3;

    /// <summary>The events with dates and countries that follow from each other.</summary>
    public static List<ResolvedEvent> Complete(List<ResolvedEvent> events)
    {
        foreach (var complete in (Func<ResolvedEvent, IReadOnlyList<ResolvedEvent>, ResolvedEvent>[])[VisitDate, DuringVisit, BesideMeeting, ConferenceDate, AtConference, DuringConference, HostCountry, SameDay, AfterWelcome, SameStay])
        {
            events = [.. events.Select(told => complete(told, events))];
        }

        return WithoutTours(events);
    }

    /// <summary>王毅访问欧洲五国, 首站意大利: a journey to a region is told by its stops; those without a date of their own take its days.</summary>
    private static List<ResolvedEvent> WithoutTours(List<ResolvedEvent> events)
    {
        var tours = events.Where(e => e is { Kind: EventKinds.Visit, Country: null } && events.Exists(stop => IsStop(stop, e))).ToList();
        return
        [
            .. events.Where(e => !tours.Contains(e)).Select(e => e.Date is null && tours.Find(tour => tour.Date is { IsDay: false } && IsStop(e, tour)) is { } tour
                ? Dated(e, tour, "occasion")
                : e),
        ];
    }

    private static bool IsStop(ResolvedEvent visit, ResolvedEvent tour) => visit is { Kind: EventKinds.Visit, Country: not null } && visit.Status != EventStatuses.Cancelled
        && tour.Status != EventStatuses.Cancelled && visit.Participants.Any(traveller => tour.Participants.Any(traveller.IsSame))
        && (visit.Date is null || tour.Date is null || (visit.Date.From <= tour.Date.To && tour.Date.From <= visit.Date.To));

    /// <summary>
    /// What happens during a journey has its days: 访问期间, or a traveller who meets his hosts in the report of his journey. What a
    /// host says to the traveller of another's talks (他同总统先生会谈) does not give them the day on which he meets him himself.
    /// </summary>
    private static ResolvedEvent DuringVisit(ResolvedEvent told, IReadOnlyList<ResolvedEvent> events)
    {
        if (told is not { Status: EventStatuses.Held or EventStatuses.Planned, Date: null })
        {
            return told;
        }

        var said = told.Mention.DuringVisit || told.Others.Any(other => other.DuringVisit);
        var visit = events.Where(e => e is { Kind: EventKinds.Visit, Date: not null } && !ReferenceEquals(e, told) && IsOfStatus(e, told.Status)
            && (said || e.Date.Basis != "occasion" || !IsAddressed(told)) && e.Participants.Any(traveller => told.Participants.Any(one => Stands(one, traveller)))
            && (said || ((EventKinds.IsContact(told.Kind) || IsOutcome(told)) && (told.Mention.IsHeadline || told.Mention.Sentence > e.Mention.Sentence) && e.Mention.Sentence <= LastLeadSentence
                && e.Participants.Any(traveller => told.Participants.Any(traveller.IsSame)) && told.Participants.Any(host => IsHost(host, e)))))
            .OrderByDescending(e => e.Date!.From).FirstOrDefault();
        return visit is null ? told : Dated(told, visit, "occasion");
    }

    /// <summary>Whether a journey leaves room for what is held or planned on it: what is to come is of its days, not of the day of an arrival gone by.</summary>
    private static bool IsOfStatus(ResolvedEvent visit, string status) => (visit.Status, status) switch
    {
        (EventStatuses.Planned, EventStatuses.Planned) => Length(visit) < LongestWindow,
        (EventStatuses.Held, EventStatuses.Planned) => Length(visit) is > 0 and < ResolvedEvent.LongestJourney,
        _ => visit.Status == status,
    };

    /// <summary>Days from the first to the last day that an event's date allows.</summary>
    private static int Length(ResolvedEvent told) => told.Date!.To.DayNumber - told.Date.From.DayNumber;

    private static bool IsAddressed(ResolvedEvent told) => told.Mention.First.Concat(told.Mention.Second).Any(actor => actor is OfficeMention { Title.Of: null });

    /// <summary>Whether somebody may be at home where a journey goes: a leader of a party stands for no state.</summary>
    private static bool IsHost(Participant one, ResolvedEvent visit) =>
        (one.Person is { } person ? person.Country : one.Country) is var country && (country is null || country == visit.Country) && !visit.Participants.Any(one.IsSame);

    /// <summary>What happens before or after talks (会谈后) happens on their day.</summary>
    private static ResolvedEvent BesideMeeting(ResolvedEvent told, IReadOnlyList<ResolvedEvent> events)
    {
        var said = told.Mention.BesideMeeting || told.Others.Any(other => other.BesideMeeting);
        if (told is not { Status: EventStatuses.Held, Date: null } || !(said || IsOutcome(told)))
        {
            return told;
        }

        var talks = events.Where(e => (EventKinds.IsContact(e.Kind) || e.Kind is EventKinds.Conference or EventKinds.Ceremony) && e is { Status: EventStatuses.Held, Date.IsDay: true } && !ReferenceEquals(e, told)
                && told.Participants.Count(one => e.Participants.Any(other => Stands(one, other))) >= (EventKinds.IsContact(e.Kind) ? Math.Min(2, told.Participants.Length) : 1)
                && (said || e.Mention.Sentence <= LastLeadSentence))
            .OrderByDescending(e => e.Date!.From).FirstOrDefault();
        return talks is null ? told : Dated(told, talks, "anaphor");
    }

    /// <summary>双方发表联合声明, told without a date in the report of their talks.</summary>
    private static bool IsOutcome(ResolvedEvent told) => told.Kind == EventKinds.Signing && told.Mention.Time is null && told.Participants.All(one => one.Via is not null);

    private static bool Stands(Participant one, Participant other) => one.IsSame(other) || (one.Kind == ParticipantKind.State && one.Country == other.Country);

    private static ResolvedEvent Dated(ResolvedEvent told, ResolvedEvent other, string basis) =>
        told with { Date = other.Date! with { Basis = basis }, DateSource = other.DateSource };

    /// <summary>
    /// A visit told as the journey on which a dated meeting takes place has the date of that meeting; so has a journey to a conference
    /// or meeting to come, be it that a headline puts it in the present.
    /// </summary>
    private static ResolvedEvent VisitDate(ResolvedEvent visit, IReadOnlyList<ResolvedEvent> events)
    {
        if (visit is not { Kind: EventKinds.Visit, Date: null } || visit.Status == EventStatuses.Cancelled)
        {
            return visit;
        }

        var held = visit.Status == EventStatuses.Held || visit.IsOpen;
        return held && On(visit, events, IsHeldOn) is { } there ? Dated(visit, there, "occasion") with { Status = EventStatuses.Held }
            : (!held || IsHeadlineAlone(visit)) && On(visit, events, IsPlannedOn) is { } ahead ? Dated(visit, ahead, "occasion") with { Status = EventStatuses.Planned }
            : visit;
    }

    /// <summary>The event nearest to a journey of those in which all travellers take part and that belong to it.</summary>
    private static ResolvedEvent? On(ResolvedEvent visit, IReadOnlyList<ResolvedEvent> events, Func<ResolvedEvent, ResolvedEvent, bool> belongs) =>
        events.Where(e => e.Date is not null && visit.Participants.All(traveller => e.Participants.Any(traveller.IsSame)) && belongs(e, visit))
            .Select(e => (Event: e, Away: Math.Abs(e.Mention.Sentence - visit.Mention.Sentence)))
            .Where(e => e.Away <= MeetingReach || (e.Event.Mention.Sentence <= LastLeadSentence && !visit.Mention.IsDone))
            .OrderBy(e => e.Away).Select(e => e.Event).FirstOrDefault();

    /// <summary>Whether what was held was held on a journey: in that country, with somebody of it, or (正在访问日本) while it goes on.</summary>
    private static bool IsHeldOn(ResolvedEvent told, ResolvedEvent visit) =>
        told is { Kind: EventKinds.Meeting or EventKinds.Conference or EventKinds.Ceremony or EventKinds.Signing, Status: EventStatuses.Held }
        && (told.Country == visit.Country || (told.Country is null && (told.Participants.Any(one => one.Country == visit.Country)
            || (visit.Mention.GoesOn && told is { Kind: EventKinds.Meeting, Date.IsDay: true } && told.Mention.Sentence <= LastLeadSentence))));

    private static bool IsPlannedOn(ResolvedEvent told, ResolvedEvent visit) =>
        told is { Kind: EventKinds.Conference or EventKinds.Meeting, Status: EventStatuses.Planned }
        && (told.Country is not null ? told.Country == visit.Country : told.Kind == EventKinds.Meeting && told.Participants.Any(one => one.Country == visit.Country));

    private static bool IsHeadlineAlone(ResolvedEvent told) => told.Mention is { IsHeadline: true, IsDone: false } && told.Others.All(other => other.IsHeadline);

    /// <summary>A conference known only from a meeting on its sidelines has that meeting's date; so has the ceremony for which the guest came who is met.</summary>
    private static ResolvedEvent ConferenceDate(ResolvedEvent conference, IReadOnlyList<ResolvedEvent> events)
    {
        if (conference is not { Kind: EventKinds.Conference or EventKinds.Ceremony, Status: EventStatuses.Held, Date: null, Occasion: { } name })
        {
            return conference;
        }

        var guest = conference is { Kind: EventKinds.Ceremony, Mention.IsAdverbial: true };
        var aside = events.FirstOrDefault(e => EventKinds.IsContact(e.Kind) && e is { Status: EventStatuses.Held, Date: not null }
            && (e.Occasion == name || (guest && e.Mention.Sentence == conference.Mention.Sentence && conference.Participants.All(one => e.Participants.Any(one.IsSame)))));
        return aside is null ? conference : Dated(conference, aside, "occasion");
    }

    /// <summary>在峰会期间访问, 峰会期间会见: what happens or is to happen at a conference has its days, where the article tells them.</summary>
    private static ResolvedEvent AtConference(ResolvedEvent told, IReadOnlyList<ResolvedEvent> events)
    {
        if (told is not { Kind: not (EventKinds.Conference or EventKinds.Ceremony), Date: null, Mention.Time: null, Occasion: { } name } || told.Status == EventStatuses.Cancelled)
        {
            return told;
        }

        var conference = events.FirstOrDefault(e => e is { Kind: EventKinds.Conference, Date: not null, Occasion: { } other } && e.Status == told.Status
            && Length(e) < LongestWindow && EventMerger.SameName(name, other));
        return conference is null ? told : Dated(told, conference, "occasion");
    }

    /// <summary>
    /// Who meets while a conference lasts meets where it is held, and in its days: the conference that is named, or (会议期间) the one
    /// told last that one of them attends.
    /// </summary>
    private static ResolvedEvent DuringConference(ResolvedEvent meeting, IReadOnlyList<ResolvedEvent> events)
    {
        if (meeting is not { Kind: EventKinds.Meeting, Status: EventStatuses.Held, Place: null })
        {
            return meeting;
        }

        var said = meeting.Mention.DuringConference || meeting.Others.Any(other => other.DuringConference);
        var conference = events.LastOrDefault(e => e is { Kind: EventKinds.Conference, Status: EventStatuses.Held, Place: not null } && (meeting.Country is null || meeting.Country == e.Country)
            && (said ? e.Mention.Sentence < meeting.Mention.Sentence && meeting.Participants.Any(one => e.Participants.Any(one.IsSame)) : meeting.Occasion is not null && meeting.Occasion == e.Occasion));
        return conference is null ? meeting
            : (meeting.Date is null && said && conference.Date is not null ? Dated(meeting, conference, "occasion") : meeting)
                with { Place = conference.Place, Country = conference.Country, PlaceSource = conference.PlaceSource };
    }

    /// <summary>A guest who travels to the other's country in these days meets there, where nothing else is said; in the city, where he goes to no other.</summary>
    private static ResolvedEvent HostCountry(ResolvedEvent meeting, IReadOnlyList<ResolvedEvent> events)
    {
        if (meeting is not { Kind: EventKinds.Meeting, Status: EventStatuses.Held, Place: null })
        {
            return meeting;
        }

        var visits = events.Where(e => e is { Kind: EventKinds.Visit, Status: EventStatuses.Held, Country: not null }
            && (meeting.Country is null || meeting.Country == e.Country)
            && meeting.Participants.Any(guest => e.Participants.Any(guest.IsSame))
            && meeting.Participants.Any(host => host.Country == e.Country)
            && (e.Date is null || meeting.Date is null || (e.Date.From <= meeting.Date.To && meeting.Date.From <= e.Date.To))).ToList();
        if (visits.Count == 0)
        {
            return meeting;
        }

        var visit = visits[0];
        var cities = visits.Where(e => e.Country == visit.Country && e.Place is not null && e.Place != e.Country).Select(e => e.Place).Distinct(StringComparer.Ordinal).ToList();
        return meeting with
        {
            Country = visit.Country,
            Place = cities.Count == 1 ? cities[0] : null,
            PlaceSource = meeting.Country is null || cities.Count == 1 ? visit.PlaceSource : meeting.PlaceSource,
        };
    }

    /// <summary>Somebody who is in one city that day meets there, where nothing else is said.</summary>
    private static ResolvedEvent SameDay(ResolvedEvent meeting, IReadOnlyList<ResolvedEvent> events)
    {
        if (meeting is not { Kind: EventKinds.Meeting, Status: EventStatuses.Held, Place: null, Date.IsDay: true })
        {
            return meeting;
        }

        var there = events.Where(e => e is { Kind: EventKinds.Meeting or EventKinds.Conference or EventKinds.Ceremony, Status: EventStatuses.Held, Place: not null, Country: not null, Date.IsDay: true }
            && e.Date.From == meeting.Date.From && (meeting.Country is null || meeting.Country == e.Country)
            && meeting.Participants.Any(one => one.Kind == ParticipantKind.Person && e.Participants.Any(one.IsSame))).DistinctBy(e => e.Place).ToList();
        return there.Count == 1 ? meeting with { Place = there[0].Place, Country = there[0].Country, PlaceSource = there[0].PlaceSource } : meeting;
    }

    /// <summary>
    /// Who is named first behind a welcome is the host, unless the article tells of his own journey to the other, or of something else
    /// that is held where the other is at home.
    /// </summary>
    private static ResolvedEvent AfterWelcome(ResolvedEvent meeting, IReadOnlyList<ResolvedEvent> events)
    {
        if (meeting is not { Kind: EventKinds.Meeting, Status: EventStatuses.Held, Place: null, Participants: [{ Home: { } home } host, ..] }
            || !(meeting.Mention.AfterWelcome || meeting.Others.Any(other => other.AfterWelcome)))
        {
            return meeting;
        }

        var abroad = events.Where(e => e is { Kind: not EventKinds.Visit, Status: EventStatuses.Held, Place: not null, Country: not null } && e.Country != home && meeting.Participants.Any(other => other.Home == e.Country))
            .DistinctBy(e => e.Country, StringComparer.Ordinal).ToList();
        return abroad.Count == 1 ? meeting with { Country = abroad[0].Country, PlaceSource = abroad[0].PlaceSource }
            : meeting.Country is null && !events.Any(e => e is { Kind: EventKinds.Visit, Status: EventStatuses.Held } && e.Participants.Any(host.IsSame))
                ? meeting with { Country = home, PlaceSource = (meeting.Mention.Span, meeting.Mention.Rule) }
            : meeting;
    }

    /// <summary>A guest who meets one of his hosts in their country meets the other there as well (习近平主席同首相先生举行会晤).</summary>
    private static ResolvedEvent SameStay(ResolvedEvent meeting, IReadOnlyList<ResolvedEvent> events)
    {
        if (meeting is not { Kind: EventKinds.Meeting, Status: EventStatuses.Held, Country: null, Place: null })
        {
            return meeting;
        }

        var stays = events.Where(e => e is { Kind: EventKinds.Meeting, Status: EventStatuses.Held, Country: { } country }
            && meeting.Participants.Any(host => host.Home == country) && meeting.Participants.Any(guest => guest.Home is { } home && home != country && e.Participants.Any(guest.IsSame))
            && (e.Date is null || meeting.Date is null || Math.Abs(e.Date.From.DayNumber - meeting.Date.From.DayNumber) <= LongestStay)).DistinctBy(e => e.Country).ToList();
        return stays.Count == 1 ? meeting with { Country = stays[0].Country, PlaceSource = stays[0].PlaceSource } : meeting;
    }
}
