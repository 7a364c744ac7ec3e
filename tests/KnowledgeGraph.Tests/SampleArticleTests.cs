using System.Text.Json.Nodes;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Records;

namespace KnowledgeGraph.Tests;

/// <summary>Each article in <c>tests/articles</c> gives the records in the <c>.expected.json</c> beside it.</summary>
public sealed class SampleArticleTests
{
    public static TheoryData<string> Articles { get; } = [.. Directory.EnumerateFiles(TestPaths.Repository("tests", "articles"))
        .Select(file => Path.GetFileName(file)!).Where(name => !name.EndsWith(".expected.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Articles))]
    public void An_article_gives_its_expected_records(string name)
    {
        var expected = JsonNode.Parse(File.ReadAllText(TestPaths.Repository("tests", "articles", Stem(name) + ".expected.json")))!.AsArray();
        var records = Records(name);

        Assert.Equal(expected.Count, records.Count);
        foreach (var (record, wanted) in records.Zip(expected))
        {
            var given = JsonNode.Parse(RecordJson.Write(record));
            Assert.True(
                JsonNode.DeepEquals(wanted, given),
                $"{name}: the record differs from the expected one. Where the new one is right, write it with: kg extract tests/articles/{name} --records FILE. It is:\n{given}");
        }
    }

    // A president, a vice-president and a deputy governor, all called 穆罕默德 for short.
    [Fact]
    public void Three_people_of_one_name_stay_three()
    {
        var people = Records("2024-09-13-li-qiang-gulf.md")[0].Persons.Where(person => person.Name.StartsWith("穆罕默德", StringComparison.Ordinal)).ToList();

        Assert.Equal(["总统", "副总统", "利雅得省副省长"], people.Select(person => person.Offices[0].Title));
        Assert.Equal(3, people.Select(person => person.Id).Distinct().Count());
        Assert.All(people.Take(2), person => Assert.Contains("穆罕默德", person.Aliases));
    }

    [Fact]
    public void Evidence_is_exactly_the_slice_that_it_names()
    {
        foreach (var name in Articles.Select(row => row.Data))
        {
            foreach (var result in new ArticleReader().Read([TestPaths.Repository("tests", "articles", name)]))
            {
                var record = BuiltInRules.Pipeline.Extract(result.Article!);
                Assert.All(record.Events, told => Assert.Equal(result.Article!.Text[told.Evidence.Start..told.Evidence.End], told.Evidence.Text));
                Assert.All(record.Agreements, told => Assert.Contains(told.Text, told.Evidence.Text, StringComparison.Ordinal));
            }
        }
    }

    private static List<ExtractionRecord> Records(string name) =>
        [.. new ArticleReader().Read([TestPaths.Repository("tests", "articles", name)]).Select(result => BuiltInRules.Pipeline.Extract(result.Article!))];

    private static string Stem(string name) => name[..name.IndexOf('.', StringComparison.Ordinal)];
}
