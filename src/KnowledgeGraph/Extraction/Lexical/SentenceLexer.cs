using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Extraction.Time;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Extraction.Lexical;

/// <summary>
/// Turns a sentence into items: locked phrases, names and time expressions whole, brackets as one, and the words between them
/// by segmentation.
/// </summary>
internal sealed class SentenceLexer(Vocabulary vocabulary, Lexicon lexicon, WordSet titleVerbs)
{
    private const int LongestBracket = 40;
    private readonly Segmenter segmenter = new(lexicon);
    private readonly ClassSet pairNext = vocabulary.Classes["office"] | vocabulary.Classes["pair-next"] | vocabulary.Classes["talks"]
        | vocabulary.Classes["summit"] | vocabulary.Classes["count-states"] | vocabulary.Classes["count-both"] | vocabulary.Classes["conf-head"]
        | vocabulary.Classes["pair-verb"];

    private readonly ClassSet office = vocabulary.Classes["office"] | vocabulary.Classes["pair-next"];
    private readonly ClassSet stateShort = vocabulary.Classes["state-short"];
    private readonly ClassSet loneState = vocabulary.Classes["lone-state"];
    private readonly ClassSet word = vocabulary.Classes["word"];
    private readonly ClassSet verb = vocabulary.Classes["verb"];
    private readonly ClassSet latin = vocabulary.Classes["latin"];
    private readonly ClassSet number = vocabulary.Classes["number"];
    private readonly ClassSet paren = vocabulary.Classes["paren"];
    private readonly ClassSet name = vocabulary.Classes["name"];
    private readonly ClassSet duration = vocabulary.Classes["duration"];
    private readonly ClassSet time = vocabulary.Classes["time"];

    /// <summary>The items of a sentence; they cover it without gap or overlap, white space left out.</summary>
    /// <param name="folded">The folded article.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="matches">The locked phrases of the article, in order.</param>
    /// <param name="names">The names of the article, in order.</param>
    /// <param name="times">The time expressions of the sentence, in order.</param>
    /// <param name="durations">The durations of the sentence, in order.</param>
    public List<Item> Lex(string folded, Span sentence, List<PhraseMatch> matches, List<Span> names, List<TimeMention> times, List<DurationMention> durations)
    {
        var locks = Locks(folded, sentence, matches, names, times, durations);
        AddBrackets(folded, sentence, locks);
        var items = new List<Item>();
        var at = sentence.Start;
        foreach (var item in locks)
        {
            Gap(folded, at, item.Span.Start, item.Classes, items);
            items.Add(item);
            at = item.Span.End;
        }

        Gap(folded, at, sentence.End, default, items);
        return items;
    }

    /// <summary>Names, times and phrases of a sentence: of overlapping ones the longest, then the earliest.</summary>
    private List<Item> Locks(string folded, Span sentence, List<PhraseMatch> matches, List<Span> names, List<TimeMention> times, List<DurationMention> durations)
    {
        var all = new List<Item>();
        foreach (var mention in durations)
        {
            all.Add(new Item(mention.Span, duration, mention));
        }

        foreach (var mention in times)
        {
            all.Add(new Item(mention.Span, time, mention));
        }

        for (var i = LongestMatch.FirstIndex(names, span => span.Start < sentence.Start); i < names.Count && names[i].End <= sentence.End; i++)
        {
            all.Add(new Item(names[i], name, null));
        }

        for (var i = LongestMatch.FirstIndex(matches, match => match.Start < sentence.Start); i < matches.Count && matches[i].End <= sentence.End; i++)
        {
            var entry = vocabulary[matches[i].Id];
            if (!entry.Classes.Equals(name) && !IsWithinNumber(folded, matches[i].Start))
            {
                all.Add(new Item(matches[i].Span, entry.Classes, entry));
            }
        }

        return LongestMatch.Keep(all, item => item.Span);
    }

