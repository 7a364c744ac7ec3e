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
internal sealed partial class EventLinker
{
    /// <summary>Sentences that 当天 may look back.</summary>
    private const int AnaphorReach = 6;

    /// <summary>Items behind a speaker among which his verb stands.</summary>
    private const int SayReach = 6;

    /// <summary>Sentences behind talks in which those who hold them speak.</summary>
    private const int SpeechReach = 12;

    /// <summary>Days ahead for which something is called off by the day alone (取消14日的访问).</summary>
    private const int DaysAhead = 7;

    private readonly Coreference coreference;
    private readonly DateOnly? anchor;
    private readonly string anchorBasis;
    private readonly string text;
    private readonly IReadOnlyList<ParsedSentence> sentences;
    private readonly VisitResolver visits;
    private readonly SubjectFinder subjects;
    private readonly ClassSet say;
    private readonly ClassSet comma;

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
        subjects = new SubjectFinder(coreference, classes, sentences, text);
        visits = new VisitResolver(coreference, places, subjects);
        say = classes["say"];
        comma = classes["comma"];
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
        Participant? speaker = null;
        foreach (var mention in ordered)
        {
            if (mention.Sentence != sentence)
            {
                subjects.PassOver(sentence, mention.Sentence, discourse);
                sentence = mention.Sentence;
                speaker = IsSpeech(mention) ? subjects.SpeakerOf(sentence, discourse) : null;
                if (speaker is not null)
                {
                    discourse.Mention(speaker);
                }
            }

            discourse.Speaker = mention.First.Concat(mention.Second).Any(actor => actor is PronounMention { Speaker: true }) ? speaker : null;
            discourse.IsHeld = mention.Status == EventStatuses.Held;
            discourse.Nearby = subjects.Named(mention.Sentence, mention.Span.Start, discourse);
            if (mention.SubjectLeftOut || mention.First.Concat(mention.Second).Any(actor => actor is PronounMention))
            {
                if (subjects.Of(mention, discourse) is { } subject)
                {
                    discourse.Mention(subject);
                }
                else if (mention is { Kind: EventKinds.Visit, SubjectLeftOut: true })
                {
                    // 班列…前往哈萨克斯坦: a sentence that names nobody tells of nobody's journey
                    continue;
                }
            }

            foreach (var told in Resolve(mention, discourse).SelectMany(told => OnEachDay(told, discourse)))
            {
                var beside = mention.IsAttendanceBeside && IsBeside(told, linked);
                if (mention.IsAttendance || mention.AttendsUnnamed || beside)
                {
                    var there = linked.FindLastIndex(other => mention.IsAttendance ? EventKinds.IsContact(other.Kind) : other.Kind is EventKinds.Ceremony or EventKinds.Conference);
                    if (there >= 0 || mention.IsAttendance || beside)
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

    /// <summary>
    /// Whether people of the same states took part before in the conference that someone attends, or in what the article tells where it
    /// ends with those who attended.
    /// </summary>
    private bool IsBeside(ResolvedEvent told, List<ResolvedEvent> linked) =>
        linked.Where(other => other.Mention.Sentence < told.Mention.Sentence && ((other.Kind == told.Kind && other.Occasion == told.Occasion) || Ends(told.Mention.Sentence)))
            .SelectMany(other => other.Participants).Select(one => one.Country).OfType<string>().ToHashSet(StringComparer.Ordinal) is { Count: > 0 } sides
        && told.Participants.All(one => one.Country is null || sides.Contains(one.Country));

    private bool Ends(int sentence) => !sentences.Skip(sentence + 1).Any(later => later.Sentence.Kind is BlockKind.Paragraph);

    /// <summary>Those who only attended, or at a ceremony took part as wife or husband, beside the principals of the event told last and of those told in one sentence with it.</summary>
    private void Attend(ResolvedEvent attendance, List<ResolvedEvent> linked, int last)
    {
        for (var i = last; i >= 0 && linked[i].Mention.Sentence == linked[last].Mention.Sentence && linked[i].Kind == linked[last].Kind; i--)
        {
            var there = linked[i];
            var others = attendance.Participants.Where(one => !there.Participants.Any(one.IsSame) && !there.Attendees.Any(one.IsSame)).ToLookup(one => there.Kind == EventKinds.Ceremony && there.Participants.Any(other => coreference.AreSpouses(one, other)));
            linked[i] = there with
            {
                Participants = [.. there.Participants, .. others[true].Select(spouse => spouse with { Role = Roles.Participant })],
                Attendees = [.. there.Attendees, .. others[false]],
            };
        }
    }

    private IEnumerable<ResolvedEvent> Resolve(EventMention mention, Discourse discourse)
    {
        var second = coreference.Resolve(mention.Second, mention.RoleNames.Second, discourse, text);
        var first = coreference.Resolve(mention.First, mention.RoleNames.First, discourse, text, Countries(second));
        second = NotOneself(mention, first, second, discourse);
        second = mention.Second.Any(actor => actor is JointMention) ? coreference.Resolve(mention.Second, mention.RoleNames.Second, discourse, text, Countries(first)) : second;
        if (mention.SubjectLeftOut && mention.Least > 0)
        {
            first = LeftOut(mention, second, discourse);
        }

        (first, second) = (WithoutCrowd(mention, AsStates(mention, first)), WithoutCrowd(mention, AsStates(mention, second)));
        first = [.. first.Where(participant => !second.Any(participant.IsSame) && !Represents(mention, second, participant))];
        var date = DateOf(mention, discourse);
        if (!mention.NamesConference && (discourse.Conference is null || mention.Sentence - discourse.ConferenceSentence > AnaphorReach))
        {
            if (subjects.ConferenceBefore(mention, AnaphorReach) is not { } named)
            {
                yield break;
            }

            discourse.Name(named, mention.Sentence);
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

        if (mention.AmongMany is { } kind && Countries(all).Distinct(StringComparer.Ordinal).Skip(2).Any())
        {
            mention = mention with { Kind = kind };
        }

        if (mention.Kind == EventKinds.Visit)
        {
            foreach (var visit in visits.Resolve(mention, first.IsEmpty ? second : first, discourse))
            {
                var trip = Event(mention, visit.Travellers, date, discourse) with { Country = visit.Country, Place = visit.Place, Venue = null, PlaceSource = (visit.Source, mention.Rule) };
                yield return visit.IsLater && mention.OnDeparture && trip.Status == EventStatuses.Held
                    ? trip with { Status = EventStatuses.Planned, Date = trip.Date is { IsDay: true } ? null : trip.Date }
                    : trip;
            }

            yield break;
        }

        foreach (var participants in EventSplitter.Split(mention, first, second))
        {
            var told = Event(mention, participants, date, discourse);
            yield return mention.IsAtHome && told.Country is null && told.Place is null && first.Length > 0 ? told with { Country = first[0].Country } : told;
        }
    }

    /// <summary>
    /// 会见韩国外长和韩国官员, 与蓬佩奥和27国外长开会: a group beside one of its own state who is told by name or office, or one that is
    /// merely counted beside anybody, is nobody in particular.
    /// </summary>
    private static ImmutableArray<Participant> WithoutCrowd(EventMention mention, ImmutableArray<Participant> side)
    {
        var told = EventKinds.IsContact(mention.Kind) ? side.Where(one => one.Kind is ParticipantKind.Person or ParticipantKind.Office).ToList() : [];
        return told.Count == 0 ? side
            : [.. side.Where(one => one.Kind != ParticipantKind.Group || !(one.Name.Any(char.IsAsciiDigit) || told.Exists(other => other.Country is not null && other.Country == one.Country)))];
    }

    /// <summary>
    /// 王岐山出席巴西总统卢拉就职仪式并同其举行会见: nobody meets himself, so that 其 is the other who was named last. 习近平会见斯塔默，李强与他
    /// 会谈: nor is he of one's own state, where somebody of another was just met.
    /// </summary>
    private ImmutableArray<Participant> NotOneself(EventMention mention, ImmutableArray<Participant> first, ImmutableArray<Participant> second, Discourse discourse)
    {
        if (mention.Second is not [PronounMention { Other: false, Plural: false, Speaker: false }] || second is not [{ Via: { } via, Role: { } role } self])
        {
            return second;
        }

        var subject = mention.SubjectLeftOut ? discourse.Subject : first is [var one] ? one : null;
        if (subject?.IsSame(self) == true)
        {
            return [.. subjects.Named(mention.Sentence, mention.Trigger.Start, discourse).People.Reverse().Where(other => !other.IsSame(self)).Take(1).Select(other => other with { Via = via, Role = role })];
        }

        return subject?.Home is { } home && home == self.Home && discourse.Events.Count > 0 && discourse.Events[^1].Participants.LastOrDefault(other => other.Person is not null && other.Home != home) is { } guest
            ? [guest with { Via = via, Role = role }]
            : second;
    }

    /// <summary>Whether a state is only named beside its own people: it does not meet them.</summary>
    private static bool Represents(EventMention mention, ImmutableArray<Participant> people, Participant one) =>
        EventKinds.IsContact(mention.Kind) && one.Kind == ParticipantKind.State && people.Any(other => other.Kind != ParticipantKind.State && other.Home == one.Name);

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

    /// <summary>The participants as the states that they stand for: all, those of joint words, or those of joint words without a title (双方, not 两国元首).</summary>
    private static ImmutableArray<Participant> AsStates(EventMention mention, ImmutableArray<Participant> participants) => mention.As switch
    {
        EventMention.AsStates => States(participants, _ => true),
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

    /// <summary>欧盟与中国举行峰会: what a body of states and a state hold under a word for conferences is one.</summary>
    private static bool IsAssembly(EventMention mention, ImmutableArray<Participant> participants) =>
        mention is { Kind: EventKinds.Meeting, CalledConference: true }
        && participants.Any(one => one.Kind == ParticipantKind.Organization)
        && participants.All(one => one.Kind is ParticipantKind.Organization or ParticipantKind.State);

    private ResolvedEvent Event(EventMention mention, ImmutableArray<Participant> participants, (ResolvedTime Time, Span Span, string Rule)? date, Discourse discourse) => new()
    {
        Mention = mention,
        Kind = IsAssembly(mention, participants) ? EventKinds.Conference : mention.NamesConference ? mention.Kind : discourse.ConferenceKind ?? mention.Kind,
        Status = StatusOf(mention, date?.Time),
        IsOpen = mention.IsOpen,
        Participants = participants,
        Sides = mention.Sides is { } sides && (participants.IsEmpty || sides is { Title: not null, States.Length: > 2 }) ? coreference.Resolve([sides], mention.RoleNames.First, discourse, text) : [],
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
}
