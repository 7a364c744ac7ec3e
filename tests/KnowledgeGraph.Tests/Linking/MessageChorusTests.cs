using KnowledgeGraph.Articles;

namespace KnowledgeGraph.Tests.Linking;

/// <summary>Who has written where a crowd is said to have: those who then speak, up to where the article turns to something else.</summary>
public sealed class MessageChorusTests
{
    private const string Opening = "多国领导人致电法国总统马克龙，祝贺他当选。\n";

    [Theory]
    [InlineData(Opening + "德国总理朔尔茨表示，期待合作。\n日本首相岸田文雄说，日法友谊深厚。", "朔尔茨、岸田文雄")]
    [InlineData(Opening + "许多媒体作了报道。\n德国总理朔尔茨表示，期待合作。", "朔尔茨")]
    [InlineData(Opening + "许多媒体作了报道。\n巴黎股市上涨。\n德国总理朔尔茨表示，通胀将会下降。", "")]
    [InlineData(Opening + "法国外长勒德里昂表示，结果令人欣慰。", "")]
    [InlineData(Opening + "一位学者表示，结果并不意外。", "")]
    [InlineData(Opening + "德国总理朔尔茨向法方致以热烈祝贺。", "朔尔茨")]
    [InlineData("德国总理朔尔茨表示，期待合作。\n日本首相岸田文雄说，日法友谊深厚。", "")]
    public void Those_who_speak_behind_the_opening_have_written(string text, string senders)
    {
        var record = BuiltInRules.Pipeline.Extract(TextArticle.Of(text, new DateOnly(2022, 4, 25)) with { Blocks = [.. Paragraphs(text)] });

        var messages = record.Events.Where(e => e.Kind == EventKinds.Message).ToList();
        Assert.All(messages, message => Assert.Contains(message.Participants, one => one.Name == "马克龙" && one.Role == Roles.Receiver));
        Assert.Equal(senders, string.Join('、', messages.SelectMany(message => message.Participants).Where(one => one.Role == Roles.Sender).Select(one => one.Name)));
    }

    private static IEnumerable<TextBlock> Paragraphs(string text)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            yield return new TextBlock(new Span(start, start + line.Length), BlockKind.Paragraph);
            start += line.Length + 1;
        }
    }
}
