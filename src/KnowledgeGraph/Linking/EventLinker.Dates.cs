using System.Globalization;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Time;

namespace KnowledgeGraph.Linking;

/// <content>When an event was: what its time words mean, and what they say of its status.</content>
internal sealed partial class EventLinker
{
    /// <summary>An event a day where days are listed; days that follow each other are one span.</summary>
    private IEnumerable<ResolvedEvent> OnEachDay(ResolvedEvent told, Discourse discourse)
    {
        if (told.Mention.EarlierTimes.IsEmpty || told.Date is not { IsDay: true } last)
        {
            return [told];
        }

        var days = told.Mention.EarlierTimes.Select(time => DateOf(told.Mention with { Time = time }, discourse)).OfType<(ResolvedTime Time, Span Span, string Rule)>()
            .Where(day => day.Time.IsDay && day.Time.From < last.From).OrderBy(day => day.Time.From).ToList();
        var isSpan = days.Count > 0 && days.Select((day, index) => day.Time.From.DayNumber - index).Append(last.From.DayNumber - days.Count).Distinct().Count() == 1;
        return isSpan
            ? [told with { Date = ResolvedTime.Days(days[0].Time.From, last.From, last.Basis) }]
            : days.Select(day => told with { Date = day.Time, DateSource = (day.Span, day.Rule) }).Append(told);
    }

    private (ResolvedTime Time, Span Span, string Rule)? DateOf(EventMention mention, Discourse discourse)
    {
        if (mention.Time is not { } time)
        {
            // 随后: on the day of what was told before
            return SpokenDay(mention) is { } spoken ? spoken
                : mention is { Thereupon: true, Status: EventStatuses.Held }
                && discourse.Events.Count > 0 && discourse.Events[^1] is { Status: EventStatuses.Held } before && mention.Sentence - before.Mention.Sentence <= 2
                && (before.Date is null ? discourse.Events.LastOrDefault(told => IsRetold(told, before)) : before) is { Date: { IsDay: true } same, DateSource: { } source }
                ? (same with { Basis = "anaphor" }, source.Span, source.Rule)
                : null;
        }

        var antecedent = discourse.Events.LastOrDefault(told => time.AnaphorOffset is null ? told.Date is not null : told.Date is { IsDay: true })?.Date;
        if (time.AnaphorOffset is not null || time.YearAnaphor is not null)
        {
            antecedent = NamedBefore(mention.Sentence, time) ?? antecedent;
        }

        var from = time.DayOffset is not null && antecedent is { IsDay: true } && IsSpeech(mention) ? antecedent.From : anchor;
        var resolved = TimeResolver.Resolve(time, from, antecedent, LooksAhead(mention, time, discourse));
        if (resolved is null)
        {
            return null;
        }

        if (time is { Day: { } number, Month: null, MonthOffset: null, EndDay: null } && Within(number, mention.Sentence, discourse) is { } during)
        {
            resolved = during;
        }

        if (mention is { Kind: EventKinds.Visit or EventKinds.Meeting or EventKinds.Conference, Duration: ['P', .. var length, 'D'] } && resolved.IsDay && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            // 周一抵达，展开为期三天的访问; 周一结束为期三天的访问
            resolved = mention.Ends
                ? ResolvedTime.Days(resolved.From.AddDays(1 - days), resolved.From, resolved.Basis)
                : ResolvedTime.Days(resolved.From, resolved.From.AddDays(days - 1), resolved.Basis);
        }

        var basis = resolved.Basis == "relative" ? anchorBasis : resolved.Basis;
        return (resolved with { Basis = basis }, time.Span, time.Rule);
    }

    /// <summary>李强同…会谈。李强表示，昨天（9月9日）…: the day that a participant calls yesterday dates the talks at which he says so.</summary>
    private (ResolvedTime Time, Span Span, string Rule)? SpokenDay(EventMention mention)
    {
        if (!EventKinds.IsContact(mention.Kind) || mention is not { Status: EventStatuses.Held, IsHeadline: false, IsCaption: false, IsNounPhrase: false })
        {
            return null;
        }

        var speaks = false;
        for (var s = mention.Sentence + 1; s < sentences.Count && s <= mention.Sentence + SpeechReach; s++)
        {
            var items = sentences[s].Items;
            speaks |= items.Length > 0 && items[0].Value is PersonMention speaker && mention.First.Concat(mention.Second).OfType<PersonMention>().Any(one => one.Name == speaker.Name);
            if (speaks && items.Select(item => item.Value).OfType<TimeMention>().FirstOrDefault(time => time.SpokenOffset < 0) is { SpokenOffset: { } offset } said
                && TimeResolver.Resolve(said, anchor, null, false) is { IsDay: true } day)
            {
                return (ResolvedTime.Day(day.From.AddDays(-offset), "anaphor"), said.Span, said.Rule);
            }
        }

        return null;
    }

