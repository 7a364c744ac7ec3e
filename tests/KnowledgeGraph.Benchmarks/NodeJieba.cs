using System.Text;
using System.Text.Json;

namespace KnowledgeGraph.Benchmarks;

/// <summary><c>@node-rs/jieba</c>, jieba's port to Rust, over the lines of a text in a process of its own on one thread.</summary>
internal sealed class NodeJieba : IDisposable
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "KnowledgeGraph.Benchmarks", "node-jieba");
    private readonly string file = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"kg-benchmark-{Environment.ProcessId}.txt"));

    /// <summary>Fetches it, and keeps the text where it reads it.</summary>
    public NodeJieba(string text)
    {
        ChildProcess.Output("npm", "install", "--prefix", Folder, "--no-package-lock", "--silent");
        File.WriteAllText(file, text, new UTF8Encoding(false));
    }

    /// <summary>What is measured where no articles are named: the project's samples.</summary>
    public static string[] Samples => [Path.Combine(Root(), "tests", "articles")];

    /// <summary>One pass: seconds to cut and to tag, milliseconds to load.</summary>
    public (double Cut, double Tag, double Load) Run()
    {
        using var answer = JsonDocument.Parse(ChildProcess.Output("node", Path.Combine(Folder, "bench.js"), file));
        double Of(string name) => answer.RootElement.GetProperty(name).GetDouble();
        return (Of("cut"), Of("tag"), Of("load"));
    }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(file);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "KnowledgeGraph.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Run the benchmarks within the repository.");
        }

        return folder.FullName;
    }
}
