using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Tests.Rules;

public sealed class NumberSeriesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kg-rules-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_range_gives_each_number_in_digits_and_in_numerals() =>
        Assert.Equal(["第9届", "第九届", "第10届", "第十届", "第11届", "第十一届"], Words("第{9-11}届"));

    [Theory]
    [InlineData("{20-20}", "二十")]
    [InlineData("{81-81}", "八十一")]
    [InlineData("{101-101}", "一百零一")]
    [InlineData("{110-110}", "一百一十")]
    [InlineData("{137-137}", "一百三十七")]
    [InlineData("{200-200}", "二百")]
    public void Numerals_are_written_as_the_language_writes_them(string range, string numeral) => Assert.Equal(numeral, Words(range)[1]);

    [Fact]
    public void A_word_without_a_range_stands_for_itself() => Assert.Equal(["首届"], Words("首届"));

    [Theory]
    [InlineData("第{1}届")]
    [InlineData("第{3-1}届")]
    [InlineData("第{0-5}届")]
    [InlineData("第{1-1000}届")]
    [InlineData("第{一-三}届")]
    [InlineData("第1-3}届")]
    public void A_range_that_cannot_be_read_is_told_with_its_place(string word)
    {
        var error = Assert.Throws<RuleFileException>(() => Words(word));
        Assert.Contains("words.yaml", error.Message, StringComparison.Ordinal);
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
    }

    private System.Collections.Immutable.ImmutableArray<string> Words(string word)
    {
        foreach (var name in RuleSource.Embedded.Names.Where(name => name != "words.yaml"))
        {
            using var reader = RuleSource.Embedded.Open(name);
            File.WriteAllText(Path.Combine(folder.FullName, name), reader.ReadToEnd());
        }

        File.WriteAllText(Path.Combine(folder.FullName, "words.yaml"), $"words:\n  numbered: [\"{word}\"]\n");
        return RuleSet.Load(RuleSource.FromFolder(folder.FullName)).Words.Single(words => words.Name == "numbered").Words;
    }
}
