using System.Collections.Immutable;

namespace KnowledgeGraph.Linking;

/// <summary>What has been said so far, as 双方, 他 and 当天 need it. Tellings are fed in the order of the text.</summary>
internal sealed class Discourse
{
    private readonly List<ResolvedEvent> events = [];

    /// <summary>The subject of the latest clause that had one.</summary>
    public Participant? Subject { get; private set; }

    /// <summary>Who says 我 in the clause that is being read; nobody where it has no 我, so that 他 may be the speaker of it.</summary>
    public Participant? Speaker { get; set; }

    /// <summary>Whether the clause that is being read tells of what was held: those who are only to meet did not do it (斯塔默将会晤高市早苗。双方签署…).</summary>
    public bool IsHeld { get; set; }

    /// <summary>The conference named last, which 会议 alone means.</summary>
    public string? Conference { get; private set; }

    /// <summary>Whether it is a conference or a ceremony.</summary>
    public string? ConferenceKind { get; private set; }

    /// <summary>Where it was named.</summary>
    public int ConferenceSentence { get; private set; }

    /// <summary>The people whom the sentence and the one before name, one a state, and the first of the two sentences.</summary>
    public (ImmutableArray<Participant> People, int Sentence) Nearby { get; set; } = ([], 0);

    /// <summary>The events told so far.</summary>
    public IReadOnlyList<ResolvedEvent> Events => events;

    /// <summary>Adds a telling.</summary>
    public void Add(ResolvedEvent told)
    {
        events.Add(told);
        if (told.Kind is EventKinds.Conference or EventKinds.Ceremony && told.Occasion is not null)
        {
            (Conference, ConferenceKind, ConferenceSentence) = (told.Occasion, told.Kind, told.Mention.Sentence);
        }

        Subject = told.Participants.FirstOrDefault() ?? Subject;
    }

    /// <summary>Notes the conference that a bare noun means though no event was told of it.</summary>
    public void Name(string conference, int sentence) => (Conference, ConferenceKind, ConferenceSentence) = (conference, EventKinds.Conference, sentence);

    /// <summary>Notes that a clause has this subject.</summary>
    public void Mention(Participant subject) => Subject = subject;

    /// <summary>The two or more sides that were last said to meet or speak with each other; empty where nobody was.</summary>
    /// <param name="count">How many are meant; 0 where the words do not say.</param>
    /// <param name="besides">States that are not meant (日本首相与三国外长: those of the other three).</param>
    public ImmutableArray<Participant> Sides(int count, IReadOnlyCollection<string> besides)
    {
        // Who is named together since the last meeting was told is meant rather than those who met there.
        if (count > 1 && Nearby.People.Length == count && !events.Exists(told => EventKinds.IsContact(told.Kind) && told.Mention.Sentence >= Nearby.Sentence))
        {
            return Nearby.People;
        }

        return IsHeld && LastSides(count, besides, planned: false) is { IsEmpty: false } sides ? sides : LastSides(count, besides, planned: true);
    }

    private ImmutableArray<Participant> LastSides(int count, IReadOnlyCollection<string> besides, bool planned)
    {
        for (var i = events.Count - 1; i >= 0; i--)
        {
            if ((!EventKinds.IsContact(events[i].Kind) && events[i].Kind != EventKinds.Conference) || (!planned && events[i].Status == EventStatuses.Planned))
            {
                continue;
            }

            var sides = events[i].Participants;
            if (besides.Count > 0)
            {
                sides = [.. sides.Where(side => side.Country is null || !besides.Contains(side.Country))];
            }

            if (count == 0 ? sides.Length >= 2 : sides.Length == count)
            {
                return sides;
            }
        }

        return [];
    }
}
