using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Entities;

namespace KnowledgeGraph.Extraction.Agreements;

/// <summary>One telling of an agreement, before its parties are resolved.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Trigger">The words that commit.</param>
/// <param name="Parties">The parties as named.</param>
/// <param name="Form">A form of <see cref="AgreementForms"/>.</param>
/// <param name="Content">What was agreed, trigger left out.</param>
/// <param name="Document">The document's name, where one is signed or issued.</param>
/// <param name="Rule">Name of the rule.</param>
internal sealed record AgreementMention(
    int Sentence, Span Trigger, ImmutableArray<ActorMention> Parties, string Form, Span Content, string? Document, string Rule);
