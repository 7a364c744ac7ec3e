using System.Collections.Immutable;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Extraction.Time;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Linking;

/// <summary>
/// Resolves the tellings of events of one article: actors to participants, time words to dates, destinations to states. The
/// body is read before title and captions, which lean on it.
/// </summary>
internal sealed class EventLinker
{
    /// <summary>Sentences that 当天 may look back.</summary>
    private const int AnaphorReach = 6;

    /// <summary>Days that a journey takes at most.</summary>
    private const int LongestJourney = 15;

    private readonly Coreference coreference;
    private readonly DateOnly? anchor;
    private readonly string anchorBasis;
    private readonly string text;
    private readonly IReadOnlyList<ParsedSentence> sentences;
    private readonly VisitResolver visits;
    private readonly SubjectFinder subjects;
    private readonly ClassSet say;

    /// <summary>Links within one article.</summary>
    /// <param name="coreference">Resolves actors.</param>
    /// <param name="places">What the rules know of places.</param>
    /// <param name="classes">The classes of words.</param>
    /// <param name="sentences">The article's sentences.</param>
    /// <param name="text">The article's text.</param>
    /// <param name="anchor">The day that relative words count from.</param>
    /// <param name="fromDateline">Whether the anchor is a dateline's day.</param>
    public EventLinker(Coreference coreference, GazetteerPlaces places, ClassTable classes, IReadOnlyList<ParsedSentence> sentences, string text, DateOnly? anchor, bool fromDateline)
    {
        this.coreference = coreference;
        visits = new VisitResolver(coreference, places);
        subjects = new SubjectFinder(coreference, classes, sentences, text);
        say = classes["say"];
        this.sentences = sentences;
        this.text = text;
        this.anchor = anchor;
        anchorBasis = fromDateline ? "dateline" : "relative";
    }

    /// <summary>The tellings resolved, in the order in which they were read.</summary>
    public List<ResolvedEvent> Link(IEnumerable<EventMention> mentions)
    {
        var discourse = new Discourse();
        var linked = new List<ResolvedEvent>();
        var ordered = mentions.OrderBy(mention => sentences[mention.Sentence].Sentence.Kind is BlockKind.Paragraph ? 0 : 1)
            .ThenBy(mention => mention.Sentence).ThenBy(mention => mention.Trigger.Start);
        var sentence = -1;
        foreach (var mention in ordered)
        {
            if (mention.Sentence != sentence)
            {
                subjects.PassOver(sentence, mention.Sentence, discourse);
                sentence = mention.Sentence;
            }

            discourse.Nearby = subjects.Named(mention.Sentence, mention.Span.Start, discourse);
            if ((mention.SubjectLeftOut || mention.First.Concat(mention.Second).Any(actor => actor is PronounMention)) && subjects.Of(mention, discourse) is { } subject)
            {
                discourse.Mention(subject);
            }

            foreach (var told in Resolve(mention, discourse).SelectMany(told => OnEachDay(told, discourse)))
            {
                if (mention.IsAttendance || mention.AttendsUnnamed)
                {
                    var there = linked.FindLastIndex(other => mention.IsAttendance ? EventKinds.IsContact(other.Kind) : other.Kind is EventKinds.Ceremony or EventKinds.Conference);
                    if (there >= 0 || mention.IsAttendance)
                    {
                        Attend(told, linked, there);
                        continue;
                    }
                }

                discourse.Add(told);
                linked.Add(told);
            }
        }

        return linked;
    }

    /// <summary>An event a day where days are listed; days that follow each other are one span.</summary>
    private IEnumerable<ResolvedEvent> OnEachDay(ResolvedEvent told, Discourse discourse)
    {
        if (told.Mention.EarlierTimes.IsEmpty || told.Date is not { IsDay: true } last)
        {
            return [told];
        }

        var days = told.Mention.EarlierTimes.Select(time => DateOf(told.Mention with { Time = time }, discourse)).OfType<(ResolvedTime Time, Span Span, string Rule)>()
            .Where(day => day.Time.IsDay && day.Time.From < last.From).OrderBy(day => day.Time.From).ToList();
        var isSpan = days.Count > 0 && days.Select((day, index) => day.Time.From.DayNumber - index).Append(last.From.DayNumber - days.Count).Distinct().Count() == 1;
        return isSpan
            ? [told with { Date = ResolvedTime.Days(days[0].Time.From, last.From, last.Basis) }]
            : days.Select(day => told with { Date = day.Time, DateSource = (day.Span, day.Rule) }).Append(told);
    }

    /// <summary>Those who only attended, beside the principals of the event told last and of those told in one sentence with it.</summary>
    private static void Attend(ResolvedEvent attendance, List<ResolvedEvent> linked, int last)
    {
        for (var i = last; i >= 0 && linked[i].Mention.Sentence == linked[last].Mention.Sentence && linked[i].Kind == linked[last].Kind; i--)
        {
            var there = linked[i];
            linked[i] = there with { Attendees = [.. there.Attendees, .. attendance.Participants.Where(one => !there.Participants.Any(one.IsSame) && !there.Attendees.Any(one.IsSame))] };
        }
    }

