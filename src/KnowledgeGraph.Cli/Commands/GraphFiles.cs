using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Export;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>Builds the graph of a store's records and writes it into the store and the files beside it.</summary>
internal static class GraphFiles
{
    /// <summary>Builds the graph anew.</summary>
    /// <param name="store">The store.</param>
    /// <param name="knowledge">What the rules know.</param>
    /// <param name="folder">Where the graph files go.</param>
    public static void Renew(KnowledgeStore store, GraphKnowledge knowledge, string folder)
    {
        var graph = Build(store, knowledge);
        store.ReplaceGraph(graph);
        using var file = OutputFile.Create(Path.Combine(folder, "graph.graphml"));
        GraphMlWriter.Write(graph, file.Stream);
        file.Commit();
    }

    /// <summary>The folder of a store, in which its graph files lie unless another is named.</summary>
    public static string FolderOf(string store) => Path.GetDirectoryName(Path.GetFullPath(store))!;

    private static PropertyGraph Build(KnowledgeStore store, GraphKnowledge knowledge)
    {
        var builder = new GraphBuilder(knowledge);
        foreach (var record in store.Records())
        {
            builder.Add(record);
        }

        return builder.Build();
    }
}
