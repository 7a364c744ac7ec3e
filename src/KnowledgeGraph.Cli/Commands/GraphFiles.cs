using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Export;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>Builds the graph of a store's records and writes it into the store and the files beside it.</summary>
internal static class GraphFiles
{
    /// <summary>Builds the graph anew, and tells which corrections match nothing.</summary>
    /// <param name="store">The store.</param>
    /// <param name="knowledge">What the rules know.</param>
    /// <param name="corrections">What users know better, as <see cref="CorrectionsOf"/> reads it.</param>
    /// <param name="folder">Where the graph files go.</param>
    /// <param name="terminal">Where it is told.</param>
    public static void Renew(KnowledgeStore store, GraphKnowledge knowledge, Corrections corrections, string folder, Terminal terminal)
    {
        // The builder, and with it all records, is let go before anything is written.
        var graph = Built(store, knowledge, corrections, terminal);
        Write(store, graph, folder);
    }

    /// <summary>The corrections that are named, which must be there, or those beside the store.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static Corrections CorrectionsOf(string? file, string store) => file is null || File.Exists(file)
        ? CorrectionFile.Load(CorrectionsPath(file, store))
        : throw new UsageException($"--corrections: there is no file {file}.");

    /// <summary>Where corrections are.</summary>
    public static string CorrectionsPath(string? file, string store) => file ?? Path.Combine(Path.GetDirectoryName(store) ?? "", CorrectionFile.Name);

    /// <summary>Puts a graph into its store and its files.</summary>
    public static void Write(KnowledgeStore store, PropertyGraph graph, string folder)
    {
        store.ReplaceGraph(graph);
        Write(GraphStream.Of(graph), GraphView.People, Path.Combine(folder, "people.graphml"));
        Write(GraphStream.Of(graph), GraphView.Full, Path.Combine(folder, "graph.graphml"));
    }

    /// <summary>The folder of a store, in which its graph files lie unless another is named.</summary>
    public static string FolderOf(string store) => Path.GetDirectoryName(Path.GetFullPath(store))!;

    private static PropertyGraph Built(KnowledgeStore store, GraphKnowledge knowledge, Corrections corrections, Terminal terminal)
    {
        var builder = Builder(store, knowledge, corrections);
        var graph = builder.Build();
        foreach (var problem in builder.Unmatched)
        {
            terminal.Error.WriteLine("kg: " + problem);
        }

        return graph;
    }

    /// <summary>A builder with the records of a store.</summary>
    public static GraphBuilder Builder(KnowledgeStore store, GraphKnowledge knowledge, Corrections corrections)
    {
        var builder = new GraphBuilder(knowledge, corrections);
        foreach (var record in store.Records(withText: true))
        {
            builder.Add(record);
        }

        return builder;
    }

    private static void Write(GraphStream graph, GraphView view, string path)
    {
        using var file = OutputFile.Create(path);
        using (var writer = new GraphMlWriter(file.Stream))
        {
            writer.Write(GraphViews.Of(graph, view, isDrawn: view != GraphView.Full));
        }

        file.Commit();
    }
}
