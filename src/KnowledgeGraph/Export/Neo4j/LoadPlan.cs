using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Export.Neo4j;

/// <summary>What is to be loaded: how many rows of each section, with which properties, and what tells this graph from another.</summary>
internal sealed class LoadPlan
{
    private readonly ImmutableSortedDictionary<string, ImmutableArray<string>> properties;

    private LoadPlan(
        string store, ImmutableArray<(GraphSection Section, long Rows)> sections,
        ImmutableSortedDictionary<string, ImmutableArray<string>> properties, string fingerprint)
    {
        Store = store;
        Sections = sections;
        this.properties = properties;
        Fingerprint = fingerprint;
        Nodes = sections.Where(part => !part.Section.HoldsEdges).Sum(part => part.Rows);
        Relations = sections.Where(part => part.Section.HoldsEdges).Sum(part => part.Rows);
    }

    /// <summary>The store's name, which marks what is written.</summary>
    public string Store { get; }

    /// <summary>The sections in the order in which they are loaded.</summary>
    public ImmutableArray<(GraphSection Section, long Rows)> Sections { get; }

    /// <summary>Number of nodes.</summary>
    public long Nodes { get; }

    /// <summary>Number of relations.</summary>
    public long Relations { get; }

    /// <summary>Nodes and relations.</summary>
    public long Rows => Nodes + Relations;

    /// <summary>Differs where any row does: only a load of the same rows is gone on with.</summary>
    public string Fingerprint { get; }

    /// <summary>The properties that rows of a label or type may have, in ordinal order.</summary>
    public ImmutableArray<string> PropertiesOf(string name) => properties.GetValueOrDefault(name, []);

    /// <summary>The plan for the graph that a store holds now.</summary>
    /// <param name="store">The store.</param>
    /// <param name="name">The store's name.</param>
    public static LoadPlan Of(KnowledgeStore store, string name)
    {
        var sections = GraphSections.Sections(store.Connection).ToImmutableArray();
        var found = GraphSections.Properties(store.Connection).ToLookup(row => row.Name, row => row.Property, StringComparer.Ordinal);
        var properties = sections.Select(part => part.Section.Name).Distinct(StringComparer.Ordinal).ToImmutableSortedDictionary(
            group => group,
            group => found[group].Concat(WrittenProperties.Of(group)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray(),
            StringComparer.Ordinal);
        return new LoadPlan(name, sections, properties, FingerprintOf(store));
    }

    /// <summary>How many rows there are of a label or type.</summary>
    public IEnumerable<(string Name, long Rows)> Totals(bool edges) => Sections.Where(part => part.Section.HoldsEdges == edges)
        .GroupBy(part => part.Section.Name, StringComparer.Ordinal).Select(group => (group.Key, group.Sum(part => part.Rows)));

    private static string FingerprintOf(KnowledgeStore store)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData("\n"u8);
        }

        foreach (var node in store.Nodes())
        {
            Add(node.Id);
            Add(node.Properties);
        }

        foreach (var edge in store.Edges())
        {
            Add(edge.Id);
            Add(edge.Properties);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
