namespace KnowledgeGraph.Export;

/// <summary>Where a format of several files writes them.</summary>
public interface IExportFiles
{
    /// <summary>Begins a file; whoever asks disposes it.</summary>
    /// <param name="name">Its name, without a folder.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    Stream Create(string name);
}
