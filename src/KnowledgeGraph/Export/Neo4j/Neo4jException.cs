namespace KnowledgeGraph.Export.Neo4j;

/// <summary>A Neo4j server cannot be used, or refused something; the message says what was met and what to do.</summary>
public sealed class Neo4jException : IOException
{
    /// <summary>An exception without message.</summary>
    public Neo4jException()
    {
    }

    /// <summary>An exception with a message for the user.</summary>
    public Neo4jException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message for the user and what caused it.</summary>
    public Neo4jException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
