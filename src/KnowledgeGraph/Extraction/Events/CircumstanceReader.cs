using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Extraction.Time;

namespace KnowledgeGraph.Extraction.Events;

/// <summary>Finds when, where, on what occasion and how long: what stands nearest to the trigger in its own clause, else earlier in the sentence.</summary>
internal sealed partial class CircumstanceReader(Vocabulary vocabulary)
{
    private const int SayReach = 4;

    /// <summary>Items between a year and 以来 at most (1979年美国和中华民国断交以来).</summary>
    private const int SpanReach = 10;
    private readonly ClassSet time = vocabulary.Classes["time"];
    private readonly ClassSet datelineEnd = vocabulary.Classes["dateline-end"];
    private readonly ClassSet dash = vocabulary.Classes["dash"];
    private readonly ClassSet media = vocabulary.Classes["media"];
    private readonly ClassSet journey = vocabulary.Classes["go"] | vocabulary.Classes["go-to"] | vocabulary.Classes["visit"];
    private readonly ClassSet aspect = vocabulary.Classes["aspect"];
    private readonly ClassSet visitState = vocabulary.Classes["visit-state"];
    private readonly ClassSet everSince = vocabulary.Classes["ever-since"];
    private readonly ClassSet interval = vocabulary.Classes["interval"];
    private readonly ClassSet progressive = vocabulary.Classes["progressive"];
    private readonly ClassSet also = vocabulary.Classes["also"];
    private readonly ClassSet copula = vocabulary.Classes["be"];
    private readonly ClassSet bookOpen = vocabulary.Classes["book-open"];
    private readonly ClassSet listed = vocabulary.Classes["list-sep"] | vocabulary.Classes["and"];
    private readonly ClassSet comma = vocabulary.Classes["comma"];
    private readonly ClassSet say = vocabulary.Classes["say"] | vocabulary.Classes["report-verb"];
    private readonly ClassSet placePhrase = vocabulary.Classes["place-phrase"];
    private readonly ClassSet meetingSite = vocabulary.Classes["meeting-site"];
    private readonly ClassSet placeName = vocabulary.Classes["place-name"];
    private readonly ClassSet conference = vocabulary.Classes["conf"] | vocabulary.Classes["conf-name"];
    private readonly ClassSet during = vocabulary.Classes["during-strong"];
    private readonly ClassSet attend = vocabulary.Classes["attend"];
    private readonly ClassSet borrow = vocabulary.Classes["borrow"];
    private readonly ClassSet takeOffice = vocabulary.Classes["take-office"];
    private readonly ClassSet triggers = vocabulary.Classes["meet"] | vocabulary.Classes["talks"] | vocabulary.Classes["visit-come"];
    private readonly ClassSet tourStop = vocabulary.Classes["tour-stop"];
    private readonly ClassSet after = vocabulary.Classes["after"];
    private readonly ClassSet meanwhile = vocabulary.Classes["meanwhile"];
    private readonly ClassSet numbered = vocabulary.Classes["numbered"];
    private readonly ClassSet about = vocabulary.Classes["about"];
    private readonly ClassSet just = vocabulary.Classes["just"];
    private readonly ClassSet de = vocabulary.Classes["de"];

    /// <summary>Reads the circumstances of a match.</summary>
    public (TimeMention? Time, ImmutableArray<TimeMention> Earlier, PlaceMention? Place, (Span Span, string Text)? Occasion, string? Duration) Read(
        Item[] items, PatternMatch match, int trigger, bool subjectLeftOut, string text)
    {
        var clauseEnd = ClauseEnd(items, match.End);
        if (clauseEnd + 1 < items.Length && items[clauseEnd + 1].Classes.Intersects(copula))
        {
            // 上一次会谈，是2019年6月在大阪
            clauseEnd = ClauseEnd(items, clauseEnd + 1);
        }

        var time = items[trigger].Value as TimeMention ?? TimeOf(items, match, trigger, clauseEnd, subjectLeftOut);
        var earlier = time is null ? [] : Earlier(items, time);
        if (earlier.Length > 0 && time is { Month: null, MonthOffset: null, Day: not null })
        {
            time = time with { Month = earlier[^1].Month, Year = earlier[^1].Year, MonthOffset = earlier[^1].MonthOffset };
        }

        var occasion = OccasionOf(items, match, trigger, text);
        return (
            time,
            earlier,
            PlaceOf(items, match, trigger, clauseEnd) ?? (occasion is { } at ? ConferenceAt(items, at.Span)?.Place : null),
            occasion,
            DurationOf(items, match.Start, trigger, clauseEnd));
    }

    private static ConferenceMention? ConferenceAt(Item[] items, Span span) => Array.Find(items, item => item.Value is ConferenceMention && span.Contains(item.Span)).Value as ConferenceMention;

    private static bool Inside(PatternMatch match, string name, int index) =>
        match.Captures.Any(capture => capture.Name == name && capture.Start <= index && index < capture.End);

    private int ClauseEnd(Item[] items, int from)
    {
        while (from < items.Length && !items[from].Classes.Intersects(comma))
        {
            from++;
        }

        return from;
    }

    /// <summary>A document's name: 《 and 》 with what stands between them, else the noun.</summary>
    public static string DocumentAt(Item[] items, int index, string text)
    {
        var start = items[index].Span.Start;
        if (text[start] is not ('《' or '〈'))
        {
            return items[index].Span.Of(text);
        }

        var end = text.AsSpan(start).IndexOfAny('》', '〉');
        return end < 0 ? items[index].Span.Of(text) : text.Substring(start, end + 1);
    }

