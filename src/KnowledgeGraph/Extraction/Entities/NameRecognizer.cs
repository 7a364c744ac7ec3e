using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>
/// Finds people's names, those of the gazetteer and those never seen before: after a title, before a title, in a list of
/// names, before a name in Latin letters in brackets, around dots, at the head of a sentence before a verb of saying. What is
/// found once in such company counts wherever the article repeats it.
/// </summary>
internal sealed class NameRecognizer
{
    /// <summary>The phrases of the rules.</summary>
    internal Vocabulary Vocabulary { get; }

    /// <summary>What names look like.</summary>
    internal NameShape Shape { get; }

    /// <summary>Offices and title heads, after which names stand.</summary>
    internal ClassSet Introducing { get; }

    /// <summary>的 between a title and a name.</summary>
    internal ClassSet De { get; }

    /// <summary>The colon between who speaks and what is said (许艳：…).</summary>
    internal ClassSet Colon { get; }

    /// <summary>Words for an office held once or now (时任, 担任).</summary>
    internal ClassSet Held { get; }

    /// <summary>Offices, before which names may stand.</summary>
    internal ClassSet Office { get; }

    /// <summary>Honorifics, before which names stand (福益华医生).</summary>
    internal ClassSet Honorific { get; }

    /// <summary>Phrases that only block.</summary>
    internal ClassSet Word { get; }

    /// <summary>Names of the gazetteer.</summary>
    internal ClassSet Name { get; }

    /// <summary>Verbs of saying.</summary>
    internal ClassSet Say { get; }

    /// <summary>What joins the names of a list.</summary>
    internal ClassSet Listing { get; }

    /// <summary>The marks between the names of a list (、).</summary>
    internal ClassSet ListMark { get; }

    /// <summary>What ends a list of names.</summary>
    internal ClassSet ListEnd { get; }

    /// <summary>Short forms of states.</summary>
    internal ClassSet StateShort { get; }

    /// <summary>Words for the side of a state (方).</summary>
    internal ClassSet Side { get; }

    /// <summary>Words for a kind of organisation, behind which its name stands.</summary>
    internal ClassSet OrganizationKind { get; }

    /// <summary>States whose people have names with surnames.</summary>
    internal HashSet<string> EastAsian { get; } = new(StringComparer.Ordinal);

    /// <summary>Recognises names by a rule set's gazetteers.</summary>
    public NameRecognizer(RuleSet rules, Vocabulary vocabulary, Lexicon lexicon)
    {
        Vocabulary = vocabulary;
        Shape = new NameShape(rules.Names, lexicon);
        var classes = vocabulary.Classes;
        Introducing = classes["office"] | classes["title-head"];
        De = classes["de"];
        Colon = classes["colon"];
        Held = classes["former"] | classes["hold-office"];
        Office = classes["office"];
        Honorific = classes["honorific"];
        Word = classes["word"];
        Name = classes["name"];
        Say = classes["say"];
        StateShort = classes["state-short"];
        Side = classes["side"];
        OrganizationKind = classes["organization-kind"];
        Listing = classes["list-sep"] | classes["and"];
        ListMark = classes["list-sep"];
        ListEnd = classes["etc"] | classes["list-sep"];
        EastAsian.UnionWith(rules.Words.Where(words => words.Name == "east-asian-states").SelectMany(words => words.Words));
    }

    /// <summary>All names in an article, in order, without overlap.</summary>
    /// <param name="folded">The folded text.</param>
    /// <param name="matches">The locked phrases, in order.</param>
    public List<Span> Find(string folded, IReadOnlyList<PhraseMatch> matches)
    {
        var search = new NameSearch(this, folded, matches);
        search.Run();
        return search.Occurrences();
    }
}
