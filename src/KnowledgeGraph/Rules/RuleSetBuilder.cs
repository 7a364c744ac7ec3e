using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;

namespace KnowledgeGraph.Rules;

/// <summary>Collects rule files section by section; a file may hold any sections.</summary>
internal sealed class RuleSetBuilder
{
    private const int MacroDepth = 3;
    private const string AnyState = "any";
    private readonly List<StateEntry> states = [];
    private readonly List<PlaceEntry> places = [];
    private readonly List<VenueEntry> venues = [];
    private readonly List<OrganizationEntry> organizations = [];
    private readonly List<ConferenceEntry> conferences = [];
    private readonly List<string> conferenceHeads = [];
    private readonly List<OfficeEntry> offices = [];
    private readonly List<PersonEntry> people = [];
    private readonly List<string> blockers = [];
    private readonly List<WordClass> words = [];
    private readonly Dictionary<string, string> macros = new(StringComparer.Ordinal);
    private readonly List<PatternRule> patterns = [];
    private readonly List<TimeRule> times = [];
    private readonly Dictionary<string, string> timeMacros = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<string, int>> timeValues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ruleNames = new(StringComparer.Ordinal);
    private readonly List<TimeRule> durations = [];
    private readonly SortedDictionary<string, double> precision = new(StringComparer.Ordinal);
    private TitleParts titles = new(new Dictionary<string, IReadOnlyList<string>>(), [], [], [], 0, [], [], new WordSet([]));
    private NameRules names = NameRules.None;

    /// <summary>Adds the sections of one file.</summary>
    /// <exception cref="RuleFileException">A section is unknown, or a row cannot be used.</exception>
    public void Add(RuleNode file)
    {
        foreach (var (section, node) in file.AsEntries())
        {
            switch (section)
            {
                case "states": states.AddRange(node.AsItems().Select(State)); break;
                case "places": places.AddRange(node.AsItems().Select(Place)); break;
                case "venues": venues.AddRange(node.AsItems().Select(Venue)); break;
                case "organizations": organizations.AddRange(node.AsItems().Select(Organization)); break;
                case "conferences": conferences.AddRange(node.AsItems().Select(item => new ConferenceEntry(item.Text("name"), item.Texts("variants")))); break;
                case "conference-heads": conferenceHeads.AddRange(node.AsTexts()); break;
                case "offices": offices.AddRange(node.AsItems().Select(Office)); break;
                case "titles": titles = Titles(node); break;
                case "names": names = Names(node); break;
                case "people": people.AddRange(node.AsItems().Select(Person)); break;
                case "blockers": blockers.AddRange(node.AsTexts()); break;
                case "words": words.AddRange(node.AsEntries().SelectMany(WordClasses)); break;
                case "macros": AddAll(macros, node); break;
                case "patterns": patterns.AddRange(node.AsItems().Select(Pattern)); break;
                case "durations": durations.AddRange(node.AsItems().Select(Time)); break;
                case "time-macros": AddAll(timeMacros, node); break;
                case "precision": AddPrecision(node); break;
                case "time-values": AddTimeValues(node); break;
                case "times": times.AddRange(node.AsItems().Select(Time)); break;
                default: throw node.Error($"The section '{section}' is unknown; docs/rules.md lists the sections of rule files.");
            }
        }
    }

    /// <summary>The rule set.</summary>
    public RuleSet Build(string hash) => new()
    {
        States = [.. states],
        Places = [.. places],
        Venues = [.. venues],
        Organizations = [.. organizations],
        Conferences = [.. conferences],
        ConferenceHeads = [.. conferenceHeads],
        Offices = [.. offices],
        Titles = titles,
        Names = names,
        People = [.. people],
        Blockers = [.. blockers],
        Words = [.. words],
        Macros = macros,
        Patterns = [.. patterns],
        Times = [.. times],
        TimeValues = timeValues,
        Durations = [.. durations],
        Precision = precision,
        Hash = hash,
    };

    /// <summary>Shares from 0 to 1; null says that too few cases were seen.</summary>
    private void AddPrecision(RuleNode node)
    {
        foreach (var (rule, value) in node.AsEntries())
        {
            var text = value.AsText();
            if (text is "" or "null" or "~")
            {
                continue;
            }

            precision[rule] = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 1
                ? share
                : throw value.Error($"Expected a share from 0 to 1 or null, found '{text}'.");
        }
    }

    private static StateEntry State(RuleNode row) => new(
        row.Text("name"), row.TextOrNull("en"), row.TextOrNull("iso3"), row.NumberOrNull("cow"),
        row.TextOrNull("short"), row.TextOrNull("capital"), row.Texts("variants"));

    private static PlaceEntry Place(RuleNode row) => new(
        row.Text("name"), row.TextOrNull("country"), row.TextOrNull("kind") ?? "city", row.TextOrNull("en"), row.Texts("variants"));

    private static VenueEntry Venue(RuleNode row) => new(
        row.Text("name"), row.TextOrNull("city"), row.TextOrNull("country"), row.Texts("variants"));

    private static OrganizationEntry Organization(RuleNode row) => new(
        row.Text("name"), row.TextOrNull("kind") ?? "international", row.TextOrNull("short"), row.TextOrNull("country"), row.TextOrNull("en"), row.Texts("variants"));

