using KnowledgeGraph.Text;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>Names in Latin letters, which stand behind a title or a word for a kind of person (首席经济学家Rajiv Biswas).</summary>
internal sealed partial class NameSearch
{
    private const int MostLatinWords = 5;
    private const int LongestParticle = 3;
    private const char LastLatin = '\u024f';

    private void InLatin()
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsUpper(text[start]) || !IsLatin(text[start]))
            {
                continue;
            }

            var end = LatinEnd(start);
            if (end > start && FollowsTitle(start))
            {
                Found(new Span(start, end));
            }

            start = Math.Max(end, start);
            while (start + 1 < text.Length && IsLatin(text[start + 1]))
            {
                start++;
            }
        }
    }

    /// <summary>Where two or more words end that each begin with a capital, short ones between them aside (Ursula von der Leyen); the start where they are no name.</summary>
    private int LatinEnd(int start)
    {
        var (words, end, at) = (0, start, start);
        while (words < MostLatinWords && at < text.Length && IsLatin(text[at]))
        {
            var to = at;
            while (to < text.Length && (IsLatin(text[to]) || text[to] is '-' or '\'' or '’' or '.'))
            {
                to++;
            }

            if (char.IsUpper(text[at]))
            {
                words++;
                end = to;
            }
            else if (to - at > LongestParticle)
            {
                break;
            }

            at = to < text.Length && text[to] == ' ' ? to + 1 : text.Length;
        }

        return words > 1 && char.IsLetter(text[end - 1]) && end - start > words + 2 ? end : start;
    }

    private bool FollowsTitle(int start)
    {
        var at = start > 0 && text[start - 1] == ' ' ? start - 1 : start;
        return at > 0 && (shape.EndsWithRole(text, at)
            || (LockAt(at - 1) is { } before && before.End == at && owner.Vocabulary[before.Id].Classes.Intersects(owner.Introducing | owner.Honorific)));
    }

    private static bool IsLatin(char c) => c <= LastLatin && char.IsLetter(c);

    /// <summary>Whether a piece of Latin text goes on beyond a span on either side.</summary>
    private bool CutsLatin(Span span) => IsLatin(text[span.Start]) && ((span.Start > 0 && IsLatin(text[span.Start - 1])) || (span.End < text.Length && IsLatin(text[span.End])));
}
