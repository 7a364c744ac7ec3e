namespace KnowledgeGraph.Tests.Cli;

/// <summary>A folder with a copy of the sample articles at <c>tests/articles</c> and the store that <c>kg extract</c> made of them.</summary>
public sealed class SampleStore : IAsyncLifetime
{
    /// <summary>The store, relative to the folder.</summary>
    public static readonly string Database = Path.Combine("graph-export", "kg.db");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kg-samples-");

    /// <summary>The folder.</summary>
    public string Root => folder.FullName;

    /// <summary>What the extraction printed.</summary>
    internal KgProcess.Outcome Extraction { get; private set; } = new(-1, "", "");

    public async ValueTask InitializeAsync()
    {
        var articles = Directory.CreateDirectory(Path.Combine(Root, "tests", "articles"));
        foreach (var file in Directory.EnumerateFiles(TestPaths.Repository("tests", "articles")))
        {
            File.Copy(file, Path.Combine(articles.FullName, Path.GetFileName(file)));
        }

        Extraction = await KgProcess.RunAsync(Root, ["extract", "tests/articles"]);
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
