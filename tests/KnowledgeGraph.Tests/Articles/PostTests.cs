using KnowledgeGraph.Articles;
using static KnowledgeGraph.Tests.Articles.InputFolder;

namespace KnowledgeGraph.Tests.Articles;

public sealed class PostTests
{
    [Fact]
    public void A_jekyll_post_gives_title_address_medium_time_and_paragraphs_without_its_title_line()
    {
        var article = ReadArticle("2022-12-13-video.md", """
            ---
            layout: post
            title: "中韩外长视频会晤：中方愿同韩方维护国际自由贸易体系"
            date: 2022-12-13T00:31:00.000Z
            author: 联合早报
            from: https://www.zaobao.com/realtime/china/story20221213-1343008
            tags: [ 联合早报 ]
            ---
            <!--1670891460000-->
            [中韩外长视频会晤：中方愿同韩方维护国际自由贸易体系](https://www.zaobao.com/realtime/china/story20221213-1343008)
            ------

            <div>
            <p>中韩外长星期一（12月12日）举行视频会晤。</p><p>王毅&nbsp;12日同朴振举行会晤。</p><section id="imu"><div id="dfp-ad-imu1">广告文字</div></section>
            <div class="cx_paywall_placeholder" id="sph_cdp_40">订阅后阅读</div>
            </div>
            """);

        Assert.Equal("中韩外长视频会晤：中方愿同韩方维护国际自由贸易体系", article.Title);
        Assert.Equal("https://www.zaobao.com/realtime/china/story20221213-1343008", article.Url);
        Assert.Equal("联合早报", article.Publisher);
        Assert.Equal("2022-12-13T00:31:00Z", article.Published.ToString());
        Assert.Equal(DateSource.FrontMatter, article.DateSource);
        Assert.Equal("2022-12-13-video.md", article.File);
        Assert.Equal("中韩外长视频会晤：中方愿同韩方维护国际自由贸易体系\n中韩外长星期一（12月12日）举行视频会晤。\n王毅 12日同朴振举行会晤。\n", article.Text);
    }

    [Fact]
    public void A_hexo_post_with_an_empty_first_line_and_an_rfc_1123_date_is_read()
    {
        var article = ReadArticle("hexo.md", """

            ---
            title: '王毅会见韩国外长朴振'
            categories: 
             - 金融
             - 新浪财经
            author: 新浪财经
            comments: false
            date: Fri, 08 Jul 2022 03:26:28 GMT
            ---

            <div>   
            <p class="ori_titlesource">　　原标题：王毅会见韩国外长朴振</p>
            <p cms-style="font-L">　　新华社印度尼西亚巴厘岛7月8日电（记者余谦梁）当地时间2022年7月7日，王毅会见朴振。</p>
            <!-- 正文下iframe -->

            <!-- 文末二维码 start -->
                    <style>
                    .appendQr_wrap&#123;border:1px solid #E6E6E6;&#125;
                    </style>
                    <div class="clearfix appendQr_wrap">
                        <div class="appendQr_normal_txt">海量资讯、精准解读，尽在新浪财经APP</div>
                    </div>
            <p class="article-editor">责任编辑：李昂 </p>
            </div>
            """);

        Assert.Equal("2022-07-08T03:26:28Z", article.Published.ToString());
        Assert.Equal("新浪财经", article.Publisher);
        Assert.Equal("王毅会见韩国外长朴振\n新华社印度尼西亚巴厘岛7月8日电（记者余谦梁）当地时间2022年7月7日，王毅会见朴振。\n", article.Text);
    }

