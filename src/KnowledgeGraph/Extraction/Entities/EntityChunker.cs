using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>
/// First pass over a sentence: joins words to people, offices, pairs, places and conferences by the rules' entity patterns.
/// Of overlapping finds the longest wins, then the earliest, then the order of the rules.
/// </summary>
internal sealed partial class EntityChunker
{
    private readonly Vocabulary vocabulary;
    private readonly TitleReader titles;
    private readonly ConferenceSides sides;
    private readonly ClassSet name;
    private readonly ClassSet office;
    private readonly ClassSet listing;
    private readonly ClassSet spouse;
    private readonly ClassSet de;
    private readonly (PatternRule Rule, PatternMatcher Matcher, ClassSet Classes)[] rules;

    /// <summary>Compiles the entity patterns of a rule set.</summary>
    public EntityChunker(RuleSet ruleSet, Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        titles = new TitleReader(ruleSet, vocabulary);
        sides = new ConferenceSides(ruleSet, vocabulary);
        name = vocabulary.Classes["name"];
        office = vocabulary.Classes["office"];
        spouse = vocabulary.Classes["spouse"];
        de = vocabulary.Classes["de"];
        listing = vocabulary.Classes["list-sep"] | vocabulary.Classes["and"];
        rules = [.. ruleSet.Patterns.Where(rule => rule.Type is not ("event" or "agreement")).Select(rule => (
            rule,
            new PatternMatcher(PatternParser.Parse(rule, ruleSet.Macros, vocabulary.Classes)),
            Classes(rule, vocabulary.Classes)))];
    }

    /// <summary>The items of a sentence with its entities in place of the words that they cover.</summary>
    public Item[] Chunk(IReadOnlyList<Item> words, string folded, string text)
    {
        Item[] items = [.. words];
        var finds = new List<(int Order, PatternMatch Match, int Start, int Length)>();
        var taken = new bool[items.Length];
        var present = Item.ClassesOf(items);
        var orders = Enumerable.Range(0, rules.Length).Where(order => rules[order].Matcher.MayMatch(in present)).ToArray();
        for (var start = 0; start < items.Length; start++)
        {
            foreach (var order in orders)
            {
                if (rules[order].Matcher.MatchAt(items, folded, start) is { } match && match.End > match.Start && !TakesTitleBehindName(match, items) && !IsApart(match, items, text))
                {
                    var first = StartOf(rules[order].Rule, match, items, taken, text);
                    finds.Add((order, match, first, items[match.End - 1].Span.End - items[first].Span.Start));
                }
            }
        }

        finds.Sort((a, b) => a.Length != b.Length ? b.Length.CompareTo(a.Length)
            : a.Start != b.Start ? a.Start.CompareTo(b.Start)
            : a.Order.CompareTo(b.Order));
        var entities = new (Mention Mention, int Order, int End)?[items.Length];
        foreach (var (order, match, first, _) in finds)
        {
            if (taken.AsSpan(match.Start, match.End - match.Start).Contains(true))
            {
                continue;
            }

            var start = taken.AsSpan(first, match.End - first).Contains(true) ? StartOf(rules[order].Rule, match, items, taken, text) : first;
            if (Build(rules[order].Rule, match, start, items, text) is { } mention)
            {
                taken.AsSpan(start, match.End - start).Fill(true);
                entities[start] = (mention, order, match.End);
            }
        }

        var result = new List<Item>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            if (entities[i] is { } entity)
            {
                result.Add(new Item(entity.Mention.Span, rules[entity.Order].Classes | Kept(items.AsSpan(i, entity.End - i)), entity.Mention));
                i = entity.End - 1;
            }
            else
            {
                result.Add(items[i]);
            }
        }

