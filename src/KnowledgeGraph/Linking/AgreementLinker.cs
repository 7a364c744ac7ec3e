using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Agreements;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;

namespace KnowledgeGraph.Linking;

/// <summary>Resolves the parties of an article's agreements: states for the people who speak for them.</summary>
/// <param name="sentences">The sentences of the article.</param>
/// <param name="told">The events told, in order.</param>
/// <param name="speeches">What is one side's speech.</param>
/// <param name="coreference">Who is who.</param>
/// <param name="text">The article's text.</param>
internal sealed class AgreementLinker(
    IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<ResolvedEvent> told, Speeches speeches, Coreference coreference, string text)
{
    /// <summary>Share of the shorter content's pairs of characters by which two tellings are one.</summary>
    private const double Repeated = 0.6;

    /// <summary>Sentences within which 并商定 without a subject looks back for the contact at which it was agreed, and 两国 for a visit.</summary>
    private const int Reach = 1;

    /// <summary>The agreements, each once, in order.</summary>
    public List<ResolvedAgreement> Link(IEnumerable<AgreementMention> mentions)
    {
        var agreements = new List<ResolvedAgreement>();
        foreach (var mention in mentions.OrderBy(mention => mention.Content.Start))
        {
            if (mention.Voice == AgreementVoice.Joint ? speeches.Within(mention.Sentence) : mention.Voice == AgreementVoice.Press && speeches.ToThePress(mention.Sentence) is null)
            {
                continue;
            }

            var earlier = Before(mention);
            var parties = mention.Source == PartySource.Continued
                ? agreements.FindLast(other => other.Sentence == mention.Sentence - 1)?.Parties ?? []
                : Parties(mention, earlier);
            if (parties.Length < 2 || parties.Any(party => party.Kind == ParticipantKind.Person))
            {
                continue;
            }

            var linked = new ResolvedAgreement(
                parties, mention.Form, mention.Content, mention.Document,
                earlier.LastOrDefault(e => EventKinds.IsContact(e.Kind)), mention.Sentence, mention.Rule);
            Add(agreements, linked);
        }

        foreach (var signing in told.Where(e => e is { Kind: EventKinds.Signing, Status: EventStatuses.Held, Mention.DocumentWords: not null }).Select(Signed).OfType<ResolvedAgreement>())
        {
            if (!agreements.Exists(other => other.Content.Overlaps(signing.Content)))
            {
                Add(agreements, signing);
            }
        }

        agreements.Sort((a, b) => a.Content.Start.CompareTo(b.Content.Start));
        return agreements;
    }

    private void Add(List<ResolvedAgreement> agreements, ResolvedAgreement linked)
    {
        var twin = agreements.FindIndex(other => Repeats(other, linked));
        if (twin < 0)
        {
            agreements.Add(linked);
        }
        else if (linked.Content.Length > agreements[twin].Content.Length)
        {
            // a headline tells it shorter
            agreements[twin] = linked;
        }
    }

    /// <summary>What a signing brought about, where several sign who are not only people.</summary>
    private static ResolvedAgreement? Signed(ResolvedEvent signing)
    {
        var parties = States(signing.Participants);
        return parties.Length < 2 || parties.Any(party => party.Kind == ParticipantKind.Person)
            ? null
            : new ResolvedAgreement(
                parties, signing.Mention.IsIssue ? AgreementForms.Issued : AgreementForms.Signed, signing.Mention.DocumentWords!.Value, signing.Document, null,
                signing.Mention.Sentence, signing.Mention.Rule);
    }

    private ImmutableArray<Participant> Parties(AgreementMention mention, List<ResolvedEvent> earlier)
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
            var together = mention.Voice == AgreementVoice.Press && speeches.ToThePress(mention.Sentence) is { } press
                ? States(coreference.Resolve(ActorMention.Among(sentences[press].Items), Roles.Participant, discourse, text))
                : [];
            return together.Length > 1 ? together : States(discourse.Sides(0, []));
        }

        var parties = coreference.Resolve(mention.Parties, Roles.Participant, discourse, text);
        if (parties.IsEmpty && PairBefore(mention) is { } pair)
        {
            parties = coreference.Resolve([pair], Roles.Participant, discourse, text);
        }

        return States(parties);
    }

    /// <summary>States for the people who speak for them. Who speaks for none, or with another for the same, is no party.</summary>
    private static ImmutableArray<Participant> States(ImmutableArray<Participant> parties) => [.. parties.Select(AsState).DistinctBy(party => party.Name)];

    private static Participant AsState(Participant party) => party switch
    {
        { Kind: ParticipantKind.Person or ParticipantKind.Office or ParticipantKind.Group, Country: { } country } => State(country, party),
        { Kind: ParticipantKind.Person, Person: { } person } when person.BestTitle(_ => true)?.Of is { } body => party with { Kind = ParticipantKind.Organization, Name = body, Person = null },
        _ => party,
    };

    private static Participant State(string name, Participant of) => new(ParticipantKind.State, name, null, null, name, of.Via, of.Role);

    /// <summary>The tellings that a mention can look back on; where none is a contact, the article's first.</summary>
    private List<ResolvedEvent> Before(AgreementMention mention)
    {
        var nearby = mention.Source == PartySource.SameSentence;
        var earlier = told.Where(e => e.Mention.Trigger.Start < mention.Trigger.Start
            && (!nearby || e.Mention.Sentence >= mention.Sentence - Reach)).ToList();
        return nearby || earlier.Exists(e => EventKinds.IsContact(e.Kind)) ? earlier : [.. told.Where(e => EventKinds.IsContact(e.Kind)).Take(1), .. earlier];
    }

    /// <summary>The pair of states that the article named last (中印), for 双方 where nobody was said to meet.</summary>
    private JointMention? PairBefore(AgreementMention mention)
    {
        for (var s = mention.Sentence; s >= 0; s--)
        {
            for (var i = sentences[s].Items.Length - 1; i >= 0; i--)
            {
                if (sentences[s].Items[i] is { Value: JointMention { States.Length: > 1 } joint } item && item.Span.Start < mention.Trigger.Start)
                {
                    return joint;
                }
            }
        }

        return null;
    }

    /// <summary>Whether the same parties are said to agree the same once more.</summary>
    private bool Repeats(ResolvedAgreement a, ResolvedAgreement b)
    {
        if (a.Content.Overlaps(b.Content))
        {
            return true;
        }

        if (a.Parties.Length != b.Parties.Length || !a.Parties.All(party => b.Parties.Any(party.IsSame)))
        {
            return false;
        }

        var (shorter, longer) = a.Content.Length < b.Content.Length ? (a.Content.Of(text), b.Content.Of(text)) : (b.Content.Of(text), a.Content.Of(text));
        var shared = 0;
        for (var i = 0; i + 1 < shorter.Length; i++)
        {
            shared += longer.AsSpan().IndexOf(shorter.AsSpan(i, 2)) >= 0 ? 1 : 0;
        }

        return shared >= Repeated * (shorter.Length - 1);
    }
}
