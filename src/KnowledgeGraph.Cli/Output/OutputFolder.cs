using KnowledgeGraph.Export;

namespace KnowledgeGraph.Cli.Output;

/// <summary>A folder of files that appear together once all are whole; a failure leaves what was there before.</summary>
internal sealed class OutputFolder : IExportFiles, IDisposable
{
    private readonly string path;
    private readonly bool existed;
    private readonly Dictionary<string, OutputFile> files = new(StringComparer.Ordinal);
    private bool committed;

    /// <summary>A folder to write in, made where it is missing.</summary>
    /// <exception cref="IOException">The path is that of a file, or the folder cannot be made.</exception>
    public OutputFolder(string path)
    {
        if (File.Exists(path))
        {
            throw new IOException($"{path} is a file: expected the name of a folder to write in.");
        }

        this.path = Path.GetFullPath(path);
        existed = Directory.Exists(this.path);
    }

    /// <summary>The names of the files, in ordinal order.</summary>
    public IEnumerable<string> Names => files.Keys.Order(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Stream Create(string name)
    {
        var file = OutputFile.Create(Path.Combine(path, name));
        files.Add(name, file);
        return file.Stream;
    }

    /// <summary>All files are whole: puts them in their places.</summary>
    /// <param name="former">Names of the files of an earlier export; those that this one does not have are deleted.</param>
    public void Commit(IEnumerable<string> former)
    {
        foreach (var file in files.Values)
        {
            file.Commit();
        }

        committed = true;
        foreach (var name in former.Where(name => !files.ContainsKey(name) && Path.GetFileName(name) == name))
        {
            File.Delete(Path.Combine(path, name));
        }
    }

    /// <summary>Throws away what was not committed.</summary>
    public void Dispose()
    {
        foreach (var file in files.Values)
        {
            file.Dispose();
        }

        if (!committed && !existed && Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any())
        {
            Directory.Delete(path);
        }
    }
}
