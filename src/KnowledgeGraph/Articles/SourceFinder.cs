namespace KnowledgeGraph.Articles;

/// <summary>
/// Finds the articles of inputs without reading them: inputs in the order given, a folder's files in ordinal order of their
/// relative path, an archive's entries and a table's rows in their own order. One source stands in memory at a time.
/// </summary>
internal sealed class SourceFinder(ReadOptions options)
{
    private const int MaxFolderDepth = 128;

    private readonly SourceContents contents = new(options);

    public IEnumerable<ArticleSource> Find(string input)
    {
        if (input == "-")
        {
            return options.StandardInput is { } stream
                ? Guard("-", "-", () => contents.Lines(stream, "-", "-"))
                : [ArticleSource.Failed("-", "-", "There is no standard input to read.")];
        }

        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(input));
        if (Directory.Exists(path))
        {
            return InFolder(path);
        }

        var root = Path.GetDirectoryName(path) ?? path;
        var name = Path.GetFileName(path);
        return File.Exists(path)
            ? InFile(path, root, name, named: true)
            : [ArticleSource.Failed(root, name, $"There is no file or folder {input}.").In(name)];
    }

    private IEnumerable<ArticleSource> InFolder(string root)
    {
        // Real paths of the folders entered: a link that leads back to one of them is not followed again.
        var entered = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<IEnumerator<(string Path, bool IsFolder)>>();
        string? denied = Enter(root);
        if (denied is not null)
        {
            yield return ArticleSource.Failed(root, ".", denied);
        }

        while (open.TryPeek(out var entries))
        {
            if (!entries.MoveNext())
            {
                open.Pop().Dispose();
                continue;
            }

            var (path, isFolder) = entries.Current;
            var name = Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
            if (!isFolder)
            {
                foreach (var source in InFile(path, root, name, named: false))
                {
                    yield return source;
                }
            }
            else if (Enter(path) is { } reason)
            {
                yield return ArticleSource.Failed(root, name, reason);
            }
        }

        string? Enter(string folder)
        {
            try
            {
                if (open.Count >= MaxFolderDepth)
                {
                    return FormattableString.Invariant($"Folders are nested deeper than {MaxFolderDepth}.");
                }

                if (entered.Add(RealPath(folder)))
                {
                    open.Push(Entries(folder).GetEnumerator());
                }

                return null;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return "The folder does not open: " + error.Message;
            }
        }
    }

    /// <summary>A folder's visible entries such that walking them gives relative paths in ordinal order.</summary>
    private static List<(string Path, bool IsFolder)> Entries(string folder)
    {
        var entries = new List<(string Path, bool IsFolder, string Key)>();
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            var isFolder = Directory.Exists(entry.FullName);
            if (!isFolder || !entry.Name.StartsWith('.'))
            {
                // "a.md" stands before "a/b.md": a folder sorts as its name with the separator.
                entries.Add((entry.FullName, isFolder, isFolder ? entry.Name + "/" : entry.Name));
            }
        }

        entries.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        return entries.ConvertAll(entry => (entry.Path, entry.IsFolder));
    }

    private static string RealPath(string folder)
    {
        var target = new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder;
        return Path.TrimEndingDirectorySeparator(target);
    }

    private IEnumerable<ArticleSource> InFile(string path, string root, string name, bool named)
    {
        var fileName = Path.GetFileName(path);
        if (FileKind.WhyNone(fileName) is { } reason)
        {
            return [ArticleSource.NotAnArticle(root, name, reason)];
        }

        var kind = FileKind.Of(fileName);
        if (kind.Format == SourceFormat.Other)
        {
            return [ArticleSource.NotAnArticle(root, name, $"a file of another kind: expected {FileKind.Readable}")];
        }

        if (kind.Format == SourceFormat.Csv && !named)
        {
            return [ArticleSource.NotAnArticle(root, name, "a CSV file is read only where it is named itself")];
        }

        return Guard(root, name, () => contents.OfFile(path, root, name, kind)).Select(source => source.In(name));
    }

    /// <summary>Passes sources on; an error ends them with one that says so.</summary>
    internal static IEnumerable<ArticleSource> Guard(string root, string name, Func<IEnumerable<ArticleSource>> read)
    {
        using var sources = read().GetEnumerator();
        while (true)
        {
            ArticleSource? source;
            string? failure = null;
            try
            {
                source = sources.MoveNext() ? sources.Current : null;
            }
            catch (Exception error) when (error is not (OutOfMemoryException or OperationCanceledException))
            {
                source = null;
                failure = error.Message;
            }

            if (source is not null)
            {
                yield return source;
                continue;
            }

            if (failure is not null)
            {
                yield return ArticleSource.Failed(root, name, failure);
            }

            yield break;
        }
    }
}
