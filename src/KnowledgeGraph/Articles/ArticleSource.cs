using System.Security.Cryptography;

namespace KnowledgeGraph.Articles;

/// <summary>One article's bytes, found but not yet read. Finding is sequential and cheap; reading may run on any thread.</summary>
public sealed class ArticleSource
{
    private string? hash;

    /// <summary>The root that <see cref="Name"/> is relative to: a folder's full path, or <c>-</c> for standard input.</summary>
    public required string Root { get; init; }

    /// <summary>The source's name: <see cref="Article.File"/> of its article.</summary>
    public required string Name { get; init; }

    /// <summary>The file that holds it, relative to the root: an archive, a table, else the source itself; <see langword="null"/> on standard input.</summary>
    public string? Container { get; private set; }

    /// <summary><c>sha256:</c> and the digest of the bytes, known before the article is read; <see langword="null"/> where there are none.</summary>
    public string? Hash => Decided is null ? hash ??= Digest(Bytes.Span) : null;

    /// <summary>What is already known without reading: a file of another kind, a file that does not open.</summary>
    public ReadResult? Decided { get; private init; }

    internal SourceFormat Format { get; init; }

    /// <summary>The uncompressed bytes: of the file, the archive's entry, the line.</summary>
    internal ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>For a row its <c>file#line</c>, whatever its id, so that messages can point at it.</summary>
    internal string? Place { get; init; }

    /// <summary>The fields of a CSV row by the names of its header.</summary>
    internal IReadOnlyDictionary<string, string>? Row { get; init; }

    /// <summary>Says which file holds the source.</summary>
    internal ArticleSource In(string container)
    {
        Container = container;
        return this;
    }

    internal static ArticleSource Failed(string root, string name, string reason) =>
        Decide(root, name, ReadStatus.Failed, reason);

    internal static ArticleSource NotAnArticle(string root, string name, string reason) =>
        Decide(root, name, ReadStatus.NotAnArticle, reason);

    private static ArticleSource Decide(string root, string name, ReadStatus status, string reason) =>
        new() { Root = root, Name = name, Decided = new ReadResult(root, name, status, reason, null) };

    private static string Digest(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return "sha256:" + Convert.ToHexStringLower(digest);
    }
}
