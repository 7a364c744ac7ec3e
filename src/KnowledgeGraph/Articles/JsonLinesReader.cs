using System.Text;
using System.Text.Json;

namespace KnowledgeGraph.Articles;

/// <summary>The lines of a JSON Lines file as sources, streamed. A line is not decoded here beyond its id.</summary>
internal sealed class JsonLinesReader(ReadOptions options)
{
    public IEnumerable<ArticleSource> Read(Stream stream, string root, string name)
    {
        var buffer = new byte[1 << 16];
        var start = 0;
        var end = 0;
        var line = 0;
        var skipping = false;
        var ended = false;
        while (!ended)
        {
            var newline = Array.IndexOf(buffer, (byte)'\n', start, end - start);
            if (newline < 0)
            {
                if (start > 0)
                {
                    Array.Copy(buffer, start, buffer, 0, end - start);
                    end -= start;
                    start = 0;
                }

                if (end > options.MaxSourceBytes && !skipping)
                {
                    yield return TooLong(root, name, line + 1);
                    skipping = true;
                }

                if (skipping)
                {
                    end = 0;
                }
                else if (end == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }

                var read = stream.Read(buffer, end, buffer.Length - end);
                end += read;
                if (read > 0)
                {
                    continue;
                }

                ended = true;
                newline = end;
            }

            line++;
            var bytes = Line(buffer.AsSpan(start, newline - start));
            start = newline + 1;
            if (skipping)
            {
                skipping = false;
            }
            else if (bytes.Length > 0)
            {
                yield return bytes.Length > options.MaxSourceBytes
                    ? TooLong(root, name, line)
                    : OfLine(bytes, root, FormattableString.Invariant($"{name}#{line}"));
            }
        }
    }

    private static byte[] Line(ReadOnlySpan<byte> line)
    {
        line = line.StartsWith(Encoding.UTF8.Preamble) ? line[3..] : line;
        return line.Trim(" \t\r"u8).ToArray();
    }

    private ArticleSource TooLong(string root, string name, int line) => ArticleSource.Failed(
        root,
        FormattableString.Invariant($"{name}#{line}"),
        FormattableString.Invariant($"The line is larger than {options.MaxSourceBytes} bytes, the most that one article may have."));

    private ArticleSource OfLine(byte[] bytes, string root, string place)
    {
        string? id = null;
        var schema = false;
        var article = false;
        try
        {
            var json = new Utf8JsonReader(bytes);
            if (json.Read() && json.TokenType == JsonTokenType.StartObject)
            {
                while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
                {
                    schema |= json.ValueTextEquals("schema"u8);
                    article |= json.ValueTextEquals("article"u8);
                    var isId = json.ValueTextEquals(options.Fields.Id);
                    json.Read();
                    if (isId && json.TokenType is JsonTokenType.String or JsonTokenType.Number)
                    {
                        id = json.TokenType == JsonTokenType.String ? json.GetString() : Encoding.ASCII.GetString(json.ValueSpan);
                    }

                    json.Skip();
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Reading the line reports what is wrong with it; here only its name is wanted.
            id = null;
        }

        return schema && article
            ? ArticleSource.NotAnArticle(root, place, "a record of our own")
            : new ArticleSource
            {
                Root = root,
                Name = string.IsNullOrWhiteSpace(id) ? place : Whitespace.Collapse(id),
                Format = SourceFormat.JsonLines,
                Bytes = bytes,
                Place = place,
            };
    }
}
