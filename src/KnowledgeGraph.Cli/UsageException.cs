namespace KnowledgeGraph.Cli;

/// <summary>The command was given something that it cannot use; the message says what was expected.</summary>
internal sealed class UsageException(string message) : Exception(message);
