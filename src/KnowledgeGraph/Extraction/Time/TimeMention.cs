namespace KnowledgeGraph.Extraction.Time;

/// <summary>
/// A time expression as read, underspecified until it is resolved against an anchor: 12日 has a day and nothing else.
/// The parts are the words as written; the resolver gives them meaning.
/// </summary>
internal sealed record TimeMention
{
    /// <summary>Where it stands.</summary>
    public required Span Span { get; init; }

    /// <summary>Name of the rule that read it.</summary>
    public required string Rule { get; init; }

    /// <summary>Year as a number, where one is written.</summary>
    public int? Year { get; init; }

    /// <summary>Years from the anchor's (去年 is -1).</summary>
    public int? YearOffset { get; init; }

    /// <summary>Years from an antecedent's (同年 is 0, 次年 is 1).</summary>
    public int? YearAnaphor { get; init; }

    /// <summary>Month, 1 to 12.</summary>
    public int? Month { get; init; }

    /// <summary>Months from the anchor's (上月 is -1).</summary>
    public int? MonthOffset { get; init; }

    /// <summary>Whether the month is that of an antecedent (当月, 同月).</summary>
    public bool MonthAnaphor { get; init; }

    /// <summary>Day of the month, 1 to 31.</summary>
    public int? Day { get; init; }

    /// <summary>Month in which a span of days or months ends.</summary>
    public int? EndMonth { get; init; }

    /// <summary>Day on which a span of days ends.</summary>
    public int? EndDay { get; init; }

    /// <summary>Days from the anchor's (昨天 is -1).</summary>
    public int? DayOffset { get; init; }

    /// <summary>Days from the day of speaking, where the date is given as well (昨天（9月9日）).</summary>
    public int? SpokenOffset { get; init; }

    /// <summary>Days from an antecedent's (当天 is 0, 次日 is 1).</summary>
    public int? AnaphorOffset { get; init; }

    /// <summary>Weekday, 1 (Monday) to 7.</summary>
    public int? Weekday { get; init; }

    /// <summary>Weeks from the anchor's (上周 is -1).</summary>
    public int? WeekOffset { get; init; }

    /// <summary>Whether it is a weekend.</summary>
    public bool Weekend { get; init; }

    /// <summary>First and last day of a part of a month (中旬), or <see langword="null"/>.</summary>
    public (int From, int To)? PartOfMonth { get; init; }

    /// <summary>First and last month of a part of a year (上半年), or <see langword="null"/>.</summary>
    public (int From, int To)? PartOfYear { get; init; }

    /// <summary>Whether it is a whole year without further part (年内, 年底).</summary>
    public bool WithinYear { get; init; }

    /// <summary>Whether it says nothing that can be dated (近日, 此前).</summary>
    public bool Vague { get; init; }

    /// <summary>Whether it is given in local time (当地时间).</summary>
    public bool Local { get; init; }

    /// <summary>Time of day, <c>14:30</c>, where a clock time is written.</summary>
    public string? Clock { get; init; }

    /// <summary>Whether it names a single day, be it relative.</summary>
    public bool IsDay => (Day ?? DayOffset ?? AnaphorOffset ?? Weekday) is not null && EndDay is null;
}
