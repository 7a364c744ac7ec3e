using KnowledgeGraph.Records;

namespace KnowledgeGraph.Tests;

public sealed class RecordJsonTests
{
    [Fact]
    public void A_record_survives_writing_and_reading_and_keeps_chinese_readable()
    {
        var record = new ExtractionRecord
        {
            Article = new ArticleRecord { Id = "article:1", File = "a.md", Title = "王毅会见朴振", Hash = "sha256:0" },
            Persons = [new PersonRecord { Id = "person:1", Name = "王毅", Mentions = [new Span(0, 2), new Span(7, 9)] }],
        };

        var line = RecordJson.Write(record);

        Assert.Contains("\"mentions\":[[0,2],[7,9]]", line, StringComparison.Ordinal);
        Assert.Contains("王毅会见朴振", line, StringComparison.Ordinal);
        Assert.Contains("\"url\":null", line, StringComparison.Ordinal);
        Assert.DoesNotContain("\"text\"", line, StringComparison.Ordinal);
        Assert.Equal(line, RecordJson.Write(RecordJson.Read(line)));
    }
}
