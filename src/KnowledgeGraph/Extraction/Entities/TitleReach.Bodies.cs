using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>The organisations and bodies of a state with which titles begin.</summary>
internal sealed partial class TitleReach
{
    /// <summary>Whether an item ends the name of an organisation (协会, 大学).</summary>
    public bool EndsOrganization(Item item, string text)
    {
        if (item.Classes.Intersects(head))
        {
            return false;
        }

        var words = vocabulary.Folded(text, item.Span);
        foreach (var suffix in names.OrganizationEnds)
        {
            if (words.EndsWith(suffix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether items end in an ending of more than one word (人权连线).</summary>
    public bool EndsOrganization(ReadOnlySpan<Item> items, string text)
    {
        var words = vocabulary.Folded(text, new Span(items[0].Span.Start, items[^1].Span.End));
        return !items[^1].Classes.Intersects(head) && names.OrganizationEnds.Any(suffix => suffix.Length > 2 && words.Length > suffix.Length && words.EndsWith(suffix, StringComparison.Ordinal));
    }

    /// <summary>Whether an item is no more than the end of an organisation's name.</summary>
    public bool IsOrganizationEnd(Item item, string text) => vocabulary.Folded(text, item.Span) is var words && names.OrganizationEnds.Contains(words);

    /// <summary>The body of a state with which a title begins, or <see langword="null"/>.</summary>
    public StateBody? BodyOf(string folded) => names.BodyOf(folded);

    /// <summary>Whether a title begins with a body of a state.</summary>
    public bool BeginsWithStateBody(string folded) => BodyOf(folded) is not null;

    /// <summary>Whether an item is the first of the bodies of a state that the rules name: the government as a whole.</summary>
    public bool IsGovernment(Item item, string text) => vocabulary.Folded(text, item.Span) == names.StateBodies[0].Name;

    /// <summary>Length of the end of an organisation's name with which a title begins (党 of 党主席), or 0.</summary>
    public int PartOf(Item item, string text)
    {
        var words = vocabulary.Folded(text, item.Span);
        return words.Length > 2 && names.OrganizationEnds.Any(suffix => suffix.Length == 1 && words.StartsWith(suffix, StringComparison.Ordinal)) ? 1 : 0;
    }

    /// <summary>The mark that opens what a mark closes, or -1.</summary>
    public int OpeningOf(ReadOnlySpan<Item> items, int closing)
    {
        if (!items[closing].Classes.Intersects(bookClose | quote))
        {
            return -1;
        }

        var opening = items[closing].Classes.Intersects(bookClose) ? bookOpen : quote;
        for (var i = closing - 1; i >= 0 && closing - i <= MostWords; i--)
        {
            if (items[i].Classes.Intersects(opening))
            {
                return i;
            }

            if (items[i].Classes.Intersects(head))
            {
                break;
            }
        }

        return -1;
    }

    /// <summary>Whether what a mark closes may be what a title is of: 《环球时报》总编辑, 「解析中国」（Sinopsis）的负责人, but not 「阳光政策」的新任总统.</summary>
    private bool MayOwn(ReadOnlySpan<Item> items, int closing, int title)
    {
        for (var i = closing + 1; i < title; i++)
        {
            if (!items[i].Classes.Intersects(paren) && !(items[i].Classes.Intersects(de) && items[title].Classes.Intersects(head)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first item of a body that stands before a mark of enumeration right before a title (中央台办 of 中央台办、国务院台办主任), or <see langword="null"/>.</summary>
    public int? BodyBefore(ReadOnlySpan<Item> items, int title, ReadOnlySpan<bool> taken, string text)
    {
        var mark = title - 1;
        if (mark < 1 || taken[mark] || !items[mark].Classes.Intersects(enumeration) || !Touch(items, title))
        {
            return null;
        }

        var first = mark;
        while (first > 0 && mark - first < MostNouns && !taken[first - 1] && Touch(items, first) && (items[first - 1].Classes.Intersects(state | body) || IsNoun(items[first - 1], text, true)))
        {
            first--;
        }

        return first < mark ? first : null;
    }

    /// <summary>Whether the items begin with the name of an organisation that is made of common nouns alone (政法大学, but not 南开大学).</summary>
    public bool IsPlainOrganization(ReadOnlySpan<Item> items, string text)
    {
        for (var i = 0; i < items.Length && i < MostNouns; i++)
        {
            var words = vocabulary.Folded(text, items[i].Span);
            var end = i == 0 && items[i].Span.Length > 2 ? names.OrganizationEnds.Where(suffix => words.EndsWith(suffix, StringComparison.Ordinal)).Select(suffix => suffix.Length).DefaultIfEmpty().Max() : 0;
            var stem = words[..^end];
            if (i > 0 && EndsOrganization(items[i], text))
            {
                return true;
            }

            if (items[i].Classes.Intersects(functional | head | state | body) || stem.Length == 0 || lexicon.Tag(stem) is not ("n" or "vn" or "an" or "j" or "b" or "l"))
            {
                return false;
            }

            if (end > 0)
            {
                return true;
            }
        }

        return false;
    }
}
