using KnowledgeGraph.Records;

namespace KnowledgeGraph.Tests.Linking;

/// <summary>Who the parties of an agreement are where the text around decides, and how far its content goes.</summary>
public sealed class AgreementPartiesTests
{
    private const string Title = "马克龙同默茨会谈";

    [Theory]
    // those who met last in the text; the title, which is read last, tells of others
    [InlineData("韩国外长朴振9日会见中国外长王毅。双方同意尽早复航。", "韩国、中国", "尽早复航")]
    [InlineData("王毅9日会见韩国外长朴振。发言人说，近年来中日关系重回正轨，两国同意加强对话。", "中国、日本", "加强对话")]
    [InlineData("中国外长王毅9日会见德国外长瓦德富尔。双方就巴以冲突交换意见，双方同意推动停火。", "中国、德国", "推动停火")]
    [InlineData("日本首相菅义伟9日同越南总理阮春福和印度尼西亚总统佐科举行会谈。菅义伟与两国同意加强防务合作。", "日本、越南、印度尼西亚", "加强防务合作")]
    // a short form stands for a state that the article names
    [InlineData("加蓬总统邦戈9日同中国国家主席习近平举行会谈。中加双方都认为应尊重各国主权。", "中国、加蓬", "应尊重各国主权")]
    // who speaks is one side, 你 and 他 the other
    [InlineData("中国总理李强9日会见马来西亚总理安瓦尔。李强表示，去年习近平主席同你就共建产业园达成共识。", "中国、马来西亚", "共建产业园")]
    [InlineData("中国国家主席习近平9日会见巴西总统卢拉。习近平指出，去年我同他举行会晤，就加强能源合作达成共识。", "中国、巴西", "加强能源合作")]
    [InlineData("法国总统马克龙9日会见中国国家主席习近平。习近平指出，我和马克龙总统一致同意加强沟通。", "中国、法国", "加强沟通")]
    // a find that begins within the trigger of the one before
    [InlineData("习近平9日会见老挝国家主席通伦。习近平表示，去年以来，我同通伦总书记保持密切沟通，就中老关系发展和命运共同体建设达成许多重要共识。", "中国、老挝", "中老关系发展和命运共同体建设")]
    // what is said of an agreement is no part of it
    [InlineData("韩国外长朴振9日会见中国外长王毅。双方商定开通航线，为两国往来提供了便利。", "韩国、中国", "开通航线")]
    [InlineData("巴基斯坦总理夏巴兹9日会见伊朗总统莱希。双方同意加强贸易，他还邀请莱希来访。", "巴基斯坦、伊朗", "加强贸易")]
    [InlineData("韩国外长朴振9日会见中国外长王毅。双方同意尽早复航，据发言人的通报，会谈持续两小时。", "韩国、中国", "尽早复航")]
    public void Parties_and_content(string text, string parties, string content)
    {
        var agreement = Extract(text).Agreements[^1];

        Assert.Equal((parties, content), (string.Join('、', agreement.Parties), agreement.Text));
    }

    [Theory]
    [InlineData("王毅9日会见韩国外长朴振。欧盟要求与中国签署投资协议。")]
    [InlineData("王毅9日会见韩国外长朴振。即使双方达成停火协议，局势也不会缓和。")]
    [InlineData("王毅9日会见韩国外长朴振。埃及、约旦等国表示应停止袭击。")]
    [InlineData("王毅9日会见韩国外长朴振。法国、匈牙利各界人士表示，相信访问将加深友谊。")]
    [InlineData("王毅9日会见韩国外长朴振。中方愿以两国元首达成的共识为指引，推动合作。")]
    [InlineData("王毅9日会见韩国外长朴振。新西兰和法国都表示不认同这种做法。")]
    [InlineData("王毅9日会见韩国外长朴振。含糊的声明使得中国和苏联认为可以行动。")]
    public void No_agreement(string text) => Assert.Empty(Extract(text).Agreements);

    [Fact]
    public void A_headline_in_its_own_words_is_told_again_by_the_text()
    {
        var article = TextArticle.Of("朴振9日会见王毅。韩国外长朴振和中国外长王毅同意尽快恢复两国所有航线，扩大往来。", new DateOnly(2024, 3, 10), "中韩同意恢复航线");

        Assert.Equal("尽快恢复两国所有航线，扩大往来", Assert.Single(BuiltInRules.Pipeline.Extract(article).Agreements).Text);
    }

    private static ExtractionRecord Extract(string text) => BuiltInRules.Pipeline.Extract(TextArticle.Of(text, new DateOnly(2024, 3, 10), Title));
}
