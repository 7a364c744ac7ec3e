using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Events;

/// <summary>Tells whether what a pattern found tells of an event at all, and whether that was held, is planned or was cancelled.</summary>
internal sealed class OccurrenceReader(Vocabulary vocabulary)
{
    /// <summary>Items before a match in which 首位 still belongs to it (首位正式到访的).</summary>
    private const int FirstOneReach = 6;

    private readonly StatusReader status = new(vocabulary);
    private readonly ClassSet negation = vocabulary.Classes["negation"];
    private readonly ClassSet attend = vocabulary.Classes["attend"];
    private readonly ClassSet invite = vocabulary.Classes["invite"];
    private readonly ClassSet advocate = vocabulary.Classes["advocate"];
    private readonly ClassSet future = vocabulary.Classes["future"];
    private readonly ClassSet onTheEve = vocabulary.Classes["on-the-eve"];
    private readonly ClassSet eve = vocabulary.Classes["eve"];
    private readonly ClassSet affair = vocabulary.Classes["affair"];
    private readonly ClassSet firstOne = vocabulary.Classes["first-one"];
    private readonly ClassSet stranger = vocabulary.Classes["bare-office"] | vocabulary.Classes["group-noun"] | vocabulary.Classes["kin"];
    private readonly ClassSet lead = vocabulary.Classes["lead"] | vocabulary.Classes["accompany"];
    private readonly ClassSet send = vocabulary.Classes["send"];
    private readonly ClassSet hosting = vocabulary.Classes["host"] | vocabulary.Classes["chair"];
    private readonly ClassSet thisOne = vocabulary.Classes["this-one"];
    private readonly ClassSet issue = vocabulary.Classes["issue-doc"];
    private readonly ClassSet separately = vocabulary.Classes["separately"];
    private readonly ClassSet de = vocabulary.Classes["de"];
    private readonly ClassSet undone = vocabulary.Classes["future"] | vocabulary.Classes["negation"] | vocabulary.Classes["cancel"] | vocabulary.Classes["propose"] | vocabulary.Classes["wish"] | vocabulary.Classes["originally"];
    private readonly ClassSet someone = vocabulary.Classes["someone"];
    private readonly ClassSet welcome = vocabulary.Classes["welcome"];
    private readonly ClassSet copula = vocabulary.Classes["be"] | vocabulary.Classes["becomes"];
    private readonly ClassSet distinction = vocabulary.Classes["this"] | vocabulary.Classes["this-one"];
    private readonly ClassSet comma = vocabulary.Classes["comma"];

    /// <summary>The status of what a match tells.</summary>
    /// <param name="rule">The rule that found it.</param>
    /// <param name="match">The match.</param>
    /// <param name="trigger">Item of the trigger.</param>
    /// <param name="items">The items of the sentence.</param>
    /// <param name="kind">The kind of the event.</param>
    /// <returns>
    /// The status, and whether the words leave open if it has happened by the time of writing; <see langword="null"/> where there is
    /// no event.
    /// </returns>
    public (string Status, bool IsOpen)? Read(PatternRule rule, PatternMatch match, int trigger, Item[] items, string kind)
    {
        if ((rule.Option("status") ?? status.Read(items, match, trigger, rule.Option("visit") is not null || rule.Option("kind") == EventKinds.Visit)) is not { } told)
        {
            return null;
        }

        if (told == EventStatuses.Held && kind == EventKinds.Conference && items[trigger].Classes.Intersects(hosting) && Before(match.Find("A"), items)?.Classes.Intersects(advocate) == true)
        {
            // 支持南非办好…会晤; what is said of the conference that goes on (此次峰会) is told elsewhere
            if (Item.ClassesOf(items.AsSpan(match.Start, match.End - match.Start)).Intersects(thisOne))
            {
                return null;
            }

            told = EventStatuses.Planned;
        }

        if (told == EventStatuses.Cancelled && kind is (EventKinds.Conference or EventKinds.Ceremony) && items[trigger].Classes.Intersects(attend)
            && Item.ClassesOf(items.AsSpan(match.Start, trigger - match.Start)).Intersects(negation))
        {
            // 特朗普没有参加东盟峰会: it was held without him
            return null;
        }

        if (kind == EventKinds.Signing)
        {
            if (IsEachAlone(match, trigger, items))
            {
                return null;
            }

            told = IsDocumentSigned(match, trigger, items) ? EventStatuses.Held : told;
        }

        if (told == EventStatuses.Held && match.Find("W") is { } window && Item.ClassesOf(items.AsSpan(window.Start, window.End - window.Start)).Intersects(future))
        {
            // 出席将于20日举行的…
            told = EventStatuses.Planned;
        }

        var outlook = EventKinds.IsContact(kind) ? onTheEve : eve;
        if (told == EventStatuses.Held && kind is not (EventKinds.Signing or EventKinds.Message) && match.End < items.Length && items[match.End].Classes.Intersects(outlook))
        {
            // 访德前致函…, 会晤前夕: it is yet to come
            told = EventStatuses.Planned;
        }

        return IsInvitation(match, items, told) || IsWelcomeToCome(match, items, kind, told) || IsArgument(match, trigger, items, kind, told) || IsDistinction(match, items, kind) || IsStranger(match, trigger, items, kind)
            ? null
            : (told, told == EventStatuses.Planned && match.End < items.Length && items[match.End].Classes.Intersects(outlook | affair));
    }

