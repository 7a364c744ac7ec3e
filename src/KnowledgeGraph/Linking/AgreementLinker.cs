using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Agreements;

namespace KnowledgeGraph.Linking;

/// <summary>Resolves the parties of agreements: states for the people who speak for them.</summary>
internal static class AgreementLinker
{
    /// <summary>The agreements of an article, each once, in order.</summary>
    public static List<ResolvedAgreement> Link(IEnumerable<AgreementMention> mentions, IReadOnlyList<ResolvedEvent> told, Coreference coreference, string text)
    {
        var agreements = new List<ResolvedAgreement>();
        foreach (var mention in mentions.OrderBy(mention => mention.Content.Start))
        {
            var discourse = new Discourse();
            foreach (var earlier in Before(told, mention.Sentence))
            {
                discourse.Add(earlier);
            }

            var parties = coreference.Resolve(mention.Parties, Roles.Participant, discourse, text);
            if (parties.Length < 2)
            {
                continue;
            }

            ImmutableArray<Participant> states = [.. parties.Select(AsState).DistinctBy(party => party.Name)];
            var linked = new ResolvedAgreement(
                states.Length > 1 ? states : parties, mention.Form, mention.Content, mention.Document,
                discourse.Events.LastOrDefault(e => EventKinds.IsContact(e.Kind)), mention.Sentence, mention.Rule);
            if (!agreements.Exists(other => Repeats(other, linked, text)))
            {
                agreements.Add(linked);
            }
        }

        return agreements;
    }

    /// <summary>The tellings up to a sentence; where none is a contact, the article's first.</summary>
    private static IEnumerable<ResolvedEvent> Before(IReadOnlyList<ResolvedEvent> told, int sentence)
    {
        var earlier = told.Where(e => e.Mention.Sentence <= sentence).ToList();
        return earlier.Exists(e => EventKinds.IsContact(e.Kind)) ? earlier : told.Where(e => EventKinds.IsContact(e.Kind)).Take(1);
    }

    private static Participant AsState(Participant party) => party.Kind is ParticipantKind.Person or ParticipantKind.Office && party.Country is { } country
        ? new Participant(ParticipantKind.State, country, null, null, country, party.Via, party.Role)
        : party;

    private static bool Repeats(ResolvedAgreement a, ResolvedAgreement b, string text) =>
        a.Content.Overlaps(b.Content) || (a.Form == b.Form && a.Content.Of(text) == b.Content.Of(text));
}
