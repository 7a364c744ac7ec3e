using KnowledgeGraph.Articles;
using KnowledgeGraph.Extraction.Agreements;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Extraction.Time;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Linking;

/// <summary>Links what the passes over the sentences of an article found into people, events and agreements.</summary>
internal sealed class ArticleLinker
{
    private const int MeetingReach = 3;
    private readonly Dateline dateline;
    private readonly OfficeHolders holders;
    private readonly GazetteerPlaces places;
    private readonly ClassTable classes;

    /// <summary>Links by a rule set.</summary>
    public ArticleLinker(RuleSet rules, Vocabulary vocabulary, CharacterFolding folding)
    {
        dateline = new Dateline(vocabulary);
        holders = new OfficeHolders(rules);
        classes = vocabulary.Classes;
        places = new GazetteerPlaces(rules, folding);
    }

    /// <summary>Everything that was understood of an article.</summary>
    public ArticleReading Link(
        Article article, IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<PersonCluster> people,
        IReadOnlyList<EventMention> events, IReadOnlyList<AgreementMention> agreements)
    {
        var coreference = new Coreference(people, StateCounts(sentences), holders);
        var published = article.Published?.Date;
        var written = dateline.DayOf(sentences, published);
        var linker = new EventLinker(coreference, places, classes, sentences, article.Text, written ?? published, written is not null);
        var told = linker.Link(events.Where(mention => mention.Trigger.Start >= dateline.EndOf(sentences[mention.Sentence])));
        var linked = AgreementLinker.Link(agreements, told, coreference, article.Text);
        var merged = EventMerger.Merge(told);
        return new ArticleReading(article, sentences, people, [.. merged.Select(e => VisitDate(e, merged)).Select(e => ConferenceDate(e, merged)).Select(e => HostCountry(e, merged)).Select(Resolve)], linked);
    }

    /// <summary>A visit told as the journey on which a dated meeting takes place has the date of that meeting.</summary>
    private static ResolvedEvent VisitDate(ResolvedEvent visit, IReadOnlyList<ResolvedEvent> events)
    {
        if (visit is not { Kind: EventKinds.Visit, Status: EventStatuses.Held, Date: null })
        {
            return visit;
        }

        var meetings = events.Where(e => e is { Kind: EventKinds.Meeting, Status: EventStatuses.Held, Date: not null }
            && (e.Country == visit.Country || (e.Country is null && e.Participants.Any(participant => participant.Country == visit.Country)))
            && visit.Participants.All(traveller => e.Participants.Any(traveller.IsSame))).ToList();
        return meetings.Count > 0 && meetings[0].Mention.Sentence is var sentence && Math.Abs(sentence - visit.Mention.Sentence) <= MeetingReach
            ? visit with { Date = meetings[0].Date! with { Basis = "occasion" }, DateSource = meetings[0].DateSource }
            : visit;
    }

    /// <summary>A conference known only from a meeting on its sidelines has that meeting's date.</summary>
    private static ResolvedEvent ConferenceDate(ResolvedEvent conference, IReadOnlyList<ResolvedEvent> events)
    {
        if (conference is not { Kind: EventKinds.Conference, Status: EventStatuses.Held, Date: null, Occasion: { } name })
        {
            return conference;
        }

        var aside = events.FirstOrDefault(e => EventKinds.IsContact(e.Kind) && e is { Status: EventStatuses.Held, Date: not null } && e.Occasion == name);
        return aside is null ? conference : conference with { Date = aside.Date! with { Basis = "occasion" }, DateSource = aside.DateSource };
    }

    /// <summary>A guest who travels to the other's country in these days meets there, where nothing else is said.</summary>
    private static ResolvedEvent HostCountry(ResolvedEvent meeting, IReadOnlyList<ResolvedEvent> events)
    {
        if (meeting is not { Kind: EventKinds.Meeting, Status: EventStatuses.Held, Country: null, Place: null })
        {
            return meeting;
        }

        var visit = events.FirstOrDefault(e => e is { Kind: EventKinds.Visit, Status: EventStatuses.Held, Country: not null }
            && meeting.Participants.Any(guest => e.Participants.Any(guest.IsSame))
            && meeting.Participants.Any(host => host.Country == e.Country)
            && (e.Date is null || meeting.Date is null || (e.Date.From <= meeting.Date.To && meeting.Date.From <= e.Date.To)));
        return visit is null ? meeting : meeting with { Country = visit.Country, PlaceSource = visit.PlaceSource };
    }

    /// <summary>Adds the holder of an unnamed office where the rules know exactly one through all possible days.</summary>
    private ResolvedEvent Resolve(ResolvedEvent told)
    {
        if (told.Date is not { } date || !told.Participants.Any(participant => participant.Kind == ParticipantKind.Office))
        {
            return told;
        }

        return told with
        {
            Participants = [.. told.Participants.Select(participant =>
                participant is { Kind: ParticipantKind.Office, Title: { } title, Country: { } country } && holders.HolderBetween(title, country, date.From, date.To) is { } holder
                    ? participant with { Resolved = (holder.Name, holder.Source) }
                    : participant)],
        };
    }

    private static Dictionary<string, int> StateCounts(IReadOnlyList<ParsedSentence> sentences)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mention in sentences.SelectMany(sentence => sentence.Items).Select(item => item.Value).OfType<StateMention>())
        {
            counts[mention.State] = counts.GetValueOrDefault(mention.State) + 1;
        }

        return counts;
    }
}
