using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KnowledgeGraph.Rules;

/// <summary>
/// Rule files as trees in plain arrays: what YAML says, with line and column, but without YAML to parse. They are compiled when
/// the product is built, and for <c>--rules</c> in memory. Immutable and thread-safe.
/// </summary>
internal sealed class RuleTrees
{
    /// <summary>First bytes of the compiled file; the last digit is the version of the format.</summary>
    public const ulong Magic = 0x3154_4C55_5247_4B00;

    /// <summary>Nodes that all files together may have: aliases of aliases grow without bound.</summary>
    private const int MostNodes = 4_000_000;

    private readonly SectionFile file;
    private readonly string[] names;
    private readonly int[] roots;
    private readonly string?[] strings;

    private RuleTrees(SectionFile file)
    {
        this.file = file;
        strings = new string?[file.Section<int>(1).Length - 1];
        var head = file.Section<int>(0);
        Hash = Text(head[0]);
        var count = (head.Length - 1) / 2;
        (names, roots) = (new string[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            (names[i], roots[i]) = (Text(head[1 + (2 * i)]), head[2 + (2 * i)]);
        }
    }

    /// <summary>What a node is.</summary>
    public enum Kind
    {
        /// <summary>A text.</summary>
        Scalar,

        /// <summary>A text written plain that means nothing: empty, <c>null</c> or <c>~</c>.</summary>
        Null,

        /// <summary>A list.</summary>
        Sequence,

        /// <summary>Keys with values.</summary>
        Mapping,
    }

    /// <summary><c>sha256:</c> over the names and texts of all files.</summary>
    public string Hash { get; }

    /// <summary>The files, in ordinal order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Opens compiled trees.</summary>
    /// <exception cref="InvalidDataException">They are of another format.</exception>
    public static RuleTrees Open(SectionFile file) => new(file);

    /// <summary>The hash of rule files, which names them in caches.</summary>
    public static string HashOf(IReadOnlyList<KeyValuePair<string, string>> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, text) in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n" + text.ReplaceLineEndings("\n") + "\n"));
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Parses rule files and writes them as trees.</summary>
    /// <param name="texts">Names and texts.</param>
    /// <param name="output">Where the trees go.</param>
    /// <exception cref="RuleFileException">A file is no YAML.</exception>
    public static void Compile(IReadOnlyList<KeyValuePair<string, string>> texts, Stream output)
    {
        var compiler = new Compiler();
        var head = new List<int> { compiler.Intern(HashOf(texts)) };
        foreach (var (name, text) in texts)
        {
            head.AddRange([compiler.Intern(name), compiler.AddFile(name, text)]);
        }

        compiler.Write(output, head);
    }

    /// <summary>The root of a file, or <see langword="null"/> where there is no such file.</summary>
    public RuleNode? Root(string name)
    {
        var index = Array.IndexOf(names, name);
        return index < 0 ? null : new RuleNode(this, name, roots[index]);
    }

    /// <summary>What a node is.</summary>
    public Kind KindOf(int node) => (Kind)file.Section<Node>(2)[node].Kind;

    /// <summary>Line and column of a node, from 1.</summary>
    public (int Line, int Column) PlaceOf(int node)
    {
        var cell = file.Section<Node>(2)[node];
        return (cell.Line, cell.Column);
    }

    /// <summary>The text of a scalar.</summary>
    public string TextOf(int node) => Text(file.Section<Node>(2)[node].First);

    /// <summary>The nodes of a list; of a mapping keys and values in turn.</summary>
    public ReadOnlySpan<int> ChildrenOf(int node)
    {
        var cell = file.Section<Node>(2)[node];
        return file.Section<int>(3).Slice(cell.First, cell.Count);
    }

    private string Text(int index)
    {
        // Two threads may decode a string at the same time; they get equal ones.
        if (strings[index] is { } known)
        {
            return known;
        }

        var offsets = file.Section<int>(1);
        return strings[index] = Encoding.UTF8.GetString(file.Section<byte>(4)[offsets[index]..offsets[index + 1]]);
    }

    private readonly record struct Node(int Kind, int Line, int Column, int First, int Count);

    private sealed class Compiler
    {
        private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);
        private readonly List<string> strings = [];
        private readonly List<Node> nodes = [];
        private readonly List<int> children = [];

        public int Intern(string text)
        {
            if (!indices.TryGetValue(text, out var index))
            {
                indices.Add(text, index = strings.Count);
                strings.Add(text);
            }

            return index;
        }

        public int AddFile(string name, string text)
        {
            var stream = new YamlStream();
            try
            {
                stream.Load(new StringReader(text));
            }
            catch (YamlException e)
            {
                throw new RuleFileException(name, e.Start.Line, e.Start.Column, $"This is not valid YAML: {e.Message}", e);
            }

            return Add(name, stream.Documents.Count == 0 ? new YamlMappingNode() : stream.Documents[0].RootNode);
        }

        public void Write(Stream output, List<int> head)
        {
            var (offsets, texts) = SectionFile.Texts(strings);

            SectionFile.Write(
                output,
                Magic,
                w => head.ForEach(w.Write),
                w => offsets.ForEach(w.Write),
                w => nodes.ForEach(node =>
                {
                    w.Write(node.Kind);
                    w.Write(node.Line);
                    w.Write(node.Column);
                    w.Write(node.First);
                    w.Write(node.Count);
                }),
                w => children.ForEach(w.Write),
                w => w.Write(texts));
        }

        private int Add(string name, YamlNode yaml)
        {
            if (nodes.Count == MostNodes)
            {
                throw new RuleFileException(name, yaml.Start.Line, yaml.Start.Column, "The rules are too large: do aliases refer to one another?");
            }

            var index = nodes.Count;
            nodes.Add(default);
            var (kind, first, count) = yaml switch
            {
                YamlScalarNode scalar => (IsNull(scalar) ? Kind.Null : Kind.Scalar, Intern(scalar.Value ?? ""), 0),
                YamlSequenceNode sequence => AddAll(name, Kind.Sequence, sequence.Children),
                YamlMappingNode mapping => AddAll(name, Kind.Mapping, mapping.Children.SelectMany(pair => new[] { pair.Key, pair.Value })),
                _ => throw new RuleFileException(name, yaml.Start.Line, yaml.Start.Column, "Expected a text, a list or a mapping."),
            };
            nodes[index] = new Node((int)kind, (int)yaml.Start.Line, (int)yaml.Start.Column, first, count);
            return index;
        }

        private (Kind Kind, int First, int Count) AddAll(string name, Kind kind, IEnumerable<YamlNode> yaml)
        {
            var added = yaml.Select(child => Add(name, child)).ToList();
            var first = children.Count;
            children.AddRange(added);
            return (kind, first, added.Count);
        }

        private static bool IsNull(YamlScalarNode scalar) => scalar is { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" };
    }
}
