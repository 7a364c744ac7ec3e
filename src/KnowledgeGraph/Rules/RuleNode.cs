using System.Collections.Immutable;
using System.Globalization;

namespace KnowledgeGraph.Rules;

/// <summary>A node of a rule file that knows where it stands, so that every error can name the place.</summary>
internal sealed class RuleNode
{
    private readonly RuleTrees trees;
    private readonly int node;

    /// <summary>A node of compiled trees.</summary>
    public RuleNode(RuleTrees trees, string file, int node)
    {
        File = file;
        this.trees = trees;
        this.node = node;
    }

    /// <summary>Name of the rule file.</summary>
    public string File { get; }

    /// <summary>Line of the node, from 1.</summary>
    public long Line => trees.PlaceOf(node).Line;

    /// <summary>Column of the node, from 1.</summary>
    public long Column => trees.PlaceOf(node).Column;

    /// <summary>Reads a whole file; an empty one gives an empty mapping.</summary>
    /// <exception cref="RuleFileException">The file is no YAML.</exception>
    /// <exception cref="FileNotFoundException">The source has no file of that name.</exception>
    public static RuleNode Load(RuleSource source, string file) => source.Trees.Root(file) ?? throw source.Missing(file);

    /// <summary>An error at this node.</summary>
    public RuleFileException Error(string problem)
    {
        var (line, column) = trees.PlaceOf(node);
        return new RuleFileException(File, line, column, problem);
    }

    /// <summary>The value under a key, or <see langword="null"/> where the key is missing or its value is null.</summary>
    public RuleNode? Find(string key)
    {
        if (!IsMapping)
        {
            throw Error($"Expected a mapping with the key '{key}'.");
        }

        var children = trees.ChildrenOf(node);
        for (var i = 0; i < children.Length; i += 2)
        {
            if (trees.TextOf(children[i]) == key)
            {
                return trees.KindOf(children[i + 1]) == RuleTrees.Kind.Null ? null : new RuleNode(trees, File, children[i + 1]);
            }
        }

        return null;
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
    public string AsText() => trees.KindOf(node) is RuleTrees.Kind.Scalar or RuleTrees.Kind.Null ? trees.TextOf(node) : throw Error("Expected a text.");

    /// <summary>A list of texts, or a single one.</summary>
    public ImmutableArray<string> AsTexts() => trees.KindOf(node) is RuleTrees.Kind.Scalar or RuleTrees.Kind.Null ? [AsText()] : [.. AsItems().Select(item => item.AsText())];

    /// <summary>Whether the node is a mapping.</summary>
    public bool IsMapping => trees.KindOf(node) == RuleTrees.Kind.Mapping;

    /// <summary>Whether the node is what a file without content gives.</summary>
    public bool IsEmpty => trees.KindOf(node) == RuleTrees.Kind.Null || (IsMapping && trees.ChildrenOf(node).IsEmpty);

    /// <summary>The items of a list.</summary>
    public IEnumerable<RuleNode> AsItems() => trees.KindOf(node) == RuleTrees.Kind.Sequence
        ? trees.ChildrenOf(node).ToArray().Select(child => new RuleNode(trees, File, child))
        : throw Error("Expected a list.");

    /// <summary>The entries of a mapping in the order of the file.</summary>
    public IEnumerable<KeyValuePair<string, RuleNode>> AsEntries()
    {
        if (!IsMapping)
        {
            throw Error("Expected a mapping.");
        }

        return trees.ChildrenOf(node).ToArray().Chunk(2)
            .Select(pair => KeyValuePair.Create(new RuleNode(trees, File, pair[0]).AsText(), new RuleNode(trees, File, pair[1])));
    }
}
