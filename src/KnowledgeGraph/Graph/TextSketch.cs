using System.Numerics;

namespace KnowledgeGraph.Graph;

/// <summary>
/// A text in half a kilobyte, by which near-identical texts are found without comparing all with all: its runs of five letters
/// are hashed once, and of each residue of the hashes the smallest stays (one-permutation minhash). The share of equal
/// minima estimates how much of the texts is the same.
/// </summary>
internal sealed class TextSketch
{
    private const int Run = 5;
    private const int Bins = 126;
    private const int BinsInBand = 3;
    private const int FewestBins = 42;
    private const double Same = 0.75;
    private const uint Empty = uint.MaxValue;

    private readonly uint[] minima;

    private TextSketch(uint[] minima) => this.minima = minima;

    /// <summary>Keys of which near-identical texts almost surely have one in common, and others rarely.</summary>
    public IEnumerable<(int Band, ulong Key)> Bands
    {
        get
        {
            for (var bin = 0; bin < Bins; bin += BinsInBand)
            {
                var key = 0UL;
                var filled = true;
                for (var i = bin; i < bin + BinsInBand; i++)
                {
                    filled &= minima[i] != Empty;
                    key = Mix(key ^ minima[i]);
                }

                if (filled)
                {
                    yield return (bin, key);
                }
            }
        }
    }

    /// <summary>The sketch of a text, over its letters and digits.</summary>
    public static TextSketch Of(string folded)
    {
        var minima = new uint[Bins];
        Array.Fill(minima, Empty);
        Span<char> window = stackalloc char[Run];
        var filled = 0;
        foreach (var letter in folded)
        {
            if (!char.IsLetterOrDigit(letter))
            {
                continue;
            }

            window[1..].CopyTo(window);
            window[^1] = letter;
            if (++filled < Run)
            {
                continue;
            }

            var hash = 0UL;
            foreach (var one in window)
            {
                hash = Mix((hash << 16) ^ one ^ BitOperations.RotateLeft(hash, 32));
            }

            var (bin, rest) = ((int)(hash % Bins), (uint)(hash >> 32) & ~1u);
            minima[bin] = Math.Min(minima[bin], rest);
        }

        return new TextSketch(minima);
    }

    /// <summary>Whether two texts are near-identical; texts of a few words never are.</summary>
    public bool IsNear(TextSketch other)
    {
        var (both, equal) = (0, 0);
        for (var i = 0; i < Bins; i++)
        {
            if (minima[i] != Empty || other.minima[i] != Empty)
            {
                both++;
                equal += minima[i] == other.minima[i] ? 1 : 0;
            }
        }

        return both >= FewestBins && equal >= Same * both;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
