using KnowledgeGraph.Extraction.Entities;

namespace KnowledgeGraph.Tests.Text;

/// <summary>What segmentation cuts apart where it comes first, matching keeps whole.</summary>
public sealed class LockedPhraseTests
{
    [Theory]
    [InlineData("习近平同拜登举行会谈。", "习近平")]
    [InlineData("習近平同拜登舉行會談。", "習近平")]
    [InlineData("韩国总统尹锡悦表示欢迎。", "尹锡悦")]
    [InlineData("韓國總統尹錫悅表示歡迎。", "尹錫悅")]
    [InlineData("中国外长王毅和日本外相岩屋毅同机抵达。", "岩屋毅")]
    [InlineData("日本外相岩屋毅同王毅會談。", "岩屋毅")]
    [InlineData("韩国外长赵兑烈访华。", "赵兑烈")]
    [InlineData("韓國外長趙兌烈訪華。", "趙兌烈")]
    [InlineData("新加坡总理黄循财访华。", "黄循财")]
    [InlineData("新加坡總理黃循財訪華。", "黃循財")]
    [InlineData("日本首相岸田文雄出席会议。", "岸田文雄")]
    [InlineData("他同岸田文雄會談。岸田文雄表示同意。", "岸田文雄")]
    [InlineData("日本首相岸田文雄出席會議。", "岸田文雄")]
    public void A_name_is_one_name(string text, string name) =>
        Assert.Contains(Mentions(text).OfType<PersonMention>(), person => person.Name == name);

    [Theory]
    [InlineData("中美元首通电话。", "中美元首", "中国", "美国")]
    [InlineData("中美元首通電話。", "中美元首", "中国", "美国")]
    [InlineData("中日韩领导人举行会谈。", "中日韩领导人", "中国", "日本", "韩国")]
    [InlineData("中日韓領導人舉行會談。", "中日韓領導人", "中国", "日本", "韩国")]
    [InlineData("韩中外长通电话。", "韩中外长", "韩国", "中国")]
    [InlineData("韓中外長通電話。", "韓中外長", "韩国", "中国")]
    public void A_pair_of_states_with_its_office_is_one_mention(string text, string words, params string[] states)
    {
        var joint = Assert.Single(Mentions(text).OfType<JointMention>());

        Assert.Equal(words, joint.Span.Of(text));
        Assert.Equal(states, joint.States.Select(candidates => candidates[0]));
    }

    [Theory]
    [InlineData("两国外长举行会谈。", "两国外长")]
    [InlineData("兩國外長舉行會談。", "兩國外長")]
    [InlineData("王毅同中国、俄罗斯、印度等国外长举行会谈。", "中国、俄罗斯、印度等国外长")]
    [InlineData("王毅同中國、俄羅斯、印度等國外長舉行會談。", "中國、俄羅斯、印度等國外長")]
    public void The_ministers_of_several_states_are_one_mention(string text, string words) =>
        Assert.Contains(Mentions(text).OfType<JointMention>(), joint => joint.Span.Of(text) == words);

    private static IEnumerable<Mention> Mentions(string text) => BuiltInRules.Pipeline.Read(TextArticle.Of(text)).Sentences.SelectMany(sentence => sentence.Items).Select(item => item.Value).OfType<Mention>();
}
