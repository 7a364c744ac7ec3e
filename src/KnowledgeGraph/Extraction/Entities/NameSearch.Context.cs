using KnowledgeGraph.Text;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>Names without a title: lists of names, and names between what stands before people and what people do.</summary>
internal sealed partial class NameSearch
{
    private const double AcceptInContext = 5.2;
    private const double AcceptBeforeTitle = 3.4;
    private const double AcceptBeforeHonorific = 4.2;

    // A single word in brackets is a place's name as often as a person's.
    private const double AcceptBeforeOneWord = 5.0;
    private const double AcceptInList = 3.4;
    private const int LongestElement = 7;

    /// <summary>丁薛祥、王毅等参加会见: all that stands between the marks of a list must look like a name.</summary>
    private void InLists()
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsListMark(at))
            {
                continue;
            }

            var elements = new List<(Span Span, double Score, bool Known)>();
            var mark = at;
            if (ElementBefore(at) is { } head)
            {
                elements.Add(head);
            }

            while (NextMark(mark + 1) is { } next && next > mark && Element(mark + 1, next) is { } inner)
            {
                elements.Add(inner);
                mark = next;
            }

            if (LastElement(mark + 1) is { } last)
            {
                elements.Add(last);
            }

            if (elements.Count > 1 && IsListOfNames(elements))
            {
                foreach (var element in elements.Where(element => !element.Known))
                {
                    Found(Dotted(element.Span));
                }
            }

            at = mark;
        }
    }

    /// <summary>Three in a row that look like names are names; two only where one is known or people's doings follow.</summary>
    private bool IsListOfNames(List<(Span Span, double Score, bool Known)> elements)
    {
        var free = elements.Count(element => element.Known || shape.IsFreeName(element.Span.Of(text)));
        if (free < elements.Count && free < 3)
        {
            return false;
        }

        var surnames = elements.Count(element => element.Known || shape.SurnameLength(element.Span.Of(text)) > 0);
        var verb = shape.StartsWithVerb(text, elements[^1].Span.End);
        return elements.Exists(element => element.Known) || (surnames == elements.Count && (elements.Count > 2 || verb))
            || (verb && surnames * 2 >= elements.Count);
    }

    private bool IsListMark(int at) => at > 1 && at + 2 < text.Length && owner.Vocabulary.Find(text[at]) is { } entry && entry.Classes.Intersects(owner.ListMark);

    /// <summary>The next mark of the list, where only characters of names stand before it.</summary>
    private int? NextMark(int from)
    {
        for (var i = from; i < text.Length && i - from <= LongestElement + 2; i++)
        {
            if (IsListMark(i))
            {
                return i;
            }

            if (!NameShape.IsHan(text[i]) && !shape.IsDot(text[i]))
            {
                return null;
            }
        }

        return null;
    }

    private (Span Span, double Score, bool Known)? Element(int start, int end)
    {
        if (LockAt(start) is { } locked)
        {
            return locked.End == end && IsName(locked) ? (locked.Span, 5, true) : null;
        }

        return (shape.IsFreeName(text.AsSpan(start, end - start)) || shape.IsNameAmongNames(text.AsSpan(start, end - start))) && RunEnd(start) >= end && shape.ScoreOf(text, start, end, end) is var score && score >= AcceptInList
            ? (new Span(start, end), score, names.Contains(text[start..end]))
            : null;
    }

    private (Span Span, double Score, bool Known)? ElementBefore(int end)
    {
        var i = FirstMatchEndingAfter(end - 1);
        if (i < matches.Count && matches[i].End == end)
        {
            return IsName(matches[i]) ? (matches[i].Span, 5, true) : null;
        }

        var floor = i > 0 ? matches[i - 1].End : 0;
        (Span Span, double Score, bool Known)? best = null;
        for (var start = Math.Max(floor, end - LongestElement); start <= end - 2; start++)
        {
            if ((IsLeftEdge(start, floor) || shape.EndsWithLead(text, start)) && Element(start, end) is { } element && (best is null || element.Score > best.Value.Score))
            {
                best = element;
            }
        }

        return best;
    }

    private (Span Span, double Score, bool Known)? LastElement(int start)
    {
        if (LockAt(start) is { } locked)
        {
            return IsName(locked) ? (locked.Span, 5, true) : null;
        }

        var (end, score) = BestInContext(start, RunEnd(start));
        return score >= AcceptInList ? (new Span(start, end), score, names.Contains(text[start..end])) : null;
    }

    private bool IsName(PhraseMatch match) => owner.Vocabulary[match.Id].Classes.Intersects(owner.Name);

    private PhraseMatch? LockAt(int offset)
    {
        var i = FirstMatchEndingAfter(offset);
        return i < matches.Count && matches[i].Start <= offset ? matches[i] : null;
    }

    /// <summary>
    /// Names behind a word like 夫人, and names at the head of a sentence or behind a word like 会见, before what people do or, as
    /// in headlines, before a colon.
    /// </summary>
    private void InContext()
    {
        for (var start = 0; start < text.Length - 2; start++)
        {
            if (!shape.MayBegin(text, start) || (LockAt(start) is { } locked && !(IsName(locked) && locked.Start == start && MayBeLonger(locked.End))))
            {
                continue;
            }

            if (shape.EndsWithRole(text, start))
            {
                var (to, points) = BestNearRole(start, RunEnd(start));
                if (points >= AcceptInList)
                {
                    Found(Dotted(new Span(start, to)));
                    continue;
                }
            }

            var before = Before(start);
            var isObject = before == 0 && shape.EndsWithVerbWord(text, start);
            if (before == 0 && !isObject)
            {
                continue;
            }

            var (end, score) = BestInContext(start, RunEnd(start));
            if (score <= 0 || (LockAt(start) is { } begun && end - begun.End == 1 && shape.IsTransliterated(text.AsSpan(start, begun.End - start))))
            {
                // 特朗普若: a known transliteration does not go on by one character.
                continue;
            }

            var name = text.AsSpan(start, end - start);
            var clear = name.Length > 2 && !shape.EndsInCommonWord(name) && score >= 4.4;
            if ((!isObject && score + before >= AcceptInContext && shape.StartsWithVerb(text, end))
                || (!isObject && clear && shape.StartsWithVerbWord(text, end))
                || (before > 0 && clear && shape.SurnameLength(name) > 0 && end < text.Length && owner.Vocabulary.Find(text[end]) is { } mark && mark.Classes.Intersects(owner.Colon))
                || (isObject && clear && !shape.IsWithinWord(text, start) && !shape.BeginsWithWord(name) && shape.SurnameLength(name) > 0 && !NameShape.IsHan(text[end])))
            {
                Found(Dotted(new Span(start, end)));
            }
        }
    }

    /// <summary>Whether a known name may be the beginning of a longer one: not where a phrase of its own begins behind it (普京阿拉斯加会谈).</summary>
    private bool MayBeLonger(int end) => end < text.Length && GoesOn(text[end]) && LockAt(end) is not { Span.Length: > 1 };

    /// <summary>How much what stands before speaks for a name.</summary>
    private double Before(int start)
    {
        if (start == 0 || text[start - 1] is '\n')
        {
            return 1.2;
        }

        var c = text[start - 1];
        if (!NameShape.IsHan(c))
        {
            return char.IsLetterOrDigit(c) || shape.IsDot(c) || c is '-' ? 0 : 0.8;
        }

        var isOfRole = start > 2 && owner.Vocabulary.Find(c) is { } word && word.Classes.Intersects(owner.De) && shape.EndsWithRole(text, start - 1);
        return isOfRole || shape.EndsWithLead(text, start) ? 1.0 : 0;
    }

    private (int End, double Score) BestInContext(int start, int limit)
    {
        var best = (End: start, Score: 0.0);
        for (var end = start + 2; end <= Math.Min(limit, start + LongestElement); end++)
        {
            if (!shape.IsFreeName(text.AsSpan(start, end - start)) || IsStates(text.AsSpan(start, end - start)))
            {
                continue;
            }

            var score = shape.ScoreOf(text, start, end, limit) + (shape.StartsWithVerb(text, end) ? 1.0 : 0);
            if (score > best.Score)
            {
                best = (end, score);
            }
        }

        return best;
    }

    /// <summary>Behind 夫人 or 律师 a short transliterated name may stand as well.</summary>
    private (int End, double Score) BestNearRole(int start, int limit) =>
        shape.Best(text, start, limit, false) is var best && best.End > start && !shape.IsBadStart(text.AsSpan(start, best.End - start)) && !shape.IsCommonWord(text.AsSpan(start, best.End - start))
            ? best
            : (start, 0);
}
