namespace KnowledgeGraph.Store;

/// <summary>
/// A name for a store that stays with the file wherever it is moved, so that what it wrote elsewhere can be told from what
/// others wrote. It is no content: it is drawn at random when it is first asked for, and no answer or export shows it.
/// </summary>
internal static class StoreIdentity
{
    private const string Find = "SELECT id FROM store_identity";

    private const string Draw = """
        CREATE TABLE IF NOT EXISTS store_identity(only INTEGER PRIMARY KEY CHECK (only = 1), id TEXT NOT NULL);
        INSERT OR IGNORE INTO store_identity VALUES (1, 'store:' || lower(hex(randomblob(8))));
        """;

    /// <summary>The store's name: <c>store:</c> and 16 hex digits, of the same length for every store.</summary>
    /// <exception cref="StoreException">It has none yet, and the file cannot be written.</exception>
    public static string Of(KnowledgeStore store)
    {
        if (StoreSchema.Number(store.Connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'store_identity'") == 0)
        {
            using var writable = KnowledgeStore.Open(store.Path);
            StoreSchema.Execute(writable.Connection, Draw);
        }

        using var command = store.Connection.Prepare(Find);
        return (string)command.ExecuteScalar()!;
    }
}
