using KnowledgeGraph.Articles;

namespace KnowledgeGraph.Tests.Articles;

public sealed class DateNotationTests
{
    [Theory]
    [InlineData("https://www.zaobao.com/realtime/china/story20221213-1343008", "2022-12-13")]
    [InlineData("https://www.cna.com.tw/news/firstnews/202011250002.aspx", "2020-11-25")]
    [InlineData("http://www.rfi.fr//cn/%E6%94%BF%E6%B2%BB/20200906-%E5%BD%AD", "2020-09-06")]
    [InlineData("http://www.epochtimes.com/gb/18/9/6/n10695812.htm", "2018-09-06")]
    [InlineData("https://www.rfa.org/mandarin/guojishijiao/ko-12132016093220.html", "2016-12-13")]
    [InlineData("https://example.org/2021/4/3/a.html", "2021-04-03")]
    [InlineData("https://example.org/a/2021-0403/b.html", "2021-04-03")]
    [InlineData("https://cn.reuters.com/article/usa-election-democrat-biden-0818-tues-idCNKCS25F0A8", "")]
    [InlineData("https://www.dw.com/zh/a-71022328", "")]
    [InlineData("https://example.org/?date=20210403", "")]
    [InlineData("https://example.org/20219903/1", "")]
    [InlineData("20210403.html", "")]
    public void An_address_dates_an_article_by_its_path_alone(string url, string expected)
    {
        Assert.Equal(expected, DateNotation.TryUrlPath(url, out var time) ? time.ToString() : "");
    }

    [Theory]
    [InlineData("Wed, 06 Jan 2021 07:52:47 GMT")]
    [InlineData("03/08/2020 - 09:20")]
    [InlineData("2020-09-14T13:41:08.420Z")]
    [InlineData("2020年11月8日")]
    public void A_line_that_is_a_time_and_nothing_else_is_known(string line) => Assert.True(DateNotation.IsTimestamp(line));

    [Theory]
    [InlineData("2020年11月8日，双方举行会谈。")]
    [InlineData("20201108")]
    [InlineData("100:200")]
    [InlineData("2021—2022年")]
    public void A_line_of_text_is_no_time(string line) => Assert.False(DateNotation.IsTimestamp(line));
}
