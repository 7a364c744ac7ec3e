using System.Collections.Immutable;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Graph;

/// <summary>A graph in the making. What is added first stays: whoever adds does so in an order that is fixed.</summary>
internal sealed class GraphDraft
{
    private readonly Dictionary<string, GraphNode> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GraphEdge> edges = new(StringComparer.Ordinal);

    /// <summary>Adds a node, if it is not there.</summary>
    public string Node(string id, ImmutableArray<string> labels, string name, Action<Properties>? fill = null)
    {
        if (!nodes.ContainsKey(id))
        {
            var properties = new Properties();
            fill?.Invoke(properties);
            properties.Set("name", name);
            nodes.Add(id, new GraphNode(id, labels, properties.ToImmutable()));
        }

        return id;
    }

    /// <summary>Adds an edge, if it is not there.</summary>
    /// <param name="type">Relation type.</param>
    /// <param name="from">Id of the node that it starts at.</param>
    /// <param name="to">Id of the node that it ends at.</param>
    /// <param name="fill">Gives the properties.</param>
    /// <param name="distinct">What tells it from other edges of this type between the two.</param>
    public void Edge(string type, string from, string to, Action<Properties>? fill = null, string? distinct = null)
    {
        var id = Identifiers.Of("edge", type, from, to, distinct);
        if (!edges.ContainsKey(id))
        {
            var properties = new Properties();
            fill?.Invoke(properties);
            edges.Add(id, new GraphEdge(id, from, to, type, properties.ToImmutable()));
        }
    }

    /// <summary>The graph so far.</summary>
    public PropertyGraph ToGraph() => new(nodes.Values, edges.Values);

    /// <summary>Properties in the making: what is not known is left out.</summary>
    internal sealed class Properties
    {
        private readonly ImmutableSortedDictionary<string, PropertyValue>.Builder values =
            ImmutableSortedDictionary.CreateBuilder<string, PropertyValue>(StringComparer.Ordinal);

        public void Set(string name, string? value)
        {
            if (value is not null)
            {
                values[name] = value;
            }
        }

        public void Set(string name, long? value)
        {
            if (value is { } known)
            {
                values[name] = known;
            }
        }

        public void Set(string name, double? value)
        {
            if (value is { } known)
            {
                values[name] = known;
            }
        }

        public void Set(string name, DateOnly? value)
        {
            if (value is { } known)
            {
                values[name] = known;
            }
        }

        /// <summary>Notes that a user said so.</summary>
        public void Review(Correction? review)
        {
            if (review is not null)
            {
                values["reviewed"] = true;
                values["reviewedBy"] = review.Who;
                values["reviewedWhy"] = review.Why;
            }
        }

        public void Set(string name, ImmutableArray<string> value)
        {
            if (!value.IsEmpty)
            {
                values[name] = value;
            }
        }

        public ImmutableSortedDictionary<string, PropertyValue> ToImmutable() => values.ToImmutable();
    }
}
