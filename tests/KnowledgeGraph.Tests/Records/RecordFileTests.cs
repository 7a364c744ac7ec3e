using System.IO.Compression;
using System.Text;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Records;
using KnowledgeGraph.Tests.Graph;

namespace KnowledgeGraph.Tests.Records;

public sealed class RecordFileTests
{
    private static readonly ExtractionRecord Record = Real(Told.In("a").Event(EventKinds.Meeting, "2022-07-07", [GraphOf.Wang, GraphOf.Park], "巴厘岛").Record());

    [Theory]
    [InlineData("team.jsonl")]
    [InlineData("team.jsonl.gz")]
    public void Records_with_text_come_back_as_they_were_written(string name) =>
        Assert.Equal([RecordJson.Write(Record), RecordJson.Write(Record)], RecordFile.Read(Stream(name, RecordJson.Write(Record) + "\r\n\n" + RecordJson.Write(Record)), name).Select(RecordJson.Write));

    [Fact]
    public void Records_without_text_are_refused_with_the_option_that_adds_it()
    {
        var error = Refused(Record with { Article = Record.Article with { Text = null } });

        Assert.StartsWith("team.jsonl:1: the line carries no text", error, StringComparison.Ordinal);
        Assert.Contains("--with-text", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_not_the_articles_own_is_refused() =>
        Assert.Contains("title and text are those of article:", Refused(Record with { Article = Record.Article with { Text = Record.Article.Text + "另外一段。\n" } }), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(-1, 2)]
    [InlineData(3, 99999)]
    public void Evidence_that_is_no_slice_of_the_text_is_refused(int start, int end) =>
        Assert.Contains("no slice of its text", Refused(Record with { Events = [Record.Events[0] with { Evidence = new EvidenceRecord(start, end, "王毅会见朴振。") }] }), StringComparison.Ordinal);

    [Fact]
    public void A_line_that_is_no_record_is_named() =>
        Assert.StartsWith("team.jsonl:2: the line is no extraction record", Assert.Throws<InvalidDataException>(
            () => RecordFile.Read(Stream("team.jsonl", RecordJson.Write(Record) + "\n{\"title\": \"报道\"}\n"), "team.jsonl").ToList()).Message, StringComparison.Ordinal);

    private static string Refused(ExtractionRecord record) =>
        Assert.Throws<InvalidDataException>(() => RecordFile.Read(Stream("team.jsonl", RecordJson.Write(record)), "team.jsonl").ToList()).Message;

    /// <summary>The record under the id that its text has.</summary>
    private static ExtractionRecord Real(ExtractionRecord record) =>
        record with { Article = record.Article with { Id = Article.IdOf(record.Article.Title, record.Article.Text!) } };

    private static MemoryStream Stream(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (!name.EndsWith(".gz", StringComparison.Ordinal))
        {
            return new MemoryStream(bytes);
        }

        var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        packed.Position = 0;
        return packed;
    }
}
