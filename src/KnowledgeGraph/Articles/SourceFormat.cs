namespace KnowledgeGraph.Articles;

/// <summary>How an article's bytes are written.</summary>
internal enum SourceFormat
{
    Other,
    Markdown,
    Html,
    Text,
    JsonLines,
    Csv,
    Zip,
    Tar,
}

/// <summary>What a file's name says about it.</summary>
/// <param name="Format">How the content is written.</param>
/// <param name="IsGzip">Whether it is compressed as a whole.</param>
internal readonly record struct FileKind(SourceFormat Format, bool IsGzip)
{
    public const string Readable =
        ".md .markdown .html .htm .txt .jsonl .ndjson .csv (each also with .gz), .zip, .tar, .tar.gz";

    public static FileKind Of(string fileName)
    {
        if (Ends(fileName, ".tgz"))
        {
            return new FileKind(SourceFormat.Tar, true);
        }

        var gzip = Ends(fileName, ".gz");
        var extension = Path.GetExtension(gzip ? fileName[..^3] : fileName);
        var format = extension.ToUpperInvariant() switch
        {
            ".MD" or ".MARKDOWN" => SourceFormat.Markdown,
            ".HTML" or ".HTM" => SourceFormat.Html,
            ".TXT" => SourceFormat.Text,
            ".JSONL" or ".NDJSON" => SourceFormat.JsonLines,
            ".CSV" => SourceFormat.Csv,
            ".ZIP" when !gzip => SourceFormat.Zip,
            ".TAR" => SourceFormat.Tar,
            _ => SourceFormat.Other,
        };
        return new FileKind(format, gzip);
    }

    /// <summary>
    /// Why a file is no article whatever its kind; <see langword="null"/> where it may be one. A <c>README</c> explains a
    /// folder, and names with a leading dot are the business of other programs (<c>._post.md</c> of macOS).
    /// </summary>
    public static string? WhyNone(string fileName) =>
        fileName.StartsWith("README", StringComparison.OrdinalIgnoreCase) ? "a README"
        : Ends(fileName, ".expected.json") ? "an expected record"
        : fileName.StartsWith('.') ? "a hidden file"
        : null;

    private static bool Ends(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
