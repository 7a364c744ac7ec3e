using KnowledgeGraph.Records;

namespace KnowledgeGraph.Graph;

/// <summary>Adds articles, and describes the words in them that show something.</summary>
internal static class ArticleNodes
{
    /// <summary>Adds an article.</summary>
    /// <param name="draft">The graph.</param>
    /// <param name="article">The article.</param>
    /// <param name="origin">Id of the first article of its origin.</param>
    public static string Add(GraphDraft draft, ArticleRecord article, string origin) =>
        draft.Node(article.Id, [NodeLabels.Article], article.Title.Length > 0 ? article.Title : article.File, properties =>
        {
            properties.Set("title", article.Title);
            properties.Set("url", article.Url);
            properties.Set("publisher", article.Publisher);
            properties.Set("published", article.Published);
            properties.Set("file", article.File);
            properties.Set("origin", origin);
        });

    /// <summary>Where the words stand, and the words.</summary>
    public static void Describe(EvidenceRecord evidence, GraphDraft.Properties properties)
    {
        properties.Set("start", evidence.Start);
        properties.Set("end", evidence.End);
        properties.Set("text", evidence.Text);
    }
}
