using System.Buffers;

namespace KnowledgeGraph.Text;

/// <summary>
/// Finds all phrases of a list in one pass over a text. A filter over the first two code units passes over the places at which
/// no phrase begins; from the others a double array is walked, which for phrases as short as names is faster than following
/// failure links. Immutable and thread-safe.
/// </summary>
public sealed unsafe class PhraseAutomaton
{
    private const ulong Magic = 0x3150_4B58_454C_474B;

    /// <summary>Bits of the filter: few enough to stay in the nearest caches, enough that most are not set.</summary>
    private const int FilterBits = 19;

    private readonly SectionFile file;
    private readonly DoubleArrayTrie trie;
    private readonly ulong* filter;
    private readonly int* ids;
    private readonly int weakFrom;
    private readonly bool hasSingles;
    private readonly Comparison<PhraseMatch> preference;

    internal PhraseAutomaton(SectionFile file, int firstSection)
    {
        this.file = file;
        trie = new DoubleArrayTrie(file, firstSection, firstSection + 1);
        ids = file.Pointer<int>(firstSection + 2);
        filter = file.Pointer<ulong>(firstSection + 3);
        var options = file.Section<int>(firstSection + 4);
        (weakFrom, hasSingles) = (options[0], options[1] != 0);
        preference = Prefer;
    }

