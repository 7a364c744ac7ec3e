using KnowledgeGraph.Articles;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Extraction.Time;

namespace KnowledgeGraph.Linking;

/// <summary>The day of a dateline (新华社东京4月3日电): what 今天 means where the report was written.</summary>
internal sealed class Dateline(Vocabulary vocabulary)
{
    private const int Reach = 40;
    private const int LongestDelay = 7;
    private readonly ClassSet end = vocabulary.Classes["dateline-end"];
    private readonly ClassSet dash = vocabulary.Classes["dash"];
    private readonly ClassSet media = vocabulary.Classes["media"];

    /// <summary>Where the dateline of a sentence ends, or its start where it has none.</summary>
    public int EndOf(ParsedSentence sentence) => Find(sentence) is { } found ? found.End : sentence.Sentence.Span.Start;

    /// <summary>The day of the article's first dateline, or <see langword="null"/>.</summary>
    public DateOnly? DayOf(IReadOnlyList<ParsedSentence> sentences, DateOnly? published)
    {
        foreach (var sentence in sentences)
        {
            if (Find(sentence) is { } found && TimeResolver.Resolve(found.Time, published, null, false) is { IsDay: true } day
                && (published is not { } p || Math.Abs(p.DayNumber - day.From.DayNumber) <= LongestDelay))
            {
                return day.From;
            }
        }

        return null;
    }

    private (TimeMention Time, int End)? Find(ParsedSentence sentence)
    {
        if (sentence.Sentence.Kind is not BlockKind.Paragraph)
        {
            return null;
        }

        var items = sentence.Items;
        for (var i = 0; i + 1 < items.Length && items[i].Span.Start - sentence.Sentence.Span.Start < Reach; i++)
        {
            // 新华社东京4月3日电, 路透北京8月13日 -
            if (items[i].Value is TimeMention time && (items[i + 1].Classes.Intersects(end) || (items[i + 1].Classes.Intersects(dash) && items[0].Classes.Intersects(media))))
            {
                return (time, items[i + 1].Span.End);
            }
        }

        return null;
    }
}
