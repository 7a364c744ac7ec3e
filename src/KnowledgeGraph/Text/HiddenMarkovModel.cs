namespace KnowledgeGraph.Text;

/// <summary>
/// The model that cuts runs of single characters into words no dictionary has: four states (begin, end, middle, single) and
/// the Viterbi path through them, as jieba's finalseg has it. Immutable and thread-safe.
/// </summary>
public sealed class HiddenMarkovModel
{
    /// <summary>The states in the order of their letters, which settles ties as jieba does.</summary>
    internal const string States = "BEMS";

    /// <summary>Log probability of what never happens.</summary>
    internal const double Impossible = -3.14e100;

    private const int Begin = 0;
    private const int End = 1;
    private const int Middle = 2;
    private const int Single = 3;
    private static readonly Lazy<HiddenMarkovModel> Shared = new(() => new HiddenMarkovModel(LexiconData.Default));
    private readonly double[] emissions = new double[4 * (char.MaxValue + 1)];
    private readonly double[] start = new double[4];
    private readonly double[] transitions = new double[16];

    private HiddenMarkovModel(LexiconData data)
    {
        Array.Fill(emissions, Impossible);
        var characters = data.EmissionCharacters;
        for (var i = 0; i < characters.Length; i++)
        {
            emissions[(4 * characters[i]) + data.EmissionStates[i]] = data.Emissions[i];
        }

        data.Transitions[..4].CopyTo(start);
        data.Transitions[4..].CopyTo(transitions);
    }

    /// <summary>jieba's model; read when first used.</summary>
    public static HiddenMarkovModel Default => Shared.Value;

    /// <summary>Cuts a run of Han characters; the ends of the words are added in order.</summary>
    internal void Cut(ReadOnlySpan<char> run, int offset, List<Token> tokens)
    {
        var length = run.Length;
        var back = length <= 256 ? stackalloc byte[4 * length] : new byte[4 * length];
        Span<double> now = stackalloc double[4];
        Span<double> next = stackalloc double[4];
        for (var s = 0; s < 4; s++)
        {
            now[s] = start[s] + emissions[(4 * run[0]) + s];
        }

        for (var i = 1; i < length; i++)
        {
            Step(now, next, back.Slice(4 * i, 4), run[i]);
            next.CopyTo(now);
        }

        var state = now[Single] >= now[End] ? Single : End;
        var ends = length <= 256 ? stackalloc byte[length] : new byte[length];
        for (var i = length - 1; i >= 0; i--)
        {
            ends[i] = (byte)(state is End or Single ? 1 : 0);
            state = back[(4 * i) + state];
        }

        var from = 0;
        for (var i = 0; i < length; i++)
        {
            if (ends[i] != 0 || i == length - 1)
            {
                tokens.Add(new Token(offset + from, offset + i + 1));
                from = i + 1;
            }
        }
    }

    /// <summary>One step; of equal paths the one from the later letter wins, as with Python's max over tuples.</summary>
    private void Step(ReadOnlySpan<double> now, Span<double> next, Span<byte> back, char c)
    {
        Choose(now, next, back, c, Begin, End, Single);
        Choose(now, next, back, c, End, Begin, Middle);
        Choose(now, next, back, c, Middle, Begin, Middle);
        Choose(now, next, back, c, Single, End, Single);
    }

    private void Choose(ReadOnlySpan<double> now, Span<double> next, Span<byte> back, char c, int state, int first, int second)
    {
        var emission = emissions[(4 * c) + state];
        var a = now[first] + transitions[(4 * first) + state] + emission;
        var b = now[second] + transitions[(4 * second) + state] + emission;
        next[state] = b >= a ? b : a;
        back[state] = (byte)(b >= a ? second : first);
    }
}
