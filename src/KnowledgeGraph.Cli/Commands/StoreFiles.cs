using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>Opens the stores that commands name.</summary>
internal static class StoreFiles
{
    /// <summary>Opens a store that is there, to write in.</summary>
    /// <exception cref="StoreException">There is none, or it cannot be used.</exception>
    public static KnowledgeStore OpenExisting(string path) => File.Exists(path)
        ? KnowledgeStore.Open(path)
        : throw new StoreException($"{path}: expected a kg store, found no file. Check --db, or build a store with kg extract first.");

    /// <summary>Opens a store to write in, and makes it and its folder where they are missing.</summary>
    public static KnowledgeStore OpenOrCreate(string path)
    {
        Directory.CreateDirectory(GraphFiles.FolderOf(path));
        return KnowledgeStore.Open(path);
    }
}
