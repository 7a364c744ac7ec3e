using System.Collections.Immutable;

namespace KnowledgeGraph.Linking;

/// <summary>What parties agreed.</summary>
/// <param name="Parties">The parties, states where states are meant.</param>
/// <param name="Form">A form of <see cref="AgreementForms"/>.</param>
/// <param name="Content">The words of the content, trigger left out.</param>
/// <param name="Document">The document's name.</param>
/// <param name="Event">The event at which it was reached.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Rule">Name of the rule.</param>
internal sealed record ResolvedAgreement(
    ImmutableArray<Participant> Parties, string Form, Span Content, string? Document, ResolvedEvent? Event, int Sentence, string Rule);
