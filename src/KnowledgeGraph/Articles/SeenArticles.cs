namespace KnowledgeGraph.Articles;

/// <summary>The articles seen in one run, by id. Takes results in input order; not thread-safe.</summary>
public sealed class SeenArticles
{
    private readonly Dictionary<string, string> firstNames = new(StringComparer.Ordinal);

    /// <summary>The result, as <see cref="ReadStatus.Duplicate"/> where its article came before. It keeps its article.</summary>
    public ReadResult Mark(ReadResult result)
    {
        if (result.Article is null || firstNames.TryAdd(result.Article.Id, result.Name))
        {
            return result;
        }

        return result with { Status = ReadStatus.Duplicate, Reason = $"the same title and text as {firstNames[result.Article.Id]}" };
    }
}
