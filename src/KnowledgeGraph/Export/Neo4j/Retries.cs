namespace KnowledgeGraph.Export.Neo4j;

/// <summary>How long a statement is tried again: with growing pauses, until they add up to a limit.</summary>
/// <param name="First">The first pause; each is twice the one before.</param>
/// <param name="Longest">The longest pause.</param>
/// <param name="Limit">What the pauses add up to at most; enough for a server to start anew.</param>
public sealed record Retries(TimeSpan First, TimeSpan Longest, TimeSpan Limit)
{
    /// <summary>A quarter of a second to ten seconds, for two minutes.</summary>
    public static Retries Default { get; } = new(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(2));

    /// <summary>The limit for a server that has said nothing yet: it may be starting, or it may be something else.</summary>
    public TimeSpan LimitOfSilence => Limit / 4;

    /// <summary>The pauses in order.</summary>
    public IEnumerable<TimeSpan> Pauses()
    {
        var pause = First;
        for (var waited = TimeSpan.Zero; waited + pause <= Limit; waited += pause, pause = pause * 2 < Longest ? pause * 2 : Longest)
        {
            yield return pause;
        }
    }
}
