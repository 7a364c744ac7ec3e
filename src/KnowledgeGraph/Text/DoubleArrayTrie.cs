using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KnowledgeGraph.Text;

/// <summary>
/// A node of a double array (J. Aoe, "An Efficient Digital Search Algorithm by Using a Double-Array Structure", 1989) in eight
/// bytes. No two nodes have the same base, so that the label alone tells whether a cell belongs to a node.
/// </summary>
/// <param name="Base">What a child's code is added to; 0 where there are no children.</param>
/// <param name="Label">The code by which this node is reached; <see cref="Free"/> where the cell is empty.</param>
/// <param name="Value">What the key that ends here stands for, from 1; 0 where none ends.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct TrieNode(int Base, ushort Label, ushort Value)
{
    /// <summary>The label of empty cells, which no code has.</summary>
    public const ushort Free = ushort.MaxValue;

    /// <summary>Writes the node as it lies in memory.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Base);
        writer.Write(Label);
        writer.Write(Value);
    }
}

/// <summary>A trie over UTF-16 code units as a double array; read where it lies. Immutable and thread-safe.</summary>
/// <remarks>The array ends in empty cells, as many as there are codes, so that a step needs no check of bounds.</remarks>
internal sealed unsafe class DoubleArrayTrie
{
    /// <summary>The root.</summary>
    public const int Root = 0;

    private readonly SectionFile file;

    /// <summary>The trie in two sections of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="codes">The section of the code units' codes.</param>
    /// <param name="nodes">The section of the nodes.</param>
    public DoubleArrayTrie(SectionFile file, int codes, int nodes)
    {
        this.file = file;
        Codes = file.Pointer<ushort>(codes);
        Nodes = file.Pointer<TrieNode>(nodes);
        Count = file.Section<TrieNode>(nodes).Length;
    }

    /// <summary>Dense code of each UTF-16 code unit; 0 for those in no key.</summary>
    public ushort* Codes { get; }

    /// <summary>The nodes.</summary>
    public TrieNode* Nodes { get; }

    /// <summary>Number of cells.</summary>
    public int Count { get; }

    /// <summary>The node of a whole key, or -1 where no key begins so.</summary>
    public int Find(ReadOnlySpan<char> key)
    {
        var node = Root;
        for (var i = 0; i < key.Length && node >= 0; i++)
        {
            node = Step(node, key[i]);
        }

        GC.KeepAlive(file);
        return node;
    }

    /// <summary>The child of a node by a code unit, or -1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Step(int node, char c)
    {
        var code = Codes[c];
        var child = Nodes[node].Base + code;
        return Nodes[child].Label == code ? child : -1;
    }

    /// <summary>The value of a key; 0 where it is none.</summary>
    public ushort Value(ReadOnlySpan<char> key) => Find(key) is var node and >= 0 ? Nodes[node].Value : (ushort)0;
}
