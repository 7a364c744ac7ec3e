using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Linking;

/// <summary>
/// Resolves the actors of one article: names and offices to its people, 双方 and 两国外长 to those who were said to meet, 他 to
/// the subject before.
/// </summary>
internal sealed class Coreference
{
    private readonly IReadOnlyList<PersonCluster> people;
    private readonly Dictionary<string, int> stateCounts;
    private readonly OfficeHolders holders;
    private readonly IReadOnlySet<string> territories;
    private readonly IReadOnlyCollection<string> delegations;
    private readonly Dictionary<Span, PersonCluster> byName = [];
    private readonly Lazy<Dictionary<PersonCluster, PersonCluster>> spouses;

    /// <summary>Resolves within one article.</summary>
    /// <param name="people">The article's people.</param>
    /// <param name="stateCounts">How often the article names each state.</param>
    /// <param name="holders">What the rules know of offices.</param>
    /// <param name="territories">What is no state (香港), so that 两国 does not mean it.</param>
    /// <param name="delegations">Nouns for groups that travel together (代表团).</param>
    /// <param name="couples">Who is named as whose spouse, by where their names stand; read only where 夫妇 asks for it.</param>
    public Coreference(
        IReadOnlyList<PersonCluster> people, Dictionary<string, int> stateCounts, OfficeHolders holders, IReadOnlySet<string> territories, IReadOnlyCollection<string> delegations,
        IEnumerable<(Span One, Span Other)> couples)
    {
        this.delegations = delegations;
        this.territories = territories;
        this.people = people;
        foreach (var (person, mention) in people.SelectMany(person => person.Mentions.Select(mention => (person, mention))))
        {
            byName.TryAdd(mention.NameSpan, person);
        }

        spouses = new(() => Couples(couples));
        this.stateCounts = stateCounts;
        this.holders = holders;
    }

