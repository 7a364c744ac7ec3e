using System.Collections.Immutable;

namespace KnowledgeGraph.Linking;

/// <summary>What has been said so far, as 双方, 他 and 当天 need it. Tellings are fed in the order of the text.</summary>
internal sealed class Discourse
{
    private readonly List<ResolvedEvent> events = [];

    /// <summary>The subject of the latest clause that had one.</summary>
    public Participant? Subject { get; private set; }

    /// <summary>The events told so far.</summary>
    public IReadOnlyList<ResolvedEvent> Events => events;

    /// <summary>Adds a telling.</summary>
    public void Add(ResolvedEvent told)
    {
        events.Add(told);
        Subject = told.Participants.FirstOrDefault() ?? Subject;
    }

    /// <summary>Notes that a clause has this subject.</summary>
    public void Mention(Participant subject) => Subject = subject;

    /// <summary>The two or more sides that were last said to meet, speak or visit each other; empty where nobody was.</summary>
    public ImmutableArray<Participant> Sides(int count)
    {
        for (var i = events.Count - 1; i >= 0; i--)
        {
            var sides = events[i].Participants;
            if (EventKinds.IsContact(events[i].Kind) && (count == 0 ? sides.Length >= 2 : sides.Length == count))
            {
                return sides;
            }
        }

        return [];
    }
}
