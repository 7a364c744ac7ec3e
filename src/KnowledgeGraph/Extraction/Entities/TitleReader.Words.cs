using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>What single words of a title are, and how its words are written down.</summary>
internal sealed partial class TitleReader
{
    /// <summary>The item that ends the name of an organisation that no list has; what follows belongs to the title.</summary>
    private int? OrganizationEnd(ReadOnlySpan<Item> items, int first, string text)
    {
        for (var i = first; i < items.Length; i++)
        {
            if (reach.EndsOrganization(items[i], text) && items[i].Span.End - items[first].Span.Start > 2 && !IsKindOf(items, i, text))
            {
                return i;
            }
        }

        return null;
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
            if ((item.Classes.Intersects(skipped) && !item.Classes.Intersects(de)) || (item.Classes.Intersects(former) && items.Length > 1))
            {
                plain += text[at..item.Span.Start];
                at = item.Span.End;
            }
        }

        return plain + text[at..items[^1].Span.End];
    }
}
