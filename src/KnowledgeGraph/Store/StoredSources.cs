using KnowledgeGraph.Records;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Store;

/// <summary>Reads sources with what they gave, and finds sources by where they lie.</summary>
public static class StoredSources
{
    private const string Columns = """
        SELECT s.root, s.file, s.hash, s.status, s.reason, s.container, s.rules_hash, s.version, r.json, t.text
        FROM sources s LEFT JOIN records r ON r.root = s.root AND r.file = s.file LEFT JOIN texts t ON t.id = s.article_id
        """;

    /// <summary>All sources, in ordinal order of root and file, read one by one.</summary>
    public static IEnumerable<StoredSource> Sources(this KnowledgeStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var command = store.Connection.Prepare(Columns + " ORDER BY s.root, s.file");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return Read(reader);
        }
    }

    /// <summary>One source, or <see langword="null"/> where the store does not know it.</summary>
    public static StoredSource? Source(this KnowledgeStore store, string root, string file)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var command = store.Connection.Prepare(Columns + " WHERE s.root = $root AND s.file = $file", "$root", "$file");
        using var reader = command.Bind(root, file).ExecuteReader();
        return reader.Read() ? Read(reader) : null;
    }

    /// <summary>
    /// The sources that a name means: those in or at this path, else those that bear the name as answers show it.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="name">A path, or the name of a source.</param>
    /// <param name="path">The name as a full path.</param>
    public static IReadOnlyList<SourcePlace> Named(this KnowledgeStore store, string name, string path)
    {
        var places = store.Places().ToList();
        var lying = places.Where(place => place.Root == path || Lies(place.Path, path) || (place.Container is not null && place.Root + "/" + place.Container == path)).ToList();
        return lying.Count > 0 ? lying : [.. places.Where(place => place.File == name)];
    }

    /// <summary>The sources read from this folder, in or below it.</summary>
    public static IReadOnlyList<SourcePlace> Below(this KnowledgeStore store, string folder) =>
        [.. store.Places().Where(place => place.Root == folder || place.Root.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal))];

    private static bool Lies(string source, string path) => source.StartsWith(path, StringComparison.Ordinal)
        && (source.Length == path.Length || source[path.Length] is '/' or '#' || source.AsSpan(path.Length).StartsWith("!/"));

    private static IEnumerable<SourcePlace> Places(this KnowledgeStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var command = store.Connection.Prepare("SELECT root, file, container FROM sources ORDER BY root, file");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new SourcePlace(reader.GetString(0), reader.GetString(1), reader.Text(2));
        }
    }

    private static StoredSource Read(SqliteDataReader reader)
    {
        var source = new SourceState(reader.GetString(0), reader.GetString(1), reader.Text(2), reader.GetString(3), reader.Text(4))
        {
            Container = reader.Text(5),
            RulesHash = reader.GetString(6),
            Version = reader.GetString(7),
        };
        var record = reader.Text(8) is { } json ? RecordJson.Read(json) : null;
        return new StoredSource(source, record is null ? null : record with { Article = record.Article with { Text = reader.GetString(9) } });
    }
}

/// <summary>Where a source lies.</summary>
/// <param name="Root">The root that it was read from.</param>
/// <param name="File">Its name relative to the root.</param>
/// <param name="Container">The file that holds it, where known.</param>
public sealed record SourcePlace(string Root, string File, string? Container)
{
    /// <summary>The full path.</summary>
    public string Path => Root.TrimEnd('/') + "/" + File;
}
