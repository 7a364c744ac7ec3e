using System.Security.Cryptography;
using System.Text;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Extraction.Agreements;
using KnowledgeGraph.Extraction.Entities;
using KnowledgeGraph.Extraction.Events;
using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Time;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Linking;
using KnowledgeGraph.Records;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph;

/// <summary>
/// The whole flow from an article to its record. Built once from the rules, immutable, safe to share between threads: a
/// record depends on the article and the rules alone.
/// </summary>
public sealed class ExtractionPipeline
{
    private readonly CharacterFolding folding = CharacterFolding.Default;
    private readonly Vocabulary vocabulary;
    private readonly SentenceLexer lexer;
    private readonly TimeRecognizer times;
    private readonly DurationRecognizer durations;
    private readonly NameRecognizer names;
    private readonly EntityChunker entities;
    private readonly EventExtractor events;
    private readonly AgreementExtractor agreements;
    private readonly PersonClusterer people;
    private readonly ArticleLinker linker;

    private readonly IReadOnlyDictionary<string, double> precision;

    private ExtractionPipeline(RuleSet rules, Vocabulary vocabulary, Lexicon lexicon)
    {
        RulesHash = lexicon.User is { } user ? Sha256(rules.Hash + user.Hash) : rules.Hash;
        Knowledge = KnowledgeOf(rules, folding);
        this.vocabulary = vocabulary;
        precision = rules.Precision;
        lexer = new SentenceLexer(vocabulary, lexicon, rules.Titles.Verbs);
        times = new TimeRecognizer(rules);
        durations = new DurationRecognizer(rules);
        names = new NameRecognizer(rules, vocabulary, Lexicon.Default);
        entities = new EntityChunker(rules, vocabulary);
        events = new EventExtractor(rules, vocabulary);
        agreements = new AgreementExtractor(rules, vocabulary);
        people = new PersonClusterer(rules, vocabulary, folding);
        linker = new ArticleLinker(rules, vocabulary, folding);
    }

    /// <summary>Hash over the rules, and the user's words where there are some, that this pipeline was built from.</summary>
    public string RulesHash { get; }

    /// <summary>What the rules know that a graph of the records needs.</summary>
    public GraphKnowledge Knowledge { get; }

    /// <summary>Builds the pipeline of a rule set.</summary>
    /// <exception cref="RuleFileException">A rule cannot be used; the message names file, line and rule.</exception>
    public static ExtractionPipeline Create(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new ExtractionPipeline(rules, Vocabulary.Create(rules, CharacterFolding.Default), Lexicon.Default).Checked();
    }

    /// <summary>The pipeline of the rules of a source, read in compiled form where the source has it.</summary>
    /// <param name="source">The rules.</param>
    /// <param name="lexicon">The dictionary that texts are cut by, or <see langword="null"/> for jieba's.</param>
    /// <exception cref="RuleFileException">A rule cannot be used; the message names file, line and rule.</exception>
    public static ExtractionPipeline Load(RuleSource source, Lexicon? lexicon = null)
    {
        var rules = new Lazy<RuleSet>(() => RuleSet.Load(source));
        var pipeline = new ExtractionPipeline(rules.Value, Vocabulary.Load(source, rules, CharacterFolding.Default), lexicon ?? Lexicon.Default);

        // The tests have checked the expressions of this build, and compiling them all takes its time.
        return source.IsBuiltIn ? pipeline : pipeline.Checked();
    }

    /// <summary>What the rules of a source know that a graph needs, for building one from records that are there.</summary>
    /// <exception cref="RuleFileException">A rule file cannot be used; the message names file and line.</exception>
    public static GraphKnowledge KnowledgeOf(RuleSource source) => KnowledgeOf(RuleSet.Load(source), CharacterFolding.Default);

    private static GraphKnowledge KnowledgeOf(RuleSet rules, CharacterFolding folding) => new()
    {
        Countries = rules.States.DistinctBy(state => state.Name).ToDictionary(state => state.Name, state => new CountryFacts(state.English, state.Iso3, state.Cow), StringComparer.Ordinal),
        People = [.. rules.People.Select(person => new PersonFacts(
            person.Name, person.English, person.Country, person.Variants, [.. person.Terms.Select(term => new TermFacts(term.Title, term.Of, term.From, term.To))]))],
        SingleOffices = rules.Offices.Where(office => office.Single).Select(office => office.Title).ToHashSet(StringComparer.Ordinal),
        Fold = folding.Fold,
    };

    private ExtractionPipeline Checked()
    {
        times.Check();
        durations.Check();
        return this;
    }

    private static string Sha256(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Reads an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="withText">Whether the record carries the article's text, which stores need.</param>
    public ExtractionRecord Extract(Article article, bool withText = false) => RecordBuilder.Build(Read(article), withText, precision);

    internal ArticleReading Read(Article article)
    {
        var folded = folding.Fold(article.Text);
        var matches = new List<PhraseMatch>();
        vocabulary.Match(folded, matches);
        var spans = names.Find(folded, matches);

        var sentences = new List<ParsedSentence>();
        foreach (var sentence in SentenceSplitter.Split(article, folded, vocabulary))
        {
            var words = lexer.Lex(folded, sentence.Span, matches, spans, times.Find(folded, sentence.Span), durations.Find(folded, sentence.Span));
            sentences.Add(new ParsedSentence(sentences.Count, sentence, entities.Chunk(words, folded, article.Text)));
        }

        var found = sentences.SelectMany(sentence => events.Extract(sentence, folded, article.Text)).ToList();
        var agreed = sentences.SelectMany(sentence => agreements.Extract(sentence, folded, article.Text)).ToList();
        return linker.Link(article, sentences, people.Cluster(sentences, article.Publisher), found, agreed);
    }
}