    /// <summary>Whether the day is to come: that of a plan, a day of this week on which what was called off was to be, a headline's.</summary>
    private bool LooksAhead(EventMention mention, TimeMention time, Discourse discourse) => mention.Status switch
    {
        EventStatuses.Planned => true,
        EventStatuses.Cancelled => time is { Day: not null, Month: null, MonthOffset: null } && TimeResolver.Resolve(time, anchor, null, true) is { } ahead && ahead.From <= anchor?.AddDays(DaysAhead),
        _ => IsForetold(mention, time, discourse),
    };

    /// <summary>Whether a headline puts in the present what the body tells as planned for that day (美卫生部长周日访台).</summary>
    private bool IsForetold(EventMention mention, TimeMention time, Discourse discourse) =>
        mention is { IsHeadline: true, Status: EventStatuses.Held, IsDone: false } && (time is { Weekday: not null, WeekOffset: null } or { Day: not null, Month: null, MonthOffset: null })
        && TimeResolver.Resolve(time, anchor, null, true) is { } ahead && ahead.From > anchor
        && discourse.Events.Any(told => told.Kind == mention.Kind && told.Status == EventStatuses.Planned && told.Date?.Edtf == ahead.Edtf);

    /// <summary>Whether an undated telling of a contact tells once more of one that was dated.</summary>
    private static bool IsRetold(ResolvedEvent told, ResolvedEvent again) => again.Date is null && told is { Date: not null, Status: EventStatuses.Held } && EventKinds.IsContact(told.Kind)
        && told.Kind == again.Kind && told.Participants.Length == again.Participants.Length && told.Participants.All(one => again.Participants.Any(one.IsSame));

    /// <summary>3月20日至22日访问…。21日签署: a bare day is that of the journey just told, where it falls in it.</summary>
    private static ResolvedTime? Within(int number, int sentence, Discourse discourse) =>
        discourse.Events.LastOrDefault(told => told.Date is { IsDay: false } journey && journey.To.DayNumber - journey.From.DayNumber < ResolvedEvent.LongestJourney && sentence - told.Mention.Sentence <= AnaphorReach)?.Date is { } span
        && Enumerable.Range(0, span.To.DayNumber - span.From.DayNumber + 1).Select(span.From.AddDays).FirstOrDefault(day => day.Day == number) is { Year: > 1 } found
            ? ResolvedTime.Day(found, "anaphor")
            : null;

    /// <summary>What is told as past or to come by its date alone: 去年11月 is held, 明年 is planned.</summary>
    private string StatusOf(EventMention mention, ResolvedTime? date)
    {
        if (date is null || anchor is not { } day || mention.Time is not { } time)
        {
            return mention.Status;
        }

        return mention.Status switch
        {
            EventStatuses.Held when date.From > day => EventStatuses.Planned,
            EventStatuses.Planned when mention.IsOpen && date.To < day => EventStatuses.Held,
            EventStatuses.Planned when time is { YearOffset: < 0 } or { MonthOffset: < 0 } or { DayOffset: < 0 } => EventStatuses.Held,
            _ => mention.Status,
        };
    }

    /// <summary>王沪宁表示，今天下午…: what somebody says at a meeting counts from the day of the meeting.</summary>
    private bool IsSpeech(EventMention mention)
    {
        var items = sentences[mention.Sentence].Items;
        if (items.Length <= 2 || items[0].Value is not PersonMention)
        {
            return false;
        }

        // 王沪宁在致辞中表示: what stands before the verb names nobody else
        var verb = Array.FindIndex(items, 1, Math.Min(SayReach, items.Length - 1), item => item.Value is ActorMention || item.Classes.Intersects(say | comma));
        return verb > 0 && items[verb].Classes.Intersects(say) && mention.Trigger.Start > items[verb].Span.End;
    }

    /// <summary>
    /// What the text names last before an anaphor, in its own sentence (据媒体5日报道，…当天) or else in those before it: the day before
    /// 当天, the year before 次年.
    /// </summary>
    private ResolvedTime? NamedBefore(int sentence, TimeMention anaphor)
    {
        for (var s = sentence; s >= 0 && s >= sentence - AnaphorReach; s--)
        {
            TimeMention? named = null;
            foreach (var item in sentences[s].Items)
            {
                if (item.Span.Start >= anaphor.Span.Start)
                {
                    break;
                }

                named = item.Value is TimeMention mention && (anaphor.AnaphorOffset is null ? (mention.Year ?? mention.YearOffset) is not null : mention is { IsDay: true, AnaphorOffset: null })
                    ? mention
                    : named;
            }

            if (named is not null)
            {
                return TimeResolver.Resolve(named, anchor, null, false);
            }
        }

        return null;
    }
}
