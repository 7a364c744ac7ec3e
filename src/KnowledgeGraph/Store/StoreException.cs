namespace KnowledgeGraph.Store;

/// <summary>A store cannot be used; the message names the file, what was expected and what to do.</summary>
public sealed class StoreException : Exception
{
    /// <summary>An exception without message.</summary>
    public StoreException()
    {
    }

    /// <summary>An exception with a message for the user.</summary>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message for the user and what caused it.</summary>
    public StoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
