using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Linking;

/// <summary>All mentions of one person in an article.</summary>
internal sealed class PersonCluster(string name)
{
    /// <summary>The fullest form of the name that the article uses.</summary>
    public string Name { get; set; } = name;

    /// <summary>Other forms, in order of first mention.</summary>
    public List<string> Aliases { get; } = [];

    /// <summary>The mentions, in order.</summary>
    public List<PersonMention> Mentions { get; } = [];

    /// <summary>The titles that the article states, in order of first mention, without repetition.</summary>
    public List<TitleMention> Titles { get; } = [];

    /// <summary>What the gazetteer knows of the person, where exactly one entry fits.</summary>
    public PersonEntry? Known { get; set; }

    /// <summary>The state that the person stands for.</summary>
    public string? Country { get; set; }

    /// <summary>Whether the article names another person of the same name and state.</summary>
    public bool Ambiguous { get; set; }

    /// <summary>Offset of the first mention.</summary>
    public int FirstOffset => Mentions[0].NameSpan.Start;

    /// <summary>The highest title held at the time, of that state where one is given.</summary>
    public TitleMention? BestTitle(Func<TitleMention, bool> fits) => Titles
        .Where(title => !title.Former && fits(title))
        .OrderByDescending(title => title.Office?.Rank ?? 0)
        .FirstOrDefault();
}
