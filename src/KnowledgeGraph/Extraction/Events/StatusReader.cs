using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;

namespace KnowledgeGraph.Extraction.Events;

/// <summary>
/// Tells from the words around a trigger whether the event was held, is planned or was cancelled, or is no event at all
/// (a habit, a wish, a topic).
/// </summary>
internal sealed class StatusReader(Vocabulary vocabulary)
{
    /// <summary>Items before a match in which a word of the future still belongs to it (将落实去年习近平访泰成果: it does not).</summary>
    private const int FutureReach = 3;

    /// <summary>Clauses over which a plan goes on.</summary>
    private const int PlanReach = 3;

    private readonly ClassSet future = vocabulary.Classes["future"];
    private readonly ClassSet propose = vocabulary.Classes["propose"];
    private readonly ClassSet cancel = vocabulary.Classes["cancel"];
    private readonly ClassSet negation = vocabulary.Classes["negation"];
    private readonly ClassSet deny = vocabulary.Classes["deny"];
    private readonly ClassSet soon = vocabulary.Classes["soon"];
    private readonly ClassSet hope = vocabulary.Classes["hope"];
    private readonly ClassSet wish = vocabulary.Classes["wish"];
    private readonly ClassSet time = vocabulary.Classes["time"];
    private readonly ClassSet habitual = vocabulary.Classes["habitual"];
    private readonly ClassSet aspect = vocabulary.Classes["aspect"];
    private readonly ClassSet edge = vocabulary.Classes["comma"] | vocabulary.Classes["colon"] | vocabulary.Classes["stop"];
    private readonly ClassSet trip = vocabulary.Classes["trip"];
    private readonly ClassSet condition = vocabulary.Classes["condition"];
    private readonly ClassSet comma = vocabulary.Classes["comma"];
    private readonly ClassSet turn = vocabulary.Classes["after"] | vocabulary.Classes["before"] | vocabulary.Classes["during"];
    private readonly ClassSet during = vocabulary.Classes["during-strong"];
    private readonly ClassSet say = vocabulary.Classes["say"];
    private readonly ClassSet likewise = vocabulary.Classes["likewise"];
    private readonly ClassSet matter = vocabulary.Classes["matter"];
    private readonly ClassSet about = vocabulary.Classes["about"];
    private readonly ClassSet consensus = vocabulary.Classes["consensus"];
    private readonly ClassSet arrive = vocabulary.Classes["arrive"];
    private readonly ClassSet outcome = vocabulary.Classes["outcome"];
    private readonly ClassSet unlikely = vocabulary.Classes["unlikely"];
    private readonly ClassSet hypothetical = vocabulary.Classes["hypothetical"];
    private readonly ClassSet discuss = vocabulary.Classes["discuss"];
    private readonly ClassSet originally = vocabulary.Classes["originally"];
    private readonly ClassSet planned =
        vocabulary.Classes["future"] | vocabulary.Classes["originally"] | vocabulary.Classes["planned-noun"] | vocabulary.Classes["agree-verb"];

    private readonly ClassSet settled = vocabulary.Classes["originally"] | vocabulary.Classes["planned-noun"] | vocabulary.Classes["agree-verb"];
    private readonly ClassSet hold = vocabulary.Classes["hold"] | vocabulary.Classes["open-close"];
    private readonly ClassSet arranged = vocabulary.Classes["arranged"];
    private readonly ClassSet past = vocabulary.Classes["past"];
    private readonly ClassSet contemplate = vocabulary.Classes["contemplate"];
    private readonly ClassSet never = vocabulary.Classes["never"];
    private readonly ClassSet disclose = vocabulary.Classes["disclose"];
    private readonly ClassSet must = vocabulary.Classes["must"];
    private readonly ClassSet include = vocabulary.Classes["include"];
    private readonly ClassSet ownWish = vocabulary.Classes["own-wish"];

