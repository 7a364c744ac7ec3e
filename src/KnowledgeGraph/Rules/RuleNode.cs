using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KnowledgeGraph.Rules;

/// <summary>A node of a rule file that knows where it stands, so that every error can name the place.</summary>
internal sealed class RuleNode
{
    private readonly YamlNode node;

    private RuleNode(string file, YamlNode node)
    {
        File = file;
        this.node = node;
    }

    /// <summary>Name of the rule file.</summary>
    public string File { get; }

    /// <summary>Line of the node, from 1.</summary>
    public long Line => node.Start.Line;

    /// <summary>Reads a whole file; an empty one gives an empty mapping.</summary>
    /// <exception cref="RuleFileException">The file is no YAML.</exception>
    public static RuleNode Load(RuleSource source, string file)
    {
        using var reader = source.Open(file);
        var stream = new YamlStream();
        try
        {
            stream.Load(reader);
        }
        catch (YamlException e)
        {
            throw new RuleFileException(file, e.Start.Line, e.Start.Column, $"This is not valid YAML: {e.Message}", e);
        }

        return new RuleNode(file, stream.Documents.Count == 0 ? new YamlMappingNode() : stream.Documents[0].RootNode);
    }

    /// <summary>An error at this node.</summary>
    public RuleFileException Error(string problem) => new(File, node.Start.Line, node.Start.Column, problem);

    /// <summary>The value under a key, or <see langword="null"/> where the key is missing or its value is null.</summary>
    public RuleNode? Find(string key)
    {
        if (node is not YamlMappingNode mapping)
        {
            throw Error($"Expected a mapping with the key '{key}'.");
        }

        return mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) && !IsNull(value) ? new RuleNode(File, value) : null;
    }

    /// <summary>The value under a key that must be there.</summary>
    public RuleNode Get(string key) => Find(key) ?? throw Error($"The key '{key}' is missing.");

    /// <summary>The text under a key that must be there.</summary>
    public string Text(string key) => Get(key).AsText();

    /// <summary>The text under a key, or <see langword="null"/>.</summary>
    public string? TextOrNull(string key) => Find(key)?.AsText();

    /// <summary>The whole number under a key, or <see langword="null"/>.</summary>
    public int? NumberOrNull(string key) => Find(key) is { } value
        ? int.TryParse(value.AsText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw value.Error($"Expected a whole number as '{key}', found '{value.AsText()}'.")
        : null;

    /// <summary>Whether the key holds <c>true</c>; <c>false</c> where it is missing.</summary>
    public bool Flag(string key) => Find(key) is { } value && value.AsText() switch
    {
        "true" => true,
        "false" => false,
        var other => throw value.Error($"Expected true or false as '{key}', found '{other}'."),
    };

    /// <summary>The texts under a key, a list or a single text; empty where the key is missing.</summary>
    public ImmutableArray<string> Texts(string key) => Find(key)?.AsTexts() ?? [];

    /// <summary>The items under a key; empty where the key is missing.</summary>
    public IEnumerable<RuleNode> Items(string key) => Find(key)?.AsItems() ?? [];

    /// <summary>The scalar value.</summary>
    public string AsText() => node is YamlScalarNode { Value: { } value } ? value : throw Error("Expected a text.");

    /// <summary>A list of texts, or a single one.</summary>
    public ImmutableArray<string> AsTexts() => node is YamlScalarNode ? [AsText()] : [.. AsItems().Select(item => item.AsText())];

    /// <summary>Whether the node is a mapping.</summary>
    public bool IsMapping => node is YamlMappingNode;

    /// <summary>The items of a list.</summary>
    public IEnumerable<RuleNode> AsItems() => node is YamlSequenceNode sequence
        ? sequence.Children.Select(child => new RuleNode(File, child))
        : throw Error("Expected a list.");

    /// <summary>The entries of a mapping in the order of the file.</summary>
    public IEnumerable<KeyValuePair<string, RuleNode>> AsEntries() => node is YamlMappingNode mapping
        ? mapping.Children.Select(child => KeyValuePair.Create(new RuleNode(File, child.Key).AsText(), new RuleNode(File, child.Value)))
        : throw Error("Expected a mapping.");

    private static bool IsNull(YamlNode value) =>
        value is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" };
}
