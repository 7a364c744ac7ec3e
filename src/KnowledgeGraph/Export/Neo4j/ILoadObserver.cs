namespace KnowledgeGraph.Export.Neo4j;

/// <summary>Told how far a load is.</summary>
public interface ILoadObserver
{
    /// <summary>The server answered.</summary>
    /// <param name="server">What it is, such as <c>Neo4j 5.26.12</c>.</param>
    void Connected(string server);

    /// <summary>Something the user may want to know while waiting.</summary>
    void Notes(string message);

    /// <summary>So much is written.</summary>
    /// <param name="done">Rows done.</param>
    /// <param name="total">Rows to do.</param>
    /// <param name="what">Label or type of the last ones.</param>
    void Wrote(long done, long total, string what);
}
