using KnowledgeGraph.Text;

namespace KnowledgeGraph.Tests.Text;

/// <summary>The expected cuts are those of jieba 0.42.1 with the same dictionary.</summary>
public sealed class UserDictionaryTests
{
    [Theory]
    [InlineData("", "王毅在会议中将发言", "王毅/在/会议/中将/发言")]
    [InlineData("中将 0\n", "王毅在会议中将发言", "王毅/在/会议/中/将/发言")]
    [InlineData("台中\n", "朴振在台中出席论坛", "朴振在/台中/出席/论坛")]
    [InlineData("台中 3 ns\n", "朴振在台中出席论坛", "朴振在/台/中/出席/论坛")]
    [InlineData("", "杭研大厦", "杭研/大厦")]
    [InlineData("杭研 0\n", "杭研大厦", "杭/研/大厦")]
    [InlineData("\r\n\t\r\n会议中 50000 n\r\n", "王毅在会议中将发言", "王毅/在/会议中/将/发言")]
    public void A_users_words_count_as_they_do_in_jieba(string dictionary, string text, string words) =>
        Assert.Equal(words, string.Join('/', new Segmenter(With(dictionary)).Cut(text)));

    [Fact]
    public void A_users_word_has_the_users_frequency_and_tag()
    {
        var lexicon = With("台中 7 ns\n会谈 9\n");

        Assert.Equal(7, lexicon.Frequency("台中"));
        Assert.Equal("ns", lexicon.Tag("台中"));
        Assert.Equal(9, lexicon.Frequency("会谈"));
        Assert.Equal(Lexicon.Default.Frequency("举行"), lexicon.Frequency("举行"));
    }

    [Fact]
    public void Words_are_folded_as_the_texts_are() =>
        Assert.Equal(7, Lexicon.Default.With(new StringReader("臺灣海峽 7\n"), "words.txt", CharacterFolding.Default).Frequency("台湾海峡"));

    [Fact]
    public void Dictionaries_add_up()
    {
        var lexicon = With("甲词 5\n").With(new StringReader("乙词 6\n"), "more.txt");

        Assert.Equal(5, lexicon.Frequency("甲词"));
        Assert.Equal(6, lexicon.Frequency("乙词"));
    }

    [Theory]
    [InlineData("会谈 v 9", 1)]
    [InlineData("会谈\n甲 乙 丙", 2)]
    [InlineData("会谈 -3", 1)]
    [InlineData("会谈 99999999999", 1)]
    [InlineData("会谈 3 V", 1)]
    public void A_bad_line_is_named_with_file_and_line(string dictionary, int line)
    {
        var error = Assert.Throws<InvalidDataException>(() => With(dictionary));

        Assert.StartsWith($"words.txt:{line}: expected 'word [frequency] [tag]'", error.Message, StringComparison.Ordinal);
    }

    private static Lexicon With(string dictionary) => Lexicon.Default.With(new StringReader(dictionary), "words.txt");
}
