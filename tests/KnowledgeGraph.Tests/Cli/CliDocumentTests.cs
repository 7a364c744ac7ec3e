namespace KnowledgeGraph.Tests.Cli;

public sealed class CliDocumentTests
{
    /// <summary>Set to write the document instead of comparing it.</summary>
    private const string Renew = "KG_RENEW_DOCS";

    [Fact]
    public async Task The_document_of_the_commands_is_what_the_commands_say()
    {
        var path = TestPaths.Repository("docs", "cli.md");
        var made = CliDocument.Make();
        if (Environment.GetEnvironmentVariable(Renew) is { Length: > 0 })
        {
            await File.WriteAllTextAsync(path, made, TestContext.Current.CancellationToken);
        }

        Assert.True(made == await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), $"The commands have changed: run the tests with {Renew}=1 to renew docs/cli.md.");
    }
}
