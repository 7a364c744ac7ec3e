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

    private readonly Coreference coreference;
    private readonly DateOnly? anchor;
    private readonly string anchorBasis;
    private readonly string text;
    private readonly IReadOnlyList<ParsedSentence> sentences;
    private readonly GazetteerPlaces places;
    private readonly ClassSet say;
    private readonly ClassSet preposition;
    private readonly ClassSet possessive;

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
        this.places = places;
        say = classes["say"];
        possessive = classes["de"];
        preposition = classes["to"] | classes["with"] | classes["at"] | classes["about"];
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
                PassOver(sentence, mention.Sentence, discourse);
                sentence = mention.Sentence;
                if (SentenceSubject(mention, discourse) is { } subject)
                {
                    discourse.Mention(subject);
                }
            }

            foreach (var told in Resolve(mention, discourse))
            {
                discourse.Add(told);
                linked.Add(told);
            }
        }

        return linked;
    }

    /// <summary>Sentences that tell of no event still have subjects, whom 他 in the next one means.</summary>
    private void PassOver(int from, int to, Discourse discourse)
    {
        for (var s = from + 1; s < to; s++)
        {
            var first = sentences[s].Sentence.Kind is BlockKind.Paragraph
                ? Array.Find(sentences[s].Items, item => item.Value is PersonMention or OfficeMention).Value as ActorMention
                : null;
            if (first is not null && coreference.Resolve([first], Roles.Participant, discourse, text).FirstOrDefault() is { } subject)
            {
                discourse.Mention(subject);
            }
        }
    }

    /// <summary>
    /// The likely subject of a clause that has none: the first person that the sentence names before the trigger, behind it
    /// where the clause only gives the time (在…会谈后，X…), else a state (俄罗斯于12日…，与北约开展谈判).
    /// </summary>
    private Participant? SentenceSubject(EventMention mention, Discourse discourse)
    {
        var items = sentences[mention.Sentence].Items;
        var trigger = Array.FindIndex(items, item => item.Span.Start >= mention.Trigger.Start);
        var subject = Array.Find(items[..trigger], item => item.Value is PersonMention or OfficeMention).Value;
        if (mention is { IsAdverbial: true, SubjectLeftOut: true })
        {
            subject ??= Array.Find(items, item => item.Span.Start >= mention.Span.End && item.Value is PersonMention or OfficeMention or StateMention).Value;
        }

        subject ??= StateSubject(items.AsSpan(0, trigger + 1));
        return subject is ActorMention actor ? coreference.Resolve([actor], Roles.Participant, discourse, text).FirstOrDefault() : null;
    }

    /// <summary>The first state that is neither the object of a preposition nor a possessor; the last item is only looked at from before.</summary>
    private StateMention? StateSubject(ReadOnlySpan<Item> items)
    {
        for (var i = 0; i + 1 < items.Length; i++)
        {
            if (items[i].Value is StateMention state && !(i > 0 && items[i - 1].Classes.Intersects(preposition)) && !items[i + 1].Classes.Intersects(possessive))
            {
                return state;
            }
        }

        return null;
    }

    private IEnumerable<ResolvedEvent> Resolve(EventMention mention, Discourse discourse)
    {
        var first = coreference.Resolve(mention.First, mention.RoleNames.First, discourse, text);
        var second = coreference.Resolve(mention.Second, mention.RoleNames.Second, discourse, text);
        if (mention.AsStates)
        {
            first = States(first);
        }

        if (mention.SubjectLeftOut && discourse.Subject is { } subject && !second.Any(subject.IsSame) && !(mention.IsNounPhrase && second.Length > 1))
        {
            first = [subject with { Role = mention.RoleNames.First, Via = null }];
        }

        first = [.. first.Where(participant => !second.Any(participant.IsSame))];
        var date = DateOf(mention, discourse);
        if (mention.IsWeak && mention.Status == EventStatuses.Held && date is null && mention.Place is null)
        {
            yield break;
        }

        var all = first.AddRange(second);
        if (all.Length < Math.Max(mention.Least, EventKinds.IsContact(mention.Kind) ? 2 : 1) || (EventKinds.IsContact(mention.Kind) && mention.Second.Length > 0 && second.IsEmpty))
        {
            yield break;
        }

        if (mention.Kind == EventKinds.Visit)
        {
            foreach (var visit in Visits(mention, first.IsEmpty ? second : first, date, discourse))
            {
                yield return visit;
            }

            yield break;
        }

        var each = second.Length > 1 && first.Length > 0 && EventKinds.IsContact(mention.Kind)
            && (mention.OneByOne || (!mention.Together && mention.RoleNames.First == Roles.Host && second.All(participant => participant.Kind is ParticipantKind.Person or ParticipantKind.Office)));
        foreach (var others in each ? second.Select(participant => ImmutableArray.Create(participant)) : [second])
        {
            var told = Event(mention, first.AddRange(others), date);
            yield return mention.IsAtHome && told.Country is null && told.Place is null && first.Length > 0 ? told with { Country = first[0].Country } : told;
        }
    }

    /// <summary>Those resolved from 双方 or 两国 as the states that they stand for.</summary>
    private static ImmutableArray<Participant> States(ImmutableArray<Participant> participants) =>
    [
        .. participants.Select(participant => participant is { Via: not null, Country: { } country, Kind: ParticipantKind.Person or ParticipantKind.Office }
            ? new Participant(ParticipantKind.State, country, null, null, country, participant.Via, participant.Role)
            : participant).DistinctBy(participant => (participant.Kind, participant.Name, participant.Person)),
    ];

    private static ResolvedEvent Event(EventMention mention, ImmutableArray<Participant> participants, (ResolvedTime Time, TimeMention Mention)? date) => new()
    {
        Mention = mention,
        Kind = mention.Kind,
        Status = mention.Status,
        Participants = participants,
        Date = date?.Time,
        DateSource = date is { } found ? (found.Mention.Span, found.Mention.Rule) : null,
        Clock = mention.Time?.Clock,
        Place = mention.Place?.Place,
        Country = mention.Place?.Country,
        Venue = mention.Place?.Venue,
        PlaceSource = mention.Place is { } place ? (place.Span, place.Rule) : null,
        Occasion = mention.Occasion?.Text,
        OccasionSpan = mention.Occasion?.Span,
        Document = mention.Document,
        Duration = mention.Duration,
    };

    private IEnumerable<ResolvedEvent> Visits(EventMention mention, ImmutableArray<Participant> travellers, (ResolvedTime Time, TimeMention Mention)? date, Discourse discourse)
    {
        if (mention.Mutual)
        {
            if (travellers.Length == 2)
            {
                yield return Event(mention, [travellers[0]], date) with { Country = travellers[1].Country };
                yield return Event(mention, [travellers[1]], date) with { Country = travellers[0].Country };
            }

            yield break;
        }

        var country = mention.Destination switch
        {
            StateMention state => state.State,
            PlaceMention place => place.Country,
            _ => null,
        };
        var city = (mention.Destination as PlaceMention)?.Place;
        if (mention.DestinationStates.Length > 0)
        {
            country = mention.DestinationStates[0];
        }

        if (mention.TowardsHost)
        {
            country = discourse.Events.Count > 0 ? discourse.Events[^1].Country : null;
            country ??= discourse.Subject?.Country;
        }

        // A state does not travel: 美国…访问 in passing tells of no trip that could be told from others.
        travellers = [.. travellers.Where(traveller => traveller.Kind is ParticipantKind.Person or ParticipantKind.Office && (traveller.Country != country || country is null))];
        if (travellers.IsEmpty || (country is null && city is null && !mention.TowardsHost))
        {
            yield break;
        }

        yield return Event(mention, travellers, date) with
        {
            Country = country ?? (city is null ? null : places.CountryOf(city)),
            Place = city,
            Venue = null,
            PlaceSource = mention.Destination is { } destination ? (destination.Span, mention.Rule) : null,
        };
    }

    private (ResolvedTime Time, TimeMention Mention)? DateOf(EventMention mention, Discourse discourse)
    {
        if (mention.Time is not { } time)
        {
            return null;
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

        var basis = resolved.Basis == "relative" ? anchorBasis : resolved.Basis;
        return (resolved with { Basis = basis }, time);
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
