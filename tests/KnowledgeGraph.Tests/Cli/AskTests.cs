using System.Text.Json.Nodes;

namespace KnowledgeGraph.Tests.Cli;

/// <summary>Questions as people write them; the forms themselves are tested by the examples in <c>rules/questions.yaml</c>.</summary>
public sealed class AskTests(SampleStore store) : IClassFixture<SampleStore>
{
    private Task<KgProcess.Outcome> Kg(params string[] arguments) => KgProcess.RunAsync(store.Root, arguments);

    [Fact]
    public async Task A_question_in_Chinese_is_answered_and_the_command_is_shown_first()
    {
        var answer = await Kg("ask", "王毅2015年在哪里见过韩国外长？", "--format", "jsonl");

        Assert.Equal(0, answer.ExitCode);
        Assert.StartsWith("kg who-met 王毅 --with 韩国外长 --since 2015 --until 2015\n", answer.Error, StringComparison.Ordinal);
        Assert.Equal("首尔", (string?)JsonNode.Parse(answer.Output.Split('\n')[0])!["where"]!["place"]);
    }

    [Fact]
    public async Task A_question_in_English_is_answered_as_its_command_would_be()
    {
        var asked = await Kg("ask", "who met Zelenskyy in 2023", "--format", "csv");
        var command = await Kg("who-met", "Zelenskyy", "--since", "2023", "--until", "2023", "--format", "csv");

        Assert.NotEmpty(command.Output);
        Assert.Equal(command.Output, asked.Output);
    }

    [Fact]
    public async Task I_can_ask_for_people_that_only_the_store_knows()
    {
        var answer = await Kg("ask", "谁见过尹炳世？", "--only-command");

        Assert.Equal((0, "kg who-met 尹炳世\n"), (answer.ExitCode, answer.Output));
    }

    [Theory]
    [InlineData("王毅去年见过谁？", "2022", "--today", "2023-03-01")]
    [InlineData("王毅去年见过谁？", "2024")]
    public async Task Times_are_counted_from_the_newest_article_or_the_day_that_I_give(string question, string year, params string[] today)
    {
        var answer = await Kg(["ask", question, "--only-command", .. today]);

        Assert.Equal((0, $"kg who-met 王毅 --since {year} --until {year}\n"), (answer.ExitCode, answer.Output));
        Assert.StartsWith("Times are counted from 202", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("王毅今天心情怎么样？", "心情怎么样？")]
    [InlineData("what is the weather in Seoul", "weather")]
    public async Task A_question_that_cannot_be_read_gets_three_examples_and_no_guess(string question, string stuck)
    {
        var answer = await Kg("ask", question);

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Contains(stuck, answer.Error, StringComparison.Ordinal);
        Assert.Equal(3, answer.Error.Split('\n').Count(line => line.StartsWith("  kg ask ", StringComparison.Ordinal)));
    }
}
