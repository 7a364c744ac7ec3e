using KnowledgeGraph.Articles;
using static KnowledgeGraph.Tests.Articles.InputFolder;

namespace KnowledgeGraph.Tests.Articles;

public sealed class HtmlPageTests
{
    private const string Body = """
        <div class="top-nav"><ul><li><a href="/">首页</a></li><li><a href="/w">国际</a></li><li><a href="/c">中国</a></li></ul></div>
        <div id="main"><div class="article-body">
        <h1>王毅会见韩国外长朴振</h1>
        <p>国务委员兼外长王毅在巴厘岛出席二十国集团外长会期间会见韩国外长朴振。</p>
        <p>双方就朝鲜半岛局势和共同关心的国际地区问题深入交换了意见，同意保持沟通。</p>
        <figure><img src="a.jpg" alt="照片"><figcaption>王毅与朴振。</figcaption></figure>
        <div class="share">分享到微信</div>
        </div></div>
        <div class="list"><a href="/1">其他新闻一</a><a href="/2">其他新闻二</a></div>
        <footer>版权所有 某某网</footer>
        """;

    [Theory]
    [InlineData("<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"王毅会见韩国外长朴振\",\"datePublished\":\"2022-07-08T11:26:28+08:00\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"联合早报\"}}]}</script><meta property='article:published_time' content='2020-01-01'>", "2022-07-08T03:26:28Z", DateSource.JsonLd)]
    [InlineData("<meta property='article:published_time' content='2022-07-08T11:26:28+08:00'>", "2022-07-08T03:26:28Z", DateSource.Meta)]
    [InlineData("<meta name='publishdate' content='2022-07-08'>", "2022-07-08", DateSource.Meta)]
    [InlineData("<link rel='canonical' href='https://www.zaobao.com/realtime/china/story20220708-1290000'>", "2022-07-08", DateSource.Url)]
    [InlineData("<meta property='og:url' content='https://www.example.com/2022/07/08/wang-yi.html'>", "2022-07-08", DateSource.Url)]
    [InlineData("<link rel='canonical' href='https://www.example.com/news/202207080234.aspx'>", "2022-07-08", DateSource.Url)]
    public void A_page_gives_its_date_by_json_ld_then_meta_then_address(string head, string expected, DateSource source)
    {
        var article = ReadArticle("page.html", $"<!DOCTYPE html><html><head><title>王毅会见韩国外长朴振_某某网</title>{head}</head><body>{Body}</body></html>");

        Assert.Equal(expected, article.Published.ToString());
        Assert.Equal(source, article.DateSource);
    }

    [Fact]
    public void A_time_element_dates_a_page_and_nothing_else_in_it_does()
    {
        var dated = ReadArticle("20200101.html", $"<html><body><time datetime='2022-07-08T03:26:28Z'>昨天</time>{Body}</body></html>");
        var undated = ReadOne("20200101.html", $"<html><!-- 2022-07-08 --><body><p>2022年7月8日</p>{Body}</body></html>");

        Assert.Equal(DateSource.TimeElement, dated.DateSource);
        Assert.Equal(ReadStatus.NoDate, undated.Status);
        Assert.NotNull(undated.Article);
    }

    [Fact]
    public void The_main_body_is_found_without_menus_shares_and_footers()
    {
        var article = ReadArticle("page.html", $"<html><head><title>王毅会见韩国外长朴振 - 某某网</title><meta property='og:site_name' content='某某网'></head><body>{Body}</body></html>");

        Assert.Equal("王毅会见韩国外长朴振", article.Title);
        Assert.Equal("某某网", article.Publisher);
        Assert.Equal(
            "王毅会见韩国外长朴振\n国务委员兼外长王毅在巴厘岛出席二十国集团外长会期间会见韩国外长朴振。\n"
            + "双方就朝鲜半岛局势和共同关心的国际地区问题深入交换了意见，同意保持沟通。\n王毅与朴振。\n",
            article.Text);
    }

    [Fact]
    public void A_page_saved_from_a_browser_with_its_layout_in_tables_is_read()
    {
        var article = ReadArticle("saved.html", """
            <!DOCTYPE html>
            <!-- saved from url=(0047)https://www.mfa.gov.cn/wjbzhd/202207/t20220708_10717000.shtml -->
            <html lang="zh-CN"><head><title>王毅会见韩国外长朴振_中华人民共和国外交部</title></head>
            <body><form><div class="nav"><ul><li><a href="/">首页</a></li></ul></div>
            <table><tbody><tr><td><div class="news-details"><h1>王毅会见韩国外长朴振</h1><div class="time">2022-07-08 09:30 来源：外交部网站 打印</div>
            <div id="News_Body_Txt_A"><p>2022年7月7日，国务委员兼外长王毅在巴厘岛会见韩国外长朴振。</p>
            <p>　　王毅表示，中韩两国元首成功通话，<br>引领双边关系实现平稳过渡。<br>朴振表示赞同。</p></div></div></td></tr></tbody></table>
            <div class="foot">版权所有 中华人民共和国外交部 联系我们 地址：北京市朝阳区朝阳门南大街2号 邮编：100701</div></form></body></html>
            """);

        Assert.Equal("https://www.mfa.gov.cn/wjbzhd/202207/t20220708_10717000.shtml", article.Url);
        Assert.Equal("中国外交部", article.Publisher);
        Assert.Null(article.Published);
        Assert.Equal("王毅会见韩国外长朴振\n2022年7月7日，国务委员兼外长王毅在巴厘岛会见韩国外长朴振。\n王毅表示，中韩两国元首成功通话，引领双边关系实现平稳过渡。\n朴振表示赞同。\n", article.Text);
    }

    [Fact]
    public void A_title_loses_the_name_of_a_known_site()
    {
        var article = ReadArticle("page.html", $"<html><head><meta property='og:title' content='王毅访韩 – 法国国际广播电台 - RFI'></head><body>{Body}</body></html>");

        Assert.Equal("王毅访韩", article.Title);
    }

    [Fact]
    public void A_whole_page_named_md_is_read_as_a_page()
    {
        Assert.Equal("王毅会见韩国外长朴振", ReadArticle("page.md", $"<!DOCTYPE html>\n<html><head></head><body>{Body}</body></html>").Title);
    }

    [Theory]
    [InlineData("<b>")]
    [InlineData("<b x=1><p>")]
    [InlineData("<div>")]
    [InlineData("<a href=x><table><i>")]
    public void A_page_that_nests_without_end_is_reported_in_little_time(string tag)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var result = ReadOne("deep.html", "<html><body>王毅会见朴振。" + string.Concat(Enumerable.Repeat(tag, 100_000)) + "双方交换了意见。");

        Assert.True(result.Status is ReadStatus.Failed or ReadStatus.NoDate, result.Reason);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }
}
