using System.Collections.Immutable;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;

namespace KnowledgeGraph.Linking;

/// <summary>Finds whom a clause means that leaves its subject out, and whom 他 in the next sentence means.</summary>
internal sealed class SubjectFinder(Coreference coreference, ClassTable classes, IReadOnlyList<ParsedSentence> sentences, string text)
{
    /// <summary>Sentences before its own in which the states of 三国 may stand.</summary>
    private const int StatesReach = 2;

    /// <summary>Characters of a noun for conferences (峰会, 会议).</summary>
    private const int NounLength = 2;

    private readonly ClassSet visitState = classes["visit-state"];
    private readonly ClassSet possessive = classes["de"];
    private readonly ClassSet verb = classes["verb"];
    private readonly ClassSet preposition = classes["to"] | classes["with"] | classes["at"] | classes["about"];
    private readonly ClassSet governing = classes["to"] | classes["invited"] | classes["meet"] | classes["by"] | classes["tell"];
    private readonly ClassSet listed = classes["list-sep"] | classes["and"];
    private readonly ClassSet adverbialEnd = classes["after"] | classes["before"] | classes["during"];
    private readonly ClassSet invited = classes["invited"];
    private readonly ClassSet invite = classes["invite"];
    private readonly ClassSet comma = classes["comma"];
    private readonly ClassSet contrast = classes["contrast"];
    private readonly ClassSet its = classes["its"];
    private readonly ClassSet sayThat = classes["say-that"];
    private readonly ClassSet spouse = classes["spouse"];

    /// <summary>Sentences that tell of no event still have subjects, whom 他 in the next one means.</summary>
    public void PassOver(int from, int to, Discourse discourse)
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

    /// <summary>Who speaks in a sentence that begins with its speaker (王毅表示，…).</summary>
    public Participant? SpeakerOf(int sentence, Discourse discourse) => sentences[sentence].Items is [{ Value: PersonMention speaker }, ..]
        ? coreference.Resolve([speaker], Roles.Participant, discourse, text).FirstOrDefault()
        : null;

    /// <summary>
    /// The likely subject of a clause that has none: the first person that the sentence names before it who is nobody's object,
    /// behind a clause that only gives a time (在…会谈后，X…), else a state (俄罗斯于12日…，与北约开展谈判).
    /// </summary>
    public Participant? Of(EventMention mention, Discourse discourse)
    {
        var items = sentences[mention.Sentence].Items;
        var start = Array.FindIndex(items, item => item.Span.Start >= mention.Span.Start);
        var end = Array.FindIndex(items, item => item.Span.Start >= mention.Span.End);
        var opening = AdverbialEnd(items, start);
        var pronoun = !mention.SubjectLeftOut;
        var subject = Person(items, opening, start, pronoun) ?? (opening > 0 && !mention.IsAdverbial ? Person(items, 0, opening, pronoun) : null);
        if (subject is null && mention.IsAdverbial && end >= 0)
        {
            // 去年12月访韩时，他…
            subject = Array.Find(items[end..], item => item.Value is PersonMention or OfficeMention or StateMention or PronounMention { Other: false, Plural: false, Speaker: false }).Value as ActorMention;
        }

        subject ??= StateSubject(items.AsSpan(0, start + 1));
        return subject is ActorMention actor ? coreference.Resolve([actor], Roles.Participant, discourse, text).FirstOrDefault() : null;
    }

    /// <summary>The people named in a sentence before an offset and in the sentence before it, where no two are of one state.</summary>
    public (ImmutableArray<Participant> People, int Sentence) Named(int sentence, int before, Discourse discourse)
    {
        var first = sentence > 0 && sentences[sentence - 1].Sentence.Kind == sentences[sentence].Sentence.Kind ? sentence - 1 : sentence;
        var actors = sentences.Skip(first).Take(sentence - first + 1).SelectMany(one => one.Items)
            .Where(item => item.Span.End <= before).Select(item => item.Value).OfType<PersonMention>();
        var people = coreference.Resolve([.. actors], Roles.Participant, discourse, text);
        return people.All(one => one.Country is not null) && people.DistinctBy(one => one.Country).Count() == people.Length ? (people, first) : ([], first);
    }

    /// <summary>As many states as 三国 says, named before an offset in its sentence, or else in the two sentences before; none where there are others.</summary>
    public IReadOnlyList<string> StatesBefore(int sentence, int before, int count, IReadOnlyCollection<string> besides)
    {
        var states = new List<string>();
        for (var s = sentence; s >= Math.Max(0, sentence - StatesReach) && states.Count < count; s--)
        {
            states.InsertRange(0, sentences[s].Items.Where(item => item.Span.End <= before).SelectMany(StatesOf)
                .Where(state => !besides.Contains(state) && !states.Contains(state)).Distinct(StringComparer.Ordinal).ToList());
        }

        return states.Count == count ? states : [];
    }

