using System.Collections.Immutable;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Extraction.Agreements;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Patterns;

namespace KnowledgeGraph.Linking;

/// <summary>Tells what an article's parties agreed, each agreement once.</summary>
/// <param name="sentences">The sentences of the article.</param>
/// <param name="told">The events told, in order.</param>
/// <param name="speeches">What is one side's speech.</param>
/// <param name="coreference">Who is who.</param>
/// <param name="classes">The classes of words.</param>
/// <param name="text">The article's text.</param>
internal sealed class AgreementLinker(
    IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<ResolvedEvent> told, Speeches speeches, Coreference coreference, ClassTable classes, string text)
{
    /// <summary>Share of the shorter content's pairs of characters by which two tellings are one.</summary>
    private const double Repeated = 0.6;

    /// <summary>The same where one of them is a headline, which tells in a few words of its own what the text will tell.</summary>
    private const double Headlined = 0.3;

    private readonly AgreementParties parties = new(sentences, told, speeches, coreference, classes, text);

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

            var earlier = parties.Before(mention);
            var agreed = mention.Source == PartySource.Continued
                ? agreements.FindLast(other => other.Sentence == mention.Sentence - 1)?.Parties ?? []
                : parties.Of(mention, earlier);
            if (agreed.Length < 2 || agreed.Any(party => party.Kind == ParticipantKind.Person))
            {
                continue;
            }

            var linked = new ResolvedAgreement(
                agreed, mention.Form, mention.Content, mention.Document,
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
        var signers = AgreementParties.States(signing.Participants);
        return signers.Length < 2 || signers.Any(party => party.Kind == ParticipantKind.Person)
            ? null
            : new ResolvedAgreement(
                signers, signing.Mention.IsIssue ? AgreementForms.Issued : AgreementForms.Signed, signing.Mention.DocumentWords!.Value, signing.Document, null,
                signing.Mention.Sentence, signing.Mention.Rule);
    }

    private bool IsHeadline(ResolvedAgreement agreement) => sentences[agreement.Sentence].Sentence.Kind is BlockKind.Title;

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

        return shared >= (IsHeadline(a) || IsHeadline(b) ? Headlined : Repeated) * (shorter.Length - 1);
    }
}
