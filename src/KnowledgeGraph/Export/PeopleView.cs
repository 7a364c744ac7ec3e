using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>The people who had to do with each other: one edge for each pair and type of contact.</summary>
internal static class PeopleView
{
    /// <summary>The view of a whole graph.</summary>
    public static GraphStream Of(GraphStream graph)
    {
        var contacts = new ContactEdges();
        foreach (var edge in graph.Edges)
        {
            if (edge.Type is Relations.MetWith or Relations.Called or Relations.WroteTo)
            {
                contacts.Add(edge.Type, edge.From, edge.To, Contact.Of(((TextValue)edge.Properties["event"]).Value, edge.Properties));
            }
        }

        return GraphViews.Between(contacts, graph);
    }
}
