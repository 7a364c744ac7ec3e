using System.Text.RegularExpressions;
using KnowledgeGraph.Tests.Cli;

namespace KnowledgeGraph.Tests;

/// <summary>What the README shows is what the commands print.</summary>
public sealed partial class ReadmeTests(SampleStore store) : IClassFixture<SampleStore>
{
    private static readonly string Readme = File.ReadAllText(TestPaths.Repository("README.md"));

    public static TheoryData<string> Commands { get; } = [.. Examples().Matches(Readme).Select(match => match.Groups["command"].Value)];

    [Fact]
    public void The_first_command_prints_what_the_readme_shows()
    {
        var shown = MainJob().Match(Readme);

        Assert.True(shown.Success, "The README's main job with its output was not found.");
        Assert.Equal(Lines(shown.Groups["output"].Value), Lines(store.Extraction.Output + store.Extraction.Error));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_prints_what_the_readme_shows(string command)
    {
        var shown = Examples().Matches(Readme).Single(match => match.Groups["command"].Value == command).Groups["output"].Value;

        var outcome = await KgProcess.RunAsync(store.Root, command.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(Lines(shown), Lines(outcome.Output));
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];

    [GeneratedRegex(@"```console\n\$ dotnet run --project src/KnowledgeGraph\.Cli -c Release -- extract tests/articles\n(?<output>.*?)```", RegexOptions.Singleline)]
    private static partial Regex MainJob();

    [GeneratedRegex(@"```console\n\$ kg (?<command>[^\n]+)\n(?<output>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Examples();
}
