using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>
/// Reads the words before a name as titles: splits joint titles (国务委员兼外长), tells the state or organisation from the
/// office, and normalises the few titles that have a common form.
/// </summary>
internal sealed partial class TitleReader
{
    private const int DeputyHead = 72;
    private readonly Vocabulary vocabulary;
    private readonly ClassSet state;
    private readonly ClassSet stateShort;
    private readonly ClassSet weState;
    private readonly ClassSet body;
    private readonly ClassSet ministry;
    private readonly ClassSet splitter;
    private readonly ClassSet skipped;
    private readonly ClassSet office;
    private readonly ClassSet former;
    private readonly ClassSet elect;
    private readonly ClassSet description;
    private readonly ClassSet de;
    private readonly ClassSet paren;
    private readonly ClassSet memberOf;
    private readonly ClassSet stateTail;
    private readonly ClassSet mainland;
    private readonly ClassSet kindOfOrganization;
    private readonly ClassSet breaking;
    private readonly ClassSet owner;
    private readonly ClassSet modifier;
    private readonly TitleReach reach;
    private readonly string formerPrefix;
    private readonly string? ownState;

    /// <summary>Reads titles by a rule set's offices.</summary>
    public TitleReader(RuleSet rules, Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        var classes = vocabulary.Classes;
        state = classes["state"];
        stateShort = classes["state-short"];
        weState = classes["we-state"];
        body = classes["org"] | classes["media"] | classes["conf-name"];
        ministry = classes["ministry"];
        splitter = classes["joiner"] | classes["list-sep"] | classes["and"];
        skipped = classes["de"] | classes["paren"] | classes["calling"] | classes["quote"] | classes["comma"];
        office = classes["office"] | classes["title-head"];
        former = classes["former"];
        elect = classes["elect"];
        description = classes["description"] | classes["incumbent"];
        de = classes["de"];
        paren = classes["paren"];
        memberOf = classes["member-of"];
        stateTail = classes["state-tail"];
        mainland = classes["mainland"];
        kindOfOrganization = classes["organization-kind"];
        breaking = classes["verb"] | classes["title-break"] | classes["say"] | classes["include"] | classes["invite"] | classes["accompany"] | classes["attend"] | classes["meet"]
            | classes["appoint"] | classes["dismiss"];
        owner = classes["owner-head"];
        modifier = classes["adjective"] | classes["deputy"] | classes["acting"] | classes["honor"] | classes["verb"];
        reach = new TitleReach(rules, vocabulary);
        formerPrefix = rules.Titles.Prefixes.TryGetValue("former", out var prefixes) && prefixes.Count > 0 ? prefixes[0] : "";
        ownState = rules.Words.FirstOrDefault(words => words.Name == "own-state")?.Words.FirstOrDefault();
    }

    /// <summary>Where the titles begin that the patterns found from an item on: nouns and organisations before it make them fuller.</summary>
    public int Start(ReadOnlySpan<Item> items, int start, int end, ReadOnlySpan<bool> taken, string text) => reach.Start(items, start, end, taken, text);

    /// <summary>The titles in a range of items, in order.</summary>
    /// <param name="items">The items of the sentence.</param>
    /// <param name="start">First item of the titles.</param>
    /// <param name="end">Index behind the last.</param>
    /// <param name="text">The article's text, for titles as written.</param>
    public ImmutableArray<TitleMention> Read(ReadOnlySpan<Item> items, int start, int end, string text)
    {
        var titles = ImmutableArray.CreateBuilder<TitleMention>();
        string? current = null;
        TitleMention? before = null;
        var at = start;
        while (at < end)
        {
            var stop = at;
            while (stop < end && !IsSplit(items, stop, end))
            {
                stop++;
            }

            if (ReadOne(items[at..stop], text, ref current) is { } title)
            {
                before = stop - at == 1 && before is not null ? OfSameBody(title, before, current) : title;
                titles.Add(before);
            }

            at = stop + 1;
        }

        return titles.ToImmutable();
    }

    /// <summary>A title that is no longer held.</summary>
    public TitleMention AsFormer(TitleMention title) => title.Former ? title : title with { Title = formerPrefix + title.Title, Former = true };

    /// <summary>The state that a single item names, or <see langword="null"/>.</summary>
    public string? StateOf(Item item) =>
        item.Classes.Intersects(state | stateShort) && item.Value is LexicalEntry { State: { } entry } ? entry.Name
        : item.Classes.Intersects(weState) ? ownState
        : null;

    /// <summary>A joiner splits only behind a title: 和 within 民族和解委员会 does not.</summary>
    private bool IsSplit(ReadOnlySpan<Item> items, int index, int end) =>
        items[index].Classes.Intersects(splitter) && index > 0 && index + 1 < end
        && (items[index - 1].Classes.Intersects(office) || items[index - 1].Classes.Intersects(skipped));

