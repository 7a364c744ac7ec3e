using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Events;

namespace KnowledgeGraph.Linking;

/// <summary>Tells the events apart that one clause tells: who took part in each.</summary>
internal static class EventSplitter
{
    /// <summary>
    /// 先后, 分别 or 双边 tells of one event with each; so does a host who meets, a caller who calls people of different offices or
    /// states where nothing says that they came together. Everybody writes his own letter, and those who write to each other (互致) two.
    /// </summary>
    public static IEnumerable<ImmutableArray<Participant>> Split(EventMention mention, ImmutableArray<Participant> first, ImmutableArray<Participant> second)
    {
        var all = first.AddRange(second);
        if (mention is { Kind: EventKinds.Message, Mutual: true } && all is [var one, var other])
        {
            return [Between(one, other), Between(other, one)];
        }

        if (mention.Kind == EventKinds.Message && !mention.Together && second.Length > 0 && (mention.OneByOne || first.Length > 1))
        {
            return first.SelectMany(sender => mention.OneByOne ? second.Select(receiver => (ImmutableArray<Participant>)[sender, receiver]) : [second.Insert(0, sender)]);
        }

        if (first.IsEmpty || !(EventKinds.IsContact(mention.Kind) || mention is { OneByOne: true, Kind: EventKinds.Signing }))
        {
            return [all];
        }

        if (second.Length > 1 && (mention.OneByOne || (!mention.Together && first.Length == 1
            && (mention.RoleNames.First == Roles.Host || (mention.Kind == EventKinds.PhoneCall && second.DistinctBy(participant => participant.Country).Count() == second.Length))
            && second.All(participant => participant.Kind is ParticipantKind.Person or ParticipantKind.Office))))
        {
            return Guests(second).Select(guests => first.AddRange(guests));
        }

        // 蓬佩奥与彭斯先后与…会面
        return mention.OneByOne && first.Length > 1 && second.Length == 1 ? first.Select(participant => second.Insert(0, participant)) : [all];
    }

    /// <summary>Who comes alone, and couples.</summary>
    private static IEnumerable<ImmutableArray<Participant>> Guests(ImmutableArray<Participant> all)
    {
        for (var (start, end) = (0, 1); start < all.Length; start = end++)
        {
            while (end < all.Length && all[end].IsSpouse)
            {
                end++;
            }

            yield return all[start..end];
        }
    }

    private static ImmutableArray<Participant> Between(Participant sender, Participant receiver) => [sender with { Role = Roles.Sender }, receiver with { Role = Roles.Receiver }];
}
