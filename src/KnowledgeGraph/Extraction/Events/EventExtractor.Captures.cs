using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Extraction.Time;

namespace KnowledgeGraph.Extraction.Events;

/// <summary>Reads what a match captured: actors, destinations, documents.</summary>
internal sealed partial class EventExtractor
{
    /// <summary>Classes whose words mean the state that they are listed under.</summary>
    private static readonly string[] destinationWords = ["visit-come", "description"];

    /// <summary>Whether a conference is named: 会议 alone, or nothing behind 出席, means the one named before.</summary>
    private bool IsNamed(PatternMatch match, Item[] items) =>
        (match.Find("C") ?? match.Find("K")) is { } named && (named.Name == "C" ? named.End - named.Start > 1 || !items[named.Start].Classes.Intersects(bareConference) : items[named.Start].Classes.Intersects(conferences));

    /// <summary>出席11日的A、20日的B和C: one telling for each conference of a list behind the first, with the time that stands before it.</summary>
    private static IEnumerable<EventMention> FurtherConferences(EventMention first, PatternMatch match, Item[] items, string text)
    {
        var named = first.Kind == EventKinds.Conference ? match.Captures.Where(capture => capture.Name == "C").ToList() : [];
        for (var i = 1; i < named.Count; i++)
        {
            if (items[named[i].Start] is { Value: ConferenceMention { Leaders: null } conference } item)
            {
                yield return first with
                {
                    Occasion = (item.Span, item.Span.Of(text)),
                    Sides = conference.Sides,
                    NamesConference = true,
                    Time = items[named[i - 1].End..named[i].Start].Select(between => between.Value).OfType<TimeMention>().LastOrDefault() ?? first.Time,
                };
            }
        }
    }

    /// <summary>The words behind a verb of signing up to the document that they describe.</summary>
    private Span DocumentWords(Item[] items, int trigger, int document, string text)
    {
        var from = trigger + 1;
        while (from < document && items[from].Classes.Intersects(verbTail))
        {
            from++;
        }

        return new Span(items[from].Span.Start, items[document].Span.Start + CircumstanceReader.DocumentAt(items, document, text).Length);
    }

    /// <summary>One destination, or those that a list joins (德、法、意三国).</summary>
    private IEnumerable<Destination> DestinationsOf(Item item) => item.Value is JointMention { States.Length: > 1 } joint
        ? joint.States.Select(candidates => new Destination(item.Span, null, candidates))
        : [DestinationOf(item)];

    private Destination DestinationOf(Item item) =>
        new(item.Span, item.Value as Mention, item.Value is LexicalEntry entry ? StatesOf(entry) : []) { IsThatState = item.Classes.Intersects(thatState) };

    /// <summary>The states that a word means which is not itself the name of one: 访韩, 来华, and the short form in 对俄.</summary>
    private static ImmutableArray<string> StatesOf(LexicalEntry entry) =>
        entry.Sides.Count > 0 ? [.. entry.Sides.Select(side => side.Name)]
        : destinationWords.Select(entry.ValueIn).FirstOrDefault(value => value is not null) is { } state ? (state == HostWord ? [] : [state])
        : [.. entry.Shorts];

    /// <summary>Whom a message goes to: people, or a conference (向论坛致贺信).</summary>
    private ImmutableArray<ActorMention> Receivers(PatternMatch match, Item[] items, string text) =>
        match.Find("B") is { } b && b.End == b.Start + 1 && items[b.Start].Value is not ActorMention && items[b.Start] is var conference
            ? [new GroupMention(conference.Span, "message.conference", conference.Span.Of(text), null)]
            : Actors(match, "B", items);

    /// <summary>
    /// The actors that a match captured, without the group that only sums up those named before it (A和B等日方官员), without the
    /// states and bodies that stand before a name and belong to it (香港最后一任总督彭定康) and without whom a modifier names
    /// (担任欧盟轮值主席的默克尔).
    /// </summary>
    private ImmutableArray<ActorMention> Actors(PatternMatch match, string name, Item[] items)
    {
        if (match.Find(name) is not { } capture)
        {
            return [];
        }

        var end = capture.End;
        if (end - capture.Start > 2 && items[end - 2].Classes.Intersects(etc) && items[end - 1].Value is GroupMention or OfficeMention or JointMention)
        {
            end--;
        }

        var actors = ImmutableArray.CreateBuilder<ActorMention>();
        for (var i = capture.Start; i < end; i++)
        {
            if (items[i].Value is ActorMention actor && !IsModifier(match, capture, i) && !(actor is StateMention or OrganizationMention && BelongsToName(items, i + 1, end)))
            {
                actors.Add(actor switch
                {
                    // 美国和俄罗斯官员: the noun belongs to both
                    GroupMention { State: { } state } group when actors is [.., StateMention] && items[i - 1].Classes.Intersects(listed) => new StateMention(group.Span, group.Rule, state),
                    PersonMention person when i + 1 < items.Length && items[i + 1].Classes.Intersects(couple) => person with { WithSpouse = true },
                    _ => actor,
                });
            }
        }

        return actors.ToImmutable();
    }

    private static bool IsModifier(PatternMatch match, Capture within, int at) =>
        match.Captures.Any(inner => inner.Name == "M" && within.Start <= inner.Start && inner.End <= within.End && inner.Start <= at && at < inner.End);

    /// <summary>Whether a person is named before the list goes on.</summary>
    private bool BelongsToName(Item[] items, int from, int end)
    {
        for (var i = from; i < end && !items[i].Classes.Intersects(listed | comma | also); i++)
        {
            if (items[i].Value is PersonMention)
            {
                return true;
            }
        }

        return false;
    }
}