    /// <summary>The participants that some actors stand for; empty where an anaphor has no antecedent.</summary>
    /// <param name="actors">The actors.</param>
    /// <param name="role">Their role.</param>
    /// <param name="discourse">What was said before.</param>
    /// <param name="text">The article's text.</param>
    /// <param name="besides">States whose people are already named beside them.</param>
    public ImmutableArray<Participant> Resolve(ImmutableArray<ActorMention> actors, string role, Discourse discourse, string text, IReadOnlyCollection<string>? besides = null)
    {
        var found = ImmutableArray.CreateBuilder<Participant>();
        foreach (var actor in actors)
        {
            foreach (var participant in Resolve(actor, role, discourse, text, besides ?? []))
            {
                if (!found.Any(participant.IsSame))
                {
                    found.Add(participant);
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a participant is somebody who travels: a person or a delegation, not a state.</summary>
    public bool CanTravel(Participant participant) => participant.Kind is ParticipantKind.Person or ParticipantKind.Office
        || (participant.Kind == ParticipantKind.Group && delegations.Any(noun => participant.Name.EndsWith(noun, StringComparison.Ordinal)));

    /// <summary>The person that an article names as the holder of an office, or <see langword="null"/>.</summary>
    public PersonCluster? Holder(string title, OfficeEntry? office, string state)
    {
        var exact = people.Where(person => person.Titles.Exists(held => !held.Former && held.Of == state && held.Title == title)).ToList();
        if (exact.Count > 0)
        {
            return exact.Count == 1 ? exact[0] : null;
        }

        var family = people.Where(person => person.Titles.Exists(held =>
            !held.Former && !held.Elect && held.Of == state && office is not null && held.Office is not null && office.Family is { } f && f == held.Office.Family && f != "other")).ToList();
        if (family.Count == 1)
        {
            return family[0];
        }

        var known = people.Where(person => person.Country == state && person.Titles.Count == 0 && holders.EverHeld(person.Known, title, state)).ToList();
        return known.Count == 1 ? known[0] : null;
    }

    private IEnumerable<Participant> Resolve(ActorMention actor, string role, Discourse discourse, string text, IReadOnlyCollection<string> besides) => actor switch
    {
        PersonMention person => Cluster(person) is { } cluster
            ? [Person(cluster, role, null, Nearest(person, cluster)), .. person.WithSpouse && spouses.Value.TryGetValue(cluster, out var spouse) ? (Participant[])[Person(spouse, role, person.Span.Of(text)) with { IsSpouse = true }] : []]
            : [],
        OfficeMention office => Office(office, role, discourse, text),
        StateMention state => [new Participant(ParticipantKind.State, state.State, null, null, state.State, null, role)],
        OrganizationMention organization => [new Participant(ParticipantKind.Organization, organization.Name, null, null, organization.Organization?.Country, null, role)],
        GroupMention group => [new Participant(ParticipantKind.Group, group.Text, null, null, group.State, null, role)],
        JointMention joint => Joint(joint, role, discourse, text, besides),
        PronounMention pronoun => Pronoun(pronoun, role, discourse, text),
        _ => [],
    };

    private PersonCluster? Cluster(PersonMention mention) => byName.GetValueOrDefault(mention.NameSpan);

    /// <summary>The state office named nearest to the name (外长 in 国务委员兼外长王毅), with the state that the article gives it anywhere.</summary>
    private static TitleMention? Nearest(PersonMention mention, PersonCluster person)
    {
        var title = mention.Titles.LastOrDefault(held => !held.Former && held.Office?.Body == "state");
        return title is null ? null : person.Titles.Find(held => held.Title == title.Title) ?? title;
    }

    private static Participant Person(PersonCluster person, string role, string? via, TitleMention? nearest = null)
    {
        var title = nearest ?? person.BestTitle(_ => true);
        return new Participant(ParticipantKind.Person, person.Name, person, title?.Title, person.Country ?? title?.Of, via, role);
    }

    private IEnumerable<Participant> Office(OfficeMention mention, string role, Discourse discourse, string text)
    {
        if (mention.Title.Of is not { } of)
        {
            // 总统先生: the one person of the article who holds such an office and does not speak himself
            var held = people.Where(person => person != discourse.Subject?.Person && person.Titles.Exists(title => !title.Former && (title.Title == mention.Title.Title || (title.Office is { } office && office == mention.Title.Office)))).ToList();
            if (held.Count == 1)
            {
                yield return Person(held[0], role, mention.Span.Of(text));
            }

            yield break;
        }

        of = mention.Title.OneOf.IsEmpty ? of : Choose(mention.Title.OneOf);
        yield return Holder(mention.Title.Title, mention.Title.Office, of) is { } holder
            ? Person(holder, role, mention.Span.Of(text))
            : new Participant(ParticipantKind.Office, of + mention.Title.Title, null, mention.Title.Title, of, null, role);
    }

    private IEnumerable<Participant> Joint(JointMention mention, string role, Discourse discourse, string text, IReadOnlyCollection<string> besides)
    {
        var via = mention.Span.Of(text);
        if (!mention.States.IsEmpty)
        {
            return mention.States.Select(Choose).Select(state => OfState(state, mention.Title, role, via));
        }

        var sides = discourse.Sides(mention.Count, besides);
        if (mention.Title is not { } title)
        {
            return sides.Select(side => side with { Via = via, Role = role });
        }

        var states = sides.Select(side => side.Country).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (states.Count < Math.Max(2, mention.Count) || states.Exists(territories.Contains))
        {
            states = MainStates(Math.Max(2, mention.Count));
        }

        return states.Count >= 2 ? states.Select(state => OfSides(state, title, sides) is { } leader ? leader with { Via = via, Role = role } : OfState(state, title, role, via)) : [];
    }

    /// <summary>李强同斯特勒会谈后，两国领导人…: of several leaders of a state the one who was last said to meet.</summary>
    private Participant? OfSides(string state, TitleMention title, ImmutableArray<Participant> sides) =>
        holders.LeaderFamilies(title.Title) is { IsEmpty: false } families
            ? sides.FirstOrDefault(side => side.Country == state && side.Person is { } person && person.Titles.Exists(held => !held.Former && held.Office?.Family is { } family && families.Contains(family)))
            : null;

    /// <summary>The states of the people whom the article names first, where nothing else tells what 两国 means.</summary>
    private List<string> MainStates(int count)
    {
        var states = people.Select(person => person.Country).OfType<string>().Where(state => !territories.Contains(state)).Distinct(StringComparer.Ordinal).Take(count).ToList();
        return states.Count == count ? states : [.. stateCounts.Where(pair => !territories.Contains(pair.Key)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).Take(count)];
    }

    private Participant OfState(string state, TitleMention? title, string role, string via)
    {
        if (title is null)
        {
            return new Participant(ParticipantKind.State, state, null, null, state, via, role);
        }

        var families = holders.LeaderFamilies(title.Title);
        if (families.IsEmpty && title.Office is { } office)
        {
            return Holder(office.Title, office, state) is { } holder
                ? Person(holder, role, via)
                : new Participant(ParticipantKind.Office, state + office.Title, null, office.Title, state, via, role);
        }

        if (families.IsEmpty)
        {
            return new Participant(ParticipantKind.State, state, null, null, state, via, role);
        }

        foreach (var family in families)
        {
            var leaders = people.Where(person => person.Titles.Exists(held => !held.Former && !held.Elect && held.Of == state && held.Office?.Family == family)
                || (person.Country == state && person.Titles.TrueForAll(held => held.Office?.Family is null || !holders.LeaderFamilies(held.Title).IsEmpty) && holders.EverHeldFamily(person.Known, family, state))).ToList();
            if (leaders.Count == 0)
            {
                leaders = [.. people.Where(person => Installed(person, state, family))];
            }

            if (leaders.Count == 1)
            {
                return Person(leaders[0], role, via);
            }
        }

        var leaderTitle = holders.LeaderTitle(state, families);
        return leaderTitle is null
            ? new Participant(ParticipantKind.State, state, null, null, state, via, role)
            : new Participant(ParticipantKind.Office, state + leaderTitle, null, leaderTitle, state, via, role);
    }

    /// <summary>Who is elect in one sentence and 元首 in another has taken office by the time of writing.</summary>
    private static bool Installed(PersonCluster person, string state, string family)
    {
        var index = person.Titles.FindIndex(held => held.Elect && held.Of == state && held.Office?.Family == family);
        if (index < 0)
        {
            return false;
        }

        person.Titles[index] = person.Titles[index] with { Title = person.Titles[index].Office!.Title, Elect = false };
        return true;
    }

    /// <summary>
    /// Of the states that a short form may stand for, the one that the article names most; where it names none of them, the
    /// state it does name whose name begins alike (中加 beside 加蓬).
    /// </summary>
    public string Choose(ImmutableArray<string> candidates)
    {
        var known = candidates.MaxBy(Named)!;
        return Named(known) > 0
            ? known
            : stateCounts.Keys.Concat(people.Select(person => person.Country).OfType<string>()).Where(state => candidates.Any(candidate => candidate[0] == state[0]))
                .OrderByDescending(Named).ThenBy(state => state, StringComparer.Ordinal).FirstOrDefault() ?? known;
    }

    /// <summary>Whether one is named as the other's wife or husband.</summary>
    public bool AreSpouses(Participant one, Participant other) => one.Person is { } person && other.Person is { } partner
        && ((spouses.Value.TryGetValue(person, out var his) && ReferenceEquals(his, partner)) || (spouses.Value.TryGetValue(partner, out var hers) && ReferenceEquals(hers, person)));

    private Dictionary<PersonCluster, PersonCluster> Couples(IEnumerable<(Span One, Span Other)> couples)
    {
        var found = new Dictionary<PersonCluster, PersonCluster>();
        foreach (var (one, other) in couples)
        {
            if (byName.TryGetValue(one, out var person) && byName.TryGetValue(other, out var spouse))
            {
                found.TryAdd(person, spouse);
            }
        }

        return found;
    }

    private int Named(string state) => stateCounts.GetValueOrDefault(state) + people.Count(person => person.Country == state);

    private static IEnumerable<Participant> Pronoun(PronounMention mention, string role, Discourse discourse, string text)
    {
        var via = mention.Span.Of(text);
        if (mention.Plural)
        {
            return discourse.Sides(0, []).Select(side => side with { Via = via, Role = role });
        }

        if (mention.Speaker && discourse.Speaker is { } speaker)
        {
            return [speaker with { Via = via, Role = role }];
        }

        if (!mention.Other && discourse.Speaker is { } self && discourse.Subject?.IsSame(self) == true)
        {
            // 我同他: someone told of before who is not the speaker
            return discourse.Events.Reverse().SelectMany(told => told.Participants)
                .Where(told => told.Kind is ParticipantKind.Person or ParticipantKind.Office && !told.IsSame(self))
                .Take(1).Select(told => told with { Via = via, Role = role });
        }

        if (!mention.Other)
        {
            return discourse.Subject is { Kind: ParticipantKind.Person or ParticipantKind.Office } subject ? [subject with { Via = via, Role = role }] : [];
        }

        var other = discourse.Sides(2, []).FirstOrDefault(side => discourse.Subject is null || !side.IsSame(discourse.Subject));
        return other is null ? [] : [other with { Via = via, Role = role }];
    }
}
