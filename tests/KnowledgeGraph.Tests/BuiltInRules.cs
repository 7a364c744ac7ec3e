using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Tests;

/// <summary>The rules of this build and their pipeline, made once for all tests.</summary>
internal static class BuiltInRules
{
    private static readonly Lazy<RuleSet> LazyRules = new(() => RuleSet.Load(RuleSource.Embedded));
    private static readonly Lazy<ExtractionPipeline> LazyPipeline = new(() => ExtractionPipeline.Create(Rules));

    /// <summary>The rules.</summary>
    public static RuleSet Rules => LazyRules.Value;

    /// <summary>Their pipeline.</summary>
    public static ExtractionPipeline Pipeline => LazyPipeline.Value;
}
