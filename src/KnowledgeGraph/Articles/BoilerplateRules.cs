using System.Text.RegularExpressions;
using KnowledgeGraph.Rules;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

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
    public List<string> Words { get; init; } = [];

    /// <summary>Length of the longest text that it looks at, in UTF-16 units.</summary>
    public int Max { get; init; } = 80;

    public List<string> Examples { get; init; } = [];

    public List<string> Rejects { get; init; } = [];
}

/// <summary>The cues by which boilerplate is known.</summary>
internal sealed class BoilerplateRules
{
    public const string FileName = "boilerplate.yaml";

    private BoilerplateRules(IReadOnlyList<BoilerplateRule> rules) => Rules = rules;

    public IReadOnlyList<BoilerplateRule> Rules { get; }

    /// <exception cref="InvalidDataException">The file is no sound YAML or a rule is wrong: with file, line, column or rule.</exception>
    public static BoilerplateRules Load(RuleSource source)
    {
        var place = source.Describe(FileName);
        using var reader = source.Open(FileName);
        try
        {
            var rules = new DeserializerBuilder()
                .WithNamingConvention(HyphenatedNamingConvention.Instance)
                .WithEnumNamingConvention(HyphenatedNamingConvention.Instance)
                .Build()
                .Deserialize<List<BoilerplateRule>>(reader) ?? [];
            foreach (var rule in rules)
            {
                Check(rule, place);
            }

            return new BoilerplateRules(rules);
        }
        catch (YamlException error)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{place}({error.Start.Line},{error.Start.Column}): {error.InnerException?.Message ?? error.Message}"), error);
        }
    }

    /// <summary>The cues of a kind, compiled.</summary>
    public CueSet Of(BoilerplateDrop drops) =>
        new([.. Rules.Where(rule => rule.Drops == drops).Select(rule => new BoilerplateCue(rule))]);

    private static void Check(BoilerplateRule rule, string place)
    {
        if (rule.Name.Length == 0 || rule.Pattern.Length == 0 || rule.Words.Count == 0)
        {
            throw new InvalidDataException($"{place}: every rule needs name, words and pattern; rule '{rule.Name}' lacks one.");
        }

        try
        {
            _ = new Regex(rule.Pattern, RegexOptions.CultureInvariant);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"{place}: rule {rule.Name}: the pattern is no regular expression: {error.Message}", error);
        }

        if (rule.Pattern.Contains("(?", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{place}: rule {rule.Name}: groups of the form (?…) are not allowed: patterns are matched in linear time.");
        }
    }
}
