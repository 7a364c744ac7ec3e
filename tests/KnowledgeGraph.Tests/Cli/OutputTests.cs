using System.Text;
using KnowledgeGraph.Cli.Output;

namespace KnowledgeGraph.Tests.Cli;

public sealed class OutputTests
{
    private static readonly Row[] Rows =
    [
        new([Field.Of("date", "DATE", "2022-07-07"), Field.Of("who", "WHO", "王毅 (中国外交部长); 布林肯 (美国国务卿)"), Field.Of("n", "N", 3), Field.Of("id", null, "event:1")], ["王毅会见布林肯。"]),
        new([Field.Of("date", "DATE", null), Field.Of("who", "WHO", "=1|<b>"), Field.Of("n", "N", 12), Field.Of("id", null, "event:2")], []),
    ];

    [Theory]
    [InlineData(40)]
    [InlineData(50)]
    [InlineData(200)]
    public void A_table_keeps_to_the_width_of_the_terminal_and_loses_nothing(int width)
    {
        var lines = Print("table", width).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(lines, line => Assert.InRange(CellWidth.Of(line), 1, width));
        Assert.All("王毅中国外交部长布林肯美国务卿", character => Assert.Contains(lines[1..], line => line.Contains(character, StringComparison.Ordinal)));
    }

    [Fact]
    public void Columns_stand_below_their_heading_though_Chinese_characters_are_two_cells_wide()
    {
        var lines = Print("table", 0).Split('\n');

        Assert.Equal(CellWidth.Of(lines[0].AsSpan(0, lines[0].LastIndexOf('N'))), CellWidth.Of(lines[1].AsSpan(0, lines[1].LastIndexOf('3'))));
    }

    [Theory]
    [InlineData("王毅", 4)]
    [InlineData("Wang Yi", 7)]
    [InlineData("（）", 4)]
    [InlineData("“·”", 3)]
    [InlineData("한국", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("𠮷", 2)]
    public void Cells_are_counted_as_terminals_count_them(string text, int cells) => Assert.Equal(cells, CellWidth.Of(text));

    [Fact]
    public void A_row_is_one_object_in_jsonl_and_one_line_in_a_Markdown_table()
    {
        Assert.Equal(
            """
            {"date":"2022-07-07","who":"王毅 (中国外交部长); 布林肯 (美国国务卿)","n":3,"id":"event:1"}
            {"date":null,"who":"=1|\u003Cb\u003E","n":12,"id":"event:2"}

            """,
            Print("jsonl", 0));
        Assert.Equal(
            """
            | DATE | WHO | N |
            | --- | --- | --- |
            | 2022-07-07 | 王毅 (中国外交部长); 布林肯 (美国国务卿) | 3 |
            |  | =1\|&lt;b> | 12 |

            - 王毅会见布林肯。

            """,
            Print("md", 0));
    }

    [Fact]
    public void What_an_article_holds_cannot_steer_the_terminal() =>
        Assert.DoesNotContain('\e', Print("table", 0, Row.Of(Field.Of("who", "WHO", "\e[2J王毅"))));

    private static string Print(string format, int width, params Row[] rows)
    {
        using var output = new MemoryStream();
        using (var terminal = new Terminal(Stream.Null, output, Stream.Null, width))
        {
            using var writer = RowWriter.Create(format, terminal);
            foreach (var row in rows.Length == 0 ? Rows : rows)
            {
                writer.Write(row);
            }
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }
}
