using System.Text;
using KnowledgeGraph.Export;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Tests.Export;

/// <summary>What a format writes of a graph, kept in memory.</summary>
internal sealed class Written : IExportFiles
{
    private readonly Dictionary<string, MemoryStream> files = new(StringComparer.Ordinal);

    /// <summary>The names of the files.</summary>
    public IEnumerable<string> Names => files.Keys.Order(StringComparer.Ordinal);

    /// <summary>The text of a file.</summary>
    public string this[string name] => Encoding.UTF8.GetString(files[name].ToArray());

    /// <summary>The lines of a file.</summary>
    public string[] Lines(string name) => this[name].Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public Stream Create(string name) => files[name] = new MemoryStream();

    /// <summary>A format of several files.</summary>
    public static Written Files(PropertyGraph graph, Func<IExportFiles, GraphWriter> format)
    {
        var written = new Written();
        Write(format(written), GraphStream.Of(graph));
        return written;
    }

    /// <summary>A format of one file.</summary>
    public static string File(PropertyGraph graph, Func<Stream, GraphWriter> format) => Graph(GraphStream.Of(graph), format);

    /// <summary>A format of one file.</summary>
    public static string Graph(GraphStream graph, Func<Stream, GraphWriter> format)
    {
        using var stream = new MemoryStream();
        Write(format(stream), graph);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(GraphWriter writer, GraphStream graph)
    {
        using var open = writer as IDisposable;
        writer.Write(graph);
    }
}