    private static OfficeEntry Office(RuleNode row) => new(
        row.Text("title"), row.Texts("synonyms"), row.NumberOrNull("rank") ?? 0, row.TextOrNull("family"), row.TextOrNull("body") ?? "any", row.Flag("single"), row.TextOrNull("of"));

    private static TitleParts Titles(RuleNode node) => new(
        node.Get("prefixes").AsEntries().ToDictionary(entry => entry.Key, entry => (IReadOnlyList<string>)entry.Value.AsTexts(), StringComparer.Ordinal),
        node.Texts("joiners"), node.Texts("ministries"), node.Texts("ministry-heads"), node.NumberOrNull("ministry-rank") ?? 0, node.Texts("heads"), node.Texts("callings"), new WordSet(node.Texts("verbs")));

    private static NameRules Names(RuleNode node) => new(
        new WordSet(node.Get("surnames").AsEntries().SelectMany(entry => entry.Value.AsTexts())),
        SearchValues.Create(node.Text("transliteration")),
        new WordSet(node.Texts("not_names")),
        node.Texts("name_stops"),
        node.Text("dots"),
        new WordSet(node.Texts("name_leads")),
        new WordSet(node.Texts("name_verbs")),
        SearchValues.Create(node.Text("not_name_ends")),
        new WordSet(node.Texts("name_roles")),
        SearchValues.Create(node.Text("not_name_starts")),
        SearchValues.Create(node.Text("not_name_last")),
        new WordSet(node.Texts("function_surnames")),
        new WordSet(node.Texts("name_tails")),
        node.Texts("organization_ends"),
        new WordSet(node.Texts("organization_leads")),
        [.. (node.Find("state_bodies")?.AsEntries() ?? []).OrderBy(entry => entry.Key == AnyState ? 0 : 1)
            .SelectMany(entry => entry.Value.AsTexts().Select(body => new StateBody(body, entry.Key == AnyState ? null : entry.Key)))],
        node.Text("name_joiners"),
        new WordSet(node.Texts("name_ordinals")));

    private static PersonEntry Person(RuleNode row) => new(
        row.Text("name"), row.TextOrNull("en"), row.TextOrNull("country"), row.Texts("variants"),
        [.. row.Items("offices").Select(term => Term(term, Date(row, "checked")?.Last))],
        FormattableString.Invariant($"rules/{row.File}:{row.Line}"));

    private static TermEntry Term(RuleNode row, DateOnly? seen) => new(
        row.Text("title"), row.TextOrNull("of"), Date(row, "from")?.First, Date(row, "to")?.Last, row.Find("to") is null, seen);

    private static RuleDate? Date(RuleNode row, string key) => row.Find(key) is { } value ? RuleDate.Read(value) : null;

    /// <summary>A class is a list of words, or a mapping from a value (such as the kind of event) to words.</summary>
    private static IEnumerable<WordClass> WordClasses(KeyValuePair<string, RuleNode> entry) => entry.Value.IsMapping
        ? entry.Value.AsEntries().Select(value => new WordClass(entry.Key, value.Key, Words(value.Value)))
        : [new WordClass(entry.Key, null, Words(entry.Value))];

    private static ImmutableArray<string> Words(RuleNode list) => [.. list.AsTexts().SelectMany(word => NumberSeries.Expand(word, list))];

    private static void AddAll(Dictionary<string, string> macros, RuleNode node)
    {
        foreach (var (name, value) in node.AsEntries())
        {
            if (!macros.TryAdd(name, value.AsText()))
            {
                throw value.Error($"The macro '{name}' is defined twice; rename one of them.");
            }
        }
    }

    private static ImmutableArray<RuleExample> Examples(RuleNode row) =>
    [
        .. row.Items("examples").Select(item => item.IsMapping
            ? new RuleExample(item.Text("text"), item.Texts("gives"), item.TextOrNull("published"))
            : new RuleExample(item.AsText(), [], null)),
    ];

    private PatternRule Pattern(RuleNode row)
    {
        string[] known = ["name", "type", "pattern", "examples", "rejects"];
        var options = row.AsEntries().Where(entry => !known.Contains(entry.Key))
            .ToDictionary(entry => entry.Key, entry => entry.Value.AsText(), StringComparer.Ordinal);
        return new PatternRule(UniqueName(row), row.Text("type"), row.Text("pattern"), options, Examples(row), row.Texts("rejects"), row.File, row.Line);
    }

    private TimeRule Time(RuleNode row)
    {
        var pattern = row.Text("pattern");
        for (var depth = 0; depth < MacroDepth; depth++)
        {
            foreach (var (name, value) in timeMacros)
            {
                pattern = pattern.Replace("{" + name + "}", value, StringComparison.Ordinal);
            }
        }

        return new TimeRule(UniqueName(row), row.Texts("needs"), pattern, Examples(row), row.Texts("rejects"), row.File, row.Line);
    }

    private string UniqueName(RuleNode row)
    {
        var name = row.Text("name");
        return ruleNames.TryAdd(name, row.File)
            ? name
            : throw row.Error($"The rule '{name}' has the same name as one in {ruleNames[name]}; rule names are unique.");
    }

    private void AddTimeValues(RuleNode node)
    {
        foreach (var (name, value) in node.AsEntries())
        {
            timeValues[name] = value.AsEntries().ToDictionary(
                entry => entry.Key,
                entry => int.TryParse(entry.Value.AsText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw entry.Value.Error($"Expected a whole number, found '{entry.Value.AsText()}'."),
                StringComparer.Ordinal);
        }
    }
}
