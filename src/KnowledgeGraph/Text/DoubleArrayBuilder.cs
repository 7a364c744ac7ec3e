namespace KnowledgeGraph.Text;

/// <summary>
/// Builds a double-array trie (J. Aoe, "An Efficient Digital Search Algorithm by Using a Double-Array Structure", 1989) over
/// UTF-16 code units mapped to dense codes.
/// </summary>
internal sealed class DoubleArrayBuilder
{
    private readonly IReadOnlyList<string> keys;
    private readonly IReadOnlyList<int> values;
    private readonly ushort[] codes;
    private readonly List<int> bases = [0];
    private readonly List<int> checks = [-1];
    private readonly List<int> results = [-1];
    private int firstFree = 1;

    private DoubleArrayBuilder(IReadOnlyList<string> keys, IReadOnlyList<int> values)
    {
        this.keys = keys;
        this.values = values;
        codes = Codes(keys);
    }

    /// <summary>Builds the arrays.</summary>
    /// <param name="entries">Distinct keys with values of at least 0, in any order.</param>
    public static (ushort[] Codes, int[] Bases, int[] Checks, int[] Values) Build(IEnumerable<KeyValuePair<string, int>> entries)
    {
        var sorted = entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        var builder = new DoubleArrayBuilder([.. sorted.Select(entry => entry.Key)], [.. sorted.Select(entry => entry.Value)]);
        builder.Insert();
        return (builder.codes, [.. builder.bases], [.. builder.checks], [.. builder.results]);
    }

    /// <summary>Frequent code units get small codes, which keeps the arrays dense.</summary>
    private static ushort[] Codes(IReadOnlyList<string> keys)
    {
        var counts = new int[char.MaxValue + 1];
        foreach (var key in keys)
        {
            foreach (var c in key)
            {
                counts[c]++;
            }
        }

        var codes = new ushort[char.MaxValue + 1];
        ushort next = 1;
        foreach (var c in Enumerable.Range(0, counts.Length).Where(c => counts[c] > 0).OrderByDescending(c => counts[c]).ThenBy(c => c))
        {
            codes[c] = next++;
        }

        return codes;
    }

    private void Insert()
    {
        var open = new Queue<(int Node, int From, int To, int Depth)>();
        open.Enqueue((0, 0, keys.Count, 0));
        var children = new List<(ushort Code, int From, int To)>();
        while (open.TryDequeue(out var range))
        {
            var (node, from, to, depth) = range;
            if (from < to && keys[from].Length == depth)
            {
                results[node] = values[from++];
            }

            if (from == to)
            {
                continue;
            }

            children.Clear();
            for (var i = from; i < to;)
            {
                var start = i;
                while (i < to && keys[i][depth] == keys[start][depth])
                {
                    i++;
                }

                children.Add((codes[keys[start][depth]], start, i));
            }

            bases[node] = FindBase(children);
            foreach (var (code, start, end) in children)
            {
                var child = bases[node] + code;
                checks[child] = node;
                open.Enqueue((child, start, end, depth + 1));
            }
        }
    }

    private int FindBase(List<(ushort Code, int From, int To)> children)
    {
        var least = children.Min(child => child.Code);
        var greatest = children.Max(child => child.Code);
        while (firstFree < checks.Count && checks[firstFree] >= 0)
        {
            firstFree++;
        }

        for (var place = Math.Max(firstFree, least + 1); ; place++)
        {
            var candidate = place - least;
            Grow(candidate + greatest + 1);
            if (checks[place] >= 0)
            {
                continue;
            }

            var fits = true;
            foreach (var (code, _, _) in children)
            {
                if (checks[candidate + code] >= 0)
                {
                    fits = false;
                    break;
                }
            }

            if (fits)
            {
                return candidate;
            }
        }
    }

    private void Grow(int size)
    {
        while (checks.Count < size)
        {
            bases.Add(0);
            checks.Add(-1);
            results.Add(-1);
        }
    }
}
