using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>Several states in one word, with the office that they share: 中韩外长, 两国元首.</summary>
internal sealed partial class EntityChunker
{
    private JointMention? Joint(PatternRule rule, PatternMatch match, Item[] items, string text, Span span)
    {
        var states = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        if (match.Find("J") is { } j)
        {
            for (var i = j.Start; i < j.End; i++)
            {
                if (items[i].Value is LexicalEntry entry && ConferenceSides.Candidates(items[i], entry) is { Length: > 0 } candidates)
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
        TitleMention? title = role is null ? null : ConferenceSides.TitleOf(items[role.Start], text);
        var count = match.Find("N") ?? match.Find("B");
        var number = states.Count > 0 ? states.Count : count is null ? 0 : CountOf(items[count.Start]);
        var persons = count is not null && items[count.Start].Classes.Intersects(vocabulary.Classes["both-two"]);
        return new JointMention(span, rule.Name, states.ToImmutable(), title, number, persons);
    }

    private static int CountOf(Item item) => item.Value is LexicalEntry entry && int.TryParse(
        entry.ValueIn("count-states") ?? entry.ValueIn("count-offices") ?? entry.ValueIn("both-two") ?? entry.ValueIn("count-both"), out var number) ? number : 0;
}
