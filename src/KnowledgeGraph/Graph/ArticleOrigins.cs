using KnowledgeGraph.Records;

namespace KnowledgeGraph.Graph;

/// <summary>
/// Which articles go back to one text, so that syndicated copies count as one origin. Two do where their bodies are
/// near-identical, where they have the same title (letters and digits alone) and day of publication, or where all their events
/// and agreements rest on the same sentences.
/// </summary>
internal static class ArticleOrigins
{
    private const int ShortestTitle = 8;
    private const int ShortestEvidence = 20;

    /// <summary>Texts that a key leads to are compared with as many others that have it: boilerplate gives keys to thousands.</summary>
    private const int MostCompared = 16;

    /// <summary>For each record the index of the first one of the same origin.</summary>
    /// <param name="records">The records in ordinal order of article id.</param>
    /// <param name="texts">The sketch of each one's text, where the text is known.</param>
    /// <param name="fold">Makes texts of both scripts comparable.</param>
    public static int[] Of(IReadOnlyList<ExtractionRecord> records, IReadOnlyList<TextSketch?> texts, Func<string, string> fold)
    {
        var sets = new DisjointSets(records.Count);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < records.Count; i++)
        {
            foreach (var key in Keys(records[i], fold))
            {
                if (!first.TryAdd(key, i))
                {
                    sets.Join(first[key], i);
                }
            }
        }

        JoinCopies(sets, texts);
        return [.. Enumerable.Range(0, records.Count).Select(sets.Find)];
    }

    private static void JoinCopies(DisjointSets sets, IReadOnlyList<TextSketch?> texts)
    {
        var byBand = new Dictionary<(int Band, ulong Key), List<int>>();
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i] is not { } text)
            {
                continue;
            }

            foreach (var band in text.Bands)
            {
                var others = byBand.TryGetValue(band, out var list) ? list : byBand[band] = [];
                var joined = others.Any(other => sets.Find(other) == sets.Find(i));
                for (var k = 0; k < others.Count && !joined; k++)
                {
                    if (texts[others[k]]!.IsNear(text))
                    {
                        sets.Join(others[k], i);
                        joined = true;
                    }
                }

                // Of an origin one text stands for all in each list.
                if (!joined && others.Count < MostCompared)
                {
                    others.Add(i);
                }
            }
        }
    }

    private static IEnumerable<string> Keys(ExtractionRecord record, Func<string, string> fold)
    {
        var title = Letters(fold(record.Article.Title));
        if (title.Length >= ShortestTitle && DaySpan.Published(record.Article.Published) is { } published)
        {
            yield return Identifiers.Of("title", title, published.DayNumber.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        string[] evidence =
        [
            .. record.Events.Select(told => told.Evidence.Text).Concat(record.Agreements.Select(told => told.Evidence.Text))
                .Select(text => Letters(fold(text))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        if (evidence.Sum(text => text.Length) >= ShortestEvidence)
        {
            yield return Identifiers.Of("evidence", evidence);
        }
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