    private IEnumerable<ResolvedEvent> Resolve(EventMention mention, Discourse discourse)
    {
        var second = coreference.Resolve(mention.Second, mention.RoleNames.Second, discourse, text);
        var first = coreference.Resolve(mention.First, mention.RoleNames.First, discourse, text, Countries(second));
        second = mention.Second.Any(actor => actor is JointMention) ? coreference.Resolve(mention.Second, mention.RoleNames.Second, discourse, text, Countries(first)) : second;
        if (mention.SubjectLeftOut && mention.Least > 0)
        {
            first = LeftOut(mention, second, discourse);
        }

        (first, second) = (AsStates(mention, first), AsStates(mention, second));
        first = [.. first.Where(participant => !second.Any(participant.IsSame))];
        var date = DateOf(mention, discourse);
        if (!mention.NamesConference && (discourse.Conference is null || mention.Sentence - discourse.ConferenceSentence > AnaphorReach))
        {
            yield break;
        }

        if (mention.IsWeak && mention.Status == EventStatuses.Held && date is null && mention.Place is null)
        {
            yield break;
        }

        var all = first.AddRange(second);
        if (all.Length < Math.Max(mention.Least, EventKinds.IsContact(mention.Kind) && !mention.IsAttendance ? 2 : 0)
            || (EventKinds.IsContact(mention.Kind) && mention.Second.Length > 0 && second.IsEmpty))
        {
            yield break;
        }

        if (mention.Kind == EventKinds.Visit)
        {
            foreach (var visit in visits.Resolve(mention, first.IsEmpty ? second : first, discourse))
            {
                yield return Event(mention, visit.Travellers, date, discourse) with { Country = visit.Country, Place = visit.Place, Venue = null, PlaceSource = (visit.Source, mention.Rule) };
            }

            yield break;
        }

        foreach (var others in OneByOne(mention, first, second) ? second.Select(participant => ImmutableArray.Create(participant)) : [second])
        {
            var told = Event(mention, first.AddRange(others), date, discourse);
            yield return mention.IsAtHome && told.Country is null && told.Place is null && first.Length > 0 ? told with { Country = first[0].Country } : told;
        }
    }

    private static string[] Countries(ImmutableArray<Participant> participants) => [.. participants.Select(participant => participant.Country).OfType<string>()];

    /// <summary>The subject that a clause leaves out: all who were said to meet where they do it together (共同主持), else the subject before.</summary>
    private static ImmutableArray<Participant> LeftOut(EventMention mention, ImmutableArray<Participant> second, Discourse discourse)
    {
        if (mention.Together && second.IsEmpty && discourse.Events.Count > 0 && discourse.Events[^1] is { Participants.Length: > 1 } last && last.Mention.Sentence == mention.Sentence)
        {
            return [.. last.Participants.Select(participant => participant with { Role = mention.RoleNames.First })];
        }

        return discourse.Subject is { } subject && !second.Any(subject.IsSame) && !(mention.IsNounPhrase && second.Length > 1)
            ? [subject with { Role = mention.RoleNames.First, Via = null }]
            : [];
    }

    /// <summary>
    /// Whether the others were met one after the other: 先后, 分别; or a host meets, a caller calls people of different offices or states and
    /// nothing says that they came together.
    /// </summary>
    private static bool OneByOne(EventMention mention, ImmutableArray<Participant> first, ImmutableArray<Participant> second)
    {
        if (second.Length < 2 || first.IsEmpty || !EventKinds.IsContact(mention.Kind))
        {
            return false;
        }

        return mention.OneByOne || (!mention.Together && first.Length == 1
            && (mention.RoleNames.First == Roles.Host || (mention.Kind == EventKinds.PhoneCall && second.DistinctBy(participant => participant.Country).Count() == second.Length))
            && second.All(participant => participant.Kind is ParticipantKind.Person or ParticipantKind.Office));
    }

    /// <summary>The participants as the states that they stand for: all, those of joint words, or those of joint words without a title (双方, not 两国元首).</summary>
    private static ImmutableArray<Participant> AsStates(EventMention mention, ImmutableArray<Participant> participants) => mention.As switch
    {
        "states" => States(participants, _ => true),
        "sides" => States(participants, participant => participant.Via is not null),
        "untitled" when mention.First.All(actor => actor is JointMention { Title: null, Persons: false }) => States(participants, participant => participant.Via is not null),
        _ => participants,
    };

    private static ImmutableArray<Participant> States(ImmutableArray<Participant> participants, Func<Participant, bool> isMeant) =>
    [
        .. participants.Select(participant => isMeant(participant) && participant is { Country: { } country, Kind: ParticipantKind.Person or ParticipantKind.Office }
            ? new Participant(ParticipantKind.State, country, null, null, country, participant.Via, participant.Role)
            : participant).DistinctBy(participant => (participant.Kind, participant.Name, participant.Person)),
    ];

