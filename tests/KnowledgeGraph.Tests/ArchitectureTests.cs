using System.Text.RegularExpressions;

namespace KnowledgeGraph.Tests;

/// <summary>The stations of the flow are folders; each uses only those before it.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>The stations in order; what stands in one line may use each other.</summary>
    private static readonly string[][] Stations =
        [["Rules"], ["Articles"], ["Text"], ["Extraction"], ["Linking"], ["Records"], ["Store"], ["Graph"], ["Export"], ["Query"], ["Evaluation"]];

    public static TheoryData<string> Names { get; } = [.. Stations.SelectMany(station => station)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_station_uses_only_those_before_it(string station)
    {
        var rank = Array.FindIndex(Stations, names => names.Contains(station));
        var later = Stations.Skip(rank + 1).SelectMany(names => names).ToHashSet(StringComparer.Ordinal);
        var files = Directory.EnumerateFiles(TestPaths.Repository("src", "KnowledgeGraph", station), "*.cs", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(files);

        var wrong = files.SelectMany(file => Used(File.ReadAllText(file)).Where(later.Contains).Select(used => $"{Path.GetFileName(file)} uses {used}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_of_the_library_is_a_station() =>
        Assert.Equal(
            Stations.SelectMany(names => names).Order(StringComparer.Ordinal),
            Directory.EnumerateDirectories(TestPaths.Repository("src", "KnowledgeGraph")).Select(Path.GetFileName)
                .Where(name => name is not ("bin" or "obj")).Order(StringComparer.Ordinal));

    /// <summary>Answering a question must not wait for rules or dictionary.</summary>
    [Theory]
    [InlineData("Store")]
    [InlineData("Query")]
    public void Store_and_query_know_no_rules_and_no_language(string station)
    {
        var used = Directory.EnumerateFiles(TestPaths.Repository("src", "KnowledgeGraph", station), "*.cs").SelectMany(file => Used(File.ReadAllText(file)));

        Assert.Empty(used.Intersect(["Rules", "Text", "Extraction", "Linking"]));
    }

    private static IEnumerable<string> Used(string code) => Namespace().Matches(code).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"using (?:static )?KnowledgeGraph\.(\w+)")]
    private static partial Regex Namespace();
}
