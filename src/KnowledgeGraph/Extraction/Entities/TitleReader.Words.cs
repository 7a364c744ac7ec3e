using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>What single words of a title are, and how its words are written down.</summary>
internal sealed partial class TitleReader
{
    /// <summary>
    /// The item that ends the name of an organisation that no list has, with what a dash joins to it (解放运动—社会民主党); what
    /// follows belongs to the title.
    /// </summary>
    private int? OrganizationEnd(ReadOnlySpan<Item> items, int first, string text)
    {
        for (var i = first; i < items.Length; i++)
        {
            if ((reach.EndsOrganization(items[i], text) || reach.EndsOrganization(items[first..(i + 1)], text)) && items[i].Span.End - items[first].Span.Start > 2 && !IsKindOf(items, i, text))
            {
                return i + 2 < items.Length && items[i + 1].Classes.Intersects(dash) ? OrganizationEnd(items, i + 2, text) ?? i : i;
            }
        }

        return null;
    }

    /// <summary>Whether an item is the name of a party that the rules know of no state or of another one.</summary>
    private static bool IsPartyElsewhere(Item item, string state) => item.Value is LexicalEntry { State: null, Organization: { Kind: "party" } party } && party.Country != state;

    /// <summary>莫塔集团董事长兼首席执行官, 全国政协副主席兼秘书长: a title of one word that names no body is one of the body named before it.</summary>
    private TitleMention OfSameBody(TitleMention title, TitleMention before, string? current)
    {
        if (title.Office?.Body == "state" || (title.Of is not null && title.Of != current))
        {
            return title;
        }

        if (title.Text == title.Title && reach.BodyOf(vocabulary.Folded(before.Text, new Span(0, before.Text.Length))) is { } body)
        {
            return title with { Title = before.Text[..body.Name.Length] + title.Title, Text = before.Text[..body.Name.Length] + title.Text, Of = before.Of };
        }

        return before.Of is not null && before.Of != current ? title with { Of = before.Of, Home = before.Home } : title;
    }

    /// <summary>六四天网创始人: what stands before such a head is what it heads. The index behind it, or 0.</summary>
    private int OwnerEnd(ReadOnlySpan<Item> items, int first, int last)
    {
        if (!items[last].Classes.Intersects(owner))
        {
            return 0;
        }

        var end = last;
        while (end > first && items[end - 1].Classes.Intersects(modifier | skipped | former | description))
        {
            end--;
        }

        return end > first && !(end == first + 1 && items[first].Classes.Intersects(kindOfOrganization)) && items[end - 1].Span.End - items[first].Span.Start > 1 ? end : 0;
    }

    /// <summary>
    /// The first item behind what no title holds: verbs with their 了, words that count and join (另一位工会领导人, 写信给国防部长), 对 before an office.
    /// A verb before the end of an organisation's name is part of that name, and so is one joined to it (控制和预防中心).
    /// </summary>
    private int FirstOfTitle(ReadOnlySpan<Item> items, int last, string text)
    {
        var first = last;
        var named = false;
        while (first > 0)
        {
            var joined = items[first].Classes.Intersects(splitter) || items[first - 1].Classes.Intersects(splitter);
            named = reach.IsOrganizationEnd(items[first], text) || (named && joined);
            if ((items[first - 1].Classes.Intersects(breaking) || (items[first - 1].Classes.Intersects(towards) && items[first].Classes.Intersects(office))) && !named)
            {
                break;
            }

            first--;
        }

        return first;
    }

    /// <summary>The item that ends a word for a kind of organisation before the name of one (科技公司华为, 华盛顿智库战略研究中心), or -1.</summary>
    private int KindEnd(ReadOnlySpan<Item> items, int first, string text)
    {
        for (var i = first; i < items.Length; i++)
        {
            if (reach.EndsOrganization(items[i], text))
            {
                return IsKindOf(items, i, text) ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>The state that a side within a title names (中方 in 中方主席).</summary>
    private string? SideOf(ReadOnlySpan<Item> items)
    {
        foreach (var item in items)
        {
            if (!item.Classes.Intersects(stateShort) && StateOf(item) is { } side)
            {
                return side;
            }
        }

        return null;
    }

    private bool IsKindOf(ReadOnlySpan<Item> items, int index, string text)
    {
        if (!items[index].Classes.Intersects(kindOfOrganization))
        {
            return false;
        }

        for (var i = index + 1; i < items.Length; i++)
        {
            if (items[i].Classes.Intersects(body) || reach.EndsOrganization(items[i], text))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOrganization(Item item, string text) =>
        item.Classes.Intersects(state) || (item.Classes.Intersects(body) && item.Value is LexicalEntry { Conference: null }) || reach.EndsOrganization(item, text) || item.Classes.Intersects(paren);

    /// <summary>The bloc whose body an item is (欧盟 of 欧盟委员会), or <see langword="null"/>.</summary>
    private static string? BlocOf(Item item) => (item.Value as LexicalEntry)?.ValueIn("bloc-body");

    /// <summary>A title that the rules normalise in its normal form, any other as written, in the article's own script.</summary>
    private string Normalized(ReadOnlySpan<Item> items, string text) =>
        items.Length == 1 && items[0].Value is LexicalEntry { Office: { } office } entry && entry.Phrase != office.Title
            ? office.Title
            : Plain(items, text).Trim();

    /// <summary>Members of parliament belong to the state, whatever their party.</summary>
    private static string? PartyHome(Item item) => (item.Value as LexicalEntry)?.Organization is { Kind: "party", Country: { } country } ? country : null;

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
            if ((item.Classes.Intersects(skipped) && !item.Classes.Intersects(de | memberHead)) || (item.Classes.Intersects(former) && items.Length > 1))
            {
                plain += text[at..item.Span.Start];
                at = item.Span.End;
            }
        }

        return plain + text[at..items[^1].Span.End];
    }
}