    /// <summary>27国 is no 7国.</summary>
    private static bool IsWithinNumber(string folded, int start) => start > 0 && char.IsAsciiDigit(folded[start]) && char.IsAsciiDigit(folded[start - 1]);

    /// <summary>A short bracket becomes one item, whatever stands within; but one that opens a sentence may be its dateline.</summary>
    private void AddBrackets(string folded, Span sentence, List<Item> locks)
    {
        for (var i = sentence.Start + 1; i < sentence.End; i++)
        {
            if (folded[i] is not ('(' or '（') || locks.Exists(item => item.Span.Contains(i)))
            {
                continue;
            }

            var end = folded.AsSpan(i, Math.Min(LongestBracket, sentence.End - i)).IndexOfAny(')', '）');
            if (end < 0)
            {
                continue;
            }

            var span = new Span(i, i + end + 1);
            if (locks.Exists(item => item.Span.Start < span.End && item.Span.End > span.End))
            {
                continue;
            }

            // (2020年10月6日) behind a sentence says when it happened
            var day = locks.Find(item => item.Value is TimeMention && item.Span.Start == span.Start + 1 && item.Span.End == span.End - 1);
            locks.RemoveAll(item => span.Contains(item.Span));
            locks.Add(new Item(span, day.Value is null ? paren : paren | time, day.Value));
            i = span.End - 1;
        }

        locks.Sort((a, b) => a.Span.CompareTo(b.Span));
    }

    /// <summary>The words between two locks. The short forms of states right before 外长, 元首 or 会谈 stand alone (中|韩|外长).</summary>
    private void Gap(string folded, int start, int end, ClassSet next, List<Item> items)
    {
        if (start >= end)
        {
            return;
        }

        var cut = end;
        if (next.Intersects(pairNext))
        {
            while (cut > start && (IsClass(folded[cut - 1], stateShort) || (cut < end && IsClass(folded[cut - 1], vocabulary.Classes["list-sep"]))))
            {
                cut--;
            }

            while (cut < end && !IsClass(folded[cut], stateShort))
            {
                cut++;
            }

            if (end - cut == 1 && !(next.Intersects(office) && IsClass(folded[cut], loneState)))
            {
                cut = end;
            }
        }

        Words(folded, start, cut, items);
        for (; cut < end; cut++)
        {
            items.Add(Single(folded, cut));
        }
    }

    private bool IsClass(char c, ClassSet classes) => vocabulary.Find(c) is { } entry && entry.Classes.Intersects(classes);

    /// <summary>Whether a word is a verb and no part of titles: 合作 is a noun as well, 执行 stands in 执行主任.</summary>
    private bool IsVerb(ReadOnlySpan<char> text) => lexicon.Tag(text) == "v" && !titleVerbs.Contains(text);

    private Item Single(string folded, int at)
    {
        var entry = vocabulary.Find(folded[at]);
        var classes = entry?.Classes ?? default;
        return new Item(new Span(at, at + 1), char.IsLetter(folded[at]) ? classes | word : classes, entry);
    }

    private void Words(string folded, int start, int end, List<Item> items)
    {
        var tokens = new List<Token>();
        segmenter.Tokenize(folded.AsSpan(start, end - start), tokens, hmm: false);
        foreach (var token in tokens)
        {
            var span = new Span(start + token.Start, start + token.End);
            var text = folded.AsSpan(span.Start, span.Length);
            if (text.IsWhiteSpace())
            {
                continue;
            }

            if (text.Length == 1)
            {
                items.Add(char.IsDigit(text[0]) ? new Item(span, number | word, null)
                    : char.IsAsciiLetter(text[0]) ? new Item(span, latin | word, null)
                    : char.IsLetter(text[0]) || vocabulary.Find(text[0]) is not null ? Single(folded, span.Start)
                    : new Item(span, default, null));
                continue;
            }

            var classes = char.IsAsciiLetter(text[0]) ? latin : char.IsDigit(text[0]) ? number : IsVerb(text) ? verb : default;
            items.Add(new Item(span, classes | word, null));
        }
    }
}
