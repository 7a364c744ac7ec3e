using System.Globalization;
using System.Text;
using KnowledgeGraph.Records;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Evaluation;

/// <summary>How often a rule found something, and how often it was right where that is known.</summary>
/// <param name="Finds">Finds in articles without annotation.</param>
/// <param name="Judged">Events and agreements found in annotated articles.</param>
/// <param name="Right">Those of them that are annotated so.</param>
public readonly record struct RuleStatistic(int Finds, int Judged, int Right)
{
    /// <summary>Under this many cases a share says nothing.</summary>
    public const int LeastCases = 5;

    /// <summary>
    /// The share that is right, smoothed by one right and one wrong case (Laplace's rule of succession);
    /// <see langword="null"/> where fewer than <see cref="LeastCases"/> were judged.
    /// </summary>
    public double? Precision => Judged < LeastCases ? null : (Right + 1.0) / (Judged + 2);
}

/// <summary>
/// Counts what each rule finds. An event is right where it is in the measure <c>events</c>, an agreement where it is in
/// <c>agreements</c> (see <see cref="Evaluator"/>). Rules of single values (dates, places) are counted, not judged.
/// </summary>
/// <param name="rules">The rules, for the tables of equivalence.</param>
/// <exception cref="RuleFileException">The tables cannot be used.</exception>
public sealed class RuleStatistics(RuleSource rules)
{
    private readonly SortedDictionary<string, RuleStatistic> statistics = new(StringComparer.Ordinal);
    private readonly Evaluator evaluator = new(rules);

    /// <summary>Counts the finds in an article.</summary>
    public void Count(ExtractionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var values = record.Events.SelectMany(told => told.Provenance.Values.Select(value => value.Rule).Where(rule => rule != told.Rule));
        foreach (var rule in record.Events.Select(told => told.Rule).Concat(record.Agreements.Select(told => told.Rule)).Concat(values))
        {
            var old = statistics.GetValueOrDefault(rule);
            statistics[rule] = old with { Finds = old.Finds + 1 };
        }
    }

    /// <summary>Judges the finds in an annotated article.</summary>
    public void Judge(GoldAnnotation gold, ExtractionRecord record)
    {
        foreach (var (rule, right) in evaluator.Judge(gold, record))
        {
            var old = statistics.GetValueOrDefault(rule);
            statistics[rule] = old with { Judged = old.Judged + 1, Right = old.Right + (right ? 1 : 0) };
        }
    }

    /// <summary>The rules in ordinal order, with those named that found nothing.</summary>
    public IEnumerable<KeyValuePair<string, RuleStatistic>> Of(IEnumerable<string> all) => statistics
        .Concat(all.Where(rule => !statistics.ContainsKey(rule)).Select(rule => KeyValuePair.Create(rule, default(RuleStatistic))))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Writes <see cref="RuleSet.PrecisionFile"/>: the precision of each rule that was judged.</summary>
    public void WritePrecision(Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("# Written by kg rules stats --write: the share of a rule's finds that is right on annotated articles, smoothed; null under");
        writer.WriteLine("# five cases. Records carry it as confidence.");
        writer.WriteLine("precision:");
        foreach (var (rule, statistic) in statistics.Where(pair => pair.Value.Judged > 0))
        {
            writer.WriteLine($"  {rule}: {statistic.Precision?.ToString("0.###", CultureInfo.InvariantCulture) ?? "null"}");
        }
    }
}