    /// <summary>欧盟和美国纷纷发表声明: statements of which each issues its own are no act of several.</summary>
    private bool IsEachAlone(PatternMatch match, int trigger, Item[] items) =>
        items[trigger].Classes.Intersects(issue) && Item.ClassesOf(items.AsSpan(match.Start, trigger - match.Start)).Intersects(separately);

    /// <summary>取消与…1967年签署的协议: what is done to a document leaves its signing as it was, unless that itself is denied or yet to come.</summary>
    private bool IsDocumentSigned(PatternMatch match, int trigger, Item[] items)
    {
        if (match.Find("X") is not { } document || document.Start <= trigger || !Item.ClassesOf(items.AsSpan(trigger, document.Start - trigger)).Intersects(de))
        {
            return false;
        }

        var from = match.Captures.Where(capture => capture.Name is "A" or "B" && capture.End <= trigger).Select(capture => capture.End).DefaultIfEmpty(match.Start).Max();
        return !Item.ClassesOf(items.AsSpan(from, trigger - from)).Intersects(undone);
    }

    private static Item? Before(Capture? subject, Item[] items) => subject is { Start: > 0 } ? items[subject.Start - 1] : null;

    /// <summary>邀请他访问: a bare invitation is no event.</summary>
    private bool IsInvitation(PatternMatch match, Item[] items, string told) =>
        told != EventStatuses.Cancelled && Before(match.Find("A"), items) is { } before && before.Classes.Intersects(invite);

    /// <summary>期待届时欢迎习近平主席到访: a host's welcome is no plan of the guest.</summary>
    private bool IsWelcomeToCome(PatternMatch match, Item[] items, string kind, string told) =>
        kind == EventKinds.Visit && told == EventStatuses.Planned && match.Find("A") is { } guest && guest.Start == match.Start && Before(guest, items)?.Classes.Intersects(welcome) == true;

    /// <summary>反对X访日: what is argued about need not have happened.</summary>
    private bool IsArgument(PatternMatch match, int trigger, Item[] items, string kind, string told) =>
        told == EventStatuses.Held && (kind == EventKinds.Visit || items[trigger].Classes.Intersects(attend)) && Before(match.Find("A"), items) is { } before && before.Classes.Intersects(advocate);

    /// <summary>
    /// 他是首位访问台湾的美国卫生部长, 这是印度总理首次访问中国: whoever is called the first to go there is named by an office alone,
    /// and told of elsewhere.
    /// </summary>
    private bool IsDistinction(PatternMatch match, Item[] items, string kind)
    {
        if (kind != EventKinds.Visit || match.Find("A") is not { } subject || items[subject.Start].Value is not (OfficeMention or GroupMention))
        {
            return false;
        }

        var from = match.Start;
        while (from > 0 && match.Start - from < FirstOneReach && !items[from - 1].Classes.Intersects(comma))
        {
            from--;
        }

        var before = Item.ClassesOf(items.AsSpan(from, match.Start - from));
        return subject.Start == match.Start ? before.Intersects(copula) && before.Intersects(distinction) : before.Intersects(firstOne | copula);
    }

    /// <summary>X赞扬议长访台, 他的儿子访华, 印太司令主管情报的一名少将抵达台湾: who is said right before the verb to travel is nobody that the sentence names.</summary>
    private bool IsStranger(PatternMatch match, int trigger, Item[] items, string kind) =>
        kind == EventKinds.Visit && (match.Find("A") is not { } subject ? match.Start > 0 && trigger == match.Start && items[trigger - 1].Classes.Intersects(stranger)
        : subject.End < trigger && Item.ClassesOf(items.AsSpan(subject.End, trigger - subject.End)) is var between
        && (items[trigger - 1].Classes.Intersects(stranger) || between.Intersects(someone)) && !between.Intersects(lead) && Before(subject, items)?.Classes.Intersects(send) != true);
}
