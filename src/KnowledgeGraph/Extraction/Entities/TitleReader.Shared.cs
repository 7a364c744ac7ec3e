using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>What titles of one person share: a party, a head (中央台办、国务院台办主任); and owners in marks (《环球时报》总编辑).</summary>
internal sealed partial class TitleReader
{
    /// <summary>What the titles read so far leave to those that follow.</summary>
    private sealed class TitleRun
    {
        /// <summary>The state named last.</summary>
        public string? State { get; set; }

        /// <summary>The foreign party named last, whose organs follow without its name (越共中央政治局委员、中央书记处书记).</summary>
        public string? Party { get; set; }

        /// <summary>Whether a joiner stands before the title (副委员长兼统一战线部部长).</summary>
        public bool Joined { get; set; }
    }

    /// <summary>A title while it is read.</summary>
    private sealed class TitleDraft
    {
        /// <summary>The first item that is not yet read.</summary>
        public int First { get; set; }

        /// <summary>The item of the organisation, or -1.</summary>
        public int Body { get; set; } = -1;

        /// <summary>The state or organisation that the office is of.</summary>
        public string? Of { get; set; }

        /// <summary>The state named before all.</summary>
        public string? Home { get; set; }

        /// <summary>The state where the party is at home.</summary>
        public string? PartyState { get; set; }

        /// <summary>The organ of a party, with which the title begins.</summary>
        public string Organ { get; set; } = "";

        /// <summary>Whether it is no longer held.</summary>
        public bool Former { get; set; }
    }

    /// <summary>祖国未来党主席, where 党主席 is a word: its first character ends the name of the party.</summary>
    private TitleMention? PartedName(ReadOnlySpan<Item> items, string text, TitleDraft title)
    {
        var head = items[^1];
        if (title.First == items.Length - 1 || reach.PartOf(head, text) is not (> 0 and var part) || BlocOf(items[title.First]) is not null
            || reach.BeginsWithStateBody(vocabulary.Folded(text, new Span(items[title.First].Span.Start, head.Span.End)))
            || (title.Of is null && items[title.First].Classes.Intersects(body)) || OrganizationEnd(items[..^1], title.First, text) is not null)
        {
            return null;
        }

        var of = text[items[title.First].Span.Start..(head.Span.Start + part)];
        var rest = text[(head.Span.Start + part)..head.Span.End];
        return new TitleMention(rest, title.Former ? formerPrefix + rest : rest, HeadOffice(head), of, title.Former, false);
    }

    /// <summary>A party without the organ that its name ends in here, and that organ, which belongs to the title: 越共 and 中央 of 越共中央.</summary>
    private (string Party, string Organ) PartyAndOrgan(Item item, string text)
    {
        var written = item.Span.Of(text);
        var folded = vocabulary.Folded(text, item.Span);
        var organ = partyOrgans.FirstOrDefault(end => folded.Length > end.Length && folded.EndsWith(end, StringComparison.Ordinal)) ?? "";
        return (written[..^organ.Length], written[^organ.Length..]);
    }

    /// <summary>Whether a title that names no body of its own is one of the party named before it.</summary>
    private bool IsOfParty(TitleRun run, Item head, string words) =>
        run.Party is not null && ((run.Joined && HeadOffice(head)?.Body != "state") || partyOrgans.Any(organ => words.StartsWith(organ, StringComparison.Ordinal)));

    /// <summary>The mark that parts a body from the title of another with which it shares the head, where no office stands before the mark; else 0.</summary>
    private int PartedBody(ReadOnlySpan<Item> items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Classes.Intersects(office))
            {
                return 0;
            }

            if (i > 0 && items[i].Classes.Intersects(splitter) && !items[i].Classes.Intersects(joiner) && !items[i - 1].Classes.Intersects(skipped))
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>The head that the title behind a mark shares with the body before it (主任 of 中央台办、国务院台办主任), or <see langword="null"/>.</summary>
    private string? SharedHead(ReadOnlySpan<Item> items, int mark, string text)
    {
        var before = vocabulary.Folded(text, new Span(items[0].Span.Start, items[mark - 1].Span.End));
        var end = sharedBodies.FirstOrDefault(body => before.EndsWith(body, StringComparison.Ordinal));
        var last = mark + 1;
        while (last < items.Length - 1 && !items[last].Classes.Intersects(office))
        {
            last++;
        }

        if (end is null || last >= items.Length || !items[last].Classes.Intersects(office))
        {
            return null;
        }

        var title = new Span(items[mark + 1].Span.Start, items[last].Span.End);
        var at = vocabulary.Folded(text, title).LastIndexOf(end, StringComparison.Ordinal);
        return at > 0 && at + end.Length < title.Length ? text[(title.Start + at + end.Length)..title.End] : null;
    }

    /// <summary>The title of the body before the mark, with the head that it shares.</summary>
    private TitleMention OfBodyBefore(ReadOnlySpan<Item> items, string head, TitleMention behind, string text)
    {
        var state = StateOf(items[0]);
        var title = text[(state is null ? items[0] : items[1]).Span.Start..items[^1].Span.End] + head;
        return behind with { Text = title, Title = behind.Former ? formerPrefix + title : title, Of = state ?? behind.Of, Office = vocabulary.Find(title)?.Office };
    }

    /// <summary>
    /// What stands in marks right before the head of a title is what it heads: any name within title marks, and what is quoted
    /// where nothing but the head follows (「香港故事」成员). Behind is the first item of the title itself.
    /// </summary>
    private (string Name, int Behind)? QuotedOwner(ReadOnlySpan<Item> items, string text)
    {
        var last = items.Length - 1;
        var end = last;
        while (end > 0 && items[end - 1].Classes.Intersects(de | paren | former | modifier))
        {
            end--;
        }

        if (end == 0 || reach.OpeningOf(items, end - 1) is not (>= 0 and var open) || end - open < 3)
        {
            return null;
        }

        var behind = end;
        while (behind < last && items[behind].Classes.Intersects(de | paren))
        {
            behind++;
        }

        return (text[items[open + 1].Span.Start..items[end - 2].Span.End], behind);
    }
}
