namespace KnowledgeGraph.Articles;

/// <summary>How many sources came to which end.</summary>
public sealed class ReadCounts
{
    private readonly int[] counts = new int[Enum.GetValues<ReadStatus>().Length];

    /// <summary>How many sources have this status.</summary>
    public int this[ReadStatus status] => counts[(int)status];

    /// <summary>How many sources gave an article.</summary>
    public int Articles => this[ReadStatus.Read] + this[ReadStatus.NoDate] + this[ReadStatus.Duplicate];

    /// <summary>Counts one source.</summary>
    public void Add(ReadResult result) => counts[(int)result.Status]++;

    /// <summary>The counts in one line, without those that are zero: <c>5 articles: 4 read, 1 no date; 1 failed</c>.</summary>
    public override string ToString()
    {
        var articles = Join(ReadStatus.Read, ReadStatus.NoDate, ReadStatus.Duplicate);
        var others = Join(ReadStatus.NoText, ReadStatus.NotChinese, ReadStatus.Failed, ReadStatus.NotAnArticle);
        var head = Articles == 1 ? "1 article" : FormattableString.Invariant($"{Articles} articles");
        return head + (articles.Length > 0 ? ": " + articles : "") + (others.Length > 0 ? "; " + others : "");
    }

    private string Join(params ReadOnlySpan<ReadStatus> statuses)
    {
        var parts = new List<string>();
        foreach (var status in statuses)
        {
            if (this[status] > 0)
            {
                parts.Add(FormattableString.Invariant($"{this[status]} {status.Name()}"));
            }
        }

        return string.Join(", ", parts);
    }
}