        return [.. result];
    }

    /// <summary>
    /// 岸田文雄首相、美国国务卿布林肯: the first title of the list belongs to the name before it, as does a title before a word for
    /// the spouse (习近平主席夫人彭丽媛) or before 的 (特朗普总统的国家安全顾问奥布莱恩).
    /// </summary>
    private bool TakesTitleBehindName(PatternMatch match, Item[] items)
    {
        if (match.Find("T") is not { } t || match.Find("N") is not { } n || t.Start != match.Start || n.Start < t.End || t.Start == 0
            || !items[t.Start - 1].Classes.Intersects(name) || !items[t.Start].Classes.Intersects(office) || items[t.Start - 1].Span.End != items[t.Start].Span.Start)
        {
            return false;
        }

        return Item.ClassesOf(items.AsSpan(t.Start, t.End - t.Start)).Intersects(listing | de) || Item.ClassesOf(items.AsSpan(t.End, n.Start - t.End)).Intersects(spouse);
    }

    /// <summary>会见全国劳动模范代表 李强出席: where a space parts title and name, as between the halves of a headline, they are not one, but Latin letters often stand apart.</summary>
    private static bool IsApart(PatternMatch match, Item[] items, string text) => match.Find("T") is { } t && match.Find("N") is { } n && t.End == n.Start
        && items[t.End - 1].Span.End < items[n.Start].Span.Start && NameShape.IsHan(text[items[n.Start].Span.Start]);

    private static ClassSet Classes(PatternRule rule, ClassTable table) =>
        (rule.Option("also") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(table[rule.Type], (set, name) => set | table[name]);

    /// <summary>An entity of one word keeps the classes of that word: 新加坡 stays a place when it is read as a state.</summary>
    private static ClassSet Kept(ReadOnlySpan<Item> covered) => covered.Length == 1 ? covered[0].Classes : default;

    /// <summary>A person's title may reach further left than the pattern sees.</summary>
    private int StartOf(PatternRule rule, PatternMatch match, Item[] items, bool[] taken, string text) =>
        rule.Type == "person" && match.Find("T") is { } t && t.Start == match.Start ? titles.Start(items, t.Start, t.End, taken, text) : match.Start;

    private Mention? Build(PatternRule rule, PatternMatch match, int start, Item[] items, string text)
    {
        var span = new Span(items[start].Span.Start, items[match.End - 1].Span.End);
        return rule.Type switch
        {
            "person" => Person(rule, match, start, items, text, span),
            "office-actor" => TitlesOf(match, items, text) is [.., var title] ? new OfficeMention(span, rule.Name, title) : null,
            "joint" => Joint(rule, match, items, text, span),
            "pronoun" => new PronounMention(span, rule.Name, match.Find("O") is not null, match.Find("W") is not null, match.Find("I") is not null),
            "group" => new GroupMention(span, rule.Name, span.Of(text), match.Find("S") is { } s ? titles.StateOf(items[s.Start]) : null),
            "state-actor" => State(rule, items[match.Start], span),
            "org-actor" => new OrganizationMention(span, rule.Name, Trimmed(match, items, span).Of(text), FirstEntry(match, items)?.Organization),
            "conf" => sides.Of(rule, match, items, text) is var (states, leaders) ? new ConferenceMention(span, rule.Name, span.Of(text), states, leaders) { Place = PlaceWithin(rule, match, items, text) } : null,
            "place-phrase" or "place-name" => Place(rule, match, items, text, span),
            _ => null,
        };
    }

    private static LexicalEntry? FirstEntry(PatternMatch match, Item[] items) => items[match.Start].Value as LexicalEntry;

    /// <summary>The span of the capture S, without a bracket behind it.</summary>
    private static Span Trimmed(PatternMatch match, Item[] items, Span span) => match.Find("S") is { } s && match.End - match.Start > 1 && s.End < match.End
        ? new Span(span.Start, items[s.End - 1].Span.End)
        : span;

    private ImmutableArray<TitleMention> TitlesOf(PatternMatch match, Item[] items, string text, int? start = null) =>
        match.Find("T") is { } t ? [.. titles.Read(items, start ?? t.Start, t.End, text).Select(title => WithCandidates(title, items.AsSpan(t.Start, t.End - t.Start)))] : [];

    private static TitleMention WithCandidates(TitleMention title, ReadOnlySpan<Item> items)
    {
        foreach (var item in items)
        {
            if (item.Span.Length == 1 && item.Value is LexicalEntry { Shorts: { Count: > 1 } shorts } && title.Of is not null && shorts.Contains(title.Of))
            {
                return title with { OneOf = [.. shorts] };
            }
        }

        return title;
    }

    private PersonMention? Person(PatternRule rule, PatternMatch match, int start, Item[] items, string text, Span span)
    {
        if (match.Find("N") is not { } n)
        {
            return null;
        }

        var held = TitlesOf(match, items, text, start < match.Start ? start : null);
        if (match.Find("E") is { } elect)
        {
            // 当选美国总统的X holds it not yet.
            var prefix = items[elect.Start].Span.Of(text);
            held = [.. held.Select(title => title with { Title = prefix + title.Title, Elect = true })];
        }

        if (match.Find("F") is not null)
        {
            held = [.. held.Select(titles.AsFormer)];
        }

        if (match.Find("U") is { } further)
        {
            // 特别代表多瓦尔国安顾问; 外长赵显曾任驻联合国大使 is a foreign minister still.
            held = [.. held, .. titles.Read(items, further.Start, further.End, text).Select(title => title with { Of = title.Of ?? held.FirstOrDefault(other => other.Of is not null)?.Of })];
        }

        var country = match.Find("S") is { } s ? titles.StateOf(items[s.Start]) : null;
        if (country is not null)
        {
            held = [.. held.Select(title => title with { Of = title.Of ?? country })];
        }

        country ??= held.Select(title => title.Home ?? title.Of).FirstOrDefault(of => of is not null);
        return new PersonMention(span, rule.Name, items[n.Start].Span.Of(text), items[n.Start].Span, held, country) { Principal = Principal(rule, match, items, text, country) };
    }

    private PersonMention? Principal(PatternRule rule, PatternMatch match, Item[] items, string text, string? country)
    {
        if (match.Find("L") is not { } l)
        {
            return null;
        }

        ImmutableArray<TitleMention> held = [.. match.Captures.Where(capture => capture.Name == "H").SelectMany(h => titles.Read(items, h.Start, h.End, text)).Select(title => title with { Of = title.Of ?? country })];
        return new PersonMention(items[l.Start].Span, rule.Name, items[l.Start].Span.Of(text), items[l.Start].Span, held, country);
    }

    private static ActorMention? State(PatternRule rule, Item item, Span span) => item.Value is not LexicalEntry entry ? null
        : entry.Sides.Count > 1 || (span.Length == 1 && entry.Shorts.Count > 1)
            ? new JointMention(span, rule.Name, [span.Length == 1 ? [.. entry.Shorts] : [.. entry.Sides.Select(side => side.Name)]], null, 1, false)
        : entry.State is { } state ? new StateMention(span, rule.Name, state.Name)
        : entry.Organization is { } organization ? new OrganizationMention(span, rule.Name, organization.Name, organization)
        : null;

    private static PlaceMention? PlaceWithin(PatternRule rule, PatternMatch match, Item[] items, string text)
    {
        foreach (var item in items.AsSpan(match.Start, match.End - match.Start))
        {
            if (item.Value is LexicalEntry { State: null, Place: { Kind: "city" or "island" or "resort", Country: { } country } })
            {
                return new PlaceMention(item.Span, rule.Name, item.Span.Of(text), country, null);
            }
        }

        return null;
    }

    private PlaceMention? Place(PatternRule rule, PatternMatch match, Item[] items, string text, Span span)
    {
        string? country = match.Find("S") is { } s ? titles.StateOf(items[s.Start]) : null;
        string? place = null;
        string? venue = null;
        foreach (var capture in match.Captures)
        {
            var item = items[capture.Start];
            if (item.Value is not LexicalEntry entry)
            {
                continue;
            }

            if (capture.Name == "P" && entry.ValueIn("at-place") is { } city)
            {
                place = city;
                country ??= vocabulary.Find(city)?.Place?.Country;
            }
            else if (capture.Name == "P" && (place is null || entry.Place?.Kind is not "province"))
            {
                place = item.Span.Of(text);
                country ??= entry.Place?.Country;
            }
            else if (capture.Name == "S" && entry is { State: not null, Place: not null } && place is null)
            {
                // 新加坡 is state and city.
                place = item.Span.Of(text);
            }
            else if (capture.Name == "V")
            {
                venue = item.Span.Of(text);
                place ??= entry.Venue?.City;

                // 中国驻韩国大使馆 stands in 韩国.
                country = entry.Venue?.Country ?? country;
            }
        }

        return new PlaceMention(span, rule.Name, place, country, venue);
    }
}