    [Fact]
    public void A_post_without_front_matter_takes_title_address_and_time_from_its_body()
    {
        var article = ReadArticle("voa.md", """
            ### 巴基斯坦新总理接连会见美中外交高官
            ------------------------

            <div class="published">
             <span class="date" title="中国时间">
              <time datetime="2018-09-08T10:31:13+08:00">
               2018年9月8日 10:31
              </time>
             </span>
            </div>
            <br/>
            <div class="wsw">
             <p>
              中国外交部长王毅星期六访问巴基斯坦，
              与依姆兰.汗举行会谈。
             </p>
            </div>

            原文链接：https://www.voachinese.com/a/pakistan-china-us-20180907/4562828.html


            ------------------------
            #### [禁闻聚合首页](https://example.org/a) &nbsp;|&nbsp;  [一键翻墙软件](https://example.org/b)
            """);

        Assert.Equal("巴基斯坦新总理接连会见美中外交高官", article.Title);
        Assert.Equal("https://www.voachinese.com/a/pakistan-china-us-20180907/4562828.html", article.Url);
        Assert.Equal("2018-09-08T02:31:13Z", article.Published.ToString());
        Assert.Equal(DateSource.TimeElement, article.DateSource);
        Assert.Equal("美国之音", article.Publisher);
        Assert.Equal("巴基斯坦新总理接连会见美中外交高官\n中国外交部长王毅星期六访问巴基斯坦，与依姆兰.汗举行会谈。\n", article.Text);
    }

    [Fact]
    public void The_original_address_wins_over_a_copy_in_a_web_archive_and_a_person_is_no_publisher()
    {
        var article = ReadArticle("hk.md", """
            ---
            title: "安倍與國際奧委會主席通電話"
            date: "2020-03-24"
            last_updated: "2020-03-24 21:20:45"
            author: "記者林勵"
            tags:
              - "東京奧運"
            url: "https://web.archive.org/web/20210701094736/https://www.hkcnews.com/article/28219"
            original_url: "https://www.hkcnews.com/article/28219"
            ---

            # 安倍與國際奧委會主席通電話

            <figure>
            <img src="a.jpg" alt="不是文字">
            <figcaption>安倍晉三。美聯社</figcaption>
            </figure>

            日本首相**安倍晉三**周二晚與巴赫通電話。

            ## 延期一年

            他希望在[一年](https://example.org)以內。

            {{< video src="https://example.org/x" >}}

            ---

            請加入成為眾新聞的月費訂戶，長期支持我們的工作。
            """);

        Assert.Equal("https://www.hkcnews.com/article/28219", article.Url);
        Assert.Equal("众新闻", article.Publisher);
        Assert.Equal("2020-03-24", article.Published.ToString());
        Assert.Equal(
            [BlockKind.Title, BlockKind.Caption, BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph],
            article.Blocks.Select(block => block.Kind));
        Assert.Equal(
            "安倍與國際奧委會主席通電話\n安倍晉三。美聯社\n日本首相安倍晉三周二晚與巴赫通電話。\n延期一年\n他希望在一年以內。\n",
            article.Text);
    }

    [Fact]
    public void A_copy_in_a_web_archive_gives_the_address_that_it_copies()
    {
        var article = ReadArticle("a.md", "---\ntitle: 会谈\nurl: https://web.archive.org/web/2021/https://www.dw.com/zh/a-1\n---\n两国外长举行会谈。");

        Assert.Equal("https://www.dw.com/zh/a-1", article.Url);
        Assert.Equal("德国之声", article.Publisher);
    }

    [Theory]
    [InlineData("date: 2022-07-08", "2022-07-08")]
    [InlineData("date: '2022-07-08 11:26:28'", "2022-07-08T03:26:28Z")]
    [InlineData("date: 2022-07-08 11:26:28 +0800", "2022-07-08T03:26:28Z")]
    [InlineData("date: \"Fri, 08 Jul 2022 03:26:28 GMT\"", "2022-07-08T03:26:28Z")]
    [InlineData("date: 2022-07-08T11:26:28+08:00", "2022-07-08T03:26:28Z")]
    [InlineData("Date: 2022/7/8 11:26", "2022-07-08T03:26:00Z")]
    [InlineData("date: 2022年7月8日", "2022-07-08")]
    [InlineData("updated: 2022-07-08", "")]
    [InlineData("date: ''", "")]
    [InlineData("date: soon", "")]
    [InlineData("date: 2022-13-41", "")]
    public void Front_matter_gives_dates_in_every_usual_form_and_a_last_change_is_none(string line, string expected)
    {
        var result = ReadOne("a.md", $"---\ntitle: 会谈\n{line}\n---\n两国外长举行会谈。");

        Assert.Equal(expected, result.Article?.Published?.ToString() ?? "");
        Assert.Equal(expected.Length == 0 ? ReadStatus.NoDate : ReadStatus.Read, result.Status);
    }

