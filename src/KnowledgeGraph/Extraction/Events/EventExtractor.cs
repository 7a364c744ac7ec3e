using System.Collections.Immutable;
using System.Globalization;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Extraction.Time;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Events;

/// <summary>
/// Second pass over a sentence: finds events by the rules' patterns. Of the patterns that hold the same trigger the longest
/// match wins, then the earliest, then the order of the rules.
/// </summary>
internal sealed partial class EventExtractor
{
    /// <summary>What the rules say of words that mean the place where the speaker is (来访).</summary>
    private const string HostWord = "host";

    private readonly (PatternRule Rule, PatternMatcher Matcher)[] rules;
    private readonly OccurrenceReader occurrences;
    private readonly CircumstanceReader circumstances;
    private readonly SettingReader settings;
    private readonly ClassSet triggers;
    private readonly ClassSet de;
    private readonly ClassSet adverbialEnd;
    private readonly ClassSet described;
    private readonly ClassSet towards;
    private readonly ClassSet separately;
    private readonly ClassSet together;
    private readonly ClassSet governing;
    private readonly ClassSet topic;
    private readonly ClassSet with;
    private readonly ClassSet journey;
    private readonly ClassSet travel;
    private readonly ClassSet sign;
    private readonly ClassSet thatState;
    private readonly ClassSet going;
    private readonly ClassSet visiting;
    private readonly ClassSet negotiate;
    private readonly ClassSet congratulate;
    private readonly ClassSet refuse;
    private readonly ClassSet because;
    private readonly ClassSet about;
    private readonly ClassSet begin;
    private readonly ClassSet bareConference;
    private readonly ClassSet summit;
    private readonly ClassSet conferences;
    private readonly ClassSet finished;
    private readonly ClassSet attend;
    private readonly ClassSet bareCeremony;
    private readonly ClassSet summon;
    private readonly ClassSet byVideo;
    private readonly ClassSet comma;
    private readonly ClassSet also;
    private readonly ClassSet listed;
    private readonly ClassSet etc;
    private readonly ClassSet couple;
    private readonly ClassSet say;
    private readonly ClassSet hold;
    private readonly ClassSet hosting;
    private readonly ClassSet bookOpen;
    private readonly ClassSet bookClose;
    private readonly ClassSet issue;
    private readonly ClassSet verbTail;
    private readonly ClassSet past;
    private readonly ClassSet aspect;
    private readonly ClassSet progressive;
    private readonly Dictionary<string, ClassSet> triggerClasses;

