using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>
/// Reads the words before a name as titles: splits joint titles (国务委员兼外长), tells the state or organisation from the
/// office, and normalises the few titles that have a common form.
/// </summary>
internal sealed class TitleReader
{
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
    private readonly string[] orgSuffixes;
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
        orgSuffixes = [.. rules.Words.Where(words => words.Name == "org-suffix").SelectMany(words => words.Words)];
        formerPrefix = rules.Titles.Prefixes.TryGetValue("former", out var prefixes) && prefixes.Count > 0 ? prefixes[0] : "";
        ownState = rules.Words.FirstOrDefault(words => words.Name == "own-state")?.Words.FirstOrDefault();
    }

    /// <summary>The titles in a range of items, in order.</summary>
    /// <param name="items">The items of the sentence.</param>
    /// <param name="start">First item of the titles.</param>
    /// <param name="end">Index behind the last.</param>
    /// <param name="text">The article's text, for titles as written.</param>
    public ImmutableArray<TitleMention> Read(ReadOnlySpan<Item> items, int start, int end, string text)
    {
        var titles = ImmutableArray.CreateBuilder<TitleMention>();
        string? current = null;
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
                titles.Add(title);
            }

            at = stop + 1;
        }

        return titles.ToImmutable();
    }

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

        for (; first < last; first++)
        {
            var item = items[first];
            if (StateOf(item) is { } name && (of is null || !item.Classes.Intersects(stateShort)))
            {
                of = name;
            }
            else if (first < last && item.Value is LexicalEntry { Place.Country: { } seat } && items[first + 1].Classes.Intersects(ministry))
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
            else if (item.Classes.Intersects(skipped | description))
            {
                continue;
            }
            else
            {
                break;
            }
        }

        var named = of is not null;
        if (of is null && first < last && items[first].Classes.Intersects(body) && items[first].Value is LexicalEntry { Organization: { } organization })
        {
            bodyIndex = first;
            of = organization.Kind == "party" && organization.Country is { } home && IsOwnParty(organization) ? home : items[first].Span.Of(text);
            if (!(organization.Kind == "party" && IsOwnParty(organization)))
            {
                first++;
            }
        }

        if (bodyIndex < 0 && OrganizationEnd(items[..last], first, text) is { } bodyEnd)
        {
            of = text[items[first].Span.Start..items[bodyEnd].Span.End];
            bodyIndex = bodyEnd;
            first = bodyEnd + 1;
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
        of = entry?.Of is { } only && (of is null || entry.Body == "state") ? only : of;
        if (named && bodyIndex < 0)
        {
            current = of;
        }

        of ??= current;
        if (of is null && first < last && items[first].Value is LexicalEntry { Place.Country: { } placeHome })
        {
            of = placeHome;
        }

        var title = Normalized(items[first..(last + 1)], text);
        return new TitleMention(words, isFormer ? formerPrefix + title : title, entry ?? HeadOffice(items[last]), of, isFormer, isElect);
    }

    /// <summary>The last item of an organisation that no list has but whose name ends as organisations' names do.</summary>
    private int? OrganizationEnd(ReadOnlySpan<Item> items, int first, string text)
    {
        for (var i = items.Length - 1; i >= first; i--)
        {
            var words = vocabulary.Folded(text, items[i].Span);
            if (!items[i].Classes.Intersects(office | ministry) && Array.Exists(orgSuffixes, suffix => words.EndsWith(suffix, StringComparison.Ordinal)) && items[i].Span.End - items[first].Span.Start > 2)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>A title that the rules normalise in its normal form, any other as written, in the article's own script.</summary>
    private string Normalized(ReadOnlySpan<Item> items, string text) =>
        items.Length == 1 && items[0].Value is LexicalEntry { Office: { } office } entry && entry.Phrase != office.Title
            ? office.Title
            : Plain(items, text).Trim();

    private static OfficeEntry? HeadOffice(Item item) => (item.Value as LexicalEntry)?.Office;

    /// <summary>Parties whose offices count as offices of the state, as the annotation guide has it.</summary>
    private bool IsOwnParty(OrganizationEntry organization) => organization.Country is not null && organization.Country == ownState;

    /// <summary>The words of a title without brackets and quotes.</summary>
    private string Plain(ReadOnlySpan<Item> items, string text)
    {
        var at = items[0].Span.Start;
        var plain = "";
        foreach (var item in items)
        {
            if (item.Classes.Intersects(skipped) && !item.Classes.Intersects(vocabulary.Classes["de"]))
            {
                plain += text[at..item.Span.Start];
                at = item.Span.End;
            }
        }

        return plain + text[at..items[^1].Span.End];
    }
}
