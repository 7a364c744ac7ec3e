using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Extraction.Lexical;

/// <summary>All that the rules know of one phrase. A phrase may have several senses: 新加坡 is a state and a city.</summary>
internal sealed class LexicalEntry(string phrase)
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>The phrase, folded.</summary>
    public string Phrase { get; } = phrase;

    /// <summary>The classes that patterns see.</summary>
    public ClassSet Classes { get; set; }

    /// <summary>The state of that name.</summary>
    public StateEntry? State { get; set; }

    /// <summary>All states that a compound with a short form may stand for (新方: 新加坡, 新西兰).</summary>
    public List<StateEntry> Sides { get; } = [];

    /// <summary>All states and blocs that a one-character form may stand for, in the order of the rules.</summary>
    public List<string> Shorts { get; } = [];

    /// <summary>The place of that name.</summary>
    public PlaceEntry? Place { get; set; }

    /// <summary>The building or room of that name.</summary>
    public VenueEntry? Venue { get; set; }

    /// <summary>The organisation of that name.</summary>
    public OrganizationEntry? Organization { get; set; }

    /// <summary>The recurring conference of that name.</summary>
    public ConferenceEntry? Conference { get; set; }

    /// <summary>The office of that title.</summary>
    public OfficeEntry? Office { get; set; }

    /// <summary>The people of that name.</summary>
    public List<PersonEntry> People { get; } = [];

    /// <summary>What word classes say of the phrase.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>> Values => values;

    /// <summary>What a word class says of the phrase (the kind of event of a trigger), or <see langword="null"/>.</summary>
    public string? ValueIn(string wordClass) => values.GetValueOrDefault(wordClass);

    /// <summary>Notes what a word class says of the phrase; the first note stays.</summary>
    public void SetValue(string wordClass, string value) => values.TryAdd(wordClass, value);
}