    private ResolvedEvent Event(EventMention mention, ImmutableArray<Participant> participants, (ResolvedTime Time, Span Span, string Rule)? date, Discourse discourse) => new()
    {
        Mention = mention,
        Kind = mention.Kind,
        Status = StatusOf(mention, date?.Time),
        Participants = participants,
        Date = date?.Time,
        DateSource = date is { } found ? (found.Span, found.Rule) : null,
        Clock = mention.Time?.Clock,
        Place = mention.Place?.Place,
        Country = mention.Place?.Country,
        Venue = mention.Place?.Venue,
        PlaceSource = mention.Place is { } place ? (place.Span, place.Rule) : null,
        Occasion = mention.NamesConference ? mention.Occasion?.Text : discourse.Conference ?? mention.Occasion?.Text,
        OccasionSpan = mention.Occasion?.Span,
        Attribution = mention.Attribution,
        Negotiation = mention.Negotiation,
        Congratulation = mention.Congratulation,
        Refused = mention.Refused,
        Document = mention.Document,
        Duration = mention.Duration,
    };

    private (ResolvedTime Time, Span Span, string Rule)? DateOf(EventMention mention, Discourse discourse)
    {
        if (mention.Time is not { } time)
        {
            // 随后: on the day of what was told before
            return mention is { Thereupon: true, Status: EventStatuses.Held }
                && discourse.Events.Count > 0 && discourse.Events[^1] is { Date: { IsDay: true } same, DateSource: { } source, Status: EventStatuses.Held } before && mention.Sentence - before.Mention.Sentence <= 2
                ? (same with { Basis = "anaphor" }, source.Span, source.Rule)
                : null;
        }

        var antecedent = discourse.Events.LastOrDefault(told => told.Date is not null)?.Date;
        if (time.AnaphorOffset is not null && DayBefore(mention.Sentence, time) is { } day)
        {
            antecedent = day;
        }

        var from = time.DayOffset is not null && antecedent is { IsDay: true } && IsSpeech(mention) ? antecedent.From : anchor;
        var resolved = TimeResolver.Resolve(time, from, antecedent, mention.Status == EventStatuses.Planned);
        if (resolved is null)
        {
            return null;
        }

        if (time is { Day: { } number, Month: null, MonthOffset: null, EndDay: null } && Within(number, mention.Sentence, discourse) is { } during)
        {
            resolved = during;
        }

        var basis = resolved.Basis == "relative" ? anchorBasis : resolved.Basis;
        return (resolved with { Basis = basis }, time.Span, time.Rule);
    }

    /// <summary>3月20日至22日访问…。21日签署: a bare day is that of the journey just told, where it falls in it.</summary>
    private static ResolvedTime? Within(int number, int sentence, Discourse discourse) =>
        discourse.Events.LastOrDefault(told => told.Date is { IsDay: false } journey && journey.To.DayNumber - journey.From.DayNumber < LongestJourney && sentence - told.Mention.Sentence <= AnaphorReach)?.Date is { } span
        && Enumerable.Range(0, span.To.DayNumber - span.From.DayNumber + 1).Select(span.From.AddDays).FirstOrDefault(day => day.Day == number) is { Year: > 1 } found
            ? ResolvedTime.Day(found, "anaphor")
            : null;

    /// <summary>What is told as past or to come by its date alone: 去年11月 is held, 明年 is planned.</summary>
    private string StatusOf(EventMention mention, ResolvedTime? date)
    {
        if (date is null || anchor is not { } day || mention.Time is not { } time)
        {
            return mention.Status;
        }

        return mention.Status switch
        {
            EventStatuses.Held when date.From > day.AddDays(1) => EventStatuses.Planned,
            EventStatuses.Planned when time is { YearOffset: < 0 } or { MonthOffset: < 0 } or { DayOffset: < 0 } => EventStatuses.Held,
            _ => mention.Status,
        };
    }

    /// <summary>王沪宁表示，今天下午…: what somebody says at a meeting counts from the day of the meeting.</summary>
    private bool IsSpeech(EventMention mention)
    {
        var items = sentences[mention.Sentence].Items;
        return items.Length > 2 && items[0].Value is PersonMention && items[1].Classes.Intersects(say) && mention.Trigger.Start > items[1].Span.End;
    }

    /// <summary>The day that the text names last before an anaphor: in its own sentence (据媒体5日报道，…当天), else in those before it.</summary>
    private ResolvedTime? DayBefore(int sentence, TimeMention anaphor)
    {
        for (var s = sentence; s >= 0 && s >= sentence - AnaphorReach; s--)
        {
            TimeMention? day = null;
            foreach (var item in sentences[s].Items)
            {
                if (item.Span.Start >= anaphor.Span.Start)
                {
                    break;
                }

                day = item.Value is TimeMention { IsDay: true, AnaphorOffset: null } mention ? mention : day;
            }

            if (day is not null)
            {
                return TimeResolver.Resolve(day, anchor, null, false);
            }
        }

        return null;
    }
}
