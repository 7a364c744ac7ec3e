using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Agreements;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Patterns;

namespace KnowledgeGraph.Linking;

/// <summary>Finds the parties of agreements: states for the people who speak for them, and for 双方 those who met or are named together last.</summary>
/// <param name="sentences">The sentences of the article.</param>
/// <param name="told">The events told.</param>
/// <param name="speeches">What is one side's speech.</param>
/// <param name="coreference">Who is who.</param>
/// <param name="classes">The classes of words.</param>
/// <param name="text">The article's text.</param>
internal sealed class AgreementParties(
    IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<ResolvedEvent> told, Speeches speeches, Coreference coreference, ClassTable classes, string text)
{
    /// <summary>Sentences within which 并商定 without a subject looks back for the contact at which it was agreed, and 两国 for a visit.</summary>
    private const int Reach = 1;

    private readonly ClassSet about = classes["about"];

    /// <summary>The parties of an agreement; fewer than two where they are not known.</summary>
    /// <param name="mention">The agreement.</param>
    /// <param name="earlier">The tellings before it, as <see cref="Before"/> gives them.</param>
    public ImmutableArray<Participant> Of(AgreementMention mention, IReadOnlyList<ResolvedEvent> earlier)
    {
        var discourse = new Discourse();
        foreach (var contact in earlier)
        {
            // a minister and two ministers of another state are two sides, so are a traveller and the state that he is just said to visit
            var sides = States(contact.Participants);
            if (sides is [{ Country: { } home } traveller] && contact is { Kind: EventKinds.Visit, Country: { } host } && host != home && contact.Mention.Sentence >= mention.Sentence - Reach)
            {
                sides = [AsState(traveller), State(host, traveller)];
            }

            discourse.Add(sides.Length > 1 || contact.Participants.Length > 1 ? contact with { Kind = contact.Kind is EventKinds.Visit or EventKinds.Ceremony ? EventKinds.Meeting : contact.Kind, Participants = sides } : contact);
        }

        if (mention.Source != PartySource.Named)
        {
            var before = mention.Voice == AgreementVoice.Press && speeches.ToThePress(mention.Sentence) is { } press
                ? States(coreference.Resolve(ActorMention.Among(sentences[press].Items), Roles.Participant, discourse, text))
                : [];
            return before.Length > 1 ? before : States(discourse.Sides(0, []));
        }

        var named = BesideSpeaker(mention.Parties);
        if (named.Any(party => party is PronounMention or OfficeMention) && speeches.SpeakerBefore(mention.Sentence, mention.Trigger.Start) is { } speaker
            && coreference.Resolve([speaker], Roles.Participant, discourse, text).FirstOrDefault() is { } subject)
        {
            // 你 is the other of two sides, which are states here
            discourse.Mention(named.Any(party => party is PronounMention { Other: true }) ? AsState(subject) : subject);
            discourse.Speaker = subject;
        }

        if (NamedTogether(mention, earlier) is { } together)
        {
            return States(coreference.Resolve([together], Roles.Participant, discourse, text));
        }

        var parties = coreference.Resolve(named, Roles.Participant, discourse, text, Besides(mention));
        if (parties.IsEmpty && PairBefore(mention) is { } pair)
        {
            parties = coreference.Resolve([pair], Roles.Participant, discourse, text);
        }

        return States(parties);
    }

    /// <summary>The tellings that a mention can look back on, in the order of the text; where none is a contact, the article's first.</summary>
    public IReadOnlyList<ResolvedEvent> Before(AgreementMention mention)
    {
        var nearby = mention.Source == PartySource.SameSentence;
        var earlier = told.Where(e => e.Mention.Trigger.Start < mention.Trigger.Start
            && (!nearby || e.Mention.Sentence >= mention.Sentence - Reach)).OrderBy(e => e.Mention.Trigger.Start).ToList();
        return nearby || earlier.Exists(e => EventKinds.IsContact(e.Kind)) ? earlier : [.. told.Where(e => EventKinds.IsContact(e.Kind)).Take(1), .. earlier];
    }

    /// <summary>States for the people who speak for them. Who speaks for none, or with another for the same, is no party.</summary>
    public static ImmutableArray<Participant> States(ImmutableArray<Participant> parties) => [.. parties.Select(AsState).DistinctBy(party => party.Name)];

    private static Participant AsState(Participant party) => party switch
    {
        { Kind: ParticipantKind.Person or ParticipantKind.Office or ParticipantKind.Group, Country: { } country } => State(country, party),
        { Kind: ParticipantKind.Person, Person: { } person } when person.BestTitle(_ => true)?.Of is { } body => party with { Kind = ParticipantKind.Organization, Name = body, Person = null },
        _ => party,
    };

    private static Participant State(string name, Participant of) => new(ParticipantKind.State, name, null, null, name, of.Via, of.Role);

    /// <summary>我同他: he is the other side of the speaker.</summary>
    private static ImmutableArray<ActorMention> BesideSpeaker(ImmutableArray<ActorMention> parties) => !parties.Any(party => party is PronounMention { Speaker: true })
        ? parties
        : [.. parties.Select(party => party is PronounMention { Speaker: false, Plural: false } other ? other with { Other = true } : party)];

    /// <summary>The states of those who are named beside a joint word, who are none of the others (菅义伟与两国).</summary>
    private string[] Besides(AgreementMention mention) => mention.Parties.Length < 2 ? [] :
    [
        .. coreference.Resolve([.. mention.Parties.Where(party => party is not JointMention)], Roles.Participant, new Discourse(), text)
            .Select(party => party.Country).OfType<string>(),
    ];

    /// <summary>
    /// The states that the sentence names together before a joint word, where no contact is told behind them: they are meant rather than
    /// those who met in a sentence before (近年来中日关系…，两国), unless they are only what is talked about (就巴以冲突).
    /// </summary>
    private JointMention? NamedTogether(AgreementMention mention, IReadOnlyList<ResolvedEvent> earlier)
    {
        if (mention.Parties is not [JointMention { States.IsEmpty: true, Persons: false, Count: 2 } joint]
            || Last(mention.Sentence, joint.Span.Start, named => named.States.Length == joint.Count, about) is not { } pair)
        {
            return null;
        }

        return earlier.Any(e => e.Mention.Sentence == mention.Sentence && e.Mention.Trigger.Start > pair.Span.Start && EventKinds.IsContact(e.Kind)) ? null : pair;
    }

    /// <summary>The pair of states that the article named last (中印), for 双方 where nobody was said to meet.</summary>
    private JointMention? PairBefore(AgreementMention mention)
    {
        for (var s = mention.Sentence; s >= 0; s--)
        {
            if (Last(s, mention.Trigger.Start, _ => true, default) is { } pair)
            {
                return pair;
            }
        }

        return null;
    }

    /// <summary>The last states that a sentence names together before an offset and not behind some words, be it in the name of a conference.</summary>
    private JointMention? Last(int sentence, int before, Func<JointMention, bool> isMeant, ClassSet behind)
    {
        var items = sentences[sentence].Items;
        for (var i = items.Length - 1; i >= 0; i--)
        {
            var joint = items[i].Value as JointMention ?? (items[i].Value as ConferenceMention)?.Sides;
            if (items[i].Span.Start < before && joint is { States.Length: > 1 } && isMeant(joint) && !(i > 0 && items[i - 1].Classes.Intersects(behind)))
            {
                return joint;
            }
        }

        return null;
    }
}
