using System.Collections.Immutable;
using System.Text;

namespace KnowledgeGraph;

/// <summary>What a form of words names.</summary>
[Flags]
public enum FormKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A state or territory.</summary>
    State = 1,

    /// <summary>A person.</summary>
    Person = 2,

    /// <summary>An organisation.</summary>
    Organization = 4,

    /// <summary>The title of an office, without its state.</summary>
    Title = 8,

    /// <summary>A place below the state.</summary>
    Place = 16,

    /// <summary>A word of questions.</summary>
    Word = 32,

    /// <summary>Only a part of the name (a surname in English).</summary>
    Part = 64,

    /// <summary>A time counted from the day of asking (去年, last month).</summary>
    Time = 128,
}

/// <summary>What a form of words names.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name that stands for it everywhere; of a word its class, of a time its unit.</param>
/// <param name="English">Its English name, where known; of a word what it adds to a command, of a time how many units ago.</param>
/// <param name="Country">The state that a person stands for, where known.</param>
public sealed record NameForm(FormKinds Kind, string Name, string? English, string? Country)
{
    /// <summary>Whether it names the whole, not a part.</summary>
    public bool Is(FormKinds kind) => (Kind & kind) != 0 && (Kind & FormKinds.Part) == 0;
}

/// <summary>A form of question.</summary>
/// <param name="Name">Its name in the rules.</param>
/// <param name="Pattern">What stands in it, in order.</param>
/// <param name="Gives">The command that answers it, with places for what was named.</param>
/// <param name="Takes">What may stand anywhere in it.</param>
public sealed record QuestionForm(string Name, string Pattern, string Gives, string Takes);

/// <summary>
/// All forms of names that the rules know, and the forms of questions, compiled when the product was built: a query looks names
/// up where they lie and loads neither rules nor dictionary. Immutable and thread-safe.
/// </summary>
public sealed class QueryVocabulary
{
    /// <summary>First bytes of the compiled file; the last digit is the version of the format.</summary>
    internal const ulong Magic = 0x3151_5259_5247_4B00;

    private static readonly Lazy<QueryVocabulary> Shared = new(() => new QueryVocabulary(SectionFile.OfResource("compiled/rules.queries", Magic)));
    private readonly SectionFile file;

    internal QueryVocabulary(SectionFile file) => this.file = file;

    /// <summary>The vocabulary of this build.</summary>
    public static QueryVocabulary Default => Shared.Value;

    /// <summary>The forms of questions, in the order in which they count.</summary>
    internal IEnumerable<QuestionForm> Questions => Tuples(5, 4).Select(cells => new QuestionForm(cells[0], cells[1], cells[2], cells[3]));

    /// <summary>The notations of time in questions, longest first.</summary>
    internal IEnumerable<string> Times => Tuples(6, 1).Select(cells => cells[0]);

    /// <summary>
    /// The form in which names are compared: simplified characters, small letters, one kind of dot between the parts of a name.
    /// </summary>
    public string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.AsSpan().Trim();
        var folded = new StringBuilder(trimmed.Length);
        for (var i = 0; i < trimmed.Length; i++)
        {
            var plain = char.ToLowerInvariant(Fold(trimmed[i]));
            folded.Append(plain switch
            {
                '\u2027' or '\u2022' or '\u30fb' or '\uff0e' or '\u2219' or '\u22c5' => '\u00b7',
                '\u2019' => '\'',
                // Kim Jong-un, Kim Jong Un.
                '-' when i > 0 && i + 1 < trimmed.Length && char.IsAsciiLetter(trimmed[i - 1]) && char.IsAsciiLetter(trimmed[i + 1]) => ' ',
                _ when char.IsWhiteSpace(plain) => ' ',
                _ => plain,
            });
        }

