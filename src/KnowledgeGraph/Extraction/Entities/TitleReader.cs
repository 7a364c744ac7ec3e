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
    private readonly ClassSet towards;
    private readonly ClassSet owner;
    private readonly ClassSet modifier;
    private readonly ClassSet memberHead;
    private readonly ClassSet joiner;
    private readonly ClassSet represent;
    private readonly ClassSet envoy;
    private readonly ClassSet dash;
    private readonly string[] partyOrgans;
    private readonly string[] sharedBodies;
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
        memberHead = classes["member-head"];
        office = classes["office"] | classes["title-head"] | memberHead;
        joiner = classes["joiner"];
        represent = classes["represent"];
        envoy = classes["personal-envoy"];
        dash = classes["dash"];
        partyOrgans = [.. rules.Words.Where(words => words.Name == "party-organ").SelectMany(words => words.Words)];
        sharedBodies = [.. rules.Words.Where(words => words.Name == "shared-body").SelectMany(words => words.Words)];
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
        towards = classes["to"];
        owner = classes["owner-head"];
        modifier = classes["adjective"] | classes["deputy"] | classes["acting"] | classes["honor"] | classes["verb"];
        reach = new TitleReach(rules, vocabulary);
        formerPrefix = rules.Titles.Prefixes.TryGetValue("former", out var prefixes) && prefixes.Count > 0 ? prefixes[0] : "";
        ownState = rules.Words.FirstOrDefault(words => words.Name == "own-state")?.Words.FirstOrDefault();
    }

    /// <summary>Where the titles begin that the patterns found from an item on: nouns and organisations before it make them fuller.</summary>
    public int Start(ReadOnlySpan<Item> items, int start, int end, ReadOnlySpan<bool> taken, string text)
    {
        var first = reach.Start(items, start, end, taken, text);
        return reach.BodyBefore(items, first, taken, text) is { } other && SharedHead(items[other..end], first - 1 - other, text) is not null ? other : first;
    }

    /// <summary>The titles in a range of items, in order.</summary>
    /// <param name="items">The items of the sentence.</param>
    /// <param name="start">First item of the titles.</param>
    /// <param name="end">Index behind the last.</param>
    /// <param name="text">The article's text, for titles as written.</param>
    public ImmutableArray<TitleMention> Read(ReadOnlySpan<Item> items, int start, int end, string text)
    {
        var titles = ImmutableArray.CreateBuilder<TitleMention>();
        var run = new TitleRun();
        TitleMention? before = null;
        var at = start;
        var parted = PartedBody(items[start..end]);
        var head = parted > 0 ? SharedHead(items[start..end], parted, text) : null;
        if (head is not null)
        {
            at = start + parted + 1;
        }

        while (at < end)
        {
            var stop = at;
            while (stop < end && !IsSplit(items, stop, end) && !(stop > at && items[stop - 1].Classes.Intersects(envoy) && !items[stop].Classes.Intersects(splitter)))
            {
                stop++;
            }

            run.Joined = at > start && items[at - 1].Classes.Intersects(joiner);
            if (ReadOne(items[at..stop], text, run) is { } title)
            {
                before = stop - at == 1 && before is not null ? OfSameBody(title, before, run.State) : title;
                if (head is not null && titles.Count == 0)
                {
                    titles.Add(OfBodyBefore(items[start..(start + parted)], head, before, text));
                }

                titles.Add(before);
            }

            // 习近平主席特使全国人大常委会副委员长: behind an envoy another title needs no mark.
            at = stop < end && items[stop].Classes.Intersects(splitter) ? stop + 1 : stop;
        }

        return titles.ToImmutable();
    }

    /// <summary>A title that is no longer held.</summary>
    public TitleMention AsFormer(TitleMention title) => title.Former ? title : title with { Title = formerPrefix + title.Title, Former = true };

    /// <summary>The state that a single item names, or <see langword="null"/>; 新 before an office is new rather than a state (新首相).</summary>
    public string? StateOf(Item item) =>
        item.Classes.Intersects(stateShort) && item.Classes.Intersects(description) ? null
        : item.Classes.Intersects(state | stateShort) && item.Value is LexicalEntry { State: { } entry } ? entry.Name
        : item.Classes.Intersects(weState) ? ownState
        : null;

    /// <summary>A joiner splits only behind a title: 和 within 民族和解委员会 does not.</summary>
    private bool IsSplit(ReadOnlySpan<Item> items, int index, int end) =>
        items[index].Classes.Intersects(splitter) && index > 0 && index + 1 < end
        && (items[index - 1].Classes.Intersects(office) || items[index - 1].Classes.Intersects(skipped));

    private TitleMention? ReadOne(ReadOnlySpan<Item> items, string text, TitleRun run)
    {
        var last = items.Length - 1;
        while (last >= 0 && !items[last].Classes.Intersects(office))
        {
            last--;
        }

        if (last < 0)
        {
            return null;
        }

        items = items[..(last + 1)];
        var title = new TitleDraft { First = FirstOfTitle(items, last, text) };
        ReadState(items, text, title);
        if (PartedName(items, text, title) is { } parted)
        {
            run.State = title.Home ?? run.State;
            return parted;
        }

        ReadOwner(items, text, title, run);
        while (title.First < last && items[title.First].Classes.Intersects(skipped | former | description))
        {
            title.Former |= items[title.First].Classes.Intersects(former);
            title.First++;
        }

        return Finished(items, text, title, run);
    }
}
