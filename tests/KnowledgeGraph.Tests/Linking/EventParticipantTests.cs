namespace KnowledgeGraph.Tests.Linking;

/// <summary>Who stands on each side of a contact where the sentence leaves it to be worked out; plain cases have examples in <c>events.yaml</c>.</summary>
public sealed class EventParticipantTests
{
    [Theory]
    [InlineData("蓬佩奥拒绝承认拜登胜选，而马克龙不仅承认，还在星期二与默克尔举行了会谈。", "马克龙、默克尔")]
    [InlineData("马克龙上周六祝贺拜登，在星期二和拜登举行了会谈。", "马克龙、拜登")]
    [InlineData("特朗普的顾问12日与莫迪举行会谈。", null)]
    [InlineData("特朗普的顾问抵达新德里，莫迪12日与默克尔举行会谈。", "莫迪、默克尔")]
    [InlineData("肯尼亚总统鲁托12日出席法国总统马克龙的就职典礼，并同其举行会谈。", "鲁托、马克龙")]
    [InlineData("王毅12日与菅义伟和茂木敏充等日方官员举行会谈。", "王毅、菅义伟、茂木敏充")]
    [InlineData("蓬佩奥12日会见香港最后一任总督彭定康。", "蓬佩奥、彭定康")]
    [InlineData("習近平12日在人民大會堂同老撾人民革命黨中央總書記通倫舉行會談。", "習近平、通倫")]
    [InlineData("拉夫罗夫12日在莫斯科与到访的阿拉伯国家联盟秘书长盖特举行会谈。", "拉夫罗夫、盖特")]
    [InlineData("韓國總統文在寅和美國總統特朗普都很高興。美韓首腦12日舉行會談。", "特朗普、文在寅")]
    [InlineData("李卫国律师12日在看守所会见了陈大同。", null)]
    public void The_last_contact_has_these_participants(string text, string? names)
    {
        var record = BuiltInRules.Pipeline.Extract(TextArticle.Of(text, new DateOnly(2021, 1, 15)));

        var contact = record.Events.LastOrDefault(e => EventKinds.IsContact(e.Kind));
        Assert.Equal(names, contact is null ? null : string.Join('、', contact.Participants.Select(one => one.Name)));
    }
}
