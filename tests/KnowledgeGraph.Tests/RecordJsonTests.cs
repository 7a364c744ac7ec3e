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

    [Theory]
    [InlineData("外交部长", "韩国", "韩国外交部长")]
    [InlineData("欧盟委员会主席", "欧盟", "欧盟委员会主席")]
    [InlineData("总统", null, "总统")]
    public void An_office_is_called_by_what_it_belongs_to_once(string title, string? of, string name) => Assert.Equal(name, OfficeRecord.FullName(title, of));
}
