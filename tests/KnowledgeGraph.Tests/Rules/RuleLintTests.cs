using KnowledgeGraph.Rules;
using KnowledgeGraph.Rules.Lint;

namespace KnowledgeGraph.Tests.Rules;

/// <summary>What <c>kg rules check</c> finds, each on facts in which only that is wrong.</summary>
public sealed class RuleLintTests : IDisposable
{
    private const string Facts = """
        states:
          - {name: 甲国, en: "A", short: 甲, variants: [甲共和国]}
          - {name: 乙国, en: "B", variants: []}
        places:
          - {name: 甲城, country: 甲国, variants: []}
        organizations:
          - {name: 联盟, kind: bloc, variants: []}
        offices:
          - {title: 总统, synonyms: [大总统], body: state, single: true}
          - {title: 大使, body: state}
          - {title: 盟主, body: organization, single: true, of: 联盟}
        names: {surnames: {some: [王]}, transliteration: "", not_names: [高度], name_stops: [], dots: "·", not_name_ends: "", not_name_starts: "", not_name_last: "", name_joiners: ""}
        people:

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kg-lint-");

    /// <summary>Rows of people, and the row and words of the one finding that they give; no row where nothing is wrong.</summary>
    public static TheoryData<string, string?, string> Rows { get; } = new()
    {
        { "{name: 张三, country: 甲国, offices: [{title: 总统, of: 甲国, from: 2012-03-01, to: 2020-03-01}]}", null, "" },
        { "{name: 张三, country: 甲国, checked: 2026-01, offices: [{title: 总统, of: 甲国, from: 2012, to: null}]}", null, "" },
        { "{name: 张三, country: 甲国, offices: [{title: 总统, of: 甲国, from: 2020-03-01, to: 2012-03-01}]}", "张三", "reversed" },
        { "{name: 张三, country: 甲国, offices: [{title: 总统, of: 甲国, to: 2012-03-01}]}", "张三", "no beginning" },
        { "{name: 张三, country: 甲国, offices: [{title: 总统, of: 甲国, from: 2012-03-01}]}", "张三", "add checked" },
        { "{name: 张三, country: 甲国, offices: [{title: 女皇, of: 甲国, from: 2012, to: 2013}]}", "张三", "'女皇' is unknown" },
        { "{name: 张三, country: 甲国, offices: [{title: 大总统, of: 甲国, from: 2012, to: 2013}]}", "张三", "write the title '总统'" },
        { "{name: 张三, country: 甲国, offices: [{title: 总统, of: 丙国, from: 2012, to: 2013}]}", "张三", "'丙国' under 'of' is unknown" },
        { "{name: 张三, country: 甲共和国, offices: []}", "张三", "by its name and not a variant" },
        { "{name: 张三, country: 甲国, offices: [{title: 盟主, of: 甲国, from: 2012, to: 2013}]}", "张三", "an office of 联盟 only" },
        { "{name: 张三, country: 甲国, offices: [{title: 总统, of: 联盟, from: 2012, to: 2013}]}", "张三", "an office of a state" },
        { "{name: 张三, country: 甲国, offices: [{title: 总统, from: 2012, to: 2013}]}", "张三", "does not say whose" },
        { "{name: 张三, country: 甲国, offices: [{title: 总统, of: 甲国, form: 2012, from: 2012, to: 2013}]}", "张三", "'form' is unknown" },
        { "{name: 张三, country: 甲国, offices: [{title: 大使, of: 甲国, from: 2012, to: 2015-06-01}, {title: 大使, of: 甲国, from: 2015-05-01, to: 2018}]}", "张三", "overlap" },
        { "{name: 甲城, country: 甲国, offices: []}", "甲城", "also a place" },
        { "{name: 张三, variants: [甲共和国], country: 甲国, offices: []}", "张三", "also a state" },
        { "{name: 张三, variants: [高度], country: 甲国, offices: []}", "张三", "words that are no names" },
        { "{name: 张三, variants: [王], country: 甲国, offices: []}", "张三", "a bare surname" },
        { "{name: 张三, variants: [张三], country: 甲国, offices: []}", "张三", "stands twice in this row" },
        { "{name: 张三, namesake: true, country: 甲国, offices: []}", "张三", "remove namesake" },
    };

    /// <summary>Two rows of people, and words of the one finding that the second gives; none where nothing is wrong.</summary>
    public static TheoryData<string, string, string?> Pairs { get; } = new()
    {
        { Held("from: 2012-01-01, to: 2015-06-30"), Held("from: 2015-07-01, to: 2018", "李四"), null },
        { Held("from: 2012-01-01, to: 2015-07-01"), Held("from: 2015-07-01, to: 2018", "李四"), "End the earlier term the day before" },
        { Held("from: 2012-01-01, to: 2015-07-01, shared: true"), Held("from: 2015-07-01, to: 2018, shared: true", "李四"), null },
        { Held("from: 2012-01-01, to: 2015-07-01, shared: true"), Held("from: 2015-07-01, to: 2018", "李四"), "add shared: true to both" },
        { Held("from: 2012-01-01, to: 2015-07"), Held("from: 2015-07, to: 2018", "李四"), null },
        { Held("from: 2012-01-01, to: 2015-07"), Held("from: 2015-07-20, to: 2018", "李四"), null },
        { Held("from: 2012-01-01, to: null"), Held("from: 2015-07-20, to: 2018", "李四"), "while '张三'" },
        { Held("from: 2012-01-01, to: 2015-06-30"), Held("from: 2015-07-20, to: 2018", "李四"), "Nobody is listed as 总统 of 甲国 between 2015-06-30 and 2015-07-20" },
        { Held("from: 2012-01-01, to: 2015-06-30"), Held("from: 2015-07-20, to: 2018, gap: vacant", "李四"), null },
        { Held("from: 2012-01-01, to: 2015-06-30"), Held("from: 2015-07-20, to: 2018, gap: lunch", "李四"), "explains no gap" },
        { Held("from: 2012-01-01, to: 2015-06-30"), Held("from: 2015-07-01, to: 2018, gap: vacant", "李四"), "There is no gap" },
        { "{name: 张三, country: 甲国, offices: []}", "{name: 张三, country: 甲国, offices: []}", "of the same state" },
        { "{name: 张三, country: 甲国, offices: []}", "{name: 李四, variants: [张三], country: 乙国, offices: []}", "add namesake: true to both" },
        { "{name: 张三, namesake: true, country: 甲国, offices: []}", "{name: 张三, namesake: true, country: 乙国, offices: []}", null },
        { Held("from: 2012-01-01, to: null", more: ", checked: 2020-05"), "{name: 李四, country: 乙国, checked: 2026-01-31, offices: []}", null },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_that_cannot_be_is_found(string row, string? name, string words)
    {
        var findings = Find("  - " + row);

        if (name is null)
        {
            Assert.Empty(findings);
        }
        else
        {
            var finding = Assert.Single(findings);
            Assert.Equal((14, name), (finding.Line, finding.Row));
            Assert.Contains(words, finding.Problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_rows_that_contradict_each_other_are_found(string first, string second, string? words)
    {
        // an open term that is checked too long ago is the first row's fault, all else the second's
        var findings = Find($"  - {first}\n  - {second}").Where(finding => finding.Line == 15).ToList();

        Assert.Equal(words is null ? 0 : 1, findings.Count);
        Assert.All(findings, finding => Assert.Contains(words!, finding.Problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2022-01-31", 0)]
    [InlineData("2022-01-30", 1)]
    [InlineData("2021", 1)]
    public void An_open_term_must_have_been_seen_within_four_years_of_the_newest(string seen, int expected) =>
        Assert.Equal(expected, Find($"  - {Held("from: 2012-01-01, to: null", more: $", checked: {seen}")}\n  - {{name: 李四, country: 乙国, checked: 2026-01-31, offices: []}}").Count);

    [Fact]
    public void A_finding_says_where_it_is()
    {
        var finding = Assert.Single(Find("  - {name: 张三, country: 甲国, offices: [{title: 女皇, of: 甲国, from: 2012, to: 2013}]}"));

        Assert.StartsWith("facts.yaml:14:47: row '张三': ", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Our_own_rules_are_in_order() => Assert.Empty(RuleLint.Findings(RuleSource.Embedded));

    public void Dispose() => folder.Delete(recursive: true);

    private static string Held(string days, string name = "张三", string more = ", checked: 2026-01") =>
        $"{{name: {name}, country: 甲国{more}, offices: [{{title: 总统, of: 甲国, {days}}}]}}";

    private List<RuleFinding> Find(string people)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "index.yaml"), "files: [facts.yaml]\n");
        File.WriteAllText(Path.Combine(folder.FullName, "facts.yaml"), Facts.ReplaceLineEndings("\n") + people + "\n");
        return [.. RuleLint.Findings(RuleSource.FromFolder(folder.FullName))];
    }
}
