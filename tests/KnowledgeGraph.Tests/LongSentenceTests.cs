namespace KnowledgeGraph.Tests;

/// <summary>Texts that no person writes: they must be read in a time that grows with their length, and without losing a character.</summary>
public sealed class LongSentenceTests
{
    [Theory]
    [InlineData("国务委员兼外长王毅会见韩国外长朴振并就半岛局势交换意见", 1000)]
    [InlineData("王毅、", 5_000)]
    [InlineData("中美韩日", 5_000)]
    [InlineData("王毅会见朴振，", 2_000)]
    [InlineData("（《“", 5_000)]
    [InlineData("😀", 5_000)]
    public void A_text_without_full_stops_is_cut_into_sentences_of_bounded_length(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        var reading = BuiltInRules.Pipeline.Read(TextArticle.Of(text));

        var at = 0;
        foreach (var sentence in reading.Sentences.Select(sentence => sentence.Sentence.Span))
        {
            Assert.Equal(at, sentence.Start);
            Assert.InRange(sentence.Length, 1, 2000);
            Assert.False(char.IsLowSurrogate(text[sentence.Start]));
            at = sentence.End;
        }

        Assert.Equal(text.Length, at);
    }
}
