using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Lexical;

namespace KnowledgeGraph.Linking;

/// <summary>Who is named in an article as somebody's wife or husband (比奥总统和夫人法蒂玛), whom 比奥夫妇 means as well.</summary>
internal static class Spouses
{
    /// <summary>Each person with the spouse, by where their names stand.</summary>
    public static IEnumerable<(Span One, Span Other)> In(IEnumerable<ParsedSentence> sentences, Vocabulary vocabulary, string text)
    {
        var consort = vocabulary.Classes["consort"];
        var joined = vocabulary.Classes["and"] | vocabulary.Classes["list-sep"] | vocabulary.Classes["de"];
        foreach (var items in sentences.Select(sentence => sentence.Items))
        {
            for (var i = 1; i < items.Length; i++)
            {
                // the word stands alone, or is read as what the name is called by
                if (items[i].Value is not PersonMention spouse || (!items[i - 1].Classes.Intersects(consort) && !IsCalledConsort(spouse)))
                {
                    continue;
                }

                var before = items[i - 1].Classes.Intersects(consort) ? i - 2 : i - 1;
                before = before >= 0 && items[before].Classes.Intersects(joined) ? before - 1 : before;
                if (before >= 0 && items[before].Value is PersonMention person)
                {
                    yield return (person.NameSpan, spouse.NameSpan);
                }
            }
        }

        bool IsCalledConsort(PersonMention spouse) => spouse.NameSpan.Start > spouse.Span.Start
            && vocabulary.Find(vocabulary.Folded(text, spouse.Span with { End = spouse.NameSpan.Start }))?.Classes.Intersects(consort) == true;
    }
}
