using System.Collections.Immutable;
using System.Globalization;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Extraction.Time;
using KnowledgeGraph.Records;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph;

/// <summary>Runs the examples and rejects that stand beside every rule, so that the rule files test themselves.</summary>
public static class RuleExamples
{
    private static readonly DateOnly DefaultPublished = new(2022, 7, 8);

    /// <summary>The examples that do not give what they should, and the rejects that give something; empty where all is well.</summary>
    /// <param name="rules">The rules.</param>
    public static ImmutableArray<string> Failures(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var failures = ImmutableArray.CreateBuilder<string>();
        var times = new TimeRecognizer(rules);
        foreach (var rule in rules.Times)
        {
            Check(rule, failures, example => Times(times, rule, example));
        }

        var durations = new DurationRecognizer(rules);
        foreach (var rule in rules.Durations)
        {
            Check(rule, failures, example => [.. durations.Find(CharacterFolding.Default.Fold(example.Text), new Span(0, example.Text.Length)).Select(found => found.Value)]);
        }

        var pipeline = ExtractionPipeline.Create(rules);
        foreach (var rule in rules.Patterns)
        {
            foreach (var example in rule.Examples)
            {
                var given = Given(pipeline.Extract(Sentence(example)));
                foreach (var missing in example.Gives.Where(expected => !given.Contains(expected, StringComparer.Ordinal)))
                {
                    failures.Add($"{rule.File}:{rule.Line}: rule '{rule.Name}': \"{example.Text}\" should give \"{missing}\"; it gives: {string.Join(" | ", given)}");
                }
            }

            foreach (var reject in rule.Rejects)
            {
                var record = pipeline.Extract(Sentence(new RuleExample(reject, [], null)));
                if (record.Events.Any(e => e.Rule == rule.Name) || record.Agreements.Any(a => a.Rule == rule.Name))
                {
                    failures.Add($"{rule.File}:{rule.Line}: rule '{rule.Name}': \"{reject}\" should give nothing by this rule; it gives: {string.Join(" | ", Given(record))}");
                }
            }
        }

        return failures.ToImmutable();
    }

    /// <summary>What a record holds, in the notation of examples: <c>meeting held 王毅、朴振 2022-07-07 巴厘岛</c>, <c>王毅: 外交部长@中国</c>, <c>agreed 中国、韩国: …</c>.</summary>
    public static ImmutableArray<string> Given(ExtractionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return
        [
            .. record.Events.Select(e => string.Join(' ', new[] { e.Kind, e.Status, string.Join('、', e.Participants.Select(p => p.Name)), e.Date, e.Place ?? e.Country }.Where(part => part is not null))),
            .. record.Persons.Select(p => p.Offices.Length == 0 ? p.Name : $"{p.Name}: {string.Join(", ", p.Offices.Select(office => office.Title + "@" + office.Of))}"),
            .. record.Agreements.Select(a => $"{a.Form} {string.Join('、', a.Parties)}: {a.Text}"),
        ];
    }

    private static void Check(TimeRule rule, ImmutableArray<string>.Builder failures, Func<RuleExample, ImmutableArray<string>> read)
    {
        foreach (var example in rule.Examples)
        {
            var given = read(example);
            if (!example.Gives.SequenceEqual(given, StringComparer.Ordinal))
            {
                failures.Add($"{rule.File}:{rule.Line}: rule '{rule.Name}': \"{example.Text}\" should give {string.Join(" | ", example.Gives)}; it gives: {string.Join(" | ", given)}");
            }
        }

        foreach (var reject in rule.Rejects)
        {
            var given = read(new RuleExample(reject, [], null));
            if (given.Length > 0)
            {
                failures.Add($"{rule.File}:{rule.Line}: rule '{rule.Name}': \"{reject}\" should give nothing; it gives: {string.Join(" | ", given)}");
            }
        }
    }

    /// <summary>What the rule itself reads in an example: other rules may read other words of it.</summary>
    private static ImmutableArray<string> Times(TimeRecognizer recognizer, TimeRule rule, RuleExample example) =>
    [
        .. recognizer.Find(CharacterFolding.Default.Fold(example.Text), new Span(0, example.Text.Length))
            .Where(mention => mention.Rule == rule.Name)
            .Select(mention => TimeResolver.Resolve(mention, Published(example), null, false)?.Edtf ?? "null"),
    ];

    private static DateOnly Published(RuleExample example) => example.Published is { } text
        ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : DefaultPublished;

    /// <summary>An example as an article of one paragraph; a line break ends a paragraph.</summary>
    private static Article Sentence(RuleExample example)
    {
        var blocks = ImmutableArray.CreateBuilder<TextBlock>();
        var start = 0;
        foreach (var line in example.Text.Split('\n'))
        {
            blocks.Add(new TextBlock(new Span(start, start + line.Length), BlockKind.Paragraph));
            start += line.Length + 1;
        }

        return new Article
        {
            Id = "article:example",
            File = "example",
            Title = "",
            Hash = "sha256:",
            Text = example.Text + "\n",
            Blocks = blocks.ToImmutable(),
            Published = PublicationTime.On(Published(example)),
            DateSource = DateSource.Field,
        };
    }
}
