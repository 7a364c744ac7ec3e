using System.Collections.Immutable;

namespace KnowledgeGraph.Records;

/// <summary>A value of an event and where it came from.</summary>
/// <param name="Name">kind, status, participant, date, place, country, venue, occasion, time, duration.</param>
/// <param name="Value">The value.</param>
/// <param name="Words">The words that it was read from; <see langword="null"/> where it has none of its own.</param>
/// <param name="Rule">The rule that read it.</param>
/// <param name="Sentence">The sentence that holds the words.</param>
public sealed record ExplainedValue(string Name, string Value, string? Words, string Rule, string Sentence)
{
    /// <summary>The values of an event in a fixed order.</summary>
    /// <param name="told">The event.</param>
    /// <param name="text">The text of its article.</param>
    public static ImmutableArray<ExplainedValue> Of(EventRecord told, string text)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(text);
        var values = new (string Name, string? Value)[]
        {
            ("kind", told.Kind), ("status", told.Status), ("date", told.Date), ("place", told.Place), ("country", told.Country),
            ("venue", told.Venue), ("occasion", told.Occasion), ("time", told.Time), ("duration", told.Duration),
        };
        return
        [
            .. values.Where(value => value.Value is not null).Select(value => Read(value.Name, value.Value!, told, text)),
            .. told.Participants.Select(participant => new ExplainedValue(
                "participant", WithOffice(participant), participant.Via ?? participant.Name, participant.Resolved?.Basis ?? told.Rule, told.Evidence.Text)),
        ];
    }

    private static string WithOffice(ParticipantRecord participant) =>
        participant.Country + participant.Title is { Length: > 0 } office && !participant.Name.EndsWith(office, StringComparison.Ordinal)
            ? $"{office} {participant.Name}"
            : participant.Name;

    private static ExplainedValue Read(string name, string value, EventRecord told, string text)
    {
        // A state inferred from a city was read from the city's words.
        if (!told.Provenance.TryGetValue(name, out var origin) && (name != "country" || !told.Provenance.TryGetValue("place", out origin)))
        {
            return new ExplainedValue(name, value, null, told.Rule, told.Evidence.Text);
        }

        var words = new Span(origin.Start, origin.End);
        var sentence = told.OtherEvidence.Prepend(told.Evidence).FirstOrDefault(evidence => new Span(evidence.Start, evidence.End).Contains(words))?.Text;
        return new ExplainedValue(name, value, words.Of(text), origin.Rule, sentence ?? Line(words, text));
    }

    /// <summary>The line of the article that holds some words.</summary>
    private static string Line(Span words, string text)
    {
        var start = words.Start == 0 ? 0 : text.LastIndexOf('\n', words.Start - 1) + 1;
        var end = text.IndexOf('\n', words.End);
        return text[start..(end < 0 ? text.Length : end)];
    }
}