    /// <summary>Builds the automaton.</summary>
    /// <param name="phrases">Phrases with ids of at least 0; they are folded here.</param>
    /// <param name="folding">How texts will have been folded.</param>
    /// <param name="weakFrom">Phrases with this id and greater ones give way to others of their length, wherever those begin.</param>
    /// <exception cref="ArgumentException">A phrase is empty or stands twice once folded.</exception>
    public static PhraseAutomaton Build(IEnumerable<KeyValuePair<string, int>> phrases, CharacterFolding folding, int weakFrom = int.MaxValue)
    {
        using var bytes = new MemoryStream();
        SectionFile.Write(bytes, Magic, Sections(phrases, folding, weakFrom));
        return new PhraseAutomaton(SectionFile.OfBytes(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), Magic, "automaton"), 0);
    }

    /// <summary>The five sections of the compiled automaton: codes, nodes, ids by node, filter, options.</summary>
    /// <inheritdoc cref="Build"/>
    internal static Action<BinaryWriter>[] Sections(IEnumerable<KeyValuePair<string, int>> phrases, CharacterFolding folding, int weakFrom)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        ArgumentNullException.ThrowIfNull(folding);
        var folded = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (phrase, id) in phrases)
        {
            if (phrase.Length == 0 || !folded.TryAdd(folding.Fold(phrase), id))
            {
                throw new ArgumentException($"The phrase '{phrase}' is empty or stands twice.", nameof(phrases));
            }
        }

        var (codes, nodes) = DoubleArrayBuilder.Build(folded.Keys.Select(phrase => KeyValuePair.Create(phrase, (ushort)1)));
        var ids = new int[nodes.Length];
        var filter = new ulong[1 << (FilterBits - 6)];
        foreach (var (phrase, id) in folded)
        {
            ids[DoubleArrayBuilder.NodeOf(phrase, codes, nodes)] = id;
            if (phrase.Length > 1)
            {
                var bit = FilterBit(phrase[0], phrase[1]);
                filter[bit >> 6] |= 1UL << (int)(bit & 63);
            }
        }

        var options = new[] { weakFrom, folded.Keys.Any(phrase => phrase.Length == 1) ? 1 : 0 };
        return
        [
            w => Array.ForEach(codes, w.Write),
            w => Array.ForEach(nodes, node => node.Write(w)),
            w => Array.ForEach(ids, w.Write),
            w => Array.ForEach(filter, w.Write),
            w => Array.ForEach(options, w.Write),
        ];
    }

    /// <summary>The phrases in a text, in order, without overlap: of overlapping ones the longest, then the earliest.</summary>
    /// <param name="foldedText">The text, folded.</param>
    /// <param name="matches">Where they are added.</param>
    public void Match(ReadOnlySpan<char> foldedText, List<PhraseMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);

        // Matches that overlap one another stand together at the list's end until the next place that none of them reaches.
        var (first, reach) = (matches.Count, 0);
        for (var i = 0; i < foldedText.Length; i++)
        {
            if (!MayBegin(foldedText, i))
            {
                continue;
            }

            if (i >= reach)
            {
                Settle(matches, first);
                first = matches.Count;
            }

            var node = DoubleArrayTrie.Root;
            for (var k = i; k < foldedText.Length && (node = trie.Step(node, foldedText[k])) >= 0; k++)
            {
                if (trie.Nodes[node].Value > 0)
                {
                    matches.Add(new PhraseMatch(i, k + 1, ids[node]));
                    reach = Math.Max(reach, k + 1);
                }
            }
        }

        Settle(matches, first);
        GC.KeepAlive(file);
    }

    /// <summary>Every occurrence of every phrase, overlapping ones included, by start and then the longest first.</summary>
    /// <param name="foldedText">The text, folded.</param>
    /// <param name="matches">Where they are added.</param>
    public void MatchAll(ReadOnlySpan<char> foldedText, List<PhraseMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        for (var i = 0; i < foldedText.Length; i++)
        {
            if (!MayBegin(foldedText, i))
            {
                continue;
            }

            var first = matches.Count;
            var node = DoubleArrayTrie.Root;
            for (var k = i; k < foldedText.Length && (node = trie.Step(node, foldedText[k])) >= 0; k++)
            {
                if (trie.Nodes[node].Value > 0)
                {
                    matches.Add(new PhraseMatch(i, k + 1, ids[node]));
                }
            }

            matches.Reverse(first, matches.Count - first);
        }

        GC.KeepAlive(file);
    }

    /// <summary>The id of a whole phrase.</summary>
    /// <returns>Whether the phrase is one of the list.</returns>
    public bool TryGet(ReadOnlySpan<char> foldedPhrase, out int id)
    {
        var node = trie.Find(foldedPhrase);
        var found = node > 0 && trie.Nodes[node].Value > 0;
        id = found ? ids[node] : -1;
        return found;
    }

    /// <summary>A multiplicative hash of two code units; its high bits are the well-mixed ones.</summary>
    private static uint FilterBit(char first, char second) => ((((uint)first << 16) | second) * 0x9E37_79B1u) >> (32 - FilterBits);

    private bool MayBegin(ReadOnlySpan<char> text, int at)
    {
        if (hasSingles)
        {
            return true;
        }

        if (at + 1 >= text.Length)
        {
            return false;
        }

        var bit = FilterBit(text[at], text[at + 1]);
        return (filter[bit >> 6] & (1UL << (int)(bit & 63))) != 0;
    }

    /// <summary>Of a run of matches that overlap one another, keeps the longest, then the earliest, until none is left.</summary>
    private void Settle(List<PhraseMatch> matches, int first)
    {
        var count = matches.Count - first;
        if (count < 2)
        {
            return;
        }

        var cluster = ArrayPool<PhraseMatch>.Shared.Rent(count);
        matches.CopyTo(first, cluster, 0, count);
        matches.RemoveRange(first, count);
        cluster.AsSpan(0, count).Sort(preference);
        foreach (var match in cluster.AsSpan(0, count))
        {
            var at = first;
            while (at < matches.Count && matches[at].End <= match.Start)
            {
                at++;
            }

            if (at == matches.Count || matches[at].Start >= match.End)
            {
                matches.Insert(at, match);
            }
        }

        ArrayPool<PhraseMatch>.Shared.Return(cluster);
    }

    private int Prefer(PhraseMatch a, PhraseMatch b) =>
        a.End - a.Start != b.End - b.Start ? (b.End - b.Start).CompareTo(a.End - a.Start)
        : a.Id >= weakFrom != b.Id >= weakFrom ? (a.Id >= weakFrom).CompareTo(b.Id >= weakFrom)
        : a.Start.CompareTo(b.Start);
}
