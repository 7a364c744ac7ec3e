using System.Text;
using KnowledgeGraph.Articles;
using static KnowledgeGraph.Tests.Articles.InputFolder;

namespace KnowledgeGraph.Tests.Articles;

public sealed class StatusReportTests
{
    [Fact]
    public void The_report_tells_what_became_of_every_source()
    {
        using var folder = new InputFolder();
        folder.Write("1.md", Post("=会谈"));
        folder.Write("2.md", "");
        folder.Write("3.jpg", "");
        var counts = new ReadCounts();
        using var written = new MemoryStream();
        using (var report = new StatusReport(written))
        {
            foreach (var result in folder.ReadAll())
            {
                report.Add(result);
                counts.Add(result);
            }
        }

        var lines = Encoding.UTF8.GetString(written.ToArray()).TrimStart('\uFEFF').Split('\n');

        Assert.Equal("source,status,reason,title,published,dateSource,article", lines[0]);
        Assert.StartsWith("1.md,read,,'=会谈,2022-07-08,front-matter,article:", lines[1].Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith("2.md,no text,nothing is left besides title and boilerplate,,,,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("3.jpg,not an article,", lines[3], StringComparison.Ordinal);
        Assert.Equal("1 article: 1 read; 1 no text, 1 not an article", counts.ToString());
    }
}
