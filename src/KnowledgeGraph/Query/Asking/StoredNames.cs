using KnowledgeGraph.Store;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Query.Asking;

/// <summary>Whether a store knows somebody of a name.</summary>
internal sealed class StoredNames(KnowledgeStore store) : IDisposable
{
    private readonly SqliteCommand command = store.Connection.Prepare(
        "SELECT n.label FROM names m JOIN nodes n ON n.id = m.node_id WHERE m.name = $name AND n.label IN ('Person', 'Organization') LIMIT 1", "$name");

    /// <summary>What bears a name, by the key of the name.</summary>
    public FormKinds Kinds(string key) => command.Bind(key).ExecuteScalar() switch
    {
        "Person" => FormKinds.Person,
        string => FormKinds.Organization,
        _ => FormKinds.None,
    };

    /// <inheritdoc/>
    public void Dispose() => command.Dispose();
}
