using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;

namespace KnowledgeGraph.Extraction.Events;

/// <summary>Finds what the rest of the sentence says of an event: the meeting or journey told before that dates it, and who reports it.</summary>
internal sealed class SettingReader(Vocabulary vocabulary)
{
    private const int ReportReach = 4;

    /// <summary>Items from a trigger to the word that ends the span which it begins (会晤成功举行以来).</summary>
    private const int SinceReach = 3;
    private readonly ClassSet at = vocabulary.Classes["at"];
    private readonly ClassSet inTalks = vocabulary.Classes["in-talks"];
    private readonly ClassSet meeting = vocabulary.Classes["talks"] | vocabulary.Classes["meet"] | vocabulary.Classes["summit"] | vocabulary.Classes["ceremony-noun"] | vocabulary.Classes["conf-bare"] | vocabulary.Classes["activity"];
    private readonly ClassSet beside = vocabulary.Classes["after"] | vocabulary.Classes["before"];
    private readonly ClassSet comma = vocabulary.Classes["comma"];
    private readonly ClassSet phase = vocabulary.Classes["finished"] | vocabulary.Classes["starting"];
    private readonly ClassSet thereupon = vocabulary.Classes["thereupon"];
    private readonly ClassSet likewise = vocabulary.Classes["likewise"];
    private readonly ClassSet past = vocabulary.Classes["past"];
    private readonly ClassSet besideMeeting = vocabulary.Classes["beside-meeting"];
    private readonly ClassSet visit = vocabulary.Classes["visit"] | vocabulary.Classes["visit-state"] | vocabulary.Classes["visit-come"];
    private readonly ClassSet during = vocabulary.Classes["during-strong"];
    private readonly ClassSet meanwhile = vocabulary.Classes["meanwhile"];
    private readonly ClassSet welcome = vocabulary.Classes["welcome-ceremony"];
    private readonly ClassSet media = vocabulary.Classes["media"];
    private readonly ClassSet thisOne = vocabulary.Classes["this-one"];
    private readonly ClassSet thisThing = vocabulary.Classes["this"];
    private readonly ClassSet copula = vocabulary.Classes["be"];
    private readonly ClassSet depart = vocabulary.Classes["depart"];
    private readonly ClassSet duringConference = vocabulary.Classes["during-conference"];
    private readonly ClassSet since = vocabulary.Classes["since"];
    private readonly ClassSet untilNow = vocabulary.Classes["ever-since"] | vocabulary.Classes["after"];
    private readonly ClassSet report = vocabulary.Classes["report-verb"] | vocabulary.Classes["say"];

    /// <summary>会谈后，…; 会后，…; 活动开始前，…: what happens beside a meeting happens on its day.</summary>
    public bool IsBesideMeeting(Item[] items, int trigger)
    {
        for (var i = 1; i < trigger; i++)
        {
            if (!items[i].Classes.Intersects(comma))
            {
                continue;
            }

            var end = i - 1;
            if (items[end].Classes.Intersects(besideMeeting))
            {
                return true;
            }

            var noun = end > 1 && items[end - 1].Classes.Intersects(phase) ? end - 2 : end - 1;
            if (noun >= 0 && items[end].Classes.Intersects(beside) && items[noun].Classes.Intersects(meeting))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>这是两人首次会面, 这次会谈: the clause says something about what was told before.</summary>
    public bool IsRetelling(Item[] items, int trigger)
    {
        for (var i = trigger - 1; i >= 0 && !items[i].Classes.Intersects(comma | report); i--)
        {
            // 这是, 这已是
            if (items[i].Classes.Intersects(thisOne) || (items[i].Classes.Intersects(thisThing) && (items[i + 1].Classes.Intersects(copula) || (i + 2 < trigger && items[i + 1].Classes.Intersects(past) && items[i + 2].Classes.Intersects(copula)))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>自1月24日两人首次通话以来: the clause counts from one event to tell of another.</summary>
    public bool IsEarlier(Item[] items, int trigger)
    {
        for (var i = trigger - 1; i >= 0 && !items[i].Classes.Intersects(comma | report); i--)
        {
            if (items[i].Classes.Intersects(since))
            {
                return Item.ClassesOf(items.AsSpan(trigger + 1, Math.Min(SinceReach, items.Length - trigger - 1))).Intersects(untilNow);
            }
        }

        return false;
    }

    /// <summary>欢迎仪式后，…: who receives the other has welcomed him.</summary>
    public bool IsAfterWelcome(Item[] items, int trigger)
    {
        var ceremony = Array.FindIndex(items, 0, trigger, item => item.Classes.Intersects(welcome));
        return ceremony >= 0 && items[ceremony + 1].Classes.Intersects(beside);
    }

    /// <summary>随后会见; 亦与…会谈: what follows on something told before, or is told beside it, happened on its day.</summary>
    public bool IsBeside(Item[] items, int trigger)
    {
        if (Item.ClassesOf(items.AsSpan(0, trigger)).Intersects(thereupon))
        {
            return true;
        }

        var start = trigger;
        while (start > 0 && !items[start - 1].Classes.Intersects(comma))
        {
            start--;
        }

        var own = Item.ClassesOf(items.AsSpan(start, trigger - start));
        return own.Intersects(likewise) && !own.Intersects(past);
    }

    /// <summary>访问期间，…; 访问…，期间…: what happens during a journey happens in its days.</summary>
    public bool IsDuringVisit(Item[] items, int trigger)
    {
        for (var i = 0; i + 1 < trigger; i++)
        {
            if (items[i].Classes.Intersects(visit) && (items[i + 1].Classes.Intersects(during) || Item.ClassesOf(items.AsSpan(i + 1, trigger - i - 1)).Intersects(meanwhile)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>会议期间，…: what happens while a conference lasts that was told of before.</summary>
    public bool IsDuringConference(Item[] items, int trigger) => Item.ClassesOf(items.AsSpan(0, trigger)).Intersects(duringConference);

    /// <summary>乘专机离开北京，对…进行访问: whoever sets out is not there yet.</summary>
    public bool IsOnDeparture(Item[] items, int trigger) => Item.ClassesOf(items.AsSpan(0, trigger)).Intersects(depart);

    /// <summary>据韩联社报道: the source that the sentence names.</summary>
    public string? AttributionOf(Item[] items, string text)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Classes.Intersects(media) && Item.ClassesOf(items.AsSpan(i + 1, Math.Min(ReportReach, items.Length - i - 1))).Intersects(report))
            {
                return items[i].Span.Of(text);
            }
        }

        return null;
    }

    /// <summary>在与佩恩的会谈中，…: what is said to have happened in talks tells that they took place.</summary>
    public bool IsInTalks(Item[] items, PatternMatch match, int trigger) => trigger + 1 < items.Length && items[trigger + 1].Classes.Intersects(inTalks)
        && match.Find("B") is { Start: > 1 } other && items[other.Start - 2].Classes.Intersects(at);
}
