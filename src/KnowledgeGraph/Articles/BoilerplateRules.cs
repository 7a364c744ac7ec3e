using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Articles;

/// <summary>What a cue leaves out.</summary>
internal enum BoilerplateDrop
{
    /// <summary>A block that it matches whole.</summary>
    Block,

    /// <summary>A block of the body's second half that it matches whole, and everything behind it.</summary>
    Tail,

    /// <summary>A block that it matches whole, and the links behind it.</summary>
    Lead,

    /// <summary>What it matches at a block's end.</summary>
    End,

    /// <summary>What it matches at a block's beginning.</summary>
    Start,

    /// <summary>A block that it matches whole, which names the article's own address.</summary>
    SourceLink,

    /// <summary>An element with such a class or id.</summary>
    Element,

    /// <summary>Nothing: an element with such a class or id is a caption.</summary>
    Caption,
}

/// <summary>A cue of <c>rules/boilerplate.yaml</c>: a regular expression with texts that it must and must not match.</summary>
internal sealed record BoilerplateRule
{
    public string Name { get; init; } = "";

    public BoilerplateDrop Drops { get; init; }

    public string Pattern { get; init; } = "";

    /// <summary>One of these stands in every text that the pattern matches.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Length of the longest text that it looks at, in UTF-16 units.</summary>
    public int Max { get; init; } = 80;

    public ImmutableArray<string> Examples { get; init; } = [];

    public ImmutableArray<string> Rejects { get; init; } = [];
}

/// <summary>The cues by which boilerplate is known.</summary>
internal sealed class BoilerplateRules
{
    public const string FileName = "boilerplate.yaml";

    private BoilerplateRules(IReadOnlyList<BoilerplateRule> rules) => Rules = rules;

    public IReadOnlyList<BoilerplateRule> Rules { get; }

    /// <exception cref="RuleFileException">The file is no sound YAML or a rule is wrong.</exception>
    public static BoilerplateRules Load(RuleSource source)
    {
        var rows = RuleNode.Load(source, FileName).AsItems().ToList();
        var rules = rows.ConvertAll(Read);
        if (!source.IsBuiltIn)
        {
            // The tests have checked those of this build, and a regular expression takes its time.
            rows.Zip(rules).ToList().ForEach(pair => Check(pair.First, pair.Second));
        }

        return new BoilerplateRules(rules);
    }

    /// <summary>The cues of a kind, compiled.</summary>
    public CueSet Of(BoilerplateDrop drops) =>
        new([.. Rules.Where(rule => rule.Drops == drops).Select(rule => new BoilerplateCue(rule))]);

    private static BoilerplateRule Read(RuleNode row) => new()
    {
        Name = row.Text("name"),
        Drops = Drop(row.Get("drops")),
        Pattern = row.Text("pattern"),
        Words = row.Get("words").AsTexts(),
        Max = row.NumberOrNull("max") ?? new BoilerplateRule().Max,
        Examples = row.Texts("examples"),
        Rejects = row.Texts("rejects"),
    };

    private static BoilerplateDrop Drop(RuleNode node) => node.AsText() switch
    {
        "block" => BoilerplateDrop.Block,
        "tail" => BoilerplateDrop.Tail,
        "lead" => BoilerplateDrop.Lead,
        "end" => BoilerplateDrop.End,
        "start" => BoilerplateDrop.Start,
        "source-link" => BoilerplateDrop.SourceLink,
        "element" => BoilerplateDrop.Element,
        "caption" => BoilerplateDrop.Caption,
        var other => throw node.Error($"Expected block, tail, lead, end, start, source-link, element or caption, found '{other}'."),
    };

    private static void Check(RuleNode row, BoilerplateRule rule)
    {
        try
        {
            _ = new Regex(rule.Pattern, RegexOptions.CultureInvariant);
        }
        catch (ArgumentException error)
        {
            throw row.Get("pattern").Error($"Rule '{rule.Name}': the pattern is no regular expression: {error.Message}");
        }

        if (rule.Pattern.Contains("(?", StringComparison.Ordinal))
        {
            throw row.Get("pattern").Error($"Rule '{rule.Name}': groups of the form (?…) are not allowed: patterns are matched in linear time.");
        }
    }
}
