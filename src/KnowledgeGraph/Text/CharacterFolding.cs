using System.Reflection;

namespace KnowledgeGraph.Text;

/// <summary>
/// Folds traditional characters to simplified ones, one UTF-16 code unit for one, so that offsets stay those of the original;
/// full-width letters and digits become ASCII. Case is kept. The table is made from OpenCC's TSCharacters (Apache-2.0), first
/// choice, pairs of one unit only.
/// </summary>
public sealed class CharacterFolding
{
    private const string Resource = "text/folding.txt";
    private static readonly Lazy<CharacterFolding> Shared = new(() => new CharacterFolding());
    private readonly char[] table = new char[char.MaxValue + 1];

    private CharacterFolding()
    {
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = (char)i;
        }

        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly holds no resource '{Resource}'; rebuild it from Text/Data.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 2)
            {
                table[line[0]] = line[1];
            }
        }

        for (var c = '\uff10'; c <= '\uff5a'; c++)
        {
            var ascii = (char)(c - 0xfee0);
            if (char.IsAsciiLetterOrDigit(ascii))
            {
                table[c] = ascii;
            }
        }
    }

    /// <summary>The table of this build. Immutable.</summary>
    public static CharacterFolding Default => Shared.Value;

    /// <summary>The folded form of one code unit.</summary>
    public char Fold(char c) => table[c];

    /// <summary>The folded form of a text, of the same length.</summary>
    public string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, (text, table), static (folded, state) =>
        {
            for (var i = 0; i < folded.Length; i++)
            {
                folded[i] = state.table[state.text[i]];
            }
        });
    }

    /// <summary>Folds into a buffer of at least the same length.</summary>
    /// <exception cref="ArgumentException">The buffer is too short.</exception>
    public void Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        if (folded.Length < text.Length)
        {
            throw new ArgumentException($"The buffer holds {folded.Length} characters; {text.Length} are needed.", nameof(folded));
        }

        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = table[text[i]];
        }
    }
}
