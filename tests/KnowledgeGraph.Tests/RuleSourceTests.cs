using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Tests;

public sealed class RuleSourceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kg-rules-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_folder_gives_its_yaml_files_by_relative_name_in_ordinal_order()
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "events"));
        File.WriteAllText(Path.Combine(folder.FullName, "time.yaml"), "a: 1");
        File.WriteAllText(Path.Combine(folder.FullName, "events", "meet.yaml"), "名: 会见");
        File.WriteAllText(Path.Combine(folder.FullName, "notes.txt"), "no rule");

        var source = RuleSource.FromFolder(folder.FullName);

        Assert.Equal(["events/meet.yaml", "time.yaml"], source.Names);
        using var reader = source.Open("events/meet.yaml");
        Assert.Equal("名: 会见", reader.ReadToEnd());
    }

    [Fact]
    public void A_file_that_is_not_there_is_named_in_the_error()
    {
        var error = Assert.Throws<FileNotFoundException>(() => RuleSource.FromFolder(folder.FullName).Open("nothing.yaml"));
        Assert.Contains("nothing.yaml", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_embedded_rule_file_opens()
    {
        foreach (var name in RuleSource.Embedded.Names)
        {
            using var reader = RuleSource.Embedded.Open(name);
            Assert.NotEmpty(reader.ReadToEnd());
        }
    }
}
