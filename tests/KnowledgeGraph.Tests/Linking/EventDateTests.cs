using System.Globalization;

namespace KnowledgeGraph.Tests.Linking;

/// <summary>What time words mean where the sentence, the dateline or an earlier sentence decides; the other ones have examples in <c>time.yaml</c>.</summary>
public sealed class EventDateTests
{
    [Theory]
    [InlineData("2021-10-30", "王毅昨天会见韩国外长郑义溶。", "2021-10-29")]
    [InlineData("2021-10-30", "王毅10月29日会见韩国外长郑义溶。当天，王毅还会见了法国外长勒德里昂。", "2021-10-29")]
    [InlineData("2021-10-30", "王毅10月29日会见韩国外长郑义溶。同日，王毅还会见了法国外长勒德里昂。", "2021-10-29")]
    [InlineData("2021-11-02", "王毅10月29日会见韩国外长郑义溶。次日，王毅会见了法国外长勒德里昂。", "2021-10-30")]
    [InlineData("2021-11-02", "王毅当天会见了法国外长勒德里昂。", null)]
    [InlineData("2022-12-13", "王毅12日会见韩国外长朴振。", "2022-12-12")]
    [InlineData("2023-01-03", "王毅12日会见韩国外长朴振。", "2022-12-12")]
    [InlineData("2022-12-05", "王毅31日会见韩国外长朴振。", "2022-10-31")]
    [InlineData("2022-12-05", "王毅将于12日会见韩国外长朴振。", "2022-12-12")]
    [InlineData("2022-12-20", "王毅将于12日会见韩国外长朴振。", "2023-01-12")]
    [InlineData("2022-12-13", "王毅星期一（12月12日）会见韩国外长朴振。", "2022-12-12")]
    [InlineData("2022-12-13", "王毅星期一会见韩国外长朴振。", "2022-12-12")]
    [InlineData("2022-12-13", "王毅将于星期五会见韩国外长朴振。", "2022-12-16")]
    [InlineData("2023-06-20", "当地时间6月18日，秦刚在北京会见美国国务卿布林肯。", "2023-06-18")]
    [InlineData("2023-06-20", "当地时间18日上午，秦刚在北京会见美国国务卿布林肯。", "2023-06-18")]
    [InlineData("2023-06-20", "秦刚当地时间昨天会见美国国务卿布林肯。", "2023-06-19")]
    [InlineData("2021-04-04", "双方商定，王毅将于上半年访问韩国。", "2021-01/2021-06")]
    [InlineData("2022-07-08", "双方商定，王毅将于年内访问韩国。", "2022")]
    [InlineData("2022-12-13", "王毅将于明年3月访问韩国。", "2023-03")]
    [InlineData("2021-04-05", "新华社厦门4月3日电 王毅今天会见韩国外长郑义溶。", "2021-04-03")]
    [InlineData("2019-03-21", "王毅2017年5月访问越南。同年8月，王毅访问韩国。", "2017-08")]
    [InlineData("2019-03-21", "王毅2017年5月访问越南。次年8月，王毅访问韩国。", "2018-08")]
    [InlineData("2019-03-21", "2016年，时任外长王毅说，次年王毅访问韩国。", "2017")]
    [InlineData("2021-03-21", "王毅2月29日访问越南。", null)]
    [InlineData("2020-08-08", "王毅将在月底访问韩国。", "2020-08")]
    [InlineData("2020-08-14", "路透北京8月13日 - 王毅会见韩国外长康京和。", null)]
    [InlineData("2020-08-14", "路透北京8月13日 - 王毅今天会见韩国外长康京和。", "2020-08-13")]
    [InlineData("2020-11-20", "王毅将从24日起对韩国进行四天访问。", "2020-11-24/2020-11-27")]
    [InlineData("2020-11-16", "王毅将出席17日的金砖国家峰会、20日的亚太经合组织峰会和21日的二十国集团峰会。", "2020-11-21")]
    public void The_last_event_has_the_date_that_the_text_gives(string published, string text, string? date)
    {
        var record = BuiltInRules.Pipeline.Extract(TextArticle.Of(text, DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

        Assert.Equal(date, record.Events[^1].Date);
    }
}