    private PlaceMention? PlaceOf(Item[] items, PatternMatch match, int trigger, int clauseEnd)
    {
        // 今年8月青岛会谈: the place right before the trigger needs no preposition.
        if (trigger > 0 && items[trigger - 1].Classes.Intersects(placeName) && items[trigger - 1].Value is PlaceMention bare)
        {
            return bare;
        }

        if (match.Find("W") is { } window)
        {
            for (var i = window.Start; i < window.End; i++)
            {
                if (items[i].Value is PlaceMention inside)
                {
                    return inside;
                }
            }
        }

        for (var i = trigger - 1; i >= 0; i--)
        {
            if (Inside(match, "M", i))
            {
                continue;
            }

            if (items[i].Classes.Intersects(say) && i < match.Start)
            {
                break;
            }

            if (items[i].Classes.Intersects(placePhrase | placeName) && items[i].Value is PlaceMention place && !WithinModifier(items, i, match)
                && (items[i].Classes.Intersects(placePhrase) || (i > 0 && items[i - 1].Classes.Intersects(journey))))
            {
                return place;
            }

            if (Visited(items, i) is { } visited && !IsAnothers(items, i, match))
            {
                return visited;
            }
        }

        // 会晤地柏林: the place behind the noun for it
        if (trigger + 2 < items.Length && items[trigger + 1].Classes.Intersects(meetingSite) && items[trigger + 2].Value is PlaceMention site)
        {
            return site;
        }

        for (var i = trigger; i < clauseEnd; i++)
        {
            // 上次会晤是在今年2月的柏林: a place behind a time
            if (i > trigger + 2 && items[i - 1].Classes.Intersects(de) && items[i - 2].Classes.Intersects(time))
            {
                return items[i].Value switch
                {
                    PlaceMention named => named,
                    StateMention state => Within(state.Span, state.Rule, state.State),
                    _ => null,
                };
            }

            if (items[i].Classes.Intersects(placePhrase) && items[i].Value is PlaceMention place && !WithinModifier(items, i, match))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>The state that the sentence says was visited (访问了巴基斯坦，并与…会谈), where the item names one.</summary>
    private PlaceMention? Visited(Item[] items, int i)
    {
        if (items[i].Classes.Intersects(visitState) && items[i].Value is LexicalEntry { Sides: [var host] })
        {
            return Within(items[i].Span, "visit.to-state", host.Name);
        }

        var verb = i > 1 && items[i - 1].Classes.Intersects(aspect) ? i - 2 : i - 1;
        return verb >= 0 && items[i].Value is StateMention state && items[verb].Classes.Intersects(journey) ? Within(state.Span, state.Rule, state.State) : null;
    }

    /// <summary>X访台遭抨击，Y会晤Z: where one travels, and others meet in a later clause, that does not say where they meet.</summary>
    private bool IsAnothers(Item[] items, int visit, PatternMatch match)
    {
        if (visit >= match.Start || items.Take(visit).Select(item => item.Value).OfType<PersonMention>().LastOrDefault() is not { } traveller)
        {
            return false;
        }

        var later = items.AsSpan(match.Start, match.End - match.Start);
        return match.Find("A") is { } subject && subject.Start > visit + 1 && items[subject.Start].Value is PersonMention && items[subject.Start - 1].Classes.Intersects(comma)
            && !ActorMention.Among(later).Any(actor => actor is PronounMention or JointMention || (actor is PersonMention { Name: { } name } && name == traveller.Name));
    }

    /// <summary>Somewhere in a state.</summary>
    private static PlaceMention Within(Span span, string rule, string state) => new(span, rule, null, state, null);

    private (Span Span, string Text)? OccasionOf(Item[] items, PatternMatch match, int trigger, string text)
    {
        var end = Math.Max(match.End, trigger);
        for (var i = end - 1; i >= 0; i--)
        {
            if (!items[i].Classes.Intersects(conference))
            {
                continue;
            }

            var follows = false;
            for (var k = i + 1; k < Math.Min(items.Length, i + 4); k++)
            {
                follows |= items[k].Classes.Intersects(during);
            }

            var leads = false;
            for (var k = Math.Max(0, i - 3); k < i; k++)
            {
                leads |= items[k].Classes.Intersects(attend | borrow);
            }

            if (follows || leads)
            {
                return (items[i].Span, items[i].Span.Of(text));
            }
        }

        return null;
    }

    /// <summary>
    /// 约1小时15分钟 as <c>~PT1H15M</c>. A journey lasts as many days as the clauses behind it say (周一抵达，展开为期三天的访问), unless
    /// they are those of the tour on which it is a stop; anything else as many as its own clause says.
    /// </summary>
    private string? DurationOf(Item[] items, int start, int trigger, int clauseEnd)
    {
        var isJourney = items[trigger].Classes.Intersects(journey | visitState);
        for (var i = start; i < (isJourney ? items.Length : clauseEnd); i++)
        {
            if (items[i].Value is not DurationMention duration || (i >= clauseEnd && !duration.InDays))
            {
                continue;
            }

            var (from, to) = isJourney ? (i, ClauseEnd(items, i)) : (Math.Min(i, trigger), Math.Max(i, trigger));
            if (!duration.InDays || !Item.ClassesOf(items.AsSpan(from, to - from)).Intersects(isJourney ? tourStop : comma))
            {
                return duration.Value;
            }
        }

        return null;
    }
}
