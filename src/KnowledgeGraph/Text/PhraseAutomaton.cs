namespace KnowledgeGraph.Text;

/// <summary>
/// Finds all phrases of a list in one pass over a text: a double-array trie walked from each position, which for phrases as
/// short as names is faster than following failure links. Immutable and thread-safe.
/// </summary>
public sealed class PhraseAutomaton
{
    private readonly ushort[] codes;
    private readonly int[] bases;
    private readonly int[] checks;
    private readonly int[] values;
    private readonly Comparison<PhraseMatch> preference;

    private PhraseAutomaton((ushort[] Codes, int[] Bases, int[] Checks, int[] Values) arrays, int weakFrom)
    {
        (codes, bases, checks, values) = arrays;
        preference = (a, b) => a.End - a.Start != b.End - b.Start ? (b.End - b.Start).CompareTo(a.End - a.Start)
            : a.Id >= weakFrom != b.Id >= weakFrom ? (a.Id >= weakFrom).CompareTo(b.Id >= weakFrom)
            : a.Start.CompareTo(b.Start);
    }

    /// <summary>Builds the automaton.</summary>
    /// <param name="phrases">Phrases with ids of at least 0; they are folded here.</param>
    /// <param name="folding">How texts will have been folded.</param>
    /// <param name="weakFrom">Phrases with this id and greater ones give way to others of their length, wherever those begin.</param>
    /// <exception cref="ArgumentException">A phrase is empty or stands twice once folded.</exception>
    public static PhraseAutomaton Build(IEnumerable<KeyValuePair<string, int>> phrases, CharacterFolding folding, int weakFrom = int.MaxValue)
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

        return new PhraseAutomaton(DoubleArrayBuilder.Build(folded), weakFrom);
    }

    /// <summary>The phrases in a text, in order, without overlap: of overlapping ones the longest, then the earliest.</summary>
    /// <param name="foldedText">The text, folded.</param>
    /// <param name="matches">Where they are added.</param>
    public void Match(ReadOnlySpan<char> foldedText, List<PhraseMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        var cluster = new List<PhraseMatch>();
        var clusterEnd = 0;
        for (var i = 0; i < foldedText.Length; i++)
        {
            if (i >= clusterEnd && cluster.Count > 0)
            {
                Settle(cluster, matches);
            }

            var node = 0;
            for (var k = i; k < foldedText.Length && (node = Next(node, foldedText[k])) > 0; k++)
            {
                if (values[node] >= 0)
                {
                    cluster.Add(new PhraseMatch(i, k + 1, values[node]));
                    clusterEnd = Math.Max(clusterEnd, k + 1);
                }
            }
        }

        Settle(cluster, matches);
    }

    /// <summary>Every occurrence of every phrase, overlapping ones included, by start and then the longest first.</summary>
    /// <param name="foldedText">The text, folded.</param>
    /// <param name="matches">Where they are added.</param>
    public void MatchAll(ReadOnlySpan<char> foldedText, List<PhraseMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        for (var i = 0; i < foldedText.Length; i++)
        {
            var first = matches.Count;
            var node = 0;
            for (var k = i; k < foldedText.Length && (node = Next(node, foldedText[k])) > 0; k++)
            {
                if (values[node] >= 0)
                {
                    matches.Add(new PhraseMatch(i, k + 1, values[node]));
                }
            }

            matches.Reverse(first, matches.Count - first);
        }
    }

    /// <summary>The id of a whole phrase.</summary>
    /// <returns>Whether the phrase is one of the list.</returns>
    public bool TryGet(ReadOnlySpan<char> foldedPhrase, out int id)
    {
        var node = 0;
        foreach (var c in foldedPhrase)
        {
            node = Next(node, c);
            if (node <= 0)
            {
                id = -1;
                return false;
            }
        }

        id = values[node];
        return id >= 0;
    }

    private int Next(int node, char c)
    {
        var code = codes[c];
        if (code == 0)
        {
            return -1;
        }

        var child = bases[node] + code;
        return child < checks.Length && checks[child] == node ? child : -1;
    }

    /// <summary>Of a run of matches that overlap one another, keeps the longest, then the earliest, until none is left.</summary>
    private void Settle(List<PhraseMatch> cluster, List<PhraseMatch> matches)
    {
        if (cluster.Count > 1)
        {
            cluster.Sort(preference);
        }

        var first = matches.Count;
        foreach (var match in cluster)
        {
            var free = true;
            for (var i = first; i < matches.Count && free; i++)
            {
                free = match.End <= matches[i].Start || matches[i].End <= match.Start;
            }

            if (free)
            {
                matches.Add(match);
            }
        }

        matches.Sort(first, matches.Count - first, Comparer<PhraseMatch>.Create(static (a, b) => a.Start.CompareTo(b.Start)));
        cluster.Clear();
    }
}
