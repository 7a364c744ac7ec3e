using System.Numerics;

namespace KnowledgeGraph.Text;

/// <summary>
/// Builds a <see cref="DoubleArrayTrie"/>. Frequent code units get small codes, and nodes with many children are placed first:
/// both keep the array dense. Places are sought 64 at a time, by bits of what is taken.
/// </summary>
internal sealed class DoubleArrayBuilder
{
    private const int Word = 64;

    /// <summary>Taken cells of a word from which on nodes with several children pass over it.</summary>
    private const int Crowded = 56;

    private readonly List<KeyValuePair<string, ushort>> keys;
    private readonly ushort[] codes = new ushort[char.MaxValue + 1];
    private TrieNode[] nodes = [];
    private ulong[] takenCells = [];
    private ulong[] takenBases = [];
    private int count = 1;
    private int greatestCode;
    private int firstFree;
    private int firstRoomy;

    private DoubleArrayBuilder(IEnumerable<KeyValuePair<string, ushort>> entries)
    {
        keys = [.. entries.OrderBy(entry => entry.Key, StringComparer.Ordinal)];
        SetCodes();
        Grow(1);
        takenCells[0] = 1;
        takenBases[0] = 1;
    }

    /// <summary>Builds the codes and nodes.</summary>
    /// <param name="entries">Distinct keys, none empty, with values of at least 1, in any order.</param>
    public static (ushort[] Codes, TrieNode[] Nodes) Build(IEnumerable<KeyValuePair<string, ushort>> entries)
    {
        var builder = new DoubleArrayBuilder(entries);
        builder.Insert();
        builder.Grow(builder.count + builder.greatestCode + 1);
        return (builder.codes, builder.nodes[..(builder.count + builder.greatestCode + 1)]);
    }

    /// <summary>The node of a key that was built in.</summary>
    public static int NodeOf(string key, ushort[] codes, TrieNode[] nodes) => key.Aggregate(DoubleArrayTrie.Root, (node, c) => nodes[node].Base + codes[c]);

    private void SetCodes()
    {
        var counts = new int[char.MaxValue + 1];
        foreach (var (key, _) in keys)
        {
            foreach (var c in key)
            {
                counts[c]++;
            }
        }

        foreach (var c in Enumerable.Range(0, counts.Length).Where(c => counts[c] > 0).OrderByDescending(c => counts[c]).ThenBy(c => c))
        {
            codes[c] = checked((ushort)++greatestCode);
        }
    }

    /// <summary>Nodes with many children are placed first, while there is room; those with few fill the gaps.</summary>
    private void Insert()
    {
        var open = new PriorityQueue<(int Node, List<(ushort Code, int From, int To)> Children, int Depth), (int Fewer, int Order)>();
        Open(open, DoubleArrayTrie.Root, 0, keys.Count, 0);
        while (open.TryDequeue(out var next, out _))
        {
            var origin = FindBase(next.Children);
            nodes[next.Node] = nodes[next.Node] with { Base = origin };
            foreach (var (code, from, to) in next.Children)
            {
                nodes[origin + code] = new TrieNode(0, code, 0);
                Open(open, origin + code, from, to, next.Depth + 1);
            }
        }
    }

    /// <summary>Notes the value of a node, and its children where it has any.</summary>
    private void Open(PriorityQueue<(int Node, List<(ushort Code, int From, int To)> Children, int Depth), (int Fewer, int Order)> open, int node, int from, int to, int depth)
    {
        if (from < to && keys[from].Key.Length == depth)
        {
            nodes[node] = nodes[node] with { Value = keys[from++].Value };
        }

        if (from == to)
        {
            return;
        }

        var children = new List<(ushort Code, int From, int To)>();
        while (from < to)
        {
            var first = from;
            while (from < to && keys[from].Key[depth] == keys[first].Key[depth])
            {
                from++;
            }

            children.Add((codes[keys[first].Key[depth]], first, from));
        }

        children.Sort(static (a, b) => a.Code.CompareTo(b.Code));
        open.Enqueue((node, children, depth), (-children.Count, node));
    }

    /// <summary>The first base whose cells are free, sought by the cell of the child with the least code.</summary>
    private int FindBase(List<(ushort Code, int From, int To)> children)
    {
        var least = children[0].Code;
        ref var start = ref children.Count == 1 ? ref firstFree : ref firstRoomy;
        while (BitOperations.PopCount(takenCells[start]) >= (children.Count == 1 ? Word : Crowded))
        {
            start++;
        }

        for (var word = Math.Max(start, least / Word); word * Word < count; word++)
        {
            var origin = (word * Word) - least;
            if (origin < 0 || takenCells[word] == ulong.MaxValue)
            {
                continue;
            }

            var free = ~takenCells[word] & ~Bits(takenBases, origin);
            for (var i = 1; i < children.Count && free != 0; i++)
            {
                free &= ~Bits(takenCells, origin + children[i].Code);
            }

            if (free != 0)
            {
                return Use(origin + BitOperations.TrailingZeroCount(free), children);
            }
        }

        var behind = Math.Max(1, count - least);
        while ((takenBases[behind / Word] >> (behind % Word) & 1) != 0)
        {
            behind++;
        }

        return Use(behind, children);
    }

    /// <summary>64 bits from any place on.</summary>
    private static ulong Bits(ulong[] bits, int from)
    {
        var (word, shift) = (from / Word, from % Word);
        return shift == 0 ? bits[word] : (bits[word] >> shift) | (bits[word + 1] << (Word - shift));
    }

    private int Use(int origin, List<(ushort Code, int From, int To)> children)
    {
        Grow(origin + greatestCode + (2 * Word));
        takenBases[origin / Word] |= 1UL << (origin % Word);
        foreach (var (code, _, _) in children)
        {
            var cell = origin + code;
            takenCells[cell / Word] |= 1UL << (cell % Word);
            count = Math.Max(count, cell + 1);
        }

        return origin;
    }

    /// <summary>Makes room for cells, and for the bits of those that a search looks at beyond.</summary>
    private void Grow(int cells)
    {
        if (cells > nodes.Length)
        {
            var from = nodes.Length;
            Array.Resize(ref nodes, Math.Max(cells, 2 * nodes.Length));
            nodes.AsSpan(from).Fill(new TrieNode(0, TrieNode.Free, 0));
            var words = ((nodes.Length + greatestCode) / Word) + 4;
            Array.Resize(ref takenCells, words);
            Array.Resize(ref takenBases, words);
        }
    }
}
