using System.Collections.Immutable;

namespace KnowledgeGraph.Rules;

/// <summary>A pattern over words and entities, in the notation of <c>docs/rules.md</c>, and what it gives.</summary>
/// <param name="Name">Unique name, shown by <c>kg why</c>.</param>
/// <param name="Type">What the rule gives: an entity type, or <c>event</c>, or <c>agreement</c>.</param>
/// <param name="Pattern">The pattern's text, macros still in it.</param>
/// <param name="Options">Further keys of the rule, such as <c>kind</c>, <c>status</c> or <c>form</c>.</param>
/// <param name="Examples">Sentences that must match, with what they must give.</param>
/// <param name="Rejects">Sentences in which this rule must give nothing.</param>
/// <param name="File">Name of the rule file.</param>
/// <param name="Line">Line of the rule, from 1.</param>
public sealed record PatternRule(
    string Name,
    string Type,
    string Pattern,
    IReadOnlyDictionary<string, string> Options,
    ImmutableArray<RuleExample> Examples,
    ImmutableArray<string> Rejects,
    string File,
    long Line)
{
    /// <summary>A further key's value, or <see langword="null"/>.</summary>
    public string? Option(string key) => Options.GetValueOrDefault(key);
}

/// <summary>A sentence and what it must give.</summary>
/// <param name="Text">The sentence, or a short text.</param>
/// <param name="Gives">Expected values, one string for each thing found, in the notation of <c>docs/rules.md</c>.</param>
/// <param name="Published">The publication date that relative dates count from, or <see langword="null"/>.</param>
public sealed record RuleExample(string Text, ImmutableArray<string> Gives, string? Published);

/// <summary>A time expression: a regular expression over folded text whose group names say what was read.</summary>
/// <param name="Name">Unique name.</param>
/// <param name="Needs">Of the characters of each of these at least one stands in every text that the pattern matches.</param>
/// <param name="Pattern">.NET regular expression with the macros of the file put in.</param>
/// <param name="Examples">Texts with the EDTF value they give.</param>
/// <param name="Rejects">Texts that must give nothing.</param>
/// <param name="File">Name of the rule file.</param>
/// <param name="Line">Line of the rule, from 1.</param>
public sealed record TimeRule(string Name, ImmutableArray<string> Needs, string Pattern, ImmutableArray<RuleExample> Examples, ImmutableArray<string> Rejects, string File, long Line);

/// <summary>Words of one class: they play one part in patterns.</summary>
/// <param name="Name">The class, as patterns name it.</param>
/// <param name="Value">What the words mean, such as the kind of event of a trigger; <see langword="null"/> for plain classes.</param>
/// <param name="Words">The words, simplified.</param>
public sealed record WordClass(string Name, string? Value, ImmutableArray<string> Words);
