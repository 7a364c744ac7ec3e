using KnowledgeGraph.Articles;
using KnowledgeGraph.Extraction.Patterns;

namespace KnowledgeGraph.Extraction.Lexical;

/// <summary>A sentence of an article.</summary>
/// <param name="Span">Where it stands, its closing mark included.</param>
/// <param name="Kind">The block it belongs to.</param>
/// <param name="Block">Index of the block.</param>
internal readonly record struct Sentence(Span Span, BlockKind Kind, int Block);

/// <summary>Cuts blocks into sentences at the marks of the class <c>stop</c>; closing quotes and brackets, and a date in brackets, stay with their sentence.</summary>
/// <remarks>Text without such marks is cut too, at a comma or in the end anywhere, so that no text costs more than its length.</remarks>
internal static class SentenceSplitter
{
    /// <summary>Characters after which a comma ends a sentence; sentences of people are shorter.</summary>
    private const int Long = 800;

    /// <summary>Characters after which a sentence ends whatever follows.</summary>
    private const int Longest = 1_600;

    /// <summary>Characters of a bracket that may date the sentence before it.</summary>
    private const int LongestDate = 16;

    /// <summary>Digits that such a bracket has at least.</summary>
    private const int DateDigits = 5;

    /// <summary>The sentences of an article in order.</summary>
    public static List<Sentence> Split(Article article, string folded, Vocabulary vocabulary)
    {
        var stop = vocabulary.Classes["stop"];
        var comma = vocabulary.Classes["comma"] | vocabulary.Classes["list-sep"];
        var closing = vocabulary.Classes["quote"];
        var sentences = new List<Sentence>();
        for (var b = 0; b < article.Blocks.Length; b++)
        {
            var block = article.Blocks[b];
            var start = block.Span.Start;
            for (var i = start; i < block.Span.End; i++)
            {
                if (block.Kind is BlockKind.Title && IsHeadlineGap(folded, i, block.Span))
                {
                    sentences.Add(new Sentence(new Span(start, i), block.Kind, b));
                    start = i + 1;
                    continue;
                }

                if (!IsMark(folded[i], stop, vocabulary) && !(i - start >= Long && IsMark(folded[i], comma, vocabulary)))
                {
                    if (i - start >= Longest && !char.IsHighSurrogate(folded[i]))
                    {
                        sentences.Add(new Sentence(new Span(start, i + 1), block.Kind, b));
                        start = i + 1;
                    }

                    continue;
                }

                while (i + 1 < block.Span.End && (IsMark(folded[i + 1], stop | closing, vocabulary) || folded[i + 1] is ')' or '）'))
                {
                    i++;
                }

                i = DateBehind(folded, i, block.Span.End);
                sentences.Add(new Sentence(new Span(start, i + 1), block.Kind, b));
                start = i + 1;
            }

            if (start < block.Span.End)
            {
                sentences.Add(new Sentence(new Span(start, block.Span.End), block.Kind, b));
            }
        }

        return sentences;
    }

    /// <summary>The end of a date in brackets behind a full stop, which belongs to the sentence before: 蓬佩奥会晤菅义伟。（2020年10月6日）.</summary>
    private static int DateBehind(string folded, int mark, int end)
    {
        if (mark + 1 >= end || folded[mark + 1] is not ('(' or '（'))
        {
            return mark;
        }

        var bracket = folded.AsSpan(mark + 1, Math.Min(LongestDate, end - mark - 1));
        var close = bracket.IndexOfAny(')', '）');
        var digits = 0;
        foreach (var c in bracket[..Math.Max(0, close)])
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits >= DateDigits ? mark + 1 + close : mark;
    }

    /// <summary>Headlines put a space where running text has a full stop.</summary>
    private static bool IsHeadlineGap(string folded, int i, Span block) =>
        char.IsWhiteSpace(folded[i]) && i > block.Start && i + 1 < block.End && IsHan(folded[i - 1]) && IsHan(folded[i + 1]);

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    private static bool IsMark(char c, ClassSet marks, Vocabulary vocabulary) =>
        !char.IsLetterOrDigit(c) && vocabulary.Find(c) is { } entry && entry.Classes.Intersects(marks);
}
