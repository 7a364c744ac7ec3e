using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Extraction.Time;

namespace KnowledgeGraph.Extraction.Events;

/// <content>Which time words of a sentence belong to an event.</content>
internal sealed partial class CircumstanceReader
{
    /// <summary>The days listed before a day (6月6日、22日及7月14日); a bare day is of the month before.</summary>
    private ImmutableArray<TimeMention> Earlier(Item[] items, TimeMention last)
    {
        var days = new List<TimeMention>();
        for (var i = Array.FindIndex(items, item => ReferenceEquals(item.Value, last)); i > 1 && items[i - 1].Classes.Intersects(listed) && items[i - 2].Value is TimeMention { IsDay: true } day; i -= 2)
        {
            days.Insert(0, day);
        }

        for (var i = 1; i < days.Count; i++)
        {
            if (days[i] is { Month: null, MonthOffset: null, Day: not null })
            {
                days[i] = days[i] with { Month = days[i - 1].Month, Year = days[i - 1].Year, MonthOffset = days[i - 1].MonthOffset };
            }
        }

        return last.IsDay ? [.. days] : [];
    }

    private TimeMention? TimeOf(Item[] items, PatternMatch match, int trigger, int clauseEnd, bool subjectLeftOut)
    {
        TimeMention? best = null;
        var sameClause = true;
        var parallel = false;

        // 正在访问…的X周三表示: a journey that goes on is dated by the report of it.
        var goesOn = trigger > 0 && items[trigger].Classes.Intersects(journey | visitState) && Item.ClassesOf(items.AsSpan(match.Start, trigger - match.Start)).Intersects(progressive);
        if (match.Find("W") is { } window)
        {
            // 出席将于20日举行的…
            for (var i = window.Start; i < window.End; i++)
            {
                best = items[i].Value as TimeMention ?? best;
            }

            if (best is not null)
            {
                return best;
            }
        }

        for (var i = trigger - 1; i >= 0; i--)
        {
            if (Inside(match, "M", i) || Inside(match, "G", i))
            {
                continue;
            }

            if ((items[i].Classes.Intersects(datelineEnd) || (items[i].Classes.Intersects(dash) && items[0].Classes.Intersects(media))) && i > 0 && items[i - 1].Value is TimeMention)
            {
                break;
            }

            if (items[i].Classes.Intersects(meanwhile) && (i == 0 || items[i - 1].Classes.Intersects(comma)))
            {
                // 周三抵达…进行三日访问，期间会见…: in the days of what was told, not on its first
                break;
            }

            // 中韩外长会谈，日韩外长也会面: what happens as well happens on the same day.
            parallel |= sameClause && items[i].Classes.Intersects(also);
            sameClause &= !items[i].Classes.Intersects(comma);
            if ((items[i].Classes.Intersects(say) && i < match.Start && !JustHappened(items, i, trigger)) || ((sameClause || (i < match.Start && !subjectLeftOut && !parallel)) && items[i].Classes.Intersects(triggers)))
            {
                break;
            }

            if (items[i].Value is TimeMention mention && items[i].Classes.Intersects(time) && !DatesSomethingElse(items, i, trigger) && (!DatesReport(items, i, trigger, match) || goesOn) && !WithinModifier(items, i, match))
            {
                if (best is null || (!best.IsDay && mention.IsDay && i >= match.Start) || (best.Vague && !mention.Vague))
                {
                    best = mention;
                }

                if (best.IsDay)
                {
                    break;
                }
            }
        }

        for (var i = trigger; best is null && i < clauseEnd && !items[i].Classes.Intersects(bookOpen); i++)
        {
            best = items[i].Value is TimeMention later && !DatesSomethingElse(items, i, items.Length) && (goesOn || !DatesReport(items, i, items.Length, match)) ? later : null;
        }

        // 在X对巴西进行国事访问之际，11月18日…: the day of what the clause leads to falls in it.
        return best is null && clauseEnd > 0 && clauseEnd + 1 < items.Length && items[clauseEnd - 1].Classes.Intersects(during) && items[clauseEnd + 1].Value is TimeMention { IsDay: true } day ? day : best;
    }

    /// <summary>2024年世界互联网大会: the year is part of the name. 自2004年以来: it begins a span that lasts until now. 时隔5年再次访问: it is that of the visit before.</summary>
    private bool DatesSomethingElse(Item[] items, int index, int trigger)
    {
        // nor does 2014年后首位来访: it begins one as well
        if (items[index].Value is TimeMention { Year: not null, Month: null } && index + 1 < items.Length && items[index + 1].Classes.Intersects(conference | after))
        {
            return true;
        }

        if (index > 0 && items[index - 1].Classes.Intersects(interval))
        {
            return true;
        }

        // 祝贺股市…，是今年第九次创新高: behind the event it counts something else
        if (trigger == items.Length && index + 1 < items.Length && items[index + 1].Classes.Intersects(numbered))
        {
            return true;
        }

        for (var i = index + 1; i < Math.Min(Math.Min(items.Length, trigger), index + SpanReach) && !items[i].Classes.Intersects(comma); i++)
        {
            if (items[i].Classes.Intersects(everSince))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>周三表示, 1月接任: the day belongs to the saying or the taking of office.</summary>
    private bool DatesReport(Item[] items, int index, int trigger, PatternMatch match)
    {
        for (var i = index + 1; i < Math.Min(items.Length, Math.Min(trigger, index + 1 + SayReach)); i++)
        {
            if (items[i].Classes.Intersects(comma) || Inside(match, "M", i))
            {
                return false;
            }

            if (items[i].Classes.Intersects(about | triggers | journey | visitState))
            {
                // 27日就…逝世致电, 上周访问…后确诊
                return false;
            }

            if (items[i].Classes.Intersects(say | takeOffice))
            {
                return !JustHappened(items, i, trigger);
            }
        }

        return false;
    }

    /// <summary>周四晚表示，他刚与…通话: what has just happened happened on the day of the saying.</summary>
    private bool JustHappened(Item[] items, int from, int trigger) => Item.ClassesOf(items.AsSpan(from, Math.Max(0, trigger - from))).Intersects(just);

    /// <summary>Whether a time belongs to a modifier of the other party (将于8日访华的X).</summary>
    private bool WithinModifier(Item[] items, int index, PatternMatch match)
    {
        if (match.Find("B") is not { } b || index >= b.Start)
        {
            return false;
        }

        return match.Find("K") is { } k && index > k.Start && items[b.Start - 1].Classes.Intersects(de);
    }
}
