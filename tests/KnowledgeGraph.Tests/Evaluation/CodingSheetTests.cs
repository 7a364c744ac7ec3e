using KnowledgeGraph.Evaluation;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Tests.Evaluation;

public sealed class CodingSheetTests
{
    private static readonly ExtractionRecord[] Archive = [.. Enumerable.Range(0, 60).Select(i => Record(i))];

    [Fact]
    public void The_same_seed_draws_the_same_events_whatever_the_order_of_the_archive()
    {
        var drawn = Ids(CodingSheet.Draw(Archive, 10, 7));

        Assert.Equal(10, drawn.Distinct().Count());
        Assert.Equal(drawn, Ids(CodingSheet.Draw(Archive.Reverse(), 10, 7)));
        Assert.NotEqual(drawn, Ids(CodingSheet.Draw(Archive, 10, 8)));
    }

    [Fact]
    public void Groups_give_equally_many_as_long_as_they_have_any()
    {
        // Every tenth event is a visit.
        var kinds = CodingSheet.Draw(Archive, 10, 7, told => told.Kind).CountBy(sample => sample.Event.Kind).ToDictionary();

        Assert.Equal(5, kinds["meeting"]);
        Assert.Equal(5, kinds["visit"]);
        Assert.Equal(60, CodingSheet.Draw(Archive, 100, 7, told => told.Kind).Length);
    }

    [Fact]
    public void A_sheet_neutralises_formulas_and_can_be_filled_in()
    {
        using var bytes = new MemoryStream();
        CodingSheet.Write([new SampledEvent(Archive[0].Article with { Title = "=1+1" }, Archive[0].Events[0])], bytes);
        var lines = System.Text.Encoding.UTF8.GetString(bytes.ToArray()).TrimEnd('\n').Split('\n');

        Assert.EndsWith(string.Join(',', CodingSheet.Judgements), lines[0], StringComparison.Ordinal);
        Assert.Contains("'=1+1", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",,,,,,", lines[1], StringComparison.Ordinal);

        var filled = lines[1][..^6];
        var judged = Read($"{lines[0]}\n{filled},y,y,Y,1,n,\n{filled},yes,TRUE,y,y,y,y\n{lines[1]}\n").ToDictionary(column => column.Name);
        Assert.Equal((2, 2), (judged["right_event"].Total, judged["right_event"].Right));
        Assert.Equal((2, 1), (judged["right_date"].Total, judged["right_date"].Right));
        Assert.Equal((1, 1), (judged["right_place"].Total, judged["right_place"].Right));
        Assert.Equal((2, 1), (judged["all"].Total, judged["all"].Right));
    }

    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(10, 10, 0.7225, 1)]
    [InlineData(100, 81, 0.7222, 0.8749)]
    public void The_interval_is_Wilsons(int total, int right, double low, double high)
    {
        var interval = new Judged("all", total, right).Interval;

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void A_sheet_without_its_columns_is_refused() =>
        Assert.Contains("right_kind", Assert.Throws<InvalidDataException>(() => Read("event,right_event\nx,y\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_cell_that_says_neither_is_named_with_its_line()
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(string.Join(',', CodingSheet.Judgements) + "\ny,y,y,y,y,y\ny,perhaps,,,,\n"));

        Assert.Contains("line 3, column right_kind", error.Message, StringComparison.Ordinal);
        Assert.Contains("'perhaps'", error.Message, StringComparison.Ordinal);
    }

    private static System.Collections.Immutable.ImmutableArray<Judged> Read(string sheet)
    {
        using var reader = new StringReader(sheet);
        return CodingSheet.Read(reader);
    }

    private static List<string> Ids(IEnumerable<SampledEvent> events) => [.. events.Select(sample => sample.Event.Id)];

    private static ExtractionRecord Record(int number) => new()
    {
        Article = new ArticleRecord { Id = $"article:{number}", File = $"{number}.md", Title = "题", Hash = "sha256:" },
        Events =
        [
            new EventRecord
            {
                Id = $"event:{number}", Kind = number % 10 == 0 ? EventKinds.Visit : EventKinds.Meeting, Status = EventStatuses.Held,
                Rule = "meet", Evidence = new EvidenceRecord(0, 1, "题"),
            },
        ],
    };
}
