using KnowledgeGraph.Records;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Store;

/// <summary>
/// Some sources stored together in one transaction: all of them at <see cref="Commit"/>, none where the batch is disposed
/// without it or the program ends.
/// </summary>
public sealed class RecordBatch : IDisposable
{
    private readonly ExtractionRun run;
    private readonly SqliteConnection connection;
    private bool open;
    private readonly SqliteCommand formerArticle;
    private readonly SqliteCommand putArticle;
    private readonly SqliteCommand putSource;
    private readonly SqliteCommand putRecord;
    private readonly SqliteCommand dropRecord;
    private readonly SqliteCommand dropSource;
    private readonly SqliteCommand dropOrphan;
    private readonly SqliteCommand chooseSource;
    private readonly SqliteCommand firstSeen;

    internal RecordBatch(SqliteConnection connection, ExtractionRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        this.run = run;
        this.connection = connection;
        // Statements of the store that were prepared before take part as well, which a SqliteTransaction would refuse.
        StoreSchema.Execute(connection, "BEGIN IMMEDIATE");
        open = true;
        formerArticle = connection.Prepare("SELECT article_id FROM sources WHERE root = $root AND file = $file", "$root", "$file");
        putArticle = connection.Prepare("INSERT INTO texts(id, title, text) VALUES ($id, $title, $text) ON CONFLICT DO NOTHING", "$id", "$title", "$text");
        putSource = connection.Prepare(
            """
            INSERT INTO sources(root, file, hash, rules_hash, version, article_id, status, reason, url, publisher, published, date_source, run, container)
            VALUES ($root, $file, $hash, $rules, $version, $article, $status, $reason, $url, $publisher, $published, $dateSource, $run, $container)
            ON CONFLICT DO UPDATE SET hash = excluded.hash, rules_hash = excluded.rules_hash, version = excluded.version,
                article_id = excluded.article_id, status = excluded.status, reason = excluded.reason, url = excluded.url,
                publisher = excluded.publisher, published = excluded.published, date_source = excluded.date_source, run = excluded.run,
                container = excluded.container
            """,
            "$root", "$file", "$hash", "$rules", "$version", "$article", "$status", "$reason", "$url", "$publisher", "$published", "$dateSource", "$run", "$container");
        putRecord = connection.Prepare(
            "INSERT INTO records(root, file, json) VALUES ($root, $file, $json) ON CONFLICT DO UPDATE SET json = excluded.json", "$root", "$file", "$json");
        dropRecord = connection.Prepare("DELETE FROM records WHERE root = $root AND file = $file", "$root", "$file");
        dropSource = connection.Prepare("DELETE FROM sources WHERE root = $root AND file = $file", "$root", "$file");
        dropOrphan = connection.Prepare("DELETE FROM texts WHERE id = $id AND NOT EXISTS (SELECT 1 FROM sources WHERE article_id = $id)", "$id");
        chooseSource = connection.Prepare(
            """
            UPDATE texts SET (root, file) = (
                SELECT root, file FROM sources WHERE article_id = $id ORDER BY published IS NULL, published, file, root LIMIT 1) WHERE id = $id
            """,
            "$id");
        firstSeen = connection.Prepare(
            "INSERT INTO first_seen(id, article_id, run) VALUES ($id, $article, $run) ON CONFLICT DO NOTHING", "$id", "$article", "$run");
    }

    /// <summary>Stores a source and what it gave, in place of what it gave before.</summary>
    /// <param name="source">The source.</param>
    /// <param name="record">Its record with <see cref="ArticleRecord.Text"/>; <see langword="null"/> where it holds no article.</param>
    /// <exception cref="ArgumentException">The record comes without the article's text.</exception>
    public void Put(SourceState source, ExtractionRecord? record)
    {
        ArgumentNullException.ThrowIfNull(source);
        var former = formerArticle.Bind(source.Root, source.File).ExecuteScalar() as string;
        var article = record?.Article;
        if (article is not null)
        {
            var text = article.Text ?? throw new ArgumentException("A stored record needs the article's text; extract with text.", nameof(record));
            putArticle.Bind(article.Id, article.Title, text).ExecuteNonQuery();
        }

        putSource.Bind(
            source.Root, source.File, source.Hash, source.RulesHash ?? run.RulesHash, source.Version ?? run.Version, article?.Id, source.Status, source.Reason,
            article?.Url, article?.Publisher, article?.Published, article?.DateSource, run.Number, source.Container).ExecuteNonQuery();
        if (record is null)
        {
            dropRecord.Bind(source.Root, source.File).ExecuteNonQuery();
        }
        else
        {
            putRecord.Bind(source.Root, source.File, RecordJson.Write(record with { Article = record.Article with { Text = null } })).ExecuteNonQuery();
            See(record);
        }

        Settle(article?.Id);
        Settle(former == article?.Id ? null : former);
    }

    /// <summary>Forgets a source and, where no other source has its text, the article.</summary>
    /// <returns>Whether the store knew the source.</returns>
    public bool Forget(string root, string file)
    {
        var former = formerArticle.Bind(root, file).ExecuteScalar() as string;
        var known = dropSource.Bind(root, file).ExecuteNonQuery() > 0;
        Settle(former);
        return known;
    }

    /// <summary>Makes what was put lasting; nothing can be put afterwards.</summary>
    public void Commit()
    {
        StoreSchema.Execute(connection, "COMMIT");
        open = false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in new[] { formerArticle, putArticle, putSource, putRecord, dropRecord, dropSource, dropOrphan, chooseSource, firstSeen })
        {
            command.Dispose();
        }

        if (open)
        {
            StoreSchema.Execute(connection, "ROLLBACK");
            open = false;
        }
    }

    /// <summary>Notes the run in which an article, and what it tells, is seen for the first time.</summary>
    private void See(ExtractionRecord record)
    {
        var told = record.Events.Select(one => one.Id).Concat(record.Agreements.Select(one => one.Id));
        foreach (var id in told.Prepend(record.Article.Id))
        {
            firstSeen.Bind(id, record.Article.Id, run.Number).ExecuteNonQuery();
        }
    }

    /// <summary>Chooses the source of an article that counts, or forgets the article where none is left.</summary>
    private void Settle(string? article)
    {
        if (article is not null && dropOrphan.Bind(article).ExecuteNonQuery() == 0)
        {
            chooseSource.Bind(article).ExecuteNonQuery();
        }
    }
}
