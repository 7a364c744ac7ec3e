using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Linking;

/// <summary>
/// What the words around say of titles that name no state: the person listed before (日本首相菅义伟和外务大臣茂木敏充), else the
/// state named last (加拿大外交部说，外长商鹏飞…).
/// </summary>
internal sealed class TitleContext
{
    private const int FarthestColleague = 6;
    private readonly Vocabulary vocabulary;
    private readonly HashSet<string> states;
    private readonly string[] spokespersons;
    private readonly HashSet<string> eastAsian;
    private readonly string? ownState;
    private readonly NameShape shape;
    private readonly ClassSet visit;
    private readonly ClassSet heads;
    private readonly NameRules names;
    private readonly ImmutableArray<string> shared;
    private readonly Dictionary<string, string> homes;

    /// <summary>Reads by a rule set.</summary>
    public TitleContext(RuleSet rules, Vocabulary vocabulary, HashSet<string> states, NameShape shape)
    {
        this.shape = shape;
        names = rules.Names;
        shared = [.. rules.Words.Where(words => words.Name == "shared-title").SelectMany(words => words.Words)];
        homes = rules.Words.Where(words => words is { Name: "publisher-home", Value: not null })
            .SelectMany(words => words.Words.Select(publisher => (publisher, words.Value))).ToDictionary(pair => pair.publisher, pair => pair.Value!, StringComparer.Ordinal);
        visit = vocabulary.Classes["visit-state"];
        heads = vocabulary.Classes["office"] | vocabulary.Classes["title-head"] | vocabulary.Classes["deputy"];
        eastAsian = [.. rules.Words.Where(words => words.Name == "east-asian-states").SelectMany(words => words.Words)];
        ownState = rules.Words.FirstOrDefault(words => words.Name == "own-state")?.Words.FirstOrDefault();
        this.vocabulary = vocabulary;
        this.states = states;
        spokespersons = [.. rules.Offices.Where(office => office.Family == "spokesperson").Select(office => office.Title)];
    }

    /// <summary>The mentions of people in an article, in order, with the state that their titles lack.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="publisher">Who published the article, or <see langword="null"/>: local news does not name its own city.</param>
    /// <param name="known">What the gazetteer knows of a person.</param>
    public List<PersonMention> Mentions(IReadOnlyList<ParsedSentence> sentences, string? publisher, Func<PersonMention, PersonEntry?> known)
    {
        var home = publisher is null ? null : homes.GetValueOrDefault(publisher);
        var mentions = new List<PersonMention>();
        var titled = sentences.SelectMany(sentence => sentence.Items).Select(item => item.Value).OfType<PersonMention>()
            .Where(mention => !mention.Titles.IsEmpty).Select(mention => mention.Name).ToHashSet(StringComparer.Ordinal);
        var recent = new List<string>();
        foreach (var sentence in sentences)
        {
            string? ministry = null;
            PersonMention? previous = null;
            foreach (var item in sentence.Items)
            {
                switch (item.Value)
                {
                    case PersonMention person:
                        if (person.Principal is { } principal)
                        {
                            mentions.Add(principal);
                        }

                        var settled = Settled(person, recent, known);
                        previous = !settled.Titles.IsEmpty ? WithContext(settled, previous, recent, ministry, home, known)
                            : titled.Contains(settled.Name) ? settled
                            : WithShared(settled, previous, known);
                        mentions.Add(previous);
                        Note(recent, StateOf(previous, known));
                        break;
                    case StateMention { State: var named } when states.Contains(named):
                        Note(recent, named);
                        break;
                    case OfficeMention { Title.Of: { } of } when states.Contains(of):
                        Note(recent, of);
                        break;
                    case PlaceMention { Country: { } country }:
                        Note(recent, country);
                        break;
                    case LexicalEntry { State: { } visited } when item.Classes.Intersects(visit):
                        Note(recent, visited.Name);
                        break;
                    case OrganizationMention organization when StateBefore(organization.Name) is { } owner:
                        Note(recent, owner);
                        ministry = organization.Name[owner.Length..] is { Length: > 0 } office ? office : null;
                        break;
                }
            }
        }

        return mentions;
    }

    /// <summary>巴总理: of the states that the character may stand for the one that the person is known for, else the one that the article named last.</summary>
    private static PersonMention Settled(PersonMention mention, List<string> recent, Func<PersonMention, PersonEntry?> known)
    {
        if (mention.Titles.FirstOrDefault(title => !title.OneOf.IsEmpty) is not { OneOf: var candidates, Of: var first })
        {
            return mention;
        }

        var state = known(mention) is { Country: { } home } && candidates.Contains(home) ? home : recent.FindLast(candidates.Contains) ?? first;
        return mention with
        {
            Titles = [.. mention.Titles.Select(title => title.Of == first ? title with { Of = state } : title)],
            Country = mention.Country == first ? state : mention.Country,
        };
    }

    /// <summary>中联办副主任陈冬、谭铁牛: who is listed behind the holder of an office that several hold has it too, where the article gives no other.</summary>
    private PersonMention WithShared(PersonMention mention, PersonMention? previous, Func<PersonMention, PersonEntry?> known) =>
        previous is { Titles: [.., { Of: not null } held] } && mention.Span.Start - previous.Span.End == 1
        && (known(mention) is { } entry
            ? held.Office is { } office && (held.Former || !office.Single) && entry.Terms.Any(term => term.Title == office.Title && term.Of == held.Of)
            : IsShared(held))
                ? mention with { Titles = [held], Country = previous.Country }
                : mention;

