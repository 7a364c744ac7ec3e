using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>The company in which names stand: titles, lists, brackets, verbs of saying.</summary>
internal sealed partial class NameSearch
{
    /// <summary>The end of the run of Han characters and dots from a place, up to a locked phrase that is no name.</summary>
    private int RunEnd(int start)
    {
        var i = FirstMatchEndingAfter(start);
        while (i < matches.Count && (owner.Vocabulary[matches[i].Id].Classes.Intersects(owner.Name) || IsWithinName(matches[i], start)))
        {
            i++;
        }

        var limit = i < matches.Count ? Math.Max(start, matches[i].Start) : text.Length;
        var end = start;
        while (end < limit && NameShape.IsHan(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>
    /// Whether a locked phrase may be the rest of a name: a place's name within a transliterated one (尼斯 in 约翰尼斯, 纽埃 in
    /// 埃马纽埃尔), or what only blocks behind a surname (英文 in 蔡英文).
    /// </summary>
    private bool IsWithinName(PhraseMatch match, int start)
    {
        if (match.Start <= start)
        {
            return false;
        }

        var entry = owner.Vocabulary[match.Id];
        if (entry.Classes.Equals(owner.Word))
        {
            return match.Start == start + 1 && match.End == start + 3 && shape.SurnameLength(text.AsSpan(start, 2)) == 1;
        }

        return (entry.Place is not null || (entry.State is not null && match.End < text.Length && shape.IsTransliteration(text[match.End])))
            && shape.IsTransliterated(text.AsSpan(match.Start, match.End - match.Start)) && shape.IsTransliteration(text[match.Start - 1]);
    }

    private void AfterTitle(int i)
    {
        var start = matches[i].End;
        if (i + 1 < matches.Count && matches[i + 1].Start == start)
        {
            AfterTitleAndPlace(matches[i + 1], IsEastAsian(i));
            return;
        }

        if (start + 2 < text.Length && owner.Vocabulary.Find(text[start]) is { } next && next.Classes.Intersects(owner.De) && FollowsHolding(i))
        {
            // 时任国防部长的蒋经国
            start++;
        }

        var limit = RunEnd(start);
        var best = shape.Best(text, start, limit, IsEastAsian(i));
        if (best.Score >= NameShape.Accept && !NamesLock(start) && !(shape.IsStop(text[start]) && IsStates(text.AsSpan(start, best.End - start))))
        {
            Found(Dotted(new Span(start, best.End)));
        }
    }

    /// <summary>总书记加萨马格拉: a name may begin like that of a place where transliteration goes on behind it.</summary>
    private void AfterTitleAndPlace(PhraseMatch place, bool eastAsian)
    {
        if (owner.Vocabulary[place.Id] is not { Place: not null, State: null } || place.End + 1 >= text.Length || !GoesOn(text[place.End]) || !GoesOn(text[place.End + 1])
            || !shape.IsTransliterated(place.Span.Of(text)) || shape.StartsWithWord(text, place.End))
        {
            return;
        }

        var best = shape.Best(text, place.Start, RunEnd(place.End), eastAsian);
        if (best.Score >= NameShape.Accept && best.End > place.End + 1)
        {
            Found(Dotted(new Span(place.Start, best.End)));
        }
    }

    /// <summary>Whether a word for an office held in the past or taken up stands shortly before a title.</summary>
    private bool FollowsHolding(int i)
    {
        for (var k = i - 1; k >= 0 && k > i - 4 && matches[i].Start - matches[k].End < 8; k--)
        {
            if (owner.Vocabulary[matches[k].Id].Classes.Intersects(owner.Held))
            {
                return true;
            }
        }

        return false;
    }

    private bool NamesLock(int start)
    {
        var i = FirstMatchEndingAfter(start);
        return i < matches.Count && matches[i].Start == start;
    }

    /// <summary>Whether the last state before the title is one whose names have surnames.</summary>
    private bool IsEastAsian(int i)
    {
        for (var k = i; k >= 0 && k > i - 4 && matches[i].Start - matches[k].End < 12; k--)
        {
            if (owner.Vocabulary[matches[k].Id].State is { } state)
            {
                return owner.EastAsian.Contains(state.Name);
            }
        }

        return false;
    }

    /// <summary>安倍首相, 任全牛律师, and, where it is a surname and two characters, 蒋经国部长.</summary>
    private void BeforeTitle(int i, ClassSet title)
    {
        var isOffice = title.Intersects(owner.Office);
        var end = matches[i].Start;
        var floor = i > 0 ? matches[i - 1].End : 0;
        if (BestBackwards(floor, end, isOffice ? AcceptBeforeTitle : AcceptBeforeHonorific) is not { } span
            || (shape.IsNoEnd(text[end - 1]) && !(title.Intersects(owner.Honorific) && shape.IsSurnameAndRareWord(text.AsSpan(span.Start, span.Length)) && !shape.IsWithinWord(text, span.Start))))
        {
            return;
        }

        if (isOffice || title.Intersects(owner.Honorific) || IsBeforeHead(span))
        {
            Found(Dotted(span));
        }
    }

    /// <summary>Before a word that is an office only in company (部长, 代表) a name must be a surname and two characters, and no part of other words.</summary>
    private bool IsBeforeHead(Span span)
    {
        var name = text.AsSpan(span.Start, span.Length);
        return name.Length == 3 && shape.SurnameLength(name) == 1 && shape.IsFreeName(name) && !shape.EndsInCommonWord(name)
            && !shape.IsWithinWord(text, span.Start) && !GoesOnAsWord(span.End);
    }

    /// <summary>代表性: the word behind a name is longer than the title that it begins with.</summary>
    private bool GoesOnAsWord(int at) => LockAt(at) is { } title && title.End < text.Length && shape.IsWithinWord(text, title.End);

    /// <summary>The best name that ends at a place: its left edge must be a mark, a locked phrase or a word like 同.</summary>
    private Span? BestBackwards(int floor, int end, double accept)
    {
        for (var start = Math.Max(floor, end - 7); start <= end - 2; start++)
        {
            if (!IsLeftEdge(start, floor) && !shape.EndsWithRole(text, start) && !(end - start > 2 && shape.EndsWithCommonWord(text, start)))
            {
                continue;
            }

            var candidate = text.AsSpan(start, end - start);
            foreach (var c in candidate)
            {
                if (!NameShape.IsHan(c))
                {
                    candidate = default;
                    break;
                }
            }

            if (candidate.IsEmpty || (start > floor && (shape.EndsWithCommonWord(text, start + 1) || shape.EndsWithRole(text, start + 1))) || shape.IsBadStart(candidate) || IsStates(candidate) || shape.BeginsWithCommonWord(candidate) || shape.IsCommonWord(candidate) || shape.IsStop(candidate[^1]) || HoldsStop(candidate))
            {
                continue;
            }

            var best = shape.Best(text, start, end, false);
            if (best.End == end && best.Score >= accept)
            {
                return new Span(start, end);
            }
        }

        return null;
    }

    /// <summary>Whether it is a run of short forms of states (韩中外长), whatever word leads it (应台外长之邀).</summary>
    private bool IsStates(ReadOnlySpan<char> candidate)
    {
        for (var i = 0; i < candidate.Length; i++)
        {
            var isState = owner.Vocabulary.Find(candidate[i]) is { } entry && entry.Classes.Intersects(owner.StateShort);
            if (!isState && !(i == 0 && shape.IsStop(candidate[i])))
            {
                return false;
            }
        }

        return true;
    }

    private bool HoldsStop(ReadOnlySpan<char> candidate)
    {
        for (var i = 0; i < candidate.Length; i++)
        {
            // A surname may be such a word as well (任).
            if (shape.IsStop(candidate[i]) && !shape.IsTransliteration(candidate[i]) && !(i == 0 && candidate.Length == 3 && shape.BeginsWithPlainSurname(candidate)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsLeftEdge(int start, int floor) =>
        start == floor || start == 0 || !NameShape.IsHan(text[start - 1]) || shape.IsStop(text[start - 1]);

    private void BeforeSaying(int i)
    {
        var end = matches[i].Start;
        var floor = i > 0 ? matches[i - 1].End : 0;
        var start = end;
        while (start > floor && end - start < 7 && NameShape.IsHan(text[start - 1]))
        {
            start--;
        }

        var opens = start == 0 || (start > floor && !NameShape.IsHan(text[start - 1]) && !shape.IsDot(text[start - 1])) || (start == floor && start > 0 && !NameShape.IsHan(text[start - 1]));
        if (opens && end - start >= 2 && !shape.IsBadStart(text.AsSpan(start, end - start)) && !shape.IsCommonWord(text.AsSpan(start, end - start)) && !HoldsStop(text.AsSpan(start, end - start)))
        {
            var best = shape.Best(text, start, end, false);
            if (best.End == end && best.Score >= 4.2)
            {
                Found(new Span(start, end));
            }
        }
    }

    /// <summary>After a name and 、 or 和 another may stand without a title.</summary>
    private void AfterName(int end)
    {
        if (end >= text.Length || owner.Vocabulary.Find(text[end].ToString()) is not { } separator || !separator.Classes.Intersects(owner.Listing))
        {
            return;
        }

        var start = end + 1;
        var limit = RunEnd(start);
        if (limit - start < 2 || NamesLock(start))
        {
            return;
        }

        var best = shape.Best(text, start, limit, false);
        var closed = best.End < text.Length
            && (best.End == limit || (shape.IsStop(text[best.End]) && !shape.IsWithinWord(text, best.End) && best.End - start == 3 && shape.SurnameLength(text.AsSpan(start, 3)) > 0 && shape.IsFreeName(text.AsSpan(start, 3))) || (owner.Vocabulary.Find(text[best.End].ToString()) is { } next && next.Classes.Intersects(owner.ListEnd | owner.Listing)));
        if (best.Score >= 4.0 && closed && !shape.IsBadStart(text.AsSpan(start, best.End - start)) && !shape.IsCommonWord(text.AsSpan(start, best.End - start)))
        {
            Found(Dotted(new Span(start, best.End)));
        }
    }

    /// <summary>Before 和 and a name another may stand without a title.</summary>
    private void BeforeName(int start)
    {
        if (start < 3 || owner.Vocabulary.Find(text[start - 1]) is not { } separator || !separator.Classes.Intersects(owner.Listing))
        {
            return;
        }

        var end = start - 1;
        var i = FirstMatchEndingAfter(end - 1);
        var floor = i > 0 ? matches[i - 1].End : 0;
        if ((i >= matches.Count || matches[i].Start >= end) && BestBackwards(floor, end, 3.8) is { } span && shape.IsFreeName(text.AsSpan(span.Start, span.Length)))
        {
            Found(Dotted(span));
        }
    }
}
