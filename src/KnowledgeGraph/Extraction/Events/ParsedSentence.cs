using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;

namespace KnowledgeGraph.Extraction.Events;

/// <summary>A sentence with its entities found.</summary>
/// <param name="Index">Index in the article.</param>
/// <param name="Sentence">Where it stands.</param>
/// <param name="Items">Its entities and words.</param>
internal sealed record ParsedSentence(int Index, Sentence Sentence, Item[] Items);
