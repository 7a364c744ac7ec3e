using System.Globalization;
using KnowledgeGraph.Linking;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Tests.Linking;

/// <summary>Who held an office on a day, as far as rows of people tell.</summary>
public sealed class OfficeHoldersTests : IDisposable
{
    private const string Facts = """
        offices:
          - {title: 总理, rank: 90, family: head-of-government, body: state, single: true}
          - {title: 首相, rank: 90, family: head-of-government, body: state, single: true}
          - {title: 副总理, rank: 75, family: deputy, body: state}
          - {title: 大使, rank: 35, family: ambassador, body: state}
        people:
          - {name: 张三, country: 甲国, offices: [{title: 总理, of: 甲国, from: 2012-03-01, to: 2020-02-29}]}
          - {name: 李四, country: 甲国, checked: 2025-06, offices: [{title: 总理, of: 甲国, from: 2020-03-01, to: null}]}
          - {name: 王五, country: 甲国, checked: 2025-06, offices: [{title: 大使, of: 甲国, from: 2020-03-01, to: null}]}
          - {name: 赵六, country: 甲国, checked: 2025-06, offices: [{title: 大使, of: 甲国, from: 2020-03-01, to: null}]}

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kg-holders-");

    [Theory]
    [InlineData("总理", "2015-01-01", "张三")]
    [InlineData("总理", "2020-02-29", "张三")]
    [InlineData("总理", "2020-03-01", "李四")]
    [InlineData("总理", "2011-01-01", null)]
    public void The_holder_is_who_held_the_office_on_that_day(string title, string day, string? name) => Assert.Equal(name, Holder(title, "甲国", day, day));

    [Fact]
    public void Nobody_is_named_where_the_office_changed_hands_within_the_days() => Assert.Null(Holder("总理", "甲国", "2020-02-01", "2020-03-31"));

    [Fact]
    public void Nobody_is_named_where_several_hold_the_office() => Assert.Null(Holder("大使", "甲国", "2021-01-01", "2021-01-01"));

    [Theory]
    [InlineData("首相", "甲国", "李四")]
    [InlineData("副总理", "甲国", null)]
    [InlineData("首相", "乙国", null)]
    public void An_office_of_the_same_family_stands_in_for_one_that_the_state_does_not_have(string title, string of, string? name) => Assert.Equal(name, Holder(title, of, "2021-01-01", "2021-01-01"));

    [Theory]
    [InlineData("2026-06-30", "李四")]
    [InlineData("2026-07-01", null)]
    public void An_open_term_is_trusted_until_a_year_after_it_was_checked(string day, string? name) => Assert.Equal(name, Holder("总理", "甲国", day, day));

    /// <inheritdoc />
    public void Dispose() => folder.Delete(recursive: true);

    private string? Holder(string title, string of, string from, string to)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "index.yaml"), "files: [facts.yaml]\n");
        File.WriteAllText(Path.Combine(folder.FullName, "facts.yaml"), Facts);
        var holders = new OfficeHolders(RuleSet.Load(RuleSource.FromFolder(folder.FullName)));
        return holders.HolderBetween(title, of, DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture))?.Name;
    }
}
