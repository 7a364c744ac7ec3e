using System.Collections.Immutable;

namespace KnowledgeGraph.Rules;

/// <summary>
/// All that is known of the language and the field, read from <c>rules/</c>: gazetteers, word classes and patterns.
/// Immutable; built once and shared by all threads.
/// </summary>
public sealed record RuleSet
{
    /// <summary>The file of measured precisions; a rule set may have none.</summary>
    public const string PrecisionFile = "precision.yaml";

    private const string IndexFile = "index.yaml";

    /// <summary>States and territories.</summary>
    public ImmutableArray<StateEntry> States { get; init; } = [];

    /// <summary>Cities, provinces, islands, resorts.</summary>
    public ImmutableArray<PlaceEntry> Places { get; init; } = [];

    /// <summary>Buildings and rooms.</summary>
    public ImmutableArray<VenueEntry> Venues { get; init; } = [];

    /// <summary>Organisations.</summary>
    public ImmutableArray<OrganizationEntry> Organizations { get; init; } = [];

    /// <summary>Recurring conferences.</summary>
    public ImmutableArray<ConferenceEntry> Conferences { get; init; } = [];

    /// <summary>Nouns that end a conference's name.</summary>
    public ImmutableArray<string> ConferenceHeads { get; init; } = [];

    /// <summary>Offices.</summary>
    public ImmutableArray<OfficeEntry> Offices { get; init; } = [];

    /// <summary>The parts that titles are composed of.</summary>
    public required TitleParts Titles { get; init; }

    /// <summary>What names look like.</summary>
    public required NameRules Names { get; init; }

    /// <summary>People of public life.</summary>
    public ImmutableArray<PersonEntry> People { get; init; } = [];

    /// <summary>Strings that lock and mean nothing, so that nothing is found within them.</summary>
    public ImmutableArray<string> Blockers { get; init; } = [];

    /// <summary>Word classes.</summary>
    public ImmutableArray<WordClass> Words { get; init; } = [];

    /// <summary>Macros that patterns may use, by name.</summary>
    public IReadOnlyDictionary<string, string> Macros { get; init; } = new Dictionary<string, string>();

    /// <summary>Patterns for entities, phrases, events and agreements, in the order of the index.</summary>
    public ImmutableArray<PatternRule> Patterns { get; init; } = [];

    /// <summary>Time expressions.</summary>
    public ImmutableArray<TimeRule> Times { get; init; } = [];

    /// <summary>Expressions for how long something took.</summary>
    public ImmutableArray<TimeRule> Durations { get; init; } = [];

    /// <summary>Relative time words by class and the number of days, months or years they stand for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> TimeValues { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, int>>();

    /// <summary>The measured precision of event and agreement rules, by name; those not measured are missing.</summary>
    public IReadOnlyDictionary<string, double> Precision { get; init; } = new Dictionary<string, double>();

    /// <summary><c>sha256:</c> over all rule files.</summary>
    public required string Hash { get; init; }

    /// <summary>Reads the rules that <c>index.yaml</c> names, in its order: the only place where order lives.</summary>
    /// <exception cref="RuleFileException">A file cannot be used; the message names file, line and column.</exception>
    public static RuleSet Load(RuleSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var files = Files(source);
        var builder = new RuleSetBuilder();
        foreach (var file in files)
        {
            builder.Add(RuleNode.Load(source, file));
        }

        if (source.Trees.Root(PrecisionFile) is { } measured)
        {
            builder.Add(measured);
        }

        return builder.Build(source.Trees.Hash);
    }

    /// <summary>The names of the rule files in the order in which they count.</summary>
    internal static ImmutableArray<string> Files(RuleSource source) => RuleNode.Load(source, IndexFile).Get("files").AsTexts();
}
