using System.Collections.Immutable;
using KnowledgeGraph.Query;
using KnowledgeGraph.Query.Asking;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph;

/// <summary>The examples and rejects that stand beside the forms of questions.</summary>
public static class QuestionExamples
{
    /// <summary>The examples by the rule that they stand at, in the order of the file: a question and the command that it gives.</summary>
    public static ImmutableArray<(string Rule, string Question, string Command)> Of(RuleSource rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return
        [
            .. (rules.Trees.Root(QueryVocabularyCompiler.QuestionFile)?.Items("questions") ?? [])
                .SelectMany(rule => rule.Items("examples").Select(example => (rule.Text("name"), example.Text("text"), example.Text("gives")))),
        ];
    }

    /// <summary>The examples that do not give their command by their rule, and the rejects that are read; empty where all is well.</summary>
    public static ImmutableArray<string> Failures(RuleSource rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var today = rules.Trees.Root(QueryVocabularyCompiler.QuestionFile)?.TextOrNull("today");
        var reader = new QuestionReader(rules.QueryVocabulary(), today: today is null ? null : DayRange.First(today));
        var failures = ImmutableArray.CreateBuilder<string>();
        foreach (var (rule, question, command) in Of(rules))
        {
            var reading = reader.Read(question);
            if ((reading.Rule, reading.Command) != (rule, command))
            {
                failures.Add($"{QueryVocabularyCompiler.QuestionFile}: rule '{rule}': \"{question}\" should give \"{command}\"; it gives: {Shown(reading)}");
            }
        }

        foreach (var reject in rules.Trees.Root(QueryVocabularyCompiler.QuestionFile)?.Texts("rejects") ?? [])
        {
            if (reader.Read(reject) is { Arguments.IsEmpty: false } reading)
            {
                failures.Add($"{QueryVocabularyCompiler.QuestionFile}: \"{reject}\" should not be read; it gives: {Shown(reading)}");
            }
        }

        return failures.ToImmutable();
    }

    private static string Shown(QuestionReading reading) => reading.Rule is null ? $"nothing (not understood: {reading.NotUnderstood ?? "the whole"})" : $"\"{reading.Command}\" by '{reading.Rule}'";
}
