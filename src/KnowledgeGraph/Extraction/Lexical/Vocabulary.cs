using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Extraction.Lexical;

/// <summary>
/// Every phrase of the gazetteers and word classes with all its senses, and the automaton that finds them. Phrases of two
/// characters and more are found in running text and locked; single characters count only as words of their own.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>Classes that the code itself assigns; patterns may use them beside the word classes of the rules.</summary>
    public static readonly string[] BuiltinClasses =
    [
        "word", "latin", "number", "paren", "state", "state-short", "place", "venue", "org", "conf-name", "conf-head", "office", "title-head",
        "visit-state", "former", "acting", "elect", "deputy", "joiner", "calling", "name", "time", "duration", "media", "ministry",
    ];

    private const int EnvoyRank = 30;
    private readonly Dictionary<string, LexicalEntry> byPhrase = new(StringComparer.Ordinal);
    private readonly Dictionary<char, LexicalEntry> byCharacter = [];
    private readonly List<LexicalEntry> entries = [];
    private readonly CharacterFolding folding;
    private readonly PhraseAutomaton automaton;

    /// <summary>Builds the vocabulary of a rule set.</summary>
    public Vocabulary(RuleSet rules, CharacterFolding folding)
    {
        this.folding = folding;
        Classes = new ClassTable([
            .. BuiltinClasses,
            .. rules.Patterns.Select(pattern => pattern.Type),
            .. rules.Patterns.Select(pattern => pattern.Option("also")).OfType<string>().SelectMany(list => list.Split(' ')),
            .. rules.Words.Select(words => words.Name)]);
        AddGazetteers(rules);
        AddTitles(rules);
        AddCompounds(rules);
        foreach (var words in rules.Words)
        {
            foreach (var word in words.Words)
            {
                var entry = Add(word, words.Name);
                if (words.Value is not null)
                {
                    entry.SetValue(words.Name, words.Value);
                }
            }
        }

        // 中美元首: what only blocks gives way to a phrase of its length that means something.
        var firstBlocker = entries.Count;
        foreach (var blocker in rules.Blockers)
        {
            Add(blocker, "word");
        }

        automaton = PhraseAutomaton.Build(
            entries.Select((entry, id) => KeyValuePair.Create(entry.Phrase, id)).Where(pair => pair.Key.Length > 1), folding, firstBlocker);
    }

    /// <summary>The classes of this vocabulary.</summary>
    public ClassTable Classes { get; }

    /// <summary>The entry of a folded phrase, or <see langword="null"/>.</summary>
    public LexicalEntry? Find(string phrase) => byPhrase.GetValueOrDefault(phrase);

    /// <summary>The entry of a single folded character, or <see langword="null"/>.</summary>
    public LexicalEntry? Find(char c) => byCharacter.GetValueOrDefault(c);

    /// <summary>A slice of a text, folded.</summary>
    public string Folded(string text, Span span) => folding.Fold(span.Of(text));

    /// <summary>The entry of that id.</summary>
    public LexicalEntry this[int id] => entries[id];

    /// <summary>Finds all phrases: of overlapping ones the longest, then the earliest.</summary>
    public void Match(ReadOnlySpan<char> folded, List<PhraseMatch> matches) => automaton.Match(folded, matches);

    private void AddGazetteers(RuleSet rules)
    {
        foreach (var state in rules.States)
        {
            AddNames(state.Name, state.Variants, "state", entry => entry.State ??= state);
            AddShort(state.Short, state.Name, entry => entry.State ??= state);
        }

        foreach (var place in rules.Places)
        {
            AddNames(place.Name, place.Variants, "place", entry => entry.Place ??= place);
        }

        foreach (var venue in rules.Venues)
        {
            AddNames(venue.Name, venue.Variants, "venue", entry => entry.Venue ??= venue);
        }

        foreach (var organization in rules.Organizations)
        {
            var kind = organization.Kind is "media" or "ministry" ? organization.Kind : "org";
            AddNames(organization.Name, organization.Variants, kind, entry => entry.Organization ??= organization);
            AddShort(organization.Short, organization.Name, entry => entry.Organization ??= organization);
        }

        foreach (var conference in rules.Conferences)
        {
            AddNames(conference.Name, conference.Variants, "conf-name", entry => entry.Conference ??= conference);
        }

        AddAll(rules.ConferenceHeads, "conf-head");
        foreach (var person in rules.People)
        {
            AddNames(person.Name, person.Variants, "name", entry => entry.People.Add(person));
        }
    }

    private void AddNames(string name, IEnumerable<string> variants, string wordClass, Action<LexicalEntry> note)
    {
        foreach (var phrase in variants.Prepend(name))
        {
            note(Add(phrase, wordClass));
        }
    }

    /// <summary>Adds the one-character form of a state or bloc, where it has one.</summary>
    private void AddShort(string? letter, string name, Action<LexicalEntry> note)
    {
        if (letter is not null)
        {
            var entry = Add(letter, "state-short");
            entry.Shorts.Add(name);
            note(entry);
        }
    }

    private void AddTitles(RuleSet rules)
    {
        foreach (var office in rules.Offices)
        {
            AddNames(office.Title, office.Synonyms, "office", entry => entry.Office ??= office);
        }

        var parts = rules.Titles;
        foreach (var (meaning, words) in parts.Prefixes)
        {
            foreach (var word in words.Where(_ => Classes.Contains(meaning)))
            {
                Add(word, meaning);
            }
        }

        AddAll(parts.Joiners, "joiner");
        AddAll(parts.Heads, "title-head");
        AddAll(parts.Callings, "calling");
        foreach (var ministry in parts.Ministries)
        {
            foreach (var head in parts.MinistryHeads)
            {
                var title = ministry + head;
                Add(title, "office").Office ??= new OfficeEntry(title, [], parts.MinistryRank, null, "state", false, null);
            }
        }
    }

    /// <summary>Compounds of states: 韩方, 访韩, 访问韩国, 驻韩国大使.</summary>
    private void AddCompounds(RuleSet rules)
    {
        var sides = WordsOf(rules, "side");
        var visits = WordsOf(rules, "visit-prefix");
        var envoys = WordsOf(rules, "envoy-prefix");
        var envoyHeads = WordsOf(rules, "envoy-head");
        foreach (var state in rules.States)
        {
            var aliases = rules.Words.Where(words => words.Name == "state-alias" && words.Value == state.Name).SelectMany(words => words.Words);
            foreach (var phrase in state.Variants.Prepend(state.Name).Concat(state.Short is null ? [] : [state.Short]).Concat(aliases))
            {
                if (phrase == state.Short)
                {
                    foreach (var side in sides)
                    {
                        var entry = Add(phrase + side, "state");
                        entry.Sides.Add(state);
                        entry.State ??= state;
                    }
                }

                foreach (var visit in visits)
                {
                    var entry = Add(visit + phrase, "visit-state");
                    entry.Sides.Add(state);
                    entry.State ??= state;
                    entry.Stem = visit;
                }

                foreach (var title in envoys.SelectMany(prefix => envoyHeads.Select(head => prefix + phrase + head)))
                {
                    Add(title, "office").Office ??= new OfficeEntry(title, [], EnvoyRank, "envoy", "state", false, null);
                }
            }
        }
    }

    private static string[] WordsOf(RuleSet rules, string wordClass) =>
        [.. rules.Words.Where(words => words.Name == wordClass).SelectMany(words => words.Words)];

    private void AddAll(IEnumerable<string> words, string wordClass)
    {
        foreach (var word in words)
        {
            Add(word, wordClass);
        }
    }

    private LexicalEntry Add(string phrase, string wordClass)
    {
        var folded = folding.Fold(phrase);
        if (!byPhrase.TryGetValue(folded, out var entry))
        {
            entry = new LexicalEntry(folded);
            byPhrase.Add(folded, entry);
            entries.Add(entry);
            if (folded.Length == 1)
            {
                byCharacter.Add(folded[0], entry);
            }
        }

        entry.Classes |= Classes[wordClass];
        return entry;
    }
}
