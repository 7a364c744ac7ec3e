using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using KnowledgeGraph.Query.Naming;
using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KnowledgeGraph.Query;

/// <summary>An article that names what was asked for.</summary>
/// <param name="Source">The article, with the words that name it; where no sentence names all, those of each in turn.</param>
/// <param name="Together">Whether one sentence names all.</param>
public sealed record Mention(ContactSource Source, bool Together);

/// <summary>Searches the texts of the store for names, whatever was read of them: nothing that stands there can be missed.</summary>
public sealed class MentionSearch
{
    private const int ShortestForm = 2;
    private static readonly SearchValues<char> Stops = SearchValues.Create("\u3002\uff01\uff1f!?\n");
    private readonly SqliteConnection connection;
    private readonly QueryVocabulary vocabulary;
    private readonly Dictionary<string, SearchValues<string>> found = new(StringComparer.Ordinal);

    /// <summary>A search in a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="vocabulary">The forms of names; those of this build where none are given.</param>
    public MentionSearch(KnowledgeStore store, QueryVocabulary? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        connection = store.Connection;
        this.vocabulary = vocabulary ?? QueryVocabulary.Default;
    }

    /// <summary>How many articles name each of these, and how many all of them.</summary>
    public (ImmutableArray<int> Each, int All) Count(IReadOnlyList<Resolution> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var (each, all) = (new int[names.Count], 0);
        var sought = names.Select(Encoded).ToArray();
        using var command = connection.Prepare("SELECT text FROM texts");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var named = 0;
            for (var i = 0; i < sought.Length; i++)
            {
                if (Stands(reader, sought[i]))
                {
                    each[i]++;
                    named++;
                }
            }

            all += named == sought.Length ? 1 : 0;
        }

        return ([.. each], all);
    }

    /// <summary>The articles that name all of these, in order of publication.</summary>
    public IEnumerable<Mention> Find(IReadOnlyList<Resolution> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        using var command = connection.Prepare(
            """
            SELECT a.text, a.id, a.title, s.publisher, s.published, s.url, a.root, a.file FROM texts a JOIN sources s ON s.root = a.root AND s.file = a.file
            ORDER BY s.published IS NULL, s.published, a.id
            """);
        var sought = names.Select(Encoded).ToArray();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (Array.TrueForAll(sought, forms => Stands(reader, forms)))
            {
                yield return Of(reader, reader.GetString(0), names);
            }
        }
    }

    /// <summary>Whether one of these forms stands in the text that is column 0.</summary>
    private static bool Stands(SqliteDataReader reader, byte[][] forms)
    {
        // The bytes where SQLite has them: making strings of a whole archive takes longer than searching it.
        var text = raw.sqlite3_column_blob(reader.Handle!, 0);
        foreach (var form in forms)
        {
            if (text.IndexOf(form) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private Mention Of(SqliteDataReader reader, string text, IReadOnlyList<Resolution> names)
    {
        var first = new Span(0, 0);
        for (var at = 0; at < text.Length;)
        {
            var sentence = SentenceAt(text, at);
            if (names.All(name => Names(sentence, name)))
            {
                return new Mention(Source(reader, text, sentence, sentence.Of(text)), true);
            }

            if (first.Length == 0 && Names(sentence, names[0]))
            {
                first = sentence;
            }

            at = sentence.End;
        }

        var apart = names.Select(name => SentenceAt(text, text.AsSpan().IndexOfAny(Forms(name)))).Distinct().OrderBy(sentence => sentence.Start);
        return new Mention(Source(reader, text, first, string.Join(" \u2026 ", apart.Select(sentence => sentence.Of(text).Trim()))), false);

        bool Names(Span sentence, Resolution name) => text.AsSpan(sentence.Start, sentence.Length).IndexOfAny(Forms(name)) >= 0;
    }

    private static ContactSource Source(SqliteDataReader reader, string text, Span sentence, string words)
    {
        var lead = text.AsSpan(sentence.Start).Length - text.AsSpan(sentence.Start).TrimStart().Length;
        return new ContactSource(
            reader.GetString(1), reader.GetString(2), reader.Text(3), reader.Text(4), reader.Text(5), reader.Text(6), reader.Text(7), words.Trim(), null, sentence.Start + lead);
    }

    /// <summary>The sentence around a place: up to a full stop, a question or exclamation mark with what closes it, or a line's end.</summary>
    private static Span SentenceAt(string text, int at)
    {
        var start = at == 0 ? 0 : text.AsSpan(0, at).LastIndexOfAny(Stops) + 1;
        var stop = text.AsSpan(at).IndexOfAny(Stops);
        var end = stop < 0 ? text.Length : at + stop + 1;
        while (end < text.Length && text[end] is '\u201d' or '\u2019' or '\u300d' or '\u300f' or '\uff09' or '\u300b')
        {
            end++;
        }

        return new Span(Math.Min(start, at), end);
    }

    /// <summary>What to look for in a text.</summary>
    private SearchValues<string> Forms(Resolution name)
    {
        if (!found.TryGetValue(name.Text, out var forms))
        {
            found.Add(name.Text, forms = SearchValues.Create([.. Written(name)], StringComparison.Ordinal));
        }

        return forms;
    }

    /// <summary>What to look for in the bytes of a text; a form that holds another one is found with that.</summary>
    private byte[][] Encoded(Resolution name)
    {
        var forms = Written(name);
        return [.. forms.Where(form => !forms.Any(other => other.Length < form.Length && form.Contains(other, StringComparison.Ordinal))).Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>All forms under which texts may name something, in both scripts.</summary>
    private HashSet<string> Written(Resolution name)
    {
        var key = vocabulary.Key(name.Text);
        var words = new SortedSet<string>(StringComparer.Ordinal) { name.Text.Trim() };
        foreach (var form in vocabulary.Find(key).Where(form => (form.Kind & (FormKinds.Person | FormKinds.State | FormKinds.Organization | FormKinds.Title)) != 0))
        {
            words.UnionWith(vocabulary.FormsOf(form with { Kind = form.Kind & ~FormKinds.Part }).Where(written => !char.IsAscii(written[0])));
        }

        foreach (var node in name.Found?.Nodes ?? [])
        {
            words.UnionWith(NamesOf(node).Where(written => written.Length >= ShortestForm));
        }

        return words.SelectMany(vocabulary.Written).ToHashSet(StringComparer.Ordinal);
    }

    private IEnumerable<string> NamesOf(string node)
    {
        using var command = connection.Prepare(
            "SELECT name FROM nodes WHERE id = $id UNION SELECT j.value FROM nodes n, json_each(n.properties, '$.aliases') j WHERE n.id = $id AND n.label = 'Person'", "$id");
        using var reader = command.Bind(node).ExecuteReader();
        while (reader.Read())
        {
            yield return reader.GetString(0);
        }
    }
}
