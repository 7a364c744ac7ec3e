using System.Text;
using KnowledgeGraph.Articles;
using static KnowledgeGraph.Tests.Articles.InputFolder;

namespace KnowledgeGraph.Tests.Articles;

public sealed class ArchiveTests
{
    [Fact]
    public void Posts_in_zip_tar_and_gzip_read_like_loose_ones()
    {
        using var folder = new InputFolder();
        folder.Write("a.md", Post("会谈"));
        folder.Write("b.md.gz", Gzip(Encoding.UTF8.GetBytes(Post("会谈"))));
        folder.Write("c.zip", Zip(("x/y.md", Post("会谈")), ("README.md", "x"), ("__MACOSX/._y.md", "x"), ("rows.csv", "title,text")));
        folder.Write("d.tar", Tar(("./x/y.md", Post("会谈"))));
        folder.Write("e.tgz", Gzip(Tar(("y.md", Post("会谈")))));
        folder.Write("f.zip", Zip(("rows.jsonl", "{\"id\":\"r1\",\"title\":\"会谈\",\"text\":\"国务委员兼外长王毅在巴厘岛会见韩国外长朴振。\",\"date\":\"2022-07-08\"}\n")));

        var articles = folder.ReadAll().Where(result => result.Article is not null).ToList();

        Assert.Equal(["a.md", "b.md.gz", "c.zip!/x/y.md", "d.tar!/x/y.md", "e.tgz!/y.md", "r1"], articles.Select(result => result.Name));
        Assert.Single(articles.Select(result => result.Article!.Id).Distinct());
        Assert.Single(articles.Take(5).Select(result => result.Article!.Hash).Distinct());
    }

    [Fact]
    public void A_zip_bomb_is_reported_and_the_next_input_read()
    {
        using var folder = new InputFolder();
        var zeros = new string('a', 4 << 20);
        var bomb = folder.Write("bomb.zip", Zip([.. Enumerable.Range(0, 8).Select(i => ($"{i}.md", zeros))]));
        var packed = folder.Write("bomb.md.gz", Gzip(new byte[8 << 20]));
        var good = folder.Write("good.md", Post("会谈"));

        var results = Read(new ReadOptions { FreeExpansionBytes = 1 << 20 }, bomb, packed, good);

        Assert.Contains(results, result => result.Status == ReadStatus.Failed && result.Name.StartsWith("bomb.zip", StringComparison.Ordinal) && result.Reason!.Contains("bomb", StringComparison.Ordinal));
        Assert.Contains(results, result => result.Name == "bomb.md.gz" && result.Reason!.Contains("bomb", StringComparison.Ordinal));
        Assert.Equal(ReadStatus.Read, results[^1].Status);
    }

    [Fact]
    public void An_archive_cut_short_gives_what_stands_before_the_cut_and_says_so()
    {
        using var folder = new InputFolder();
        var random = new Random(1);
        var noise = string.Concat(Enumerable.Range(0, 60_000).Select(_ => (char)random.Next(0x4E00, 0x9FA0)));
        var tar = Gzip(Tar(("a.md", Post("会谈")), ("b.md", Post("会谈二", body: noise))));
        folder.Write("a.tar.gz", tar[..(tar.Length / 2)]);

        var results = folder.ReadAll();

        Assert.Equal(ReadStatus.Read, results[0].Status);
        Assert.Equal(ReadStatus.Failed, results[^1].Status);
    }

    [Fact]
    public void Entry_names_in_gbk_are_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var packed = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(packed, System.IO.Compression.ZipArchiveMode.Create, true, Encoding.GetEncoding("gbk")))
        {
            using var entry = zip.CreateEntry("新闻/会谈.md").Open();
            entry.Write(Encoding.UTF8.GetBytes(Post("会谈")));
        }

        Assert.Equal("a.zip!/新闻/会谈.md", ReadOne("a.zip", packed.ToArray()).Name);
    }
}
