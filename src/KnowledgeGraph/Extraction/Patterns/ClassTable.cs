using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Patterns;

/// <summary>Gives each class name of a rule set its bit.</summary>
internal sealed class ClassTable
{
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);

    /// <summary>A table that knows the given names.</summary>
    public ClassTable(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            indices.TryAdd(name, indices.Count);
        }

        if (indices.Count > ClassSet.Capacity)
        {
            throw new RuleFileException("rules", 0, 0, FormattableString.Invariant(
                $"There are {indices.Count} word and entity classes; at most {ClassSet.Capacity} are possible. Join some of them."));
        }
    }

    /// <summary>The set of the class of that name; an empty set where there is none.</summary>
    public ClassSet this[string name] => indices.TryGetValue(name, out var index) ? ClassSet.Of(index) : default;

    /// <summary>Whether the class is defined.</summary>
    public bool Contains(string name) => indices.ContainsKey(name);
}
