using KnowledgeGraph.Text;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>Names around dots and before brackets with a name in Latin letters.</summary>
internal sealed partial class NameSearch
{
    private void AroundDotsAndBrackets()
    {
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (shape.IsDot(text[i]) && NameShape.IsHan(text[i - 1]) && shape.IsTransliteration(text[i - 1]) && shape.IsTransliteration(text[BehindInitials(i + 1)]) && MayJoin(i))
            {
                var span = Dotted(new Span(i, i + 1));
                Found(span);
                i = Math.Max(i, span.End - 1);
            }
            else if (text[i] is '(' or '（' && char.IsAsciiLetterUpper(text[i + 1]) && NameShape.IsHan(text[i - 1]) && LooksLikeLatinName(i + 1))
            {
                var m = FirstMatchEndingAfter(i - 1);
                var locked = m < matches.Count && matches[m].Start < i;
                var floor = locked ? i : m > 0 ? matches[m - 1].End : 0;
                if (BestBackwards(floor, i, text.AsSpan(i, ClosingBracket(i) - i).Contains(' ') ? NameShape.Accept : AcceptBeforeOneWord) is { } span && !FollowsKind(span.Start))
                {
                    Found(Dotted(span));
                }
            }
        }
    }

    /// <summary>公司诺瓦瓦克斯(Novavax): what a word for a kind of organisation introduces is one.</summary>
    private bool FollowsKind(int start) => start > 0 && LockAt(start - 1) is { } kind && kind.End == start && owner.Vocabulary[kind.Id].Classes.Intersects(owner.OrganizationKind);

    /// <summary>The dot before initials that end at a dot (约瑟夫·R·拜登), else that dot.</summary>
    private int BeforeInitials(int dot)
    {
        while (dot > 2 && char.IsAsciiLetterUpper(text[dot - 1]) && shape.IsDot(text[dot - 2]))
        {
            dot -= 2;
        }

        return dot;
    }

    /// <summary>Where the next part of a name begins, initials left out.</summary>
    private int BehindInitials(int part)
    {
        while (part + 2 < text.Length && char.IsAsciiLetterUpper(text[part]) && shape.IsDot(text[part + 1]))
        {
            part += 2;
        }

        return part;
    }

    private int ClosingBracket(int open)
    {
        var close = text.AsSpan(open).IndexOfAny(')', '）');
        return close < 0 ? text.Length : open + close;
    }

    /// <summary>
    /// Whether the dot joins parts of a name: a hyphen or full stop does so only between longer transliterated parts that are neither
    /// places (俄-乌) nor both people known by themselves (特朗普-拜登).
    /// </summary>
    private bool MayJoin(int dot)
    {
        if (text[dot] == '.')
        {
            return dot > 2 && shape.IsTransliterated(text.AsSpan(dot - 2, 2));
        }

        if (text[dot] != '-')
        {
            return true;
        }

        if (dot <= 2 || dot + 3 >= text.Length || !shape.IsTransliterated(text.AsSpan(dot - 2, 2)) || !shape.IsTransliterated(text.AsSpan(dot + 1, 2)))
        {
            return false;
        }

        return (LockAt(dot - 1), LockAt(dot + 1)) switch
        {
            (null, null) => true,
            ({ } before, null) => IsName(before),
            (null, { } behind) => IsName(behind),
            _ => false,
        };
    }

    /// <summary>Whether the bracket holds words in Latin letters that each begin with a capital and go on in small letters.</summary>
    private bool LooksLikeLatinName(int start)
    {
        var lower = 0;
        for (var i = start; i < text.Length && i < start + 40; i++)
        {
            if (text[i] is ')' or '）')
            {
                return lower > 1;
            }

            if (!char.IsLetter(text[i]) && text[i] is not (' ' or '.' or '-' or '\''))
            {
                return false;
            }

            lower += char.IsLower(text[i]) ? 1 : 0;
        }

        return false;
    }

    /// <summary>Widens a span over dots and the transliterated parts on both sides.</summary>
    private Span Dotted(Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start > 1 && (shape.IsDot(text[start]) || shape.IsDot(text[start - 1])))
        {
            var part = start - (shape.IsDot(text[start]) ? 0 : 1);
            if (!MayJoin(part))
            {
                break;
            }

            part = BeforeInitials(part);
            var from = part;
            var floor = Floor(part);
            if (LockAt(floor - 1) is { } name && floor < part && name.End == floor && IsName(name) && shape.IsTransliterated(text.AsSpan(name.Start, part - name.Start)))
            {
                // 克里斯托弗·雷: the first part begins like another name.
                floor = name.Start;
            }

            while (from > floor && shape.IsTransliteration(text[from - 1]) && part - from < 8)
            {
                from--;
            }

            if (from == part)
            {
                break;
            }

            start = from;
        }

        // 比希拉里·克林顿: a function word before the first part.
        if (start < span.Start && shape.IsBadStart(text.AsSpan(start, 2)) && start + 3 < text.Length && shape.IsTransliterated(text.AsSpan(start + 1, 3)) && !shape.IsDot(text[start + 3]) && !shape.IsDot(text[start + 2]))
        {
            start++;
        }

        // 分析人士吉尔贝·多克托罗, 感谢罗纳德·基尔斯基, 歌星凯莉·克莱森: the end of a word before the first part.
        if (start > 0 && start < span.Start && !Touches(start) && (shape.EndsWithCommonWord(text, start + 1) || shape.EndsWithRole(text, start + 1)) && start + 2 < text.Length && !shape.IsDot(text[start + 1]) && !shape.IsDot(text[start + 2]))
        {
            start++;
        }

        while (end < text.Length - 1 && (shape.IsDot(text[end]) || shape.IsDot(text[end - 1])))
        {
            var part = end + (shape.IsDot(text[end]) ? 1 : 0);
            if (!MayJoin(part - 1))
            {
                break;
            }

            part = BehindInitials(part);
            var to = part;
            var limit = RunEnd(part);
            if (part + 1 < limit)
            {
                to = shape.Best(text, part, limit, false) is { Score: >= 1.5 } best ? best.End : part;
                if (LockAt(part) is { } known && IsName(known) && to > known.End && !shape.IsTransliterated(text.AsSpan(known.End, to - known.End)))
                {
                    // 乔·拜登连打也没有打过
                    to = known.End;
                }
            }

            if (to == part)
            {
                while (to < limit && shape.IsTransliteration(text[to]) && !shape.IsStop(text[to]) && to - part < 8)
                {
                    to++;
                }
            }

            if (to == part)
            {
                break;
            }

            end = to;
        }

        return shape.IsDot(text[start]) || shape.IsDot(text[end - 1]) ? span with { End = span.Start } : new Span(start, end);
    }

    /// <summary>How far left a part of a name may reach: to the end of the last locked phrase before the dot, unless that phrase itself touches the dot.</summary>
    private int Floor(int part)
    {
        var i = FirstMatchEndingAfter(part - 1);
        if (i < matches.Count && matches[i].Start < part && matches[i].End >= part)
        {
            return matches[i].Start;
        }

        if (i == 0)
        {
            return 0;
        }

        // 阿曼达·戈尔曼: a state or place begins the first part, of which one character alone is left.
        var before = matches[i - 1];
        return part - before.End == 1 && shape.IsTransliterated(text.AsSpan(before.Start, part - before.Start)) ? before.Start : before.End;
    }
}
