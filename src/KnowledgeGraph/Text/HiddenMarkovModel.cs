namespace KnowledgeGraph.Text;

/// <summary>
/// The model that cuts runs of single characters into words no dictionary has: four states (begin, end, middle, single) and
/// the Viterbi path through them, as jieba's finalseg has it. Immutable and thread-safe.
/// </summary>
internal sealed unsafe class HiddenMarkovModel
{
    /// <summary>The states in the order of their letters, which settles ties as jieba does.</summary>
    public const string States = "BEMS";

    /// <summary>Log probability of what never happens.</summary>
    public const double Impossible = -3.14e100;

    private const int Begin = 0;
    private const int End = 1;
    private const int Middle = 2;
    private const int Single = 3;
    private static readonly Lazy<HiddenMarkovModel> Shared = new(() => new HiddenMarkovModel(LexiconData.Default));
    private readonly LexiconData data;
    private readonly double[] start = new double[4];
    private readonly double[] transitions = new double[16];

    private HiddenMarkovModel(LexiconData data)
    {
        this.data = data;
        data.Transitions[..4].CopyTo(start);
        data.Transitions[4..].CopyTo(transitions);
    }

    /// <summary>jieba's model; read when first used.</summary>
    public static HiddenMarkovModel Default => Shared.Value;

    /// <summary>Cuts a run of Han characters; the ends of the words are added in order.</summary>
    public void Cut(ReadOnlySpan<char> run, int offset, List<Token> tokens)
    {
        var length = run.Length;
        var back = length <= 256 ? stackalloc byte[4 * length] : new byte[4 * length];
        Span<double> now = stackalloc double[4];
        Span<double> next = stackalloc double[4];
        for (var s = 0; s < 4; s++)
        {
            now[s] = start[s] + Emissions(run[0])[s];
        }

        for (var i = 1; i < length; i++)
        {
            Step(now, next, back.Slice(4 * i, 4), Emissions(run[i]));
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
    private void Step(ReadOnlySpan<double> now, Span<double> next, Span<byte> back, double* emissions)
    {
        Choose(now, next, back, emissions[Begin], Begin, End, Single);
        Choose(now, next, back, emissions[End], End, Begin, Middle);
        Choose(now, next, back, emissions[Middle], Middle, Begin, Middle);
        Choose(now, next, back, emissions[Single], Single, End, Single);
    }

    private void Choose(ReadOnlySpan<double> now, Span<double> next, Span<byte> back, double emission, int state, int first, int second)
    {
        var a = now[first] + transitions[(4 * first) + state] + emission;
        var b = now[second] + transitions[(4 * second) + state] + emission;
        next[state] = b >= a ? b : a;
        back[state] = (byte)(b >= a ? second : first);
    }

    private double* Emissions(char c) => data.Emissions + (4 * (c - LexiconData.FirstHan));
}
