using System.Text;
using KnowledgeGraph.Articles;
using static KnowledgeGraph.Tests.Articles.InputFolder;

namespace KnowledgeGraph.Tests.Articles;

public sealed class RowTests
{
    private const string Body = "国务委员兼外长王毅在巴厘岛会见韩国外长朴振。";

    [Fact]
    public void Json_lines_give_an_article_a_line_and_broken_lines_are_reported_by_number()
    {
        using var folder = new InputFolder();
        folder.Write("rows.jsonl", $$"""
            {"id":"xwlb-1","title":"会见","date":"2022-07-08T19:00:00+08:00","author":"央视网","html":"<p>{{Body}}</p>"}
            {"title":"会谈","text":"{{Body}}"
            
            {"id":7,"title":"会谈","url":"https://www.zaobao.com/story20220708-1","text":"{{Body}}"}
            ["no object"]
            {"title":"没有正文"}
            """);

        var results = folder.ReadAll();

        Assert.Equal(["xwlb-1", "rows.jsonl#2", "7", "rows.jsonl#5", "rows.jsonl#6"], results.Select(result => result.Name));
        Assert.Equal([ReadStatus.Read, ReadStatus.Failed, ReadStatus.Read, ReadStatus.Failed, ReadStatus.Failed], results.Select(result => result.Status));
        Assert.Equal((DateSource.Field, "2022-07-08T11:00:00Z"), (results[0].Article!.DateSource, results[0].Article!.Published.ToString()));
        Assert.Equal(DateSource.Url, results[2].Article!.DateSource);
        Assert.Contains("rows.jsonl#2", results[1].Reason, StringComparison.Ordinal);
        Assert.Contains("--map", results[4].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_json_lines_and_fields_may_carry_other_names()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes($"{{\"content\":\"{Body}\",\"title\":\"会见\",\"publish_time\":1657250788,\"link\":\"https://www.dw.com/zh/a-1\"}}"));
        var options = new ReadOptions { StandardInput = input, Fields = FieldMap.Parse("text=content, date=publish_time,url=link") };

        var result = Assert.Single(Read(options, "-"));

        Assert.Equal(("-#1", "2022-07-08T03:26:28Z", "德国之声"), (result.Name, result.Article!.Published.ToString(), result.Article.Publisher));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("text=")]
    [InlineData("body=content")]
    public void A_map_that_maps_nothing_is_refused(string map)
    {
        Assert.Contains("text=content", Assert.Throws<FormatException>(() => FieldMap.Parse(map)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_is_read_where_it_is_named_with_quotes_newlines_and_other_names()
    {
        using var folder = new InputFolder();
        var path = folder.Write("rows.csv", $"\uFEFFtitle,content,publish_time\r\n会见,\"{Body}\n第二段说，\"\"很好\"\"。\",2022-07-08\r\n会谈,{Body},\r\n坏行,a\"b,2022\r\n");

        var results = Read(new ReadOptions { Fields = FieldMap.Parse("text=content,date=publish_time") }, path);

        Assert.Equal(["rows.csv#2", "rows.csv#4", "rows.csv#5"], results.Select(result => result.Name));
        Assert.Equal([ReadStatus.Read, ReadStatus.NoDate, ReadStatus.Failed], results.Select(result => result.Status));
        Assert.Equal($"会见\n{Body}\n第二段说，\"很好\"。\n", results[0].Article!.Text);
    }

    [Fact]
    public void Csv_in_gb18030_with_semicolons_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var folder = new InputFolder();
        var path = folder.Write("rows.csv", Encoding.GetEncoding("gb18030").GetBytes($"id;title;text;date\n1;会见;{Body};2022-07-08\n"));

        var result = Assert.Single(Read(new ReadOptions(), path));

        Assert.Equal(("1", $"会见\n{Body}\n"), (result.Name, result.Article!.Text));
    }

    [Fact]
    public void A_line_longer_than_the_limit_is_reported_and_the_next_one_read()
    {
        using var folder = new InputFolder();
        var path = folder.Write("rows.jsonl", $"{{\"text\":\"{new string('长', 200_000)}\"}}\n{{\"title\":\"会见\",\"text\":\"{Body}\"}}\n");

        var results = Read(new ReadOptions { MaxSourceBytes = 100_000 }, path);

        Assert.Equal([("rows.jsonl#1", ReadStatus.Failed), ("rows.jsonl#2", ReadStatus.NoDate)], results.Select(result => (result.Name, result.Status)));
    }
}