    /// <summary>Compiles the event patterns of a rule set.</summary>
    public EventExtractor(RuleSet ruleSet, Vocabulary vocabulary)
    {
        var classes = vocabulary.Classes;
        rules = [.. ruleSet.Patterns.Where(rule => rule.Type == "event").Select(rule => (
            rule, new PatternMatcher(PatternParser.Parse(rule, ruleSet.Macros, classes))))];
        occurrences = new OccurrenceReader(vocabulary);
        circumstances = new CircumstanceReader(vocabulary);
        settings = new SettingReader(vocabulary);
        triggerClasses = ruleSet.Words.Where(words => words.Value is not null && IsKind(words.Value)).Select(words => words.Name).Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, name => classes[name], StringComparer.Ordinal);
        triggers = triggerClasses.Values.Aggregate(classes["attend"] | classes["chair"] | classes["host"] | classes["visit-state"] | classes["go"] | classes["go-to"] | classes["address"] | classes["description"] | classes["visit-come"] | classes["come-here"]
            | classes["ceremony-noun"] | classes["wreath"] | classes["witness"] | classes["witness-signing"] | classes["unveil"] | classes["award"] | classes["trip"] | classes["tour-stop"]
            | classes["conf"] | classes["conf-name"], (set, one) => set | one);
        de = classes["de"];
        adverbialEnd = classes["after"] | classes["before"] | classes["during"];
        towards = classes["to"] | classes["invited"];
        described = classes["description"];
        separately = classes["separately"];
        together = classes["together"];
        about = classes["about"];
        begin = classes["begin"];
        journey = classes["go"] | classes["go-to"] | classes["visit"] | classes["be"] | classes["at"] | classes["progressive"] | classes["by-way-of"] | classes["verb"] | about;
        travel = classes["go"] | classes["go-to"] | classes["visit"] | classes["visit-state"] | classes["visit-come"];
        governing = towards | classes["as-role"] | classes["represent"] | classes["meet"] | classes["see"] | classes["tell"] | classes["accompany"];
        with = classes["with"];
        topic = classes["talks-tail"];
        thatState = classes["that-state"];
        going = classes["go"] | classes["go-to"];
        visiting = classes["visit"];
        negotiate = classes["negotiate"];
        congratulate = classes["congratulate"] | classes["greeting"];
        refuse = classes["refuse"];
        because = classes["because"];
        bareConference = classes["conf-bare"];
        summit = classes["summit"];
        conferences = classes["conf"] | classes["conf-name"] | classes["word"];
        finished = classes["finished"];
        attend = classes["attend"];
        summon = classes["summon"];
        byVideo = classes["by-video"];
        bareCeremony = classes["ceremony-bare"];
        comma = classes["comma"];
        also = classes["also"];
        listed = classes["list-sep"] | classes["and"];
        etc = classes["etc"];
        couple = classes["couple"];
        say = classes["say"];
        hold = classes["hold"];
        hosting = classes["host"] | classes["chair"];
        bookOpen = classes["book-open"];
        bookClose = classes["book-close"];
        issue = classes["issue-doc"];
        past = classes["past"];
        aspect = classes["aspect"];
        progressive = classes["progressive"];
        sign = classes["sign"];
        verbTail = sign | classes["aspect"] | classes["de"];
    }

    /// <summary>The tellings of events in a sentence, in order of their triggers.</summary>
    public List<EventMention> Extract(ParsedSentence sentence, string folded, string text)
    {
        var items = sentence.Items;
        var present = Item.ClassesOf(items);
        if (!present.Intersects(triggers))
        {
            return [];
        }

        var best = new SortedDictionary<int, (int Order, PatternMatch Match)>();
        for (var order = 0; order < rules.Length; order++)
        {
            var matcher = rules[order].Matcher;
            if (!matcher.MayMatch(in present))
            {
                continue;
            }

            for (var start = 0; start < items.Length; start++)
            {
                if (matcher.MatchAt(items, folded, start) is not { } match || match.End <= match.Start)
                {
                    continue;
                }

                foreach (var trigger in Triggers(match))
                {
                    if (!best.TryGetValue(trigger, out var other) || Better(match, order, other.Match, other.Order))
                    {
                        best[trigger] = (order, match);
                    }
                }
            }
        }

        var found = new List<EventMention>();
        foreach (var (trigger, (order, match)) in best)
        {
            if (Build(rules[order].Rule, match, trigger, sentence, text) is { } mention)
            {
                found.Add(mention);
                found.AddRange(FurtherConferences(mention, match, items, text));
            }
        }

        return found;
    }

    /// <summary>Where the match has its triggers: several where one verb governs a list (举行战略对话和媒体论坛).</summary>
    private static IEnumerable<int> Triggers(PatternMatch match) =>
        match.Find("K") is null ? match.Find("D") is { } destination ? [destination.Start] : [] : match.Captures.Where(capture => capture.Name == "K").Select(capture => capture.Start);

    private static bool IsKind(string value) => value is EventKinds.Meeting or EventKinds.VideoMeeting or EventKinds.PhoneCall or EventKinds.Visit
        or EventKinds.Conference or EventKinds.Ceremony or EventKinds.Signing or EventKinds.Message;

    private static bool Better(PatternMatch a, int orderA, PatternMatch b, int orderB) =>
        a.End - a.Start != b.End - b.Start ? a.End - a.Start > b.End - b.Start : a.Start != b.Start ? a.Start < b.Start : orderA < orderB;

    private EventMention? Build(PatternRule rule, PatternMatch match, int trigger, ParsedSentence sentence, string text)
    {
        var items = sentence.Items;
        var kind = rule.Option("kind") ?? TriggerKind(items[trigger]) ?? EventKinds.Meeting;
        if (kind == EventKinds.Meeting && Item.ClassesOf(items.AsSpan(match.Start, trigger - match.Start)).Intersects(byVideo))
        {
            kind = EventKinds.VideoMeeting;
        }

        if (occurrences.Read(rule, match, trigger, items, kind) is not (var status, var isOpen))
        {
            return null;
        }

        var named = kind == EventKinds.Conference ? items[match.Find("C")?.Start ?? trigger].Value as ConferenceMention : null;
        if (named?.Leaders is not null)
        {
            // 美俄峰会 is a meeting of two leaders
            kind = EventKinds.Meeting;
        }

        var second = kind == EventKinds.Message ? Receivers(match, items, text) : Actors(match, "B", items);
        if (SubjectOf(match, items, trigger, second) is not { } first)
        {
            return null;
        }

        if (match.Find("G") is { } group)
        {
            // an unnamed group is called as the article calls it
            var called = new Span(items[group.Start].Span.Start, items[group.End - 1].Span.End);
            second = [new GroupMention(called, rule.Name, called.Of(text), null)];
        }

        if (second.IsEmpty && first.Length < 2 && named?.Leaders is { } leaders)
        {
            second = [leaders];
        }

        var roles = (rule.Option("roles") ?? "participant participant").Split(' ');
        var (time, earlier, place, occasion, duration) = circumstances.Read(items, match, trigger, first.IsEmpty, text);
        var conference = (match.Find("C") ?? (kind is EventKinds.Conference || named is not null ? match.Captures.FirstOrDefault(k => k.Name == "K" && k.Start == trigger) : null)) is { } c ? new Span(items[c.Start].Span.Start, items[c.End - 1].Span.End) : (Span?)null;
        var isTopic = match.End + 1 < items.Length && items[match.End].Classes.Intersects(de) && items[match.End + 1].Classes.Intersects(topic);
        var between = Item.ClassesOf(items.AsSpan(match.Start, match.End - match.Start));
        var isEarlier = rule.Option("earlier") is not null || settings.IsEarlier(items, trigger);
        return new EventMention
        {
            Kind = kind,
            Status = status,
            Rule = rule.Name,
            Sentence = sentence.Index,
            Span = new Span(items[match.Start].Span.Start, items[match.End - 1].Span.End),
            Trigger = items[trigger].Span,
            First = first,
            Second = second,
            SubjectLeftOut = first.IsEmpty && named?.Leaders is null,
            OneByOne = between.Intersects(separately),
            Together = between.Intersects(together) || rule.Option("together") is not null,
            RoleNames = (roles[0], roles[^1]),
            // 交代会谈的内容: the time is that of the telling
            Time = isTopic ? null : rule.Option("undated") is null || match.Find("W") is not null ? time : null,
            EarlierTimes = earlier,
            Place = place,
            Destinations = [.. match.Captures.Where(capture => capture.Name == "D").SelectMany(capture => DestinationsOf(items[capture.Start]))],
            IsMereGoing = items[trigger].Classes.Intersects(going) && !between.Intersects(visiting),
            IsNounPhrase = isTopic || trigger > 0 && items[trigger - 1].Classes.Intersects(de),
            IsHeld = between.Intersects(hold | begin) || settings.IsInTalks(items, match, trigger),
            IsWeak = rule.Option("weak") is not null,
            IsAdverbial = (match.End < items.Length && items[match.End].Classes.Intersects(adverbialEnd)) || rule.Option("yields") is not null,
            IsOpen = isOpen,
            IsAtHome = items[trigger].Classes.Intersects(summon) || (match.Find("B") is { Start: > 0 } b && items[b.Start - 1].Classes.Intersects(described)),
            IsRetelling = !isEarlier && settings.IsRetelling(items, trigger),
            IsDone = between.Intersects(past) || (trigger + 1 < items.Length && items[trigger + 1].Classes.Intersects(aspect)),
            IsCaption = sentence.Sentence.Kind is Articles.BlockKind.Caption,
            IsHeadline = sentence.Sentence.Kind is Articles.BlockKind.Title,
            As = rule.Option("as"),
            NamesConference = kind != EventKinds.Conference || IsNamed(match, items),
            IsAttendance = rule.Option("attendance") == "only",
            Sides = named?.Sides,
            IsAttendanceBeside = rule.Option("attendance") == "beside",
            AfterWelcome = settings.IsAfterWelcome(items, trigger),
            BesideMeeting = settings.IsBesideMeeting(items, trigger),
            AttendsUnnamed = items[trigger].Classes.Intersects(attend) && match.Find("C") is { } bare && bare.End - bare.Start == 1 && items[bare.Start].Classes.Intersects(bareCeremony),
            Thereupon = settings.IsBeside(items, trigger),
            DuringVisit = settings.IsDuringVisit(items, trigger),
            DuringConference = settings.IsDuringConference(items, trigger),
            GoesOn = kind == EventKinds.Visit && between.Intersects(progressive),
            OnDeparture = settings.IsOnDeparture(items, trigger),
            Attribution = settings.AttributionOf(items, text),
            Negotiation = items[trigger].Classes.Intersects(negotiate),
            Congratulation = kind == EventKinds.Message && Item.ClassesOf(items.AsSpan(trigger)).Intersects(congratulate),
            CalledOff = status == EventStatuses.Cancelled && Item.ClassesOf(items).Intersects(refuse),
            Refused = status == EventStatuses.Cancelled && Item.ClassesOf(items) is var all && all.Intersects(refuse) && !all.Intersects(because),
            IsEarlier = isEarlier,
            MaybeSpoken = rule.Option("spoken") is not null,
            Mutual = rule.Option("mutual") is not null,
            CalledConference = items[trigger].Classes.Intersects(bareConference | summit),
            OpensChorus = rule.Option("chorus") is not null,
            Occasion = conference is { } span ? (span, span.Of(text)) : occasion,
            Document = match.Find("X") is { } x ? CircumstanceReader.DocumentAt(items, x.Start, text) : null,
            DocumentWords = match.Find("X") is { } words && words.Start > trigger ? DocumentWords(items, trigger, words.Start, text) : null,
            IsIssue = items[trigger].Classes.Intersects(issue),
            Duration = duration,
            Ends = between.Intersects(finished),
            Least = int.TryParse(rule.Option("least"), NumberStyles.None, CultureInfo.InvariantCulture, out var least) ? least : 1,
            AmongMany = items[trigger].Classes.Intersects(negotiate) ? null : rule.Option("many"),
        };
    }

    private string? TriggerKind(Item item)
    {
        if (item.Value is LexicalEntry entry)
        {
            foreach (var name in triggerClasses.Keys)
            {
                if (entry.ValueIn(name) is { } kind)
                {
                    return kind;
                }
            }
        }

        return null;
    }
}