    /// <summary>The classes of a range without the modifiers in it (与即将卸任的首相…通话 is over).</summary>
    private static ClassSet Outside(ReadOnlySpan<Item> items, int from, int to, PatternMatch match)
    {
        var set = default(ClassSet);
        for (var i = from; i < to; i++)
        {
            set = match.Captures.Any(capture => capture.Name == "M" && capture.Start <= i && i < capture.End) ? set : set | items[i].Classes;
        }

        return set;
    }

    /// <summary>The classes of the clause that a clause goes on from (是否会…，也与…通话).</summary>
    private ClassSet ClauseBefore(ReadOnlySpan<Item> items, int from)
    {
        var start = Math.Max(0, from - 1);
        while (start > 0 && !items[start - 1].Classes.Intersects(edge | say))
        {
            start--;
        }

        return Item.ClassesOf(items[start..from]);
    }

    /// <summary>Whether one of the clauses before tells what is to come, and none since what is over.</summary>
    private bool GoesOnFromPlan(ReadOnlySpan<Item> items, int from, bool journey)
    {
        for (var clause = 0; clause < PlanReach && from > 0 && items[from - 1].Classes.Intersects(comma); clause++)
        {
            var start = from - 1;
            while (start > 0 && !items[start - 1].Classes.Intersects(edge | say))
            {
                start--;
            }

            var told = Item.ClassesOf(items[start..from]);
            if (told.Intersects(future))
            {
                return true;
            }

            if (journey || told.Intersects(aspect | past))
            {
                return false;
            }

            from = start;
        }

        return false;
    }

    /// <summary>Where the clause of a trigger begins (从未发生问题，还同…签署: what is denied in the clause before is another matter).</summary>
    private int OwnClause(ReadOnlySpan<Item> items, int from, int trigger)
    {
        var start = trigger;
        while (start > from && !items[start - 1].Classes.Intersects(comma))
        {
            start--;
        }

        return start;
    }

    /// <summary>Behind the last word of wishing or proposing before a trigger: 曾希望与…签署 tells when it was wished.</summary>
    private int BehindWish(ReadOnlySpan<Item> items, int from, int trigger)
    {
        var start = trigger;
        while (start > from && !items[start - 1].Classes.Intersects(propose | wish))
        {
            start--;
        }

        return start;
    }

