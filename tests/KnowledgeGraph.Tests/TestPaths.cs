namespace KnowledgeGraph.Tests;

/// <summary>Where the tests find the repository and, where it is there, the material beside it.</summary>
internal static class TestPaths
{
    /// <summary>The folder that holds <c>KnowledgeGraph.sln</c>.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>
    /// The folder <c>shared</c> beside the repository (or <c>KG_SHARED</c>), which holds annotated articles and real
    /// readers of our files; <see langword="null"/> where it is absent: tests that need it are skipped there.
    /// </summary>
    public static string? Shared { get; } = FindShared();

    /// <summary>Why a test that needs <see cref="Shared"/> is skipped.</summary>
    public const string NoShared = "needs the folder 'shared' beside the repository (or KG_SHARED)";

    /// <summary>A path within the repository.</summary>
    public static string Repository(params string[] parts) => Path.Combine([RepositoryRoot, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KnowledgeGraph.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"KnowledgeGraph.sln stands in no folder above {AppContext.BaseDirectory}.");
    }

    private static string? FindShared()
    {
        var path = Environment.GetEnvironmentVariable("KG_SHARED") is { Length: > 0 } given
            ? given
            : Path.Combine(RepositoryRoot, "..", "shared");
        return Directory.Exists(path) ? Path.GetFullPath(path) : null;
    }
}
