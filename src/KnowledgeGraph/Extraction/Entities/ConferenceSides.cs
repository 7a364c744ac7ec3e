using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>Reads from a conference's name whose it is: 中瑞战略对话, 美日印澳外长会议, 美俄峰会.</summary>
internal sealed class ConferenceSides
{
    private readonly ClassSet before;
    private readonly ClassSet separator;
    private readonly ClassSet after;
    private readonly ClassSet sharedRole;
    private readonly ClassSet leaderRole;
    private readonly ClassSet summit;
    private readonly ClassSet meeting;
    private readonly ClassSet numbered;
    private readonly ClassSet round;
    private readonly TitleMention? leaders;

    /// <summary>Reads by a rule set.</summary>
    public ConferenceSides(RuleSet ruleSet, Vocabulary vocabulary)
    {
        var classes = vocabulary.Classes;
        before = classes["conf-mod"] | classes["number"] | classes["numbered"];
        separator = classes["dash"] | classes["list-sep"] | classes["and"];
        after = classes["paren"] | classes["count-states"];
        leaderRole = classes["summit-role"];
        sharedRole = classes["office"] | classes["joint-role"] | leaderRole;
        summit = classes["summit"];
        meeting = summit | classes["talks"];
        numbered = classes["numbered"];
        round = classes["round-talks"];
        leaders = ruleSet.Words.FirstOrDefault(words => words.Name == "summit-role")?.Words.FirstOrDefault() is { } role
            ? new TitleMention(role, role, null, null, false, false)
            : null;
    }

    /// <summary>
    /// The two states that a name begins with, or the states whose ministers or leaders it joins; of a summit or a round of talks of two
    /// states (伊美第五轮谈判), which is a meeting rather than a conference, those who meet.
    /// </summary>
    public (JointMention? Sides, JointMention? Leaders) Of(PatternRule rule, PatternMatch match, Item[] items, string text)
    {
        var states = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var blocs = false;
        var at = match.Start;
        while (at < match.End && items[at].Classes.Intersects(before))
        {
            at++;
        }

        var start = at;
        for (; at < match.End && (items[at].Classes.Intersects(separator) || (items[at].Value is LexicalEntry entry && Candidates(items[at], entry) is { Length: > 0 })); at++)
        {
            if (items[at].Value is LexicalEntry named && Candidates(items[at], named) is { Length: > 0 } candidates)
            {
                states.Add(candidates);
                blocs |= named.Organization is not null;
            }
        }

        while (at < match.End && items[at].Classes.Intersects(after))
        {
            at++;
        }

        var role = at < match.End && items[at].Classes.Intersects(sharedRole) ? items[at] : default(Item?);
        var title = role is { } shared ? TitleOf(shared, text) : null;
        if (states.Count < 2)
        {
            return (null, null);
        }

        var span = new Span(items[start].Span.Start, items[at - 1].Span.End);
        JointMention Joint(TitleMention? held) => new(span, rule.Name, states.ToImmutable(), held, states.Count, false);
        if (states.Count > 2)
        {
            return (title is null ? null : Joint(title), null);
        }

        var head = role is null ? at : at + 1;
        while (head < match.End - 1 && items[head].Classes.Intersects(before))
        {
            head++;
        }

        var isSummit = head == match.End - 1 && (role is null ? items[head].Classes.Intersects(summit) : items[head].Classes.Intersects(meeting) && role.Value.Classes.Intersects(leaderRole));
        if (title is null && items[match.End - 1].Classes.Intersects(round) && Item.ClassesOf(items.AsSpan(match.Start, match.End - match.Start)).Intersects(numbered))
        {
            return (null, Joint(null));
        }

        return isSummit ? (null, blocs ? null : Joint(title ?? leaders)) : (Joint(title), null);
    }

    /// <summary>What an office or role that several share says of each of them.</summary>
    public static TitleMention TitleOf(Item item, string text)
    {
        var office = (item.Value as LexicalEntry)?.Office;
        var words = item.Span.Of(text);
        return new TitleMention(words, office?.Title ?? words, office, null, false, false);
    }

    /// <summary>All states that a short form may stand for; a bloc stands for itself.</summary>
    public static ImmutableArray<string> Candidates(Item item, LexicalEntry entry) =>
        item.Span.Length == 1 && entry.Shorts.Count > 0 ? [.. entry.Shorts]
        : entry.State is { } state ? [state.Name]
        : entry.Organization is { } organization ? [organization.Name]
        : [];
}
