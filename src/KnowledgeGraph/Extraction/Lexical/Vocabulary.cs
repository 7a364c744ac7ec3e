using System.Text;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Extraction.Lexical;

/// <summary>
/// Every phrase of the gazetteers and word classes with all its senses, and the automaton that finds them. Phrases of two
/// characters and more are found in running text and locked; single characters count only as words of their own. It is read
/// in compiled form: an entry is made when a text first shows its phrase.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>First bytes of the compiled file; the last digit is the version of the format.</summary>
    public const ulong Magic = 0x3456_4B58_454C_474B;

    /// <summary>Classes that the code itself assigns; patterns may use them beside the word classes of the rules.</summary>
    public static readonly string[] BuiltinClasses =
    [
        "word", "verb", "latin", "number", "paren", "state", "state-short", "place", "venue", "mission", "org", "conf-name", "conf-head", "office", "title-head",
        "visit-state", "state-side", "former", "acting", "elect", "deputy", "joiner", "calling", "name", "time", "duration", "media", "ministry",
    ];

    /// <summary>The sections before: offsets of the entries, entries, single characters with their entries, names of the classes.</summary>
    private const int FirstOfAutomaton = 4;

    private readonly CharacterFolding folding;
    private readonly LexicalEntryReader reader;
    private readonly PhraseAutomaton automaton;
    private readonly LexicalEntry?[] entries;
    private readonly int[] byCharacter = new int[char.MaxValue + 1];

    private Vocabulary(SectionFile file, Lazy<RuleSet> rules, CharacterFolding folding)
    {
        this.folding = folding;
        Classes = new ClassTable(Encoding.UTF8.GetString(file.Section<byte>(FirstOfAutomaton - 1)).Split('\n'));
        reader = new LexicalEntryReader(file, rules);
        automaton = new PhraseAutomaton(file, FirstOfAutomaton);
        entries = new LexicalEntry?[reader.Count];
        Array.Fill(byCharacter, -1);
        var singles = file.Section<int>(2);
        for (var i = 0; i < singles.Length; i += 2)
        {
            byCharacter[singles[i]] = singles[i + 1];
        }
    }

    /// <summary>The classes of this vocabulary.</summary>
    public ClassTable Classes { get; }

    /// <summary>The vocabulary of a rule set.</summary>
    public static Vocabulary Create(RuleSet rules, CharacterFolding folding)
    {
        using var bytes = new MemoryStream();
        VocabularyCompiler.Compile(rules, folding, bytes);
        return new Vocabulary(SectionFile.OfBytes(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), Magic, "vocabulary"), new Lazy<RuleSet>(rules), folding);
    }

    /// <summary>The vocabulary of the rules of a source, in compiled form where the source has it.</summary>
    public static Vocabulary Load(RuleSource source, Lazy<RuleSet> rules, CharacterFolding folding) =>
        new(source.Derived("vocabulary", source.Trees.Hash, Magic, output => VocabularyCompiler.Compile(rules.Value, folding, output)), rules, folding);

    /// <summary>The names of a rule set's classes, those of the code first.</summary>
    public static IEnumerable<string> ClassesOf(RuleSet rules) =>
    [
        .. BuiltinClasses,
        .. rules.Patterns.Select(pattern => pattern.Type),
        .. rules.Patterns.Select(pattern => pattern.Option("also")).OfType<string>().SelectMany(list => list.Split(' ')),
        .. rules.Words.Select(words => words.Name),
    ];

    /// <summary>The entry of a folded phrase, or <see langword="null"/>.</summary>
    public LexicalEntry? Find(string phrase) => phrase.Length == 1 ? Find(phrase[0]) : automaton.TryGet(phrase, out var id) ? this[id] : null;

    /// <summary>The entry of a single folded character, or <see langword="null"/>.</summary>
    public LexicalEntry? Find(char c) => byCharacter[c] is var id and >= 0 ? this[id] : null;

    /// <summary>A slice of a text, folded.</summary>
    public string Folded(string text, Span span) => folding.Fold(span.Of(text));

    /// <summary>The entry of that id.</summary>
    public LexicalEntry this[int id] => entries[id] ?? Interlocked.CompareExchange(ref entries[id], reader.Read(id), null) ?? entries[id]!;

    /// <summary>Finds all phrases: of overlapping ones the longest, then the earliest.</summary>
    public void Match(ReadOnlySpan<char> folded, List<PhraseMatch> matches) => automaton.Match(folded, matches);
}
