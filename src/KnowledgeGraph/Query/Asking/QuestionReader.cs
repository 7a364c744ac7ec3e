using System.Collections.Immutable;
using KnowledgeGraph.Store;

namespace KnowledgeGraph.Query.Asking;

/// <summary>A question as it was read.</summary>
/// <param name="Arguments">The words of the command that answers it, without <c>kg</c>; empty where it cannot be read.</param>
/// <param name="Rule">The rule that read it.</param>
/// <param name="NotUnderstood">Where it cannot be read: the first words that mean nothing here, or <see langword="null"/> where the question as a whole does not fit.</param>
/// <param name="CountedFrom">The day that a time of it (去年, last month) was counted from, where one was.</param>
public sealed record QuestionReading(ImmutableArray<string> Arguments, string? Rule, string? NotUnderstood, DateOnly? CountedFrom = null)
{
    /// <summary>The command as one writes it.</summary>
    public string Command => string.Join(' ', Arguments.Select(argument => argument.Length > 0 && !argument.AsSpan().ContainsAny(" '\"$\\") ? argument : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
}

/// <summary>
/// Reads questions in Chinese and English and translates them into commands, by the patterns of <c>rules/questions.yaml</c>. A
/// question in which anything is not understood is not answered.
/// </summary>
public sealed class QuestionReader
{
    private const int LongestQuestion = 300;
    private const int ShownOfUnknown = 12;
    private readonly QuestionLexer lexer;
    private readonly KnowledgeStore? store;
    private readonly Lazy<DateOnly?> today;
    private readonly ImmutableArray<(QuestionForm Form, QuestionPattern Pattern)> forms;

    /// <summary>A reader.</summary>
    /// <param name="vocabulary">The forms of names and questions.</param>
    /// <param name="store">A store whose people may be asked for too, or <see langword="null"/>.</param>
    /// <param name="today">The day that 去年 is counted from; where none is given, that of the store's newest article.</param>
    public QuestionReader(QueryVocabulary vocabulary, KnowledgeStore? store = null, DateOnly? today = null)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        this.store = store;
        this.today = new Lazy<DateOnly?>(() => today ?? (store is null || ArchiveSpan.Of(store).Last is not { } newest ? null : DayRange.First(newest)));
        lexer = new QuestionLexer(vocabulary, new TimeReader(vocabulary, this.today));
        forms = [.. vocabulary.Questions.Select(form => (form, new QuestionPattern(form.Pattern)))];
    }

    /// <summary>Reads a question.</summary>
    public QuestionReading Read(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Length > LongestQuestion)
        {
            return new QuestionReading([], null, null);
        }

        using var names = store is null ? null : new StoredNames(store);
        var (tokens, stuck) = lexer.Read(question, names is null ? static _ => FormKinds.None : names.Kinds);
        if (stuck is { } at)
        {
            var rest = question.Trim()[at..];
            return new QuestionReading([], null, rest.Length > ShownOfUnknown ? rest[..ShownOfUnknown] + "\u2026" : rest);
        }

        foreach (var (form, pattern) in forms)
        {
            if (Given(form, pattern, tokens) is { } arguments)
            {
                return new QuestionReading(arguments, form.Name, null, tokens.Any(token => token.Time is { IsCounted: true }) ? today.Value : null);
            }
        }

        return new QuestionReading([], null, null);
    }

    private static ImmutableArray<string>? Given(QuestionForm form, QuestionPattern pattern, ImmutableArray<QuestionToken> tokens)
    {
        var (rest, times) = (tokens.ToList(), new List<TimeSpanAsked>());
        string? place = null;
        if (form.Takes.Contains("time", StringComparison.Ordinal))
        {
            times.AddRange(rest.Select(token => token.Time).OfType<TimeSpanAsked>());
            rest.RemoveAll(token => token.Time is not null);
        }

        if (form.Takes.Split(' ').Contains("at") && rest.FindIndex(token => token.Word == "at") is >= 0 and var at
            && at + 1 < rest.Count && (rest[at + 1].Is("place") || rest[at + 1].Is("state")))
        {
            place = rest[at + 1].Text;
            rest.RemoveRange(at, 2);
        }

        if (times.Count > 1 || pattern.Match([.. rest]) is not { } captured)
        {
            return null;
        }

        var arguments = Fill(form.Gives, captured);
        Add("--at", place);
        arguments.AddRange(rest.Where(token => token.Adds is not null).SelectMany(token => token.Adds!.Split(' ')));
        Add("--since", times.FirstOrDefault()?.Since);
        Add("--until", times.FirstOrDefault()?.Until);
        return [.. arguments];

        void Add(string option, string? value)
        {
            if (value is not null)
            {
                arguments.AddRange([option, value]);
            }
        }
    }

    /// <summary>A template with what was captured in its places; an option whose place stays empty is left out.</summary>
    private static List<string> Fill(string template, ImmutableSortedDictionary<string, string> captured)
    {
        var arguments = new List<string>();
        foreach (var part in template.Split(' '))
        {
            if (part is not ['{', .., '}'])
            {
                arguments.Add(part);
            }
            else if (captured.TryGetValue(part[1..^1], out var value))
            {
                arguments.Add(value);
            }
            else if (arguments[^1].StartsWith("--", StringComparison.Ordinal))
            {
                arguments.RemoveAt(arguments.Count - 1);
            }
        }

        return arguments;
    }
}
