using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;

namespace KnowledgeGraph.Linking;

/// <summary>Who is named in an article as somebody's wife or husband (比奥总统和夫人法蒂玛), whom 比奥夫妇 means as well.</summary>
internal static class Spouses
{
    /// <summary>Each person with the spouse, by where their names stand.</summary>
    public static IEnumerable<(Span One, Span Other)> In(IEnumerable<ParsedSentence> sentences, ClassTable classes)
    {
        var consort = classes["consort"];
        var joined = classes["and"] | classes["list-sep"] | classes["de"];
        foreach (var items in sentences.Select(sentence => sentence.Items))
        {
            for (var i = 1; i + 1 < items.Length; i++)
            {
                if (!items[i].Classes.Intersects(consort) || items[i + 1].Value is not PersonMention spouse)
                {
                    continue;
                }

                var before = items[i - 1].Classes.Intersects(joined) ? i - 2 : i - 1;
                if (before >= 0 && items[before].Value is PersonMention person)
                {
                    yield return (person.NameSpan, spouse.NameSpan);
                }
            }
        }
    }
}