    [Fact]
    public void Windows_line_ends_read_like_others()
    {
        var unix = "---\ntitle: 会谈\ndate: 2022-07-08\n---\n\n两国外长\n举行会谈。\n\n- 第一\n- 第二\n";

        Assert.Equal(ReadArticle("a.md", unix).Text, ReadArticle("a.md", unix.ReplaceLineEndings("\r\n")).Text);
    }

    [Theory]
    [InlineData("---\ntitle: \"会谈\ndate: 2022\n---\n两国外长举行会谈。", "Line ")]
    [InlineData("---\ntitle: 会谈: 外长: 二\n---\n两国外长举行会谈。", "Line 2, column ")]
    [InlineData("---\ntitle: &a 会谈\nother: *a\n---\n两国外长举行会谈。", "Line 3, column 8")]
    [InlineData("---\ntitle: 会谈\n\n两国外长举行会谈。", "Line 1: the front matter that begins here is not closed")]
    [InlineData("\n\n---\n- a\n- b\n---\n两国外长举行会谈。", "Line 4, column 1")]
    public void Broken_front_matter_is_reported_with_its_line(string content, string reason)
    {
        var result = ReadOne("a.md", content);

        Assert.Equal(ReadStatus.Failed, result.Status);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_at_the_head_of_a_text_is_no_front_matter()
    {
        Assert.Equal("两国外长举行会谈。\n", ReadArticle("a.md", "---\n\n两国外长举行会谈。").Text);
    }

    [Fact]
    public void Indented_paragraphs_are_text_and_two_line_breaks_part_paragraphs()
    {
        var article = ReadArticle("a.md", "---\ntitle: 会谈\n---\n    王毅会见朴振。\n\n<p>　　他说，很好。<br><br>　　他又说，不错。</p>");

        Assert.Equal("会谈\n王毅会见朴振。\n他说，很好。\n他又说，不错。\n", article.Text);
    }

    [Fact]
    public void Lists_of_nothing_but_links_are_left_out_unless_they_are_all_there_is()
    {
        const string Links = "<ul><li><b><a href='https://example.org/1'>王毅访问韩国首尔并举行会谈</a></b></li><li><a href='https://example.org/2'>中日外长通电话</a></li></ul>";

        var related = ReadArticle("a.md", $"---\ntitle: 会谈\n---\n<div><p>两国外长在北京举行会谈，就双边关系和共同关心的国际地区问题深入交换了意见。</p>{Links}</div>");
        var programme = ReadArticle("b.md", $"---\ntitle: 新闻联播\n---\n<div>{Links}</div>");

        Assert.DoesNotContain("首尔", related.Text, StringComparison.Ordinal);
        Assert.Equal("新闻联播\n王毅访问韩国首尔并举行会谈\n中日外长通电话\n", programme.Text);
    }

    [Fact]
    public void Links_behind_their_heading_are_left_out_and_text_behind_them_stays()
    {
        var article = ReadArticle("a.md", "---\ntitle: 会谈\n---\n<p>王毅会见朴振。</p><p>相关阅读：</p><p><a href='/1'>王毅访问韩国</a></p><p>双方就半岛局势交换意见。</p>");

        Assert.Equal("会谈\n王毅会见朴振。\n双方就半岛局势交换意见。\n", article.Text);
    }

    [Fact]
    public void A_page_whose_text_bears_a_suspicious_class_keeps_its_text()
    {
        var article = ReadArticle("a.md", "---\ntitle: 会谈\n---\n<div class='share'><p>两国外长在北京举行会谈，就双边关系深入交换了意见。</p></div>");

        Assert.Contains("两国外长在北京举行会谈", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(">", 100_000)]
    [InlineData("- ", 20_000)]
    [InlineData("*a ", 100_000)]
    [InlineData("[a](", 50_000)]
    [InlineData("<div>", 100_000)]
    [InlineData("<span>", 100_000)]
    public void A_post_made_to_cost_much_time_is_reported_in_little(string piece, int times)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var result = ReadOne("a.md", "---\ntitle: 会谈\n---\n" + string.Concat(Enumerable.Repeat(piece, times)) + "王毅会见朴振。<br>");

        Assert.Equal(ReadStatus.Failed, result.Status);
        Assert.DoesNotContain("Unexpected", result.Reason, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }
}
