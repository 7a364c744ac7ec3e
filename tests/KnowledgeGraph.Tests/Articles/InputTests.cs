using System.Text;
using KnowledgeGraph.Articles;
using static KnowledgeGraph.Tests.Articles.InputFolder;

namespace KnowledgeGraph.Tests.Articles;

public sealed class InputTests
{
    [Fact]
    public void A_folder_gives_its_files_in_ordinal_order_of_their_relative_path()
    {
        using var folder = new InputFolder();
        foreach (var name in new[] { "b.md", "a/c.md", "a.md", "a-b/x.md", "Z.md", "a/b/d.md" })
        {
            folder.Write(name, Post(name));
        }

        var names = folder.ReadAll().ConvertAll(result => result.Name);

        Assert.Equal(["Z.md", "a-b/x.md", "a.md", "a/b/d.md", "a/c.md", "b.md"], names);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public void A_file_given_alone_is_named_by_its_file_name_and_inputs_keep_their_order()
    {
        using var folder = new InputFolder();
        var second = folder.Write("x/2.md", Post("二"));
        var first = folder.Write("y/1.md", Post("一"));

        Assert.Equal(["2.md", "1.md"], Read(new ReadOptions(), second, first).Select(result => result.Name));
    }

    [Fact]
    public void What_is_no_article_is_counted_as_such()
    {
        using var folder = new InputFolder();
        folder.Write("README.md", "# 说明");
        folder.Write("readme_zh.html", "说明");
        folder.Write("photo.jpg", [0xFF, 0xD8]);
        folder.Write("a.expected.json", "{}");
        folder.Write("rows.csv", "title,text\n会谈,两国外长举行会谈。");
        folder.Write("._a.md", [0, 5, 22, 7]);
        folder.Write(".git/config.md", "x");
        folder.Write("records.jsonl", "{\"schema\":1,\"article\":{\"id\":\"article:1\",\"file\":\"a.md\"},\"persons\":[]}\n");
        folder.Write("a.md", Post("会谈"));

        var results = folder.ReadAll();

        Assert.Equal(
            ["._a.md", "README.md", "a.expected.json", "photo.jpg", "readme_zh.html", "records.jsonl#1", "rows.csv"],
            results.Where(result => result.Status == ReadStatus.NotAnArticle).Select(result => result.Name));
        Assert.Equal("a.md", Assert.Single(results, result => result.Article is not null).Name);
    }

    [Fact]
    public void Broken_files_are_reported_with_a_reason_and_the_rest_goes_on()
    {
        using var folder = new InputFolder();
        folder.Write("0.md", Post("会谈"));
        folder.Write("1.md", [.. Encoding.UTF8.GetBytes(Post("会谈二", body: "王毅会见朴振，双方就半岛局势深入交换了意见。")), 0xE4, 0xBD, .. "。\n"u8]);
        folder.Write("2.md", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 13, 1, 2, 3]);
        folder.Write("3.md.gz", Gzip(Encoding.UTF8.GetBytes(Post("会谈三")))[..^12]);
        folder.Write("4.zip", [(byte)'P', (byte)'K', 3, 4, 9, 9, 9]);
        folder.Write("5.tar.gz", "no gzip"u8.ToArray());
        folder.Write("6.md", "");
        folder.Write("7.md/inner.md", Post("会谈七"));
        File.CreateSymbolicLink(Path.Combine(folder.Root, "8.md"), Path.Combine(folder.Root, "nowhere.md"));
        folder.Write("9.md", Post("会谈九"));

        var results = folder.ReadAll();

        Assert.Equal(
            [
                ("0.md", ReadStatus.Read), ("1.md", ReadStatus.Failed), ("2.md", ReadStatus.Failed), ("3.md.gz", ReadStatus.Failed),
                ("4.zip", ReadStatus.Failed), ("5.tar.gz", ReadStatus.Failed), ("6.md", ReadStatus.NoText), ("7.md/inner.md", ReadStatus.Read),
                ("8.md", ReadStatus.Failed), ("9.md", ReadStatus.Read),
            ],
            results.Select(result => (result.Name, result.Status)));
        Assert.All(results, result => Assert.True(result.Status == ReadStatus.Read || result.Reason is { Length: > 10 }, result.Name));
        Assert.Contains("line 8", results[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_input_is_reported_and_the_next_one_read()
    {
        using var folder = new InputFolder();
        var there = folder.Write("a.md", Post("会谈"));

        var results = Read(new ReadOptions(), Path.Combine(folder.Root, "nothing"), there);

        Assert.Equal([ReadStatus.Failed, ReadStatus.Read], results.Select(result => result.Status));
        Assert.Contains("nothing", results[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_back_into_the_folder_ends_the_walk()
    {
        using var folder = new InputFolder();
        folder.Write("a/x.md", Post("会谈"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Root, "a", "loop"), folder.Root);
        Directory.CreateSymbolicLink(Path.Combine(folder.Root, "b"), Path.Combine(folder.Root, "a"));

        Assert.Equal(["a/x.md"], folder.ReadAll().Select(result => result.Name));
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_reported()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "needs a user who may be refused a file");
        using var folder = new InputFolder();
        var path = folder.Write("a.md", Post("会谈"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
        }

        Assert.Equal(ReadStatus.Failed, Assert.Single(folder.ReadAll()).Status);
    }

    [Fact]
    public void The_same_text_at_two_paths_is_one_article_and_told_as_a_duplicate()
    {
        using var folder = new InputFolder();
        folder.Write("a.md", Post("会谈"));
        folder.Write("b.md", Post("会谈", date: "2022-07-09"));

        var results = folder.ReadAll();

        Assert.Equal([ReadStatus.Read, ReadStatus.Duplicate], results.Select(result => result.Status));
        Assert.Contains("a.md", results[1].Reason, StringComparison.Ordinal);
        Assert.Equal(results[0].Article!.Id, results[1].Article!.Id);
        Assert.NotEqual(results[0].Article!.Hash, results[1].Article!.Hash);
    }

    [Theory]
    [InlineData("Wang Yi met Park Jin in Bali and agreed to keep talking about the peninsula.")]
    [InlineData("王毅外相は韓国の朴振外相とバリで会談し、両国の関係について話し合った。")]
    [InlineData("왕이 외교부장은 박진 외교부 장관과 발리에서 회담했다. 両國 관계를 논의했다.")]
    public void Other_languages_are_told_from_chinese(string body)
    {
        Assert.Equal(ReadStatus.NotChinese, ReadOne("a.md", body).Status);
    }

    [Fact]
    public void A_text_file_has_its_first_short_line_as_title_and_a_paragraph_a_line()
    {
        var article = ReadArticle("a.txt", "王毅会见朴振\n\n　　7日，王毅在巴厘岛会见朴振。\n　　双方交换了意见。\n");

        Assert.Equal("王毅会见朴振", article.Title);
        Assert.Equal("王毅会见朴振\n7日，王毅在巴厘岛会见朴振。\n双方交换了意见。\n", article.Text);
    }

    [Fact]
    public void A_text_file_wrapped_at_a_fixed_width_has_its_paragraphs_joined()
    {
        var article = ReadArticle("a.txt", """
            国务委员兼外长王毅七日在印度尼西亚巴厘岛出席
            二十国集团外长会期间会见韩国外长朴振，双方就
            半岛局势和共同关心的国际地区问题交换了意见并
            同意保持沟通。

            会见后双方没有发表联合声明。
            """);

        Assert.StartsWith("国务委员兼外长王毅七日在印度尼西亚巴厘岛出席二十国集团外长会期间会见", article.Text, StringComparison.Ordinal);
        Assert.Equal(2, article.Blocks.Length);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("gb18030", false)]
    public void Text_is_read_in_the_encodings_of_chinese_archives(string encoding, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string Text = "王毅会见朴振\n七日，王毅在巴厘岛会见朴振。\n双方交换了意见。\n";
        var codec = Encoding.GetEncoding(encoding);

        var result = ReadOne("a.txt", [.. mark ? codec.GetPreamble() : [], .. codec.GetBytes(Text)]);

        Assert.Equal(Text, result.Article?.Text);
    }

    [Theory]
    [InlineData("<meta charset='big5'>")]
    [InlineData("")]
    public void Big5_is_read_where_declared_and_where_its_bytes_show_it(string declaration)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = $"<html><head>{declaration}</head><body><p>外交部長王毅在中美副外長級會談後，在天津會見美國常務副國務卿舍曼。他表示，為了兩國人民的共同利益。</p></body></html>";

        var result = ReadOne("a.html", Encoding.GetEncoding("big5").GetBytes(page));

        Assert.StartsWith("外交部長王毅在中美副外長級會談後", result.Article?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_larger_than_the_limit_is_reported()
    {
        using var folder = new InputFolder();
        folder.Write("a.md", Post("会谈"));

        var result = Assert.Single(Read(new ReadOptions { MaxSourceBytes = 20 }, folder.Root));

        Assert.Equal(ReadStatus.Failed, result.Status);
        Assert.Contains("20 bytes", result.Reason, StringComparison.Ordinal);
    }
}
