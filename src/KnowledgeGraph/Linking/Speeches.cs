using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Extraction.Time;

namespace KnowledgeGraph.Linking;

/// <summary>
/// Tells which sentences go on with what one person says (王毅说，…。双方将…): there 双方将 is a wish, elsewhere an outcome.
/// Before the press, leaders speak for both.
/// </summary>
internal sealed class Speeches
{
    private readonly bool[] within;
    private readonly int?[] toThePress;
    private readonly ActorMention?[] speakers;

    /// <summary>Reads the sentences of an article.</summary>
    public Speeches(IReadOnlyList<ParsedSentence> sentences, ClassTable classes)
    {
        var say = classes["say-one"];
        var person = classes["person"];
        var press = classes["joint-press"];
        var mark = classes["comma"] | classes["colon"];
        within = new bool[sentences.Count];
        var speaking = false;
        toThePress = new int?[sentences.Count];
        speakers = new ActorMention?[sentences.Count];
        for (var s = 0; s < sentences.Count; s++)
        {
            var items = sentences[s].Items;
            if (s > 0 && sentences[s].Sentence.Block != sentences[s - 1].Sentence.Block)
            {
                speaking = false;
            }

            toThePress[s] = Item.ClassesOf(items).Intersects(press) ? s : s > 0 ? toThePress[s - 1] : null;
            var narrated = items.Length > 0 && (items[0].Classes.Intersects(person) || items[0].Value is TimeMention { IsDay: true } or TimeMention { EndDay: not null });
            within[s] = speaking && toThePress[s] is null && !narrated;
            speakers[s] = Speaker(items, say, mark);
            speaking = speakers[s] is not null || within[s];
        }
    }

    /// <summary>Whether a sentence goes on with one side's speech.</summary>
    public bool Within(int sentence) => within[sentence];

    /// <summary>The sentence that tells that leaders came before the press together, where one has by then.</summary>
    public int? ToThePress(int sentence) => toThePress[sentence];

    /// <summary>Who was the last by name or office to begin to speak before an offset, whom 我 means there.</summary>
    public ActorMention? SpeakerBefore(int sentence, int offset)
    {
        while (sentence >= 0 && !(speakers[sentence] is PersonMention or OfficeMention && speakers[sentence]!.Span.Start < offset))
        {
            sentence--;
        }

        return sentence < 0 ? null : speakers[sentence];
    }

    /// <summary>Who begins to speak in a sentence (王毅说，).</summary>
    private static ActorMention? Speaker(Item[] items, ClassSet say, ClassSet mark)
    {
        ActorMention? person = null;
        for (var i = 0; i + 1 < items.Length; i++)
        {
            person ??= items[i].Value is PersonMention or OfficeMention or PronounMention ? (ActorMention)items[i].Value! : null;
            if (person is not null && items[i].Classes.Intersects(say) && items[i + 1].Classes.Intersects(mark))
            {
                return person;
            }
        }

        return null;
    }
}
