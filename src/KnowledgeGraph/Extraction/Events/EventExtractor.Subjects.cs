using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;

namespace KnowledgeGraph.Extraction.Events;

/// <summary>Tells subjects from what only stands where one could.</summary>
internal sealed partial class EventExtractor
{
    /// <summary>The first actors; empty where the clause leaves its subject out, <see langword="null"/> where the one who acts is not named (特朗普的顾问会见…).</summary>
    private ImmutableArray<ActorMention>? SubjectOf(PatternMatch match, Item[] items, int trigger, ImmutableArray<ActorMention> second)
    {
        if (match.Find("A") is not { } subject)
        {
            return [];
        }

        if (subject.Start == match.Start && (IsObject(items, subject, trigger) || IsObjectBefore(items, subject, trigger) || IsNamedBesideTraveller(items, subject, trigger) || (items[trigger].Classes.Intersects(together) && IsInTitle(items, subject, trigger))))
        {
            return [];
        }

        var first = Actors(match, "A", items);
        if (first.Length == 1 && second.Length > 0 && subject.End < items.Length && items[subject.End].Classes.Intersects(de))
        {
            return Array.FindIndex(items, subject.End, Math.Max(0, trigger - subject.End), item => item.Classes.Intersects(comma)) < 0 ? null : [];
        }

        return IsOneself(first, second) ? [] : first;
    }

    /// <summary>
    /// Whether what could be a subject is the object of what stands before it: 对中国进行访问，在北京与…会谈; 前往卡塔尔，与…会面;
    /// 会见莫迪，随后与…会谈; 最后一站是卡塔尔，将与…; 正在日韩访问，将与…. In 对克拉夫特与李光章餐叙做出回应 and in 感谢中国举办论坛 the whole clause is the object.
    /// </summary>
    private bool IsObject(Item[] items, Capture subject, int trigger) => subject.Start > 0
        && ((items[subject.Start - 1].Classes.Intersects(governing) && !items[subject.End].Classes.Intersects(with))
            || (IsStateLike(items[subject.Start]) && ((items[subject.Start - 1].Classes.Intersects(journey) && !items[trigger].Classes.Intersects(hosting)) || IsTopic(items, subject.Start))));

    /// <summary>就应对俄罗斯和中国的威胁举行磋商: the states of the matter are not those who talk.</summary>
    private bool IsTopic(Item[] items, int subject)
    {
        for (var i = subject - 1; i >= 0 && items[i].Value is not ActorMention && !items[i].Classes.Intersects(comma | with | hold | say); i--)
        {
            if (items[i].Classes.Intersects(about))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStateLike(Item item) => item.Value is StateMention or OrganizationMention or JointMention { Title: null, States.IsEmpty: false };

    /// <summary>承认了拜登，在星期二和拜登会谈: who is named beside himself is the object of another verb.</summary>
    private static bool IsOneself(ImmutableArray<ActorMention> first, ImmutableArray<ActorMention> second) =>
        first is [PersonMention one] && second.Any(other => other is PersonMention { Name: { } name } && name == one.Name);

    /// <summary>签署《…和白俄罗斯共和国联合公报》，共同见证…: the one whom a document's title names does nothing; where it names two, they are its parties.</summary>
    private bool IsInTitle(Item[] items, Capture subject, int trigger)
    {
        if (subject.End - subject.Start > 1 || Array.FindIndex(items, subject.End, Math.Max(0, trigger - subject.End), item => item.Classes.Intersects(bookClose)) < 0)
        {
            return false;
        }

        for (var i = subject.Start - 1; i >= 0 && !items[i].Classes.Intersects(bookClose); i--)
        {
            if (items[i].Classes.Intersects(bookOpen))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>习近平出席中阿、中海峰会并对沙特进行国事访问: states and organisations do not travel where the clause names somebody before them.</summary>
    private bool IsNamedBesideTraveller(Item[] items, Capture subject, int trigger)
    {
        if (!items[trigger].Classes.Intersects(travel) || ActorMention.Among(items.AsSpan(subject.Start, subject.End - subject.Start)).Any(actor => actor is not (StateMention or OrganizationMention or JointMention { Title: null })))
        {
            return false;
        }

        for (var i = subject.Start - 1; i >= 0 && !items[i].Classes.Intersects(say); i--)
        {
            if (items[i].Value is PersonMention)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// 森喜朗赴台吊唁李登辉，并和…会面: who is named behind the subject of the clause before is its object; so is a state within a clause
    /// where a person is named anywhere before (赖清德访问帕劳，途中过境关岛，并与…通电话), unless a document is signed, as states do.
    /// </summary>
    private bool IsObjectBefore(Item[] items, Capture subject, int trigger)
    {
        var turn = Array.FindIndex(items, subject.End, Math.Max(0, trigger - subject.End), item => item.Classes.Intersects(comma));
        var before = items[Math.Max(0, subject.Start - 1)];
        var isState = IsStateLike(items[subject.Start]) && !before.Classes.Intersects(comma) && !items[trigger].Classes.Intersects(sign);
        if (turn < 0 || !items[turn + 1].Classes.Intersects(isState ? also | with | separately : also) || (!isState && before.Classes.Intersects(listed)))
        {
            return false;
        }

        var bound = isState ? say : comma | say;
        for (var i = subject.Start - 1; i >= 0 && !items[i].Classes.Intersects(bound); i--)
        {
            if (items[i].Value is PersonMention)
            {
                return true;
            }
        }

        return false;
    }
}
