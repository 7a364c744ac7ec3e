using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using KnowledgeGraph.Articles;

namespace KnowledgeGraph.Tests.Articles;

/// <summary>A folder of inputs for one test, deleted behind it.</summary>
internal sealed class InputFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kg-articles-");

    public string Root => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Every source of the folder, read with the defaults.</summary>
    public List<ReadResult> ReadAll() => Read(new ReadOptions(), Root);

    public static List<ReadResult> Read(ReadOptions options, params string[] inputs) => [.. new ArticleReader(options).Read(inputs)];

    /// <summary>The one result that a file of this content gives.</summary>
    public static ReadResult ReadOne(string name, string content) => ReadOne(name, Encoding.UTF8.GetBytes(content));

    public static ReadResult ReadOne(string name, byte[] content)
    {
        using var folder = new InputFolder();
        return Assert.Single(Read(new ReadOptions(), folder.Write(name, content)));
    }

    /// <summary>The one article that a file of this content gives.</summary>
    public static Article ReadArticle(string name, string content)
    {
        var result = ReadOne(name, content);
        Assert.True(result.Article is not null, $"{result.Status}: {result.Reason}");
        return result.Article;
    }

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return packed.ToArray();
    }

    public static byte[] Tar(params (string Name, string Content)[] entries)
    {
        using var packed = new MemoryStream();
        using (var tar = new TarWriter(packed))
        {
            foreach (var (name, content) in entries)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });
            }
        }

        return packed.ToArray();
    }

    /// <summary>A post that reads without complaint.</summary>
    public static string Post(string title, string date = "2022-07-08", string body = "国务委员兼外长王毅在巴厘岛会见韩国外长朴振。") =>
        $"---\ntitle: {title}\ndate: {date}\nauthor: 联合早报\n---\n\n{body}\n";
}
