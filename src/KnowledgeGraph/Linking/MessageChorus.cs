using KnowledgeGraph.Articles;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Patterns;

namespace KnowledgeGraph.Linking;

/// <summary>
/// Messages of many told one by one: 多国领导人致电X，祝贺…。A国总统B表示，…。发来贺电的还有C、D等。 The opening tells only to whom; each who
/// then speaks in a paragraph of his own, or is listed, has written to the same receiver.
/// </summary>
internal sealed class MessageChorus
{
    /// <summary>Paragraphs on end that may tell of nobody's message before the chorus is over.</summary>
    private const int Patience = 1;

    /// <summary>Items in which 他们是： opens a list.</summary>
    private const int ListOpening = 3;

    private readonly IReadOnlyList<ParsedSentence> sentences;
    private readonly Coreference coreference;
    private readonly string text;
    private readonly ClassSet mark;
    private readonly ClassSet colon;
    private readonly ClassSet utterance;
    private readonly ClassSet message;
    private readonly ClassSet of;
    private readonly ClassSet governing;

    /// <summary>Reads the messages of one article.</summary>
    public MessageChorus(IReadOnlyList<ParsedSentence> sentences, Coreference coreference, ClassTable classes, string text)
    {
        this.sentences = sentences;
        this.coreference = coreference;
        this.text = text;
        mark = classes["comma"] | classes["colon"] | classes["stop"];
        colon = classes["colon"];
        message = classes["message-noun"] | classes["send-message"];
        utterance = classes["say"] | classes["congratulate"] | classes["greeting"] | message;
        of = classes["de"];
        governing = classes["to"] | classes["with"] | classes["represent"] | classes["meet"] | classes["by"];
    }

    /// <summary>The tellings with each opening replaced by the messages that it announces.</summary>
    public IEnumerable<EventMention> Expand(IReadOnlyList<EventMention> mentions)
    {
        if (!mentions.Any(mention => mention.OpensChorus))
        {
            return mentions;
        }

        // 向中方致以热烈祝贺: what the writer's own words say of a receiver is less than the opening
        var written = mentions.Where(mention => mention is { Kind: EventKinds.Message, OpensChorus: false, MaybeSpoken: false }).Select(mention => mention.Sentence).ToHashSet();
        var told = new List<EventMention>();
        var openings = mentions.Where(mention => mention.OpensChorus && sentences[mention.Sentence].Sentence.Kind is BlockKind.Paragraph).DistinctBy(mention => mention.Sentence).ToList();
        for (var i = 0; i < openings.Count; i++)
        {
            // 中共中央和习近平总书记: a body beside its own head
            var people = openings[i].Second.Where(actor => actor is PersonMention or OfficeMention).ToList();
            var announced = people.Count > 0 ? openings[i] with { Second = [.. people] } : openings[i];
            told.AddRange(Behind(announced, i + 1 < openings.Count ? openings[i + 1].Sentence : sentences.Count, written));
        }

        var taken = told.Select(mention => mention.Sentence).ToHashSet();
        return mentions.Where(mention => !mention.OpensChorus && !(mention is { Kind: EventKinds.Message, MaybeSpoken: true } && taken.Contains(mention.Sentence))).Concat(told);
    }

    /// <summary>The messages behind an opening, up to a sentence.</summary>
    private IEnumerable<EventMention> Behind(EventMention opening, int end, HashSet<int> written)
    {
        var receivers = coreference.Resolve(opening.Second, Roles.Receiver, new Discourse(), text);
        if (!receivers.Any(receiver => receiver.Home is not null))
        {
            // who is of no state is nobody to whom leaders write
            yield break;
        }

        var last = sentences[opening.Sentence].Sentence.Block;
        for (var s = opening.Sentence + 1; s < end && sentences[s].Sentence is { Kind: BlockKind.Paragraph, Block: var block } && block - last <= Patience + 1; s++)
        {
            if (written.Contains(s))
            {
                last = block;
                continue;
            }

            foreach (var sender in Senders(sentences[s].Items).Where(sender => IsSender(sender, receivers)))
            {
                last = block;
                yield return opening with
                {
                    Sentence = s,
                    Span = sentences[s].Sentence.Span,
                    Trigger = sender.Span,
                    First = [sender],
                    SubjectLeftOut = false,
                    OpensChorus = false,
                };
            }
        }
    }

    /// <summary>Those who speak where a sentence begins with its speakers, or whom it lists as senders.</summary>
    private IEnumerable<ActorMention> Senders(Item[] items)
    {
        var list = ListStart(items);
        if (list > 0)
        {
            return items.Skip(list).Select(item => item.Value).OfType<ActorMention>();
        }

        var head = items.TakeWhile(item => !item.Classes.Intersects(mark)).ToArray();
        var verb = Array.FindIndex(head, item => item.Classes.Intersects(utterance));
        return verb < 0 ? [] : head.Take(verb).TakeWhile(item => !item.Classes.Intersects(governing)).Select(item => item.Value).OfType<ActorMention>();
    }

    /// <summary>Behind 他们是： or 发来贺电的还有; 0 where the sentence opens no list.</summary>
    private int ListStart(Item[] items)
    {
        if (items is [{ Value: JointMention or PronounMention { Plural: true } }, ..] && Array.FindIndex(items, item => item.Classes.Intersects(colon)) is > 0 and < ListOpening and var opened)
        {
            return opened + 1;
        }

        for (var i = 1; i < items.Length && items[i - 1].Value is not PersonMention; i++)
        {
            if (items[i].Classes.Intersects(of) && items[i - 1].Classes.Intersects(message))
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>Whether somebody of office speaks for a state or body of his own: the receivers and their people do not write to themselves.</summary>
    private bool IsSender(ActorMention actor, IReadOnlyList<Participant> receivers) =>
        (actor is PersonMention { Titles.IsEmpty: false } or OfficeMention)
        && coreference.Resolve([actor], Roles.Sender, new Discourse(), text) is [var sender]
        && !receivers.Any(receiver => receiver.IsSame(sender) || (receiver.Home is { } home && home == sender.Home));
}
