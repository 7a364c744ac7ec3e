using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Linking;

/// <summary>Which state a place belongs to, by any of its names.</summary>
internal sealed class GazetteerPlaces
{
    private readonly Dictionary<string, string?> countries = new(StringComparer.Ordinal);
    private readonly CharacterFolding folding;

    /// <summary>Indexes a rule set's places.</summary>
    public GazetteerPlaces(RuleSet rules, CharacterFolding folding)
    {
        this.folding = folding;
        foreach (var place in rules.Places)
        {
            foreach (var name in place.Variants.Prepend(place.Name))
            {
                countries.TryAdd(folding.Fold(name), place.Country);
            }
        }
    }

    /// <summary>The state, or <see langword="null"/> where the rules do not know.</summary>
    public string? CountryOf(string place) => countries.GetValueOrDefault(folding.Fold(place));
}
