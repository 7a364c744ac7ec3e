using KnowledgeGraph.Rules;

namespace KnowledgeGraph;

/// <summary>Loads the vocabulary of queries of any rules.</summary>
public static class QueryVocabularyLoading
{
    /// <summary>The forms of names and questions of these rules: those compiled with the product, or compiled now.</summary>
    /// <exception cref="RuleFileException">A rule file cannot be used.</exception>
    public static QueryVocabulary QueryVocabulary(this RuleSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.IsBuiltIn
            ? KnowledgeGraph.QueryVocabulary.Default
            : new QueryVocabulary(source.Derived("queries", source.Trees.Hash, KnowledgeGraph.QueryVocabulary.Magic, output => QueryVocabularyCompiler.Compile(RuleSet.Load(source), source, output)));
    }
}
