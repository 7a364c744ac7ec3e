using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>What of a graph is shown.</summary>
public enum GraphView
{
    /// <summary>People, and one edge for each pair and type of contact.</summary>
    People,

    /// <summary>States, likewise.</summary>
    Countries,

    /// <summary>Everything.</summary>
    Full,
}

/// <summary>Graphs made for the eye: views, with measures, positions, sizes and colours.</summary>
public static class GraphViews
{
    /// <summary>A view of a graph as it is drawn.</summary>
    /// <param name="graph">The whole graph.</param>
    /// <param name="view">What to show of it.</param>
    /// <param name="mainOnly">Whether only the largest component is shown.</param>
    /// <param name="isDrawn">Whether it gets positions, sizes and colours.</param>
    public static GraphStream Of(GraphStream graph, GraphView view, bool mainOnly = false, bool isDrawn = true)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var shown = GraphMeasures.AddedTo(view switch
        {
            GraphView.People => PeopleView.Of(graph),
            GraphView.Countries => CountriesView.Of(graph),
            _ => graph,
        });
        var part = mainOnly ? MainComponent(shown) : shown;
        return isDrawn ? GraphPicture.Of(part) : part;
    }

    /// <summary>Those nodes of a graph that contacts join, and the contacts.</summary>
    internal static GraphStream Between(ContactEdges contacts, GraphStream graph)
    {
        var edges = contacts.ToEdges();
        var ends = edges.SelectMany(edge => new[] { edge.From, edge.To }).ToHashSet(StringComparer.Ordinal);
        return new GraphStream(graph.Nodes.Where(node => ends.Contains(node.Id)).Select(Spells.ForEnds(edges)), edges);
    }

    private static GraphStream MainComponent(GraphStream graph)
    {
        var main = graph.Nodes.Where(node => node.Properties["component"] is IntegerValue { Value: 1 }).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        return new GraphStream(graph.Nodes.Where(node => main.Contains(node.Id)), graph.Edges.Where(edge => main.Contains(edge.From)));
    }
}
