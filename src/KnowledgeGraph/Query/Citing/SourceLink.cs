using KnowledgeGraph.Articles;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Query.Citing;

/// <summary>Where the words of a source can be read: a link that leads to them, or a file and line.</summary>
public static class SourceLink
{
    private const int LongestFragment = 40;
    private const int EndOfFragment = 12;
    private const int LongestFile = 16 * 1024 * 1024;
    private const int Recognisable = 16;

    /// <summary>The address with a text fragment, at which a browser shows the sentence; <see langword="null"/> without an address.</summary>
    public static string? WithFragment(ContactSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Url is not { } url)
        {
            return null;
        }

        var sentence = source.Sentence.Trim();
        if (sentence.Length == 0)
        {
            return url;
        }

        // Of a long sentence its beginning and end are enough, and survive markup between them.
        var fragment = sentence.Length <= LongestFragment
            ? Encode(sentence)
            : Encode(Cut(sentence[..EndOfFragment])) + "," + Encode(CutStart(sentence[^EndOfFragment..]));
        return url + (url.Contains('#', StringComparison.Ordinal) ? "" : "#") + ":~:text=" + fragment;
    }

    /// <summary>
    /// The file with the line on which the sentence begins, <c>posts/a.md:14</c>; of an archive or a table, which have no such
    /// lines, the source's name with the paragraph of the text, <c>news.jsonl#7, paragraph 3</c>.
    /// </summary>
    public static string InFile(KnowledgeStore store, ContactSource source)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(source);
        var name = source.File ?? source.ArticleId;
        if (source.Root is { } root && source.File is { } file && LineOf(Path.Combine(root, file), source.Sentence) is { } line)
        {
            return FormattableString.Invariant($"{name}:{line}");
        }

        using var command = store.Connection.Prepare("SELECT text FROM texts WHERE id = $id", "$id");
        return command.Bind(source.ArticleId).ExecuteScalar() is string text && source.Start <= text.Length
            ? FormattableString.Invariant($"{name}, paragraph {text.AsSpan(0, source.Start).Count('\n')}")
            : name;
    }

    private static int? LineOf(string path, string sentence)
    {
        var sought = sentence.Trim();
        sought = sought.Length > Recognisable ? Cut(sought[..Recognisable]) : sought;
        try
        {
            if (sought.Length == 0 || new FileInfo(path) is not { Exists: true, Length: < LongestFile })
            {
                return null;
            }

            var text = TextDecoding.Decode(File.ReadAllBytes(path));
            return text.IndexOf(sought, StringComparison.Ordinal) is >= 0 and var at ? text.AsSpan(0, at).Count('\n') + 1 : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // The archive has moved or may not be read: the answer stands, its line is not known.
            return null;
        }
    }

    /// <summary>Percent-encoding of what a text fragment gives a meaning of its own too.</summary>
    private static string Encode(string text) => Uri.EscapeDataString(text).Replace("-", "%2D", StringComparison.Ordinal);

    private static string Cut(string text) => char.IsHighSurrogate(text[^1]) ? text[..^1] : text;

    private static string CutStart(string text) => char.IsLowSurrogate(text[0]) ? text[1..] : text;
}
