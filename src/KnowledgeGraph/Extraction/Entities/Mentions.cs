using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>Something that the article names, with the words that name it and the rule that found it.</summary>
/// <param name="Span">The words.</param>
/// <param name="Rule">Name of the rule.</param>
internal abstract record Mention(Span Span, string Rule);

/// <summary>Someone or something that can take part in an event.</summary>
internal abstract record ActorMention(Span Span, string Rule) : Mention(Span, Rule)
{
    /// <summary>The actors among some items, in order.</summary>
    public static ImmutableArray<ActorMention> Among(ReadOnlySpan<Item> items)
    {
        var actors = ImmutableArray.CreateBuilder<ActorMention>();
        foreach (var item in items)
        {
            if (item.Value is ActorMention actor)
            {
                actors.Add(actor);
            }
        }

        return actors.ToImmutable();
    }
}

/// <summary>A title as the article writes it.</summary>
/// <param name="Text">The words, without the state.</param>
/// <param name="Title">The normalised title; a former office begins with its prefix.</param>
/// <param name="Office">What the rules know of it, or <see langword="null"/>.</param>
/// <param name="Of">The state or organisation, or <see langword="null"/> where the words do not say.</param>
/// <param name="Former">Whether it is no longer held.</param>
/// <param name="Elect">Whether it is not yet held.</param>
internal sealed record TitleMention(string Text, string Title, OfficeEntry? Office, string? Of, bool Former, bool Elect)
{
    /// <summary>The state where the party is at home that the title is of (越南 of 越共), or <see langword="null"/>.</summary>
    public string? Home { get; init; }

    /// <summary>All states that the character may stand for by which the state is named (巴总理); empty where there is no doubt.</summary>
    public ImmutableArray<string> OneOf { get; init; } = [];
}

/// <summary>A person by name.</summary>
/// <param name="Span">The words, titles included.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Name">The name as written.</param>
/// <param name="NameSpan">Where the name stands.</param>
/// <param name="Titles">The titles beside it.</param>
/// <param name="Country">The state named beside it, or <see langword="null"/>.</param>
internal sealed record PersonMention(Span Span, string Rule, string Name, Span NameSpan, ImmutableArray<TitleMention> Titles, string? Country)
    : ActorMention(Span, Rule)
{
    /// <summary>The state named last before it, where neither it nor its titles name one.</summary>
    public string? Context { get; init; }

    /// <summary>Whom an envoy speaks for (习近平主席特使蔡达峰): named, but no party to what the envoy does.</summary>
    public PersonMention? Principal { get; init; }

    /// <summary>Whether the spouse is meant as well (比奥夫妇).</summary>
    public bool WithSpouse { get; init; }
}

/// <summary>A person by office alone (韩国外长).</summary>
internal sealed record OfficeMention(Span Span, string Rule, TitleMention Title) : ActorMention(Span, Rule);

/// <summary>A state as an actor.</summary>
internal sealed record StateMention(Span Span, string Rule, string State) : ActorMention(Span, Rule);

/// <summary>An organisation as an actor, by its name as written.</summary>
internal sealed record OrganizationMention(Span Span, string Rule, string Name, OrganizationEntry? Organization) : ActorMention(Span, Rule);

/// <summary>A delegation or an unnamed group.</summary>
internal sealed record GroupMention(Span Span, string Rule, string Text, string? State) : ActorMention(Span, Rule);

/// <summary>Several actors in one word: 中韩外长, 两国元首, 双方.</summary>
/// <param name="Span">The words.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="States">The states named, each with all states that the character may stand for; empty for 双方.</param>
/// <param name="Title">The office they share, or <see langword="null"/> for 双方 and 两国.</param>
/// <param name="Count">How many they are; 0 where the words do not say.</param>
/// <param name="Persons">Whether persons are meant (两人) rather than either persons or states.</param>
internal sealed record JointMention(Span Span, string Rule, ImmutableArray<ImmutableArray<string>> States, TitleMention? Title, int Count, bool Persons)
    : ActorMention(Span, Rule);

/// <summary>他, 我, 对方, 我们: someone named elsewhere.</summary>
/// <param name="Span">The words.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Other">Whether the other side is meant.</param>
/// <param name="Plural">Whether the speaker and those with whom he met are meant.</param>
/// <param name="Speaker">Whether the speaker alone is meant.</param>
internal sealed record PronounMention(Span Span, string Rule, bool Other, bool Plural, bool Speaker) : ActorMention(Span, Rule);

/// <summary>Where something happens.</summary>
/// <param name="Span">The words.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Place">Most local geographic name, as written; <see langword="null"/> where only a state or venue is named.</param>
/// <param name="Country">The state.</param>
/// <param name="Venue">Building or room as written.</param>
internal sealed record PlaceMention(Span Span, string Rule, string? Place, string? Country, string? Venue) : Mention(Span, Rule);

/// <summary>A conference by name, as written.</summary>
/// <param name="Span">The words.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Text">The name.</param>
/// <param name="Sides">Whose conference the name says it is (中瑞战略对话, 美日印澳外长会议), or <see langword="null"/>.</param>
/// <param name="Leaders">The leaders of the two states whose summit it is (美俄峰会, 美朝首脑第二次会晤), or <see langword="null"/>.</param>
internal sealed record ConferenceMention(Span Span, string Rule, string Text, JointMention? Sides, JointMention? Leaders) : Mention(Span, Rule)
{
    /// <summary>The city or island that the name says it is held in (二十国集团巴厘岛峰会), or <see langword="null"/>.</summary>
    public PlaceMention? Place { get; init; }
}