    /// <summary>The conference that a bare noun (此次峰会) means where no event was told of it: the last one before, or in the title, whose name ends in that noun.</summary>
    public string? ConferenceBefore(EventMention mention, int reach)
    {
        if (mention.Occasion is not { Text: { Length: >= NounLength } bare })
        {
            return null;
        }

        var noun = bare[^NounLength..];
        for (var s = mention.Sentence; s >= 0; s--)
        {
            if ((mention.Sentence - s <= reach || sentences[s].Sentence.Kind is BlockKind.Title)
                && Array.FindLast(sentences[s].Items, item => item.Span.End <= mention.Trigger.Start && item.Value is ConferenceMention { Leaders: null } named && named.Text.EndsWith(noun, StringComparison.Ordinal)).Value is ConferenceMention found)
            {
                return found.Text;
            }
        }

        return null;
    }

    private IEnumerable<string> StatesOf(Item item) => item.Value switch
    {
        LexicalEntry { Sides: { Count: > 0 } sides } when item.Classes.Intersects(visitState) => [coreference.Choose([.. sides.Select(side => side.Name)])],
        JointMention joint => joint.States.Select(coreference.Choose),
        StateMention state => [state.State],
        PersonMention or OfficeMention => coreference.Resolve([(ActorMention)item.Value], Roles.Participant, new Discourse(), text).Select(one => one.Country).OfType<string>(),
        _ => [],
    };

    /// <summary>Behind the last clause before an item that only gives a time (在约翰逊与…通电话前，).</summary>
    private int AdverbialEnd(Item[] items, int before)
    {
        for (var i = before - 1; i > 0; i--)
        {
            if (items[i].Classes.Intersects(comma) && items[i - 1].Classes.Intersects(adverbialEnd))
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>
    /// The person of a range who is neither the object of a preposition or verb, nor listed behind such an object, nor a possessor,
    /// though 他 may mean one: the first, or whoever begins a later clause (X拒绝承认…，而Y不仅承认…，还和…会谈; X提到Y访问…).
    /// </summary>
    private ActorMention? Person(Item[] items, int from, int to, bool possessors)
    {
        var governed = false;
        var invitation = false;
        ActorMention? found = null;
        for (var i = from; i < to; i++)
        {
            invitation = items[i].Classes.Intersects(invited) || (invitation && !items[i].Classes.Intersects(invite | comma));
            if (found is null && items[i].Value is PronounMention { Other: false, Plural: false, Speaker: false } pronoun && !items[i].Classes.Intersects(its) && (i == 0 || items[i - 1].Classes.Intersects(comma)))
            {
                // 他在巴黎与…会谈，随后飞抵华沙
                found = pronoun;
                continue;
            }

            if (items[i].Value is not (PersonMention or OfficeMention))
            {
                continue;
            }

            governed = invitation || (i > 0 && (items[i - 1].Classes.Intersects(governing) || (governed && items[i - 1].Classes.Intersects(listed))));
            if (!governed && (possessors || !IsPossessor(items, i)) && (found is null || BeginsClause(items, i)))
            {
                found = (ActorMention)items[i].Value!;
            }
        }

        return found;
    }

    /// <summary>特朗普的两名官员, 特朗普政府的国务卿, 习近平主席特别代表王岐山.</summary>
    private bool IsPossessor(Item[] items, int at) => at + 1 < items.Length
        && (items[at + 1].Classes.Intersects(possessive) || (at + 2 < items.Length && items[at + 1].Classes.Intersects(spouse) && items[at + 2].Classes.Intersects(possessive)) || (items[at + 1].Value is PersonMention && items[at].Span.End == items[at + 1].Span.Start));

    private bool BeginsClause(Item[] items, int at) => at > 0
        && (items[at - 1].Classes.Intersects(comma | sayThat) || (at > 1 && items[at - 1].Classes.Intersects(contrast) && items[at - 2].Classes.Intersects(comma)));

    /// <summary>
    /// The first state that is neither the object of a preposition or verb (取消美国对香港的待遇) nor a possessor; the last item is only
    /// looked at from before.
    /// </summary>
    private StateMention? StateSubject(ReadOnlySpan<Item> items)
    {
        for (var i = 0; i + 1 < items.Length; i++)
        {
            if (items[i].Value is StateMention state && !(i > 0 && items[i - 1].Classes.Intersects(preposition | verb)) && !items[i + 1].Classes.Intersects(possessive))
            {
                return state;
            }
        }

        return null;
    }
}
