using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Export;

/// <summary>
/// The states that met: one edge for each pair and type, of held meetings, calls, messages and visits of at most five parties.
/// A message goes from the sender's state, a visit from the traveller's to the state visited.
/// </summary>
internal sealed class CountriesView
{
    private readonly Dictionary<string, string> countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HeldEvent> events = new(StringComparer.Ordinal);
    private readonly ContactEdges contacts = new();

    /// <summary>The view of a whole graph.</summary>
    public static GraphStream Of(GraphStream graph)
    {
        var view = new CountriesView();
        foreach (var node in graph.Nodes)
        {
            view.Note(node);
        }

        foreach (var edge in graph.Edges)
        {
            view.Note(edge);
        }

        foreach (var (id, held) in view.events)
        {
            view.Connect(id, held);
        }

        return GraphViews.Between(view.contacts, graph);
    }

    private void Note(GraphNode node)
    {
        if (node.Labels[0] == NodeLabels.Country)
        {
            countries[node.Name] = node.Id;
        }
        else if (node.Labels[0] == NodeLabels.Event && node.Properties["status"] is TextValue { Value: EventStatuses.Held }
            && GraphSchema.ContactOf(((TextValue)node.Properties["kind"]).Value) is { } type)
        {
            events[node.Id] = new HeldEvent(node, type);
        }
    }

    private void Note(GraphEdge edge)
    {
        if (edge.Type == Relations.ParticipatedIn && events.TryGetValue(edge.To, out var held)
            && edge.Properties["role"] is TextValue { Value: not Roles.Attendee } role)
        {
            held.Parties++;
            var state = GraphSchema.LabelOf(edge.From) == NodeLabels.Country ? edge.From : StateIn(edge.Properties.GetValueOrDefault("country"));
            if (state is not null)
            {
                (role.Value == Roles.Receiver ? held.Receivers : held.States).Add(state);
            }
        }
    }

    private void Connect(string id, HeldEvent held)
    {
        if (held.Parties > GraphSchema.MostPrincipals)
        {
            return;
        }

        var contact = Contact.Of(id, held.Node.Properties);
        var others = held.Type switch
        {
            Relations.WroteTo => held.Receivers,
            Relations.Visited => StateIn(held.Node.Properties.GetValueOrDefault("country")) is { } visited ? [visited] : [],
            _ => held.States,
        };
        var directed = held.Type is Relations.WroteTo or Relations.Visited;
        foreach (var from in held.States)
        {
            foreach (var to in others.Where(to => directed ? from != to : string.CompareOrdinal(from, to) < 0))
            {
                contacts.Add(held.Type, from, to, contact);
            }
        }
    }

    private string? StateIn(PropertyValue? name) => name is TextValue text ? countries.GetValueOrDefault(text.Value) : null;

    private sealed record HeldEvent(GraphNode Node, string Type)
    {
        public int Parties { get; set; }

        public SortedSet<string> States { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Receivers { get; } = new(StringComparer.Ordinal);
    }
}
