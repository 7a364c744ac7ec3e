using System.Globalization;

namespace KnowledgeGraph.Articles;

/// <summary>
/// When an article was published: an instant, or a date alone where the source gives no more. News of this field is dated
/// in China's time: a naive time counts as UTC+8, and so does the day on which an instant falls.
/// </summary>
public readonly record struct PublicationTime
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private PublicationTime(DateTimeOffset? instant, DateOnly date)
    {
        Instant = instant;
        Date = date;
    }

    /// <summary>The instant in UTC, or <see langword="null"/> where only the date is known.</summary>
    public DateTimeOffset? Instant { get; }

    /// <summary>The day in UTC+8: the day that 今天 means.</summary>
    public DateOnly Date { get; }

    /// <summary>A publication time known to the second.</summary>
    public static PublicationTime At(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return new PublicationTime(utc, DateOnly.FromDateTime(utc.ToOffset(China).DateTime));
    }

    /// <summary>A publication time without offset, taken as UTC+8.</summary>
    public static PublicationTime AtChinaTime(DateTime naive) =>
        At(new DateTimeOffset(DateTime.SpecifyKind(naive, DateTimeKind.Unspecified), China));

    /// <summary>A publication date without a time of day.</summary>
    public static PublicationTime On(DateOnly date) => new(null, date);

    /// <summary><c>2022-12-13T00:31:00Z</c>, or <c>2019-02-28</c> for a date alone. Fractions of a second are dropped.</summary>
    public override string ToString() => Instant is { } instant
        ? instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <returns>Whether <paramref name="text"/> is a publication time in that form.</returns>
    public static bool TryParse(string? text, out PublicationTime time)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            time = On(date);
            return true;
        }

        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            time = At(instant);
            return true;
        }

        time = default;
        return false;
    }
}