    private TitleMention? ReadOne(ReadOnlySpan<Item> items, string text, ref string? current)
    {
        string? of = null;
        var isFormer = false;
        var isElect = false;
        var first = 0;
        var bodyIndex = -1;
        var last = items.Length - 1;
        while (last >= 0 && !items[last].Classes.Intersects(office))
        {
            last--;
        }

        if (last < 0)
        {
            return null;
        }

        for (first = FirstOfTitle(items, last, text); first < last; first++)
        {
            var item = items[first];
            if (first + 1 < last && StateOf(item) is not null && reach.IsOrganizationEnd(items[first + 1], text))
            {
                // 哥伦比亚大学, 朝鲜协会: the state is part of the name.
                break;
            }
            else if (first + 1 < last && item.Classes.Intersects(stateShort) && items[first + 1].Classes.Intersects(stateShort))
            {
                // 中俄人文合作委员会中方主席: both states are, and a side tells whose title it is.
                of = SideOf(items[first..last]) ?? of;
                break;
            }
            else if (StateOf(item) is { } name && (of is null || !item.Classes.Intersects(stateShort)))
            {
                of = name;
            }
            else if (first < last && item.Value is LexicalEntry { Place.Country: { } seat } && (items[first + 1].Classes.Intersects(ministry) || reach.BeginsWithStateBody(vocabulary.Folded(text, new Span(items[first + 1].Span.Start, items[last].Span.End)))))
            {
                of = seat;
            }
            else if (item.Classes.Intersects(stateShort) && item.Value is LexicalEntry { Organization: { } bloc })
            {
                of = bloc.Name;
            }
            else if (item.Classes.Intersects(former))
            {
                isFormer = true;
            }
            else if (of is null && item.Classes.Intersects(mainland))
            {
                // 大陆国台办发言人
                of = ownState;
            }
            else if (item.Classes.Intersects(skipped | description) || (of is not null && item.Classes.Intersects(stateTail)))
            {
                continue;
            }
            else
            {
                break;
            }
        }

        // 特朗普总统的国家安全顾问, 出席峰会的主席: only an organisation before 的 belongs to the title.
        for (var i = last - 1; i > first; i--)
        {
            if (items[i].Classes.Intersects(de))
            {
                first = IsOrganization(items[i - 1], text) ? first : i + 1;
                break;
            }
        }

        var home = of;
        while (KindEnd(items[..last], first, text) is >= 0 and var kind)
        {
            of = null;
            first = kind + 1;
            while (first < last && items[first].Classes.Intersects(skipped))
            {
                first++;
            }
        }

        var folded = vocabulary.Folded(text, new Span(items[first].Span.Start, items[last].Span.End));
        if (first < last && BlocOf(items[first]) is { } owner)
        {
            of = owner;
            bodyIndex = first;
        }
        else if (first < last && reach.BeginsWithStateBody(folded))
        {
            // 澳门特区政府行政法务司司长, but 政府副总理
            if (reach.IsGovernment(items[first], text) && (HeadOffice(items[last])?.Rank ?? 0) < DeputyHead)
            {
                first++;
            }

            of ??= items[first].Value is LexicalEntry { Venue.Country: { } seat } ? seat
                : items[first].Value is LexicalEntry { Organization.Country: { } country } ? country
                : null;
        }
        else if (of is null && first < last && items[first].Classes.Intersects(body) && items[first].Value is LexicalEntry { Organization: { } organization })
        {
            bodyIndex = first;
            of = organization.Kind == "party" && organization.Country is { } at && IsOwnParty(organization) ? at : items[first].Span.Of(text);
            if (!(organization.Kind == "party" && IsOwnParty(organization)) || items[first + 1].Classes.Intersects(de))
            {
                first++;
            }
        }
        else if (OrganizationEnd(items[..last], first, text) is { } bodyEnd)
        {
            of = text[items[first].Span.Start..items[bodyEnd].Span.End];
            bodyIndex = bodyEnd;
            first = bodyEnd + 1;
            if (first < last && items[first].Classes.Intersects(memberOf))
            {
                // 国民党籍立委
                of = home;
                first++;
            }
        }
        else if (first < last && reach.PartOf(items[last], text) is > 0 and var part)
        {
            // 祖国未来党主席, where 党主席 is a word
            of = text[items[first].Span.Start..(items[last].Span.Start + part)];
            var rest = text[(items[last].Span.Start + part)..items[last].Span.End];
            current = home ?? current;
            return new TitleMention(rest, isFormer ? formerPrefix + rest : rest, HeadOffice(items[last]), of, isFormer, false);
        }

        else if (of == home && OwnerEnd(items, first, last) is > 0 and var ownerEnd)
        {
            of = text[items[first].Span.Start..items[ownerEnd - 1].Span.End];
            first = ownerEnd;
        }

        while (first < last && items[first].Classes.Intersects(skipped | former | description))
        {
            isFormer |= items[first].Classes.Intersects(former);
            first++;
        }

        var from = items[first].Span.Start;
        var words = text[from..items[last].Span.End];
        var entry = first == last ? (items[last].Value as LexicalEntry)?.Office : null;
        isElect = Item.ClassesOf(items[first..last]).Intersects(elect);
        of ??= entry?.Of ?? reach.BodyOf(vocabulary.Folded(text, new Span(from, items[last].Span.End)))?.State;
        if (bodyIndex >= 0 && HeadOffice(items[last])?.Family == "legislator" && (home ?? PartyHome(items[bodyIndex])) is { } land)
        {
            of = land;
        }

        if (home is not null)
        {
            current = home;
        }

        of ??= current;
        if (of is null && first < last && items[first].Value is LexicalEntry { Place.Country: { } placeHome })
        {
            of = placeHome;
        }

        isFormer |= Item.ClassesOf(items[first..last]).Intersects(former);
        var title = Normalized(items[first..(last + 1)], text);
        if (title.Length == 0)
        {
            // 萨勒曼亲王: a calling alone is no office
            return null;
        }

        return new TitleMention(words, isFormer ? formerPrefix + title : title, entry ?? HeadOffice(items[last]), of, isFormer, isElect);
    }
}
