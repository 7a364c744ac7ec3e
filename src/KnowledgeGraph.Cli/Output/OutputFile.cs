namespace KnowledgeGraph.Cli.Output;

/// <summary>
/// A file that a command writes. A regular file is written beside its place and renamed once it is whole, so that nobody reads
/// half of it and a failure leaves the old one; pipes and devices are written directly.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string? temporary;
    private readonly string target;
    private bool committed;

    private OutputFile(string target, string? temporary, Stream stream)
    {
        this.target = target;
        this.temporary = temporary;
        Stream = stream;
    }

    /// <summary>Where to write.</summary>
    public Stream Stream { get; }

    /// <summary>Opens a file for writing; its folder is made where it is missing.</summary>
    /// <exception cref="IOException">The path cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The path may not be written.</exception>
    public static OutputFile Create(string path)
    {
        var target = Path.GetFullPath(path);
        if (Directory.Exists(target))
        {
            throw new IOException($"{path} is a folder: expected the name of a file to write.");
        }

        if (File.Exists(target))
        {
            target = File.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target;
            var existing = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            if (!existing.CanSeek || target.StartsWith("/dev/", StringComparison.Ordinal))
            {
                return new OutputFile(target, null, existing);
            }

            existing.Dispose();
        }

        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(target)}.{Environment.ProcessId}.tmp");
        return new OutputFile(target, temporary, new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16));
    }

    /// <summary>The file is whole: puts it in its place.</summary>
    public void Commit()
    {
        Stream.Dispose();
        committed = true;
        if (temporary is not null)
        {
            File.Move(temporary, target, overwrite: true);
        }
    }

    /// <summary>Throws away what was not committed.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!committed && temporary is not null)
        {
            File.Delete(temporary);
        }
    }
}
