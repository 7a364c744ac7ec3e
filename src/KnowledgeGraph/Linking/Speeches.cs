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
            speaking = Opens(items, say, mark) || within[s];
        }
    }

    /// <summary>Whether a sentence goes on with one side's speech.</summary>
    public bool Within(int sentence) => within[sentence];

    /// <summary>The sentence that tells that leaders came before the press together, where one has by then.</summary>
    public int? ToThePress(int sentence) => toThePress[sentence];

    private static bool Opens(Item[] items, ClassSet say, ClassSet mark)
    {
        var person = false;
        for (var i = 0; i + 1 < items.Length; i++)
        {
            person |= items[i].Value is PersonMention or OfficeMention or PronounMention;
            if (person && items[i].Classes.Intersects(say) && items[i + 1].Classes.Intersects(mark))
            {
                return true;
            }
        }

        return false;
    }
}