    private PersonMention WithContext(PersonMention mention, PersonMention? previous, List<string> recent, string? ministry, string? home, Func<PersonMention, PersonEntry?> known)
    {
        if (mention.Country is not null)
        {
            return mention;
        }

        if (ministry is not null && mention.Titles is [{ Of: null } single] && Array.IndexOf(spokespersons, single.Title) >= 0 && single.Office?.Title == single.Text)
        {
            var title = ministry + single.Title;
            mention = mention with { Titles = [single with { Title = title, Text = title, Of = recent.LastOrDefault() }], Country = recent.LastOrDefault() };
            return mention;
        }

        if (previous is { Titles: [.., { Of: { } body } told] } && mention.Titles is [{ Of: null } bare] && bare.Office?.Body != "state" && (told.Office?.Body != "state" || WithinOf(told).Length > 0)
            && mention.Span.Start - previous.Span.End is > 0 and <= FarthestColleague && !IsShared(told))
        {
            // 中联办主任A及其中两名副主任B: the body named once
            if (!states.Contains(body))
            {
                return mention with { Titles = [bare with { Of = body }], Country = previous.Country };
            }

            if (WithinOf(told) is { Length: > 0 } within && bare.Title == bare.Text && IsRank(bare))
            {
                var title = within + bare.Text;
                return mention with { Titles = [bare with { Title = title, Text = title, Of = body }], Country = previous.Country };
            }
        }

        // A transliterated name belongs to no state whose names have surnames, one that cannot be transliterated to such a state.
        var name = vocabulary.Folded(mention.Name, new Span(0, mention.Name.Length));
        var foreign = shape.SurnameLength(name) == 0 || name.Length > 3;
        var native = !foreign && !shape.IsTransliterated(name);

        // 日本首相菅义伟和外务大臣茂木敏充
        if (previous is not null && (!previous.Titles.IsEmpty || mention.NameSpan.Start > mention.Span.Start) && StateOf(previous, known) is { } country && mention.Span.Start - previous.Span.End is > 0 and <= 2 && !IsKnownElsewhere(mention, country, known)
            && (native ? eastAsian.Contains(country) : previous.Country is not null || !foreign || !eastAsian.Contains(country)))
        {
            return mention with { Titles = [.. mention.Titles.Select(title => title with { Of = title.Of ?? country })], Country = country };
        }

        // An envoy does not belong to the state where he serves.
        return mention.Titles.Any(title => title.Office?.Family == "envoy") ? mention
            : home is not null && !mention.Titles.Any(title => title.Office?.Body == "state") ? mention with { Context = home }
            : mention with { Context = native && ministry is null ? recent.FindLast(eastAsian.Contains) ?? ownState : recent.FindLast(state => !foreign || !eastAsian.Contains(state)) };
    }

    /// <summary>Whether the gazetteer knows the person in the same office of another state; who is known in other offices may be somebody of the same name.</summary>
    private static bool IsKnownElsewhere(PersonMention mention, string country, Func<PersonMention, PersonEntry?> known) => known(mention) is { Country: { } home } entry && home != country
        && mention.Titles.Any(title => entry.Terms.Any(term => term.Title.EndsWith(title.Title, StringComparison.Ordinal) || title.Title.EndsWith(term.Title, StringComparison.Ordinal)));

    /// <summary>Whether a title is one word for a rank in some body (副主任, but not 总书记).</summary>
    private bool IsRank(TitleMention bare) =>
        bare.Office is null or { Family: "deputy" or "other" or "military" } && vocabulary.Find(vocabulary.Folded(bare.Text, new Span(0, bare.Text.Length)))?.Classes.Intersects(heads) == true;

    /// <summary>The body of a state with which a title begins, with the units of it that the title names (中国人民解放军驻澳门部队 of its 司令员).</summary>
    private string WithinOf(TitleMention told)
    {
        var words = vocabulary.Folded(told.Text, new Span(0, told.Text.Length));
        if (names.BodyOf(words) is not { } body)
        {
            return "";
        }

        for (var at = body.Name.Length; at < words.Length; at++)
        {
            if (vocabulary.Find(words[at..]) is { Office: not { Body: "state" } } rank && rank.Classes.Intersects(heads))
            {
                return told.Text[..at];
            }
        }

        return told.Text[..body.Name.Length];
    }

    private bool IsShared(TitleMention title) => vocabulary.Folded(title.Title, new Span(0, title.Title.Length)) is var folded && shared.Any(end => folded.EndsWith(end, StringComparison.Ordinal));

    private static void Note(List<string> recent, string? state)
    {
        if (state is not null)
        {
            recent.Remove(state);
            recent.Add(state);
        }
    }

    private static string? StateOf(PersonMention mention, Func<PersonMention, PersonEntry?> known) => mention.Country ?? known(mention)?.Country;

    private string? StateBefore(string name)
    {
        for (var length = Math.Min(name.Length, 8); length > 1; length--)
        {
            if (vocabulary.Folded(name, new Span(0, length)) is var folded && vocabulary.Find(folded)?.State is { } state && folded == state.Name)
            {
                return state.Name;
            }
        }

        return null;
    }
}
