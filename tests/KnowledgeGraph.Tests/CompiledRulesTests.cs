using KnowledgeGraph.Articles;
using KnowledgeGraph.Records;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Tests;

/// <summary>Rules compiled when the product was built, compiled in memory and kept in a cache are the same rules.</summary>
public sealed class CompiledRulesTests : IDisposable
{
    private static readonly string Rules = TestPaths.Repository("rules");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kg-rules-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_rules_of_the_build_are_those_of_the_folder()
    {
        Assert.Equal(RuleSet.Load(RuleSource.FromFolder(Rules)).Hash, RuleSet.Load(RuleSource.Embedded).Hash);
        Assert.Equal(Records(RuleSource.FromFolder(Rules)), Records(RuleSource.Embedded));
    }

    [Fact]
    public void A_cache_keeps_the_compiled_rules_and_a_damaged_one_is_made_anew()
    {
        var cache = Path.Combine(folder.FullName, "cache");
        var first = Records(RuleSource.FromFolder(Rules, cache));
        var files = Directory.GetFiles(cache).Order(StringComparer.Ordinal).ToList();

        Assert.Equal([".trees", ".vocabulary"], files.Select(Path.GetExtension));
        Assert.Equal(first, Records(RuleSource.FromFolder(Rules, cache)));

        foreach (var file in files)
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..5000]);
        }

        Assert.Equal(first, Records(RuleSource.FromFolder(Rules, cache)));
        Assert.All(files, file => Assert.True(new FileInfo(file).Length > 5000));
        Assert.Equal(files, Directory.GetFiles(cache).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Broken_yaml_is_named_with_file_and_place()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "index.yaml"), "files:\n  - a.yaml\n");
        File.WriteAllText(Path.Combine(folder.FullName, "a.yaml"), "states:\n  - {name: 韩国\n");

        var error = Assert.Throws<RuleFileException>(() => RuleSet.Load(RuleSource.FromFolder(folder.FullName)));

        Assert.StartsWith("a.yaml:", error.Message, StringComparison.Ordinal);
        Assert.True(error.Line >= 2);
    }

    [Fact]
    public void Aliases_that_multiply_are_refused()
    {
        var lines = Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat(i == 1 ? "x" : $"*a{i - 1}", 9))}]");
        File.WriteAllText(Path.Combine(folder.FullName, "index.yaml"), string.Join('\n', lines));

        Assert.Contains("aliases", Assert.Throws<RuleFileException>(() => RuleSet.Load(RuleSource.FromFolder(folder.FullName))).Message, StringComparison.Ordinal);
    }

    private static List<string> Records(RuleSource source)
    {
        var pipeline = ExtractionPipeline.Load(source);
        var reader = new ArticleReader(rules: source);
        return [.. reader.Find([TestPaths.Repository("tests", "articles")]).Select(found => reader.Read(found).Article).OfType<Article>()
            .Select(article => RecordJson.Write(pipeline.Extract(article)))];
    }
}