    /// <summary>The status of an event.</summary>
    /// <param name="items">The items of the sentence.</param>
    /// <param name="match">The match.</param>
    /// <param name="trigger">Item of the trigger.</param>
    /// <param name="journey">Whether it is a visit, of which the traveller's own hope is a plan.</param>
    /// <returns>A status of <see cref="EventStatuses"/>, or <see langword="null"/> where there is no event.</returns>
    public string? Read(ReadOnlySpan<Item> items, PatternMatch match, int trigger, bool journey)
    {
        var (start, end) = (match.Start, match.End);
        var from = start;
        while (from > 0 && !items[from - 1].Classes.Intersects(edge | say))
        {
            from--;
        }

        var until = end;
        while (until < items.Length && !items[until].Classes.Intersects(edge | turn))
        {
            until++;
        }

        if (until < items.Length && items[until].Classes.Intersects(during) && until + 1 < items.Length && items[until + 1].Classes.Intersects(future))
        {
            return EventStatuses.Planned;
        }

        // 会谈将通过视频方式进行
        if (end < items.Length && items[end].Classes.Intersects(arranged))
        {
            return EventStatuses.Planned;
        }

        // 会谈即将举行, 峰会预计下周召开
        if (end < items.Length && items[end].Classes.Intersects(future) && Item.ClassesOf(items[end..until]).Intersects(hold))
        {
            return EventStatuses.Planned;
        }

        var next = until;
        while (next < items.Length && next <= until + 1 && items[next].Classes.Intersects(edge | turn))
        {
            next++;
        }

        if (next > until && next < items.Length && items[next].Classes.Intersects(arranged) && !Item.ClassesOf(items[start..end]).Intersects(arrive) && !Item.ClassesOf(items[Math.Min(end, items.Length)..until]).Intersects(say))
        {
            return EventStatuses.Planned;
        }

        var before = Outside(items, from, trigger, match);
        var after = Item.ClassesOf(items[Math.Min(end, items.Length)..until]);
        var done = (trigger + 1 < items.Length && items[trigger + 1].Classes.Intersects(aspect)) || Outside(items, BehindWish(items, from, trigger), trigger, match).Intersects(past);
        if (before.Intersects(hypothetical) || (before.Intersects(cancel) && before.Intersects(contemplate)) || (from < items.Length && items[from].Classes.Intersects(likewise) && ClauseBefore(items, from).Intersects(hypothetical)))
        {
            return null;
        }

        if (before.Intersects(originally) && Item.ClassesOf(items[Math.Min(end, items.Length)..]).Intersects(cancel))
        {
            return EventStatuses.Cancelled;
        }

        // 未 before the subject denies something else: 外交部未确认两国元首将会晤
        var subject = match.Find("A");
        var verb = Item.ClassesOf(items[OwnClause(items, subject is null || subject.End > trigger ? from : Math.Max(from, subject.End), trigger)..trigger]);
        if (verb.Intersects(never) || (verb.Intersects(negation) && verb.Intersects(disclose)))
        {
            // 并未公布会面地点: what is not told of need not have failed
            return null;
        }

        if (before.Intersects(cancel | deny) || verb.Intersects(negation) || after.Intersects(cancel))
        {
            return EventStatuses.Cancelled;
        }

        if (before.Intersects(include) && ClauseBefore(items, from) is var list && list.Intersects(cancel | planned))
        {
            // 取消官员的出访，包括X访问…: what is true of all is true of those that the list names
            return list.Intersects(cancel) ? EventStatuses.Cancelled : EventStatuses.Planned;
        }

        if (before.Intersects(habitual) && !done)
        {
            return null;
        }

        // 将按照两国元首6月5日通话共识: what came of it was reached
        if (end == trigger + 1 && end < items.Length && items[end].Classes.Intersects(outcome))
        {
            return EventStatuses.Held;
        }

        // 通话的可能性不大
        if (after.Intersects(matter) && after.Intersects(unlikely))
        {
            return null;
        }

        if (after.Intersects(matter) || (journey && end < items.Length && items[end].Classes.Intersects(trip) && after.Intersects(future)) || (before.Intersects(about) && after.Intersects(consensus | discuss)))
        {
            return EventStatuses.Planned;
        }

        if (before.Intersects(planned) && (before.Intersects(settled) || Outside(items, subject is null ? from : Math.Max(from, start - FutureReach), trigger, match).Intersects(future)))
        {
            return EventStatuses.Planned;
        }

        if (before.Intersects(soon) && !before.Intersects(hope))
        {
            return EventStatuses.Planned;
        }

        if (before.Intersects(wish) && !done)
        {
            return journey || before.Intersects(time) || after.Intersects(time) ? EventStatuses.Planned : null;
        }

        if (journey && from > 0 && items[from - 1].Classes.Intersects(comma) && ClauseBefore(items, from).Intersects(condition))
        {
            // 只要条件成熟，…访问便能成行
            return null;
        }

        if (!done && subject is null && GoesOnFromPlan(items, from, journey))
        {
            // 将在出席…后，于本月对…展开访问; 将访问…，会见…，出席…
            return EventStatuses.Planned;
        }

        var wisher = subject is not null && subject.End <= trigger ? Math.Max(from, subject.End) : from > 0 && items[from - 1].Classes.Intersects(say) ? from : trigger;
        if (journey && !done && Item.ClassesOf(items[wisher..trigger]).Intersects(ownWish))
        {
            // 卡斯特罗愿尽快访华, 他说希望访问中国: the wish of whoever travels
            return EventStatuses.Planned;
        }

        // 访问必须在最适宜的时机实现
        return !done && (before.Intersects(propose) || (journey && after.Intersects(must))) ? null : EventStatuses.Held;
    }
}