        return folded.ToString();
    }

    /// <summary>What a form of words names; empty where the rules do not know it.</summary>
    /// <param name="key">The words, as <see cref="Key"/> gives them.</param>
    public ImmutableArray<NameForm> Find(ReadOnlySpan<char> key)
    {
        Span<byte> buffer = stackalloc byte[256];
        if (key.Length > buffer.Length / 3)
        {
            return [];
        }

        var sought = (ReadOnlySpan<byte>)buffer[..Encoding.UTF8.GetBytes(key, buffer)];
        var forms = file.Section<Form>(4);
        var (low, high) = (0, forms.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Bytes(forms[middle].Key).SequenceCompareTo(sought) < 0 ? (middle + 1, high) : (low, middle);
        }

        var found = ImmutableArray.CreateBuilder<NameForm>(0);
        for (; low < forms.Length && Bytes(forms[low].Key).SequenceEqual(sought); low++)
        {
            var form = forms[low];
            found.Add(new NameForm((FormKinds)form.Kind, Text(form.Name)!, Text(form.English), Text(form.Country)));
        }

        return found.DrainToImmutable();
    }

    /// <summary>The English name of something, or <see langword="null"/> where the rules know none, or several.</summary>
    public string? English(string name, FormKinds kinds)
    {
        string? found = null;
        foreach (var form in Find(Key(name)))
        {
            if (form.Is(kinds) && form.English is { } english)
            {
                if (found is not null && found != english)
                {
                    return null;
                }

                found = english;
            }
        }

        return found;
    }

    /// <summary>The keys of all forms of what has a name: in both scripts and in English.</summary>
    internal IEnumerable<string> FormsOf(NameForm named)
    {
        var count = file.Section<Form>(4).Length;
        for (var i = 0; i < count; i++)
        {
            var form = file.Section<Form>(4)[i];
            if (form.Kind == (int)named.Kind && Bytes(form.Name).SequenceEqual(Encoding.UTF8.GetBytes(named.Name)))
            {
                yield return Text(form.Key)!;
            }
        }
    }

    /// <summary>The keys of all names and parts of names of some kinds, with what they name.</summary>
    internal IEnumerable<(string Key, string Name)> All(FormKinds kinds)
    {
        var count = file.Section<Form>(4).Length;
        for (var i = 0; i < count; i++)
        {
            var form = file.Section<Form>(4)[i];
            if (((FormKinds)form.Kind & kinds) != 0)
            {
                yield return (Text(form.Key)!, Text(form.Name)!);
            }
        }
    }

    /// <summary>A form of words in every way in which traditional characters may write it, within bounds.</summary>
    internal IEnumerable<string> Written(string form)
    {
        const int Most = 64;
        var written = new List<string> { "" };
        foreach (var c in form)
        {
            var choices = Unfold(c);
            written = choices.Count == 1 || written.Count * choices.Count > Most
                ? [.. written.Select(prefix => prefix + c)]
                : [.. written.SelectMany(prefix => choices.Select(choice => prefix + choice))];
        }

        return written;
    }

    private List<char> Unfold(char c)
    {
        var choices = new List<char> { c };
        var from = file.Section<char>(0);
        var to = file.Section<char>(1);
        for (var i = 0; i < from.Length; i++)
        {
            if (to[i] == c)
            {
                choices.Add(from[i]);
            }
        }

        return choices;
    }

    private char Fold(char c)
    {
        if (c is >= '\uff10' and <= '\uff5a' && char.IsAsciiLetterOrDigit((char)(c - 0xfee0)))
        {
            return (char)(c - 0xfee0);
        }

        var at = c < '\u3400' ? -1 : file.Section<char>(0).BinarySearch(c);
        return at < 0 ? c : file.Section<char>(1)[at];
    }

    private IEnumerable<string[]> Tuples(int section, int width)
    {
        var count = file.Section<int>(section).Length / width;
        for (var i = 0; i < count; i++)
        {
            var cells = new string[width];
            for (var c = 0; c < width; c++)
            {
                cells[c] = Text(file.Section<int>(section)[(i * width) + c]) ?? "";
            }

            yield return cells;
        }
    }

    private string? Text(int index) => index < 0 ? null : Encoding.UTF8.GetString(Bytes(index));

    private ReadOnlySpan<byte> Bytes(int index)
    {
        var offsets = file.Section<int>(2);
        return file.Section<byte>(3)[offsets[index]..offsets[index + 1]];
    }

    /// <summary>One form: indices of its key, name, English and country, and its kind.</summary>
    internal readonly record struct Form(int Key, int Name, int English, int Country, int Kind);
}
