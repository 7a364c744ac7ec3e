using System.Collections.Immutable;
using System.Globalization;
using KnowledgeGraph.Cli.Output;
using KnowledgeGraph.Export;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query.Naming;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>One run of <c>kg export</c>.</summary>
internal sealed class ExportJob(Terminal terminal, ExportOptions options)
{
    /// <summary>Runs to the end.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        if (options is { Output: "-", Format.ToFile: null })
        {
            throw new UsageException($"--out -: the format {options.Format.Name} is several files; name a folder.");
        }

        using var store = KnowledgeStore.OpenForReading(options.Store);
        var graph = Shown(StoreGraph.Open(store, Selection(store), out var undated));
        var shape = options.Format.ToFile is { } toFile ? WriteFile(toFile, graph) : WriteFolder(options.Format.ToFolder!, store, graph);
        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shape.NodeCount} nodes, {shape.EdgeCount} edges"));
        if (shape.NodeCount == 0)
        {
            terminal.Error.WriteLine("The store tells of no such event.");
        }

        if (undated > 0)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{undated} undated events left out: --since and --until ask for dates."));
        }

        return KgCommand.Success;
    }

    private GraphSelection Selection(KnowledgeStore store)
    {
        var names = new NameResolver(store);
        return options.Selection with
        {
            Persons = options.Person is { } person ? Named(names, "--person", person, NodeLabels.Person) : [],
            Countries = options.Country is { } country ? Named(names, "--country", country, NodeLabels.Country) : [],
        };
    }

    /// <summary>The nodes that a name names, found as answers find them.</summary>
    /// <exception cref="UsageException">It names nothing here, several, or something of another kind: no file is written.</exception>
    private ImmutableArray<string> Named(NameResolver names, string option, string name, string label)
    {
        var found = Answering.Ask(() => names.Resolve(name));
        if (found.Found is not { } named)
        {
            throw new UsageException($"{option}: {Naming.Unclear(found)}");
        }

        ImmutableArray<string> nodes = [.. named.Nodes.Where(id => GraphSchema.LabelOf(id) == label)];
        if (nodes.IsEmpty)
        {
            throw new UsageException($"{option}: {name} is no {(label == NodeLabels.Person ? "person" : "state")} of this store.");
        }

        if (Naming.LeftOut(found) is { } others)
        {
            terminal.Error.WriteLine(others);
        }

        return nodes;
    }

    /// <summary>A whole graph in GraphML is for programs that calculate: it is not drawn.</summary>
    private GraphStream Shown(GraphStream graph) => options.Format.HasViews
        ? GraphViews.Of(graph, options.View, options.MainComponent, isDrawn: options is not { View: GraphView.Full, Format.Name: "graphml" })
        : graph;

    private GraphShape WriteFile(Func<Stream, GraphWriter> format, GraphStream graph)
    {
        if (options.Output == "-")
        {
            return Write(format(terminal.Bytes), graph);
        }

        using var file = OutputFile.Create(options.Output);
        var shape = Write(format(file.Stream), graph);
        file.Commit();
        return shape;
    }

    private GraphShape WriteFolder(Func<IExportFiles, KnowledgeStore, GraphWriter> format, KnowledgeStore store, GraphStream graph)
    {
        using var folder = new OutputFolder(options.Output);
        var shape = Write(format(folder, store), graph);
        var former = ExportHeader.FilesIn(options.Output).ToList();
        var header = ExportHeader.Of(store, options.Format.Name, StoreWriter.Version, options.Asked, shape, folder.Names);
        using (var stream = folder.Create(ExportHeader.FileName))
        {
            header.Write(stream);
        }

        folder.Commit(former);
        return shape;
    }

    private static GraphShape Write(GraphWriter writer, GraphStream graph)
    {
        using var open = writer as IDisposable;
        return writer.Write(graph);
    }
}
