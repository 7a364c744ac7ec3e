using System.Globalization;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Tests.Linking;

/// <summary>What an event takes from others that the article tells: dates of journeys, stops of tours, what was called off, conferences without a name.</summary>
public sealed class EventContextTests
{
    [Theory]
    [InlineData("王毅11月24日至27日访问日本和韩国。访问期间，王毅会见日本首相菅义伟。", "meeting held 王毅、菅义伟 2020-11-24/2020-11-27 日本")]
    [InlineData("日本外相茂木敏充25日会见正在日本访问的法国外长勒德里昂。", "visit held 勒德里昂 2020-11-25 日本")]
    [InlineData("王毅11月25日乘专机离开北京，应法国总统马克龙、塞尔维亚总统武契奇邀请，对上述两国进行国事访问。", "visit held 王毅 2020-11-25 法国", "visit planned 王毅 - 塞尔维亚")]
    [InlineData("王毅将访问韩国和日本。王毅原计划上月访问两国，但因疫情推迟。", "visit cancelled 王毅 2020-10 韩国", "visit cancelled 王毅 2020-10 日本", "visit planned 王毅 - 韩国", "visit planned 王毅 - 日本")]
    [InlineData("蓬佩奥将访问比利时。美国国务院说，取消官员的出访，包括蓬佩奥访问比利时。", "visit cancelled 蓬佩奥 - 比利时")]
    [InlineData("王毅26日访问韩国。去年12月访韩时，他会见了韩国外长康京和。", "visit held 王毅 2020-11-26 韩国", "visit held 王毅 2019-12 韩国")]
    [InlineData("美国国务卿蓬佩奥将访问比利时。蓬佩奥访问比利时引人注目。", "visit planned 蓬佩奥 - 比利时")]
    [InlineData("美国国务卿蓬佩奥将赴日本出席四国外长会议。蓬佩奥12月6日将在东京出席四国外长会议。", "visit planned 蓬佩奥 2020-12-06 日本")]
    [InlineData("在习近平访问巴西期间，11月18日，中国外长王毅会见巴西外长阿劳若。", "visit held 习近平 2020-11-18 巴西")]
    [InlineData("蓬佩奥考虑取消访问比利时。")]
    [InlineData("蓬佩奥从未访问比利时。")]
    [InlineData("二十国集团峰会引人注目。德国总理默克尔21日出席此次峰会。", "conference held 默克尔 2020-11-21 -")]
    [InlineData("德国总理默克尔21日出席此次峰会。")]
    [InlineData("东盟峰会12日在河内开幕。韩正代表国家主席习近平参加会议。", "conference held 韩正 2020-11-12 越南")]
    [InlineData("法国总统马克龙20日访华。马克龙表示，很高兴时隔3年再次对中国进行国事访问。", "visit held 马克龙 2020-11-20 中国", "visit held 马克龙 2017 中国")]
    [InlineData("王毅将于12月1日至3日访问韩国。王毅还将会见韩国外长康京和。", "meeting planned 王毅、康京和 2020-12-01/2020-12-03 -")]
    [InlineData("王毅29日将抵达韩国进行三天的访问，其间会见韩国外长康京和。", "meeting planned 王毅、康京和 2020-11-29/2020-12-01 韩国")]
    [InlineData("王毅将访问韩国。王毅12月2日将会见韩国外长康京和。", "visit planned 王毅 2020-12-02 韩国")]
    [InlineData("日本首相菅义伟12月5日将出席二十国集团峰会。菅义伟将在二十国集团峰会期间会见法国总统马克龙。", "meeting planned 菅义伟、马克龙 2020-12-05 -")]
    [InlineData("法国总统马克龙26日出席巴黎和平论坛。论坛开始前，马克龙会见德国总理默克尔。", "meeting held 马克龙、默克尔 2020-11-26 -")]
    [InlineData("王毅将访问韩国，会见韩国外长康京和。", "meeting planned 王毅、康京和 - 韩国")]
    [InlineData("习近平访问日本计划生变。", "visit cancelled 习近平 - 日本")]
    [InlineData("习近平与拜登的会谈即将在利马举行。", "meeting planned 习近平、拜登 - 秘鲁")]
    [InlineData("李强同韩国总统尹锡悦举行会谈。李强表示，习近平主席昨天（11月27日）同总统先生通电话。", "meeting held 李强、尹锡悦 2020-11-28 -")]
    [InlineData("美国国务卿蓬佩奥26日会见澳大利亚外长佩恩。蓬佩奥目前正访问日本。", "visit held 蓬佩奥 2020-11-26 日本")]
    [InlineData("王毅26日与韩国外长康京和会谈，双方并未公布王毅访问韩国的细节。", "meeting held 王毅、康京和 2020-11-26 -")]
    public void Events_take_what_they_lack_from_what_is_told_beside_them(string text, params string[] expected)
    {
        var told = Extract("2020-11-28", text).Events.Select(e => $"{e.Kind} {e.Status} {string.Join('、', e.Participants.Select(p => p.Name))} {e.Date ?? "-"} {e.Country ?? "-"}").ToList();

        Assert.All(expected, one => Assert.Contains(one, told));
        Assert.True(expected.Length > 0 || told.Count == 0, string.Join(Environment.NewLine, told));
    }

    /// <summary>A headline puts in the present what is to come.</summary>
    [Theory]
    [InlineData("美国卫生部长周日访台", "美国卫生部长阿扎尔将在周日（29日）访问台湾。", "visit planned 2020-11-29")]
    [InlineData("王毅访韩", "王毅29日将会见韩国外长康京和。", "visit planned 2020-11-29")]
    [InlineData("王毅访韩", "王毅26日会见韩国外长康京和。", "visit held 2020-11-26")]
    public void A_headline_is_as_the_body_tells(string title, string body, string expected)
    {
        var visits = Extract("2020-11-27", body, title).Events.Where(e => e.Kind == "visit").Select(e => $"{e.Kind} {e.Status} {e.Date ?? "-"}").Distinct();

        Assert.Equal([expected], visits);
    }

    private static ExtractionRecord Extract(string published, string text, string title = "") =>
        BuiltInRules.Pipeline.Extract(TextArticle.Of(text, DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture), title));
}
