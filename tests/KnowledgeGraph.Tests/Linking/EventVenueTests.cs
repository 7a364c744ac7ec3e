namespace KnowledgeGraph.Tests.Linking;

/// <summary>A building is named without its city, a hall with its building.</summary>
public sealed class EventVenueTests
{
    [Theory]
    [InlineData("王毅9日在北京人民大会堂会见韩国外长朴振。", "北京", "人民大会堂")]
    [InlineData("王毅9日在人民大会堂会见韩国外长朴振。", "北京", "人民大会堂")]
    [InlineData("王毅9日在人民大会堂金色大厅会见韩国外长朴振。", "北京", "人民大会堂金色大厅")]
    public void The_meeting_is_held_in(string text, string place, string venue)
    {
        var meeting = BuiltInRules.Pipeline.Extract(TextArticle.Of(text, new DateOnly(2024, 3, 10))).Events[^1];

        Assert.Equal((place, venue), (meeting.Place, meeting.Venue));
    }
}
