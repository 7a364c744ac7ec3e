using KnowledgeGraph.Records;

namespace KnowledgeGraph.Tests.Linking;

/// <summary>How many events one clause tells, whom 夫妇 means, and what a journey is that has begun.</summary>
public sealed class EventSplitterTests
{
    [Theory]
    // one with each
    [InlineData("中国外长王毅9日在北京分别会见韩国外长朴振、越南外长裴青山。", "王毅、裴青山；王毅、朴振")]
    [InlineData("中国外长王毅9日先后同德国外长瓦德富尔、法国外长巴罗通电话。", "王毅、瓦德富尔；王毅、巴罗")]
    [InlineData("德国外长瓦德富尔和法国外长巴罗9日先后会见中国外长王毅。", "瓦德富尔、王毅；巴罗、王毅")]
    // all at one table
    [InlineData("中国外长王毅9日在北京集体会见韩国外长朴振和越南外长裴青山。", "王毅、朴振、裴青山")]
    [InlineData("德国外长瓦德富尔、法国外长巴罗和英国外交大臣库珀9日在柏林举行会谈。", "瓦德富尔、巴罗、库珀")]
    // everybody writes his own letter, and those who write to each other two
    [InlineData("韩国总统李在明、越南国家主席梁强9日致电巴西总统卢拉，祝贺他当选。", "李在明、卢拉；梁强、卢拉")]
    [InlineData("中国国家主席习近平9日同塞拉利昂总统比奥互致贺电，庆祝两国建交55周年。", "习近平、比奥；比奥、习近平")]
    // a couple is one guest
    [InlineData("塞拉利昂总统比奥和夫人法蒂玛、加纳总统马哈马应邀访华。中国国家主席习近平10日分别会见马哈马、比奥夫妇。", "习近平、马哈马；习近平、比奥、法蒂玛")]
    public void Events_of_a_clause(string text, string expected) =>
        Assert.Equal(expected, string.Join('；', Extract(text).Events.Where(told => told.Kind != EventKinds.Visit).Select(told => string.Join('、', told.Participants.Select(one => one.Name)))));

    [Theory]
    [InlineData("塞拉利昂总统比奥和夫人法蒂玛9日访问北京。中国国家主席习近平10日会见比奥夫妇。", "习近平、比奥、法蒂玛")]
    [InlineData("塞拉利昂总统比奥9日访问北京。中国国家主席习近平10日会见比奥。", "习近平、比奥")]
    public void A_couple(string text, string expected) =>
        Assert.Equal(expected, string.Join('、', Assert.Single(Extract(text).Events, told => told.Kind == EventKinds.Meeting).Participants.Select(one => one.Name)));

    [Theory]
    // who has arrived is there already, whatever the visit still holds
    [InlineData("德国总理默茨9日抵达利雅得，将对沙特进行正式访问。", EventStatuses.Held)]
    [InlineData("德国总理默茨将于10日对沙特进行正式访问。", EventStatuses.Planned)]
    public void A_journey(string text, string status) => Assert.Equal(status, Assert.Single(Extract(text).Events).Status);

    private static ExtractionRecord Extract(string text) => BuiltInRules.Pipeline.Extract(TextArticle.Of(text, new DateOnly(2025, 11, 10)));
}
