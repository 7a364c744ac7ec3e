using KnowledgeGraph.Articles;
using KnowledgeGraph.Extraction.Events;

namespace KnowledgeGraph.Linking;

/// <summary>All that was understood of one article.</summary>
/// <param name="Article">The article.</param>
/// <param name="Sentences">Its sentences with their entities.</param>
/// <param name="People">Its people, in order of first mention.</param>
/// <param name="Events">Its events, each once.</param>
/// <param name="Agreements">Its agreements, each once.</param>
internal sealed record ArticleReading(
    Article Article,
    IReadOnlyList<ParsedSentence> Sentences,
    IReadOnlyList<PersonCluster> People,
    IReadOnlyList<ResolvedEvent> Events,
    IReadOnlyList<ResolvedAgreement> Agreements);
