using System.Collections.Immutable;
using KnowledgeGraph.Extraction.Entities;

namespace KnowledgeGraph.Extraction.Agreements;

/// <summary>Where an agreement's parties are to be found.</summary>
internal enum PartySource
{
    /// <summary>Named beside the trigger, be it by 双方.</summary>
    Named,

    /// <summary>Left out: those of the contact told before in the same sentence.</summary>
    SameSentence,

    /// <summary>Those of the contact told last, wherever (会议一致认为).</summary>
    ToldLast,

    /// <summary>Those of the agreement in the sentence before (达成共识：一、…；二、…).</summary>
    Continued,
}

/// <summary>In whose mouth an agreement is one.</summary>
internal enum AgreementVoice
{
    /// <summary>In anyone's.</summary>
    Any,

    /// <summary>Only where the text tells it of both, not where one side says that both do.</summary>
    Joint,

    /// <summary>Only before the press, where a leader speaks for both.</summary>
    Press,
}

/// <summary>One telling of an agreement, before its parties are resolved.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Trigger">The words that commit.</param>
/// <param name="Parties">The parties as named; empty where <paramref name="Source"/> says so.</param>
/// <param name="Source">Where the parties are to be found.</param>
/// <param name="Form">A form of <see cref="AgreementForms"/>.</param>
/// <param name="Content">What was agreed, trigger left out.</param>
/// <param name="Document">The document's name, where one is signed or issued.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Voice">In whose mouth it is one.</param>
internal sealed record AgreementMention(
    int Sentence, Span Trigger, ImmutableArray<ActorMention> Parties, PartySource Source, string Form, Span Content, string? Document, string Rule, AgreementVoice Voice);
