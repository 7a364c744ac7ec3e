using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>Several states in one word, with the office that they share: 中韩外长, 两国元首, 中瑞战略对话.</summary>
internal sealed partial class EntityChunker
{
    private JointMention? Joint(PatternRule rule, PatternMatch match, Item[] items, string text, Span span)
    {
        var states = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        if (match.Find("J") is { } j)
        {
            for (var i = j.Start; i < j.End; i++)
            {
                if (items[i].Value is LexicalEntry entry && Candidates(items[i], entry) is { Length: > 0 } candidates)
                {
                    states.Add(candidates);
                }
            }

            if (states.Count < 2)
            {
                return null;
            }
        }

        var role = match.Find("T");
        TitleMention? title = role is null ? null : JointTitle(items[role.Start], text);
        var count = match.Find("N") ?? match.Find("B");
        var number = states.Count > 0 ? states.Count : count is null ? 0 : CountOf(items[count.Start]);
        var persons = count is not null && items[count.Start].Classes.Intersects(vocabulary.Classes["both-two"]);
        return new JointMention(span, rule.Name, states.ToImmutable(), title, number, persons);
    }

    /// <summary>The two states that a conference's name begins with, or the states whose ministers or leaders it joins.</summary>
    private JointMention? SidesOf(PatternRule rule, PatternMatch match, Item[] items, string text)
    {
        var states = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var at = match.Start;
        while (at < match.End && items[at].Classes.Intersects(beforeSides))
        {
            at++;
        }

        var start = at;
        for (; at < match.End && (items[at].Classes.Intersects(sideSeparator) || (items[at].Value is LexicalEntry entry && Candidates(items[at], entry) is { Length: > 0 })); at++)
        {
            if (items[at].Value is LexicalEntry named && Candidates(items[at], named) is { Length: > 0 } candidates)
            {
                states.Add(candidates);
            }
        }

        while (at < match.End && items[at].Classes.Intersects(afterSides))
        {
            at++;
        }

        TitleMention? title = at < match.End && items[at].Classes.Intersects(sharedRole) ? JointTitle(items[at], text) : null;
        // 美俄峰会 is a meeting of two
        return (states.Count == 2 && !(at == match.End - 1 && items[at].Classes.Intersects(summit))) || (states.Count > 2 && title is not null)
            ? new JointMention(new Span(items[start].Span.Start, items[at - 1].Span.End), rule.Name, states.ToImmutable(), title, states.Count, false)
            : null;
    }

    private static TitleMention JointTitle(Item item, string text)
    {
        var office = (item.Value as LexicalEntry)?.Office;
        var words = item.Span.Of(text);
        return new TitleMention(words, office?.Title ?? words, office, null, false, false);
    }

    private static int CountOf(Item item) => item.Value is LexicalEntry entry && int.TryParse(
        entry.ValueIn("count-states") ?? entry.ValueIn("count-offices") ?? entry.ValueIn("both-two") ?? entry.ValueIn("count-both"), out var number) ? number : 0;

    /// <summary>All states that a short form may stand for; a bloc stands for itself.</summary>
    private static ImmutableArray<string> Candidates(Item item, LexicalEntry entry) =>
        item.Span.Length == 1 && entry.Shorts.Count > 0 ? [.. entry.Shorts]
        : entry.State is { } state ? [state.Name]
        : entry.Organization is { } organization ? [organization.Name]
        : [];
}
