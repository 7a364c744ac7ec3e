using System.Text;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Extraction.Lexical;

/// <summary>Collects every phrase of a rule set with all its senses, and compiles them to the file that <see cref="Vocabulary"/> reads.</summary>
internal sealed class VocabularyCompiler
{
    private const int EnvoyRank = 30;

    /// <summary>Characters of a full name from which it is told from words without its dots.</summary>
    private const int LeastUndotted = 5;

    private readonly Dictionary<string, LexicalEntry> byPhrase = new(StringComparer.Ordinal);
    private readonly List<LexicalEntry> entries = [];
    private readonly CharacterFolding folding;
    private readonly ClassTable classes;

    private VocabularyCompiler(RuleSet rules, CharacterFolding folding)
    {
        this.folding = folding;
        classes = new ClassTable(Vocabulary.ClassesOf(rules));
        AddGazetteers(rules);
        AddTitles(rules);
        AddCompounds(rules);
        AddMissions(rules);
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
    }

    /// <summary>Compiles the vocabulary of a rule set.</summary>
    public static void Compile(RuleSet rules, CharacterFolding folding, Stream output)
    {
        var compiler = new VocabularyCompiler(rules, folding);

        // 赴白宫 is no 赴白, nor 访日喀则 a 访日; 中美元首: what only blocks gives way to a phrase of its length that means something.
        var firstWeak = compiler.entries.Count;
        compiler.AddShortVisits(rules);
        foreach (var blocker in rules.Blockers)
        {
            compiler.Add(blocker, "word");
        }

        var (entries, writer) = (compiler.entries, new LexicalEntryWriter(rules));
        var offsets = new List<int>();
        using var bytes = new MemoryStream();
        using var body = new BinaryWriter(bytes);
        foreach (var entry in entries)
        {
            offsets.Add((int)bytes.Length);
            writer.Write(entry, body);
            body.Flush();
        }

        SectionFile.Write(
            output,
            Vocabulary.Magic,
            [
                w => offsets.ForEach(w.Write),
                w => w.Write(bytes.ToArray()),
                w =>
                {
                    for (var id = 0; id < entries.Count; id++)
                    {
                        if (entries[id].Phrase.Length == 1)
                        {
                            w.Write((int)entries[id].Phrase[0]);
                            w.Write(id);
                        }
                    }
                },
                w => w.Write(Encoding.UTF8.GetBytes(string.Join('\n', Vocabulary.ClassesOf(rules)))),
                .. PhraseAutomaton.Sections(
                    entries.Select((entry, id) => KeyValuePair.Create(entry.Phrase, id)).Where(pair => pair.Key.Length > 1), folding, firstWeak),
            ]);
    }

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

        // 中联办 is no word of the dictionary
        foreach (var body in rules.Names.StateBodies.Where(body => body.State is not null && !entries.Exists(entry => entry.Phrase == body.Name)).ToList())
        {
            Add(body.Name, "ministry");
        }

        foreach (var conference in rules.Conferences)
        {
            AddNames(conference.Name, conference.Variants, "conf-name", entry => entry.Conference ??= conference);
        }

        AddAll(rules.ConferenceHeads, "conf-head");
        foreach (var person in rules.People)
        {
            AddNames(person.Name, [.. person.Variants, .. WithoutDots(rules.Names, person)], "name", entry => entry.People.Add(person));
        }
    }

    /// <summary>安东尼布林肯: many leave out the dots of a full name.</summary>
    private static IEnumerable<string> WithoutDots(NameRules names, PersonEntry person) =>
        person.Variants.Prepend(person.Name).Where(name => name.Any(names.Dots.Contains))
            .Select(name => string.Concat(name.Where(c => !names.Dots.Contains(c)))).Where(name => name.Length >= LeastUndotted);

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
            foreach (var word in words.Where(_ => classes.Contains(meaning)))
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

    /// <summary>访韩, 赴美; 抵达巴黎 is no 抵达巴: a verb of two characters takes the full name.</summary>
    private void AddShortVisits(RuleSet rules)
    {
        var verbs = WordsOf(rules, "visit-prefix").Where(verb => verb.Length == 1).ToList();
        foreach (var (state, name) in StateNames(rules).Where(named => named.Name.Length == 1))
        {
            verbs.ForEach(verb => AddVisit(verb, name, state));
        }
    }

    /// <summary>All that states are called: full, short and other names.</summary>
    private static IEnumerable<(StateEntry State, string Name)> StateNames(RuleSet rules)
    {
        var aliases = rules.Words.Where(words => words.Name == "state-alias").ToLookup(words => words.Value, StringComparer.Ordinal);
        return rules.States.SelectMany(state => state.Variants.Prepend(state.Name).Concat(state.Short is null ? [] : [state.Short])
            .Concat(aliases[state.Name].SelectMany(words => words.Words)).Select(name => (state, name)));
    }

    private void AddVisit(string verb, string destination, StateEntry state)
    {
        var entry = Add(verb + destination, "visit-state");
        entry.Sides.Add(state);
        entry.State ??= state;
    }

    /// <summary>Missions by the state or city that they stand in (驻韩国大使馆, 驻日内瓦代表处): buildings there, whoever sent them.</summary>
    private void AddMissions(RuleSet rules)
    {
        var houses = WordsOf(rules, "envoy-house");
        var hosts = rules.States
            .SelectMany(state => state.Variants.Prepend(state.Name).Concat(state.Short is null ? [] : [state.Short]).Select(name => (Name: name, City: (string?)null, Country: (string?)state.Name)))
            .Concat(rules.Places.Where(place => place.Kind == "city").SelectMany(place => place.Variants.Prepend(place.Name).Select(name => (Name: name, City: (string?)name, place.Country))));
        foreach (var (name, city, country) in hosts)
        {
            foreach (var mission in WordsOf(rules, "envoy-prefix").SelectMany(prefix => houses.Select(house => prefix + name + house)))
            {
                var entry = Add(mission, "venue");
                entry.Classes |= classes["mission"];
                entry.Venue ??= new VenueEntry(mission, city, country, []);
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
        foreach (var (state, name) in StateNames(rules))
        {
            if (name == state.Short)
            {
                foreach (var side in sides)
                {
                    var entry = Add(name + side, "state");
                    entry.Sides.Add(state);
                    entry.State ??= state;
                    entry.Classes |= classes["state-side"];
                }
            }

            foreach (var visit in visits.Where(_ => name.Length > 1))
            {
                AddVisit(visit, name, state);
            }

            foreach (var title in envoys.SelectMany(prefix => envoyHeads.Select(head => prefix + name + head)))
            {
                Add(title, "office").Office ??= new OfficeEntry(title, [], EnvoyRank, "envoy", "state", false, null);
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
        }

        entry.Classes |= classes[wordClass];
        return entry;
    }
}
