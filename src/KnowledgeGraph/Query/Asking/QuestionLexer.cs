using System.Collections.Immutable;

namespace KnowledgeGraph.Query.Asking;

/// <summary>
/// Reads a question as a row of names, times and words, at each place the longest. What belongs together becomes one: a state
/// and its office, a title and its holder, both ends of a time.
/// </summary>
internal sealed class QuestionLexer(QueryVocabulary vocabulary, TimeReader times)
{
    private const int LongestName = 40;
    private const int LongestInStore = 16;
    private const int ShortestName = 2;
    private const string Filler = "filler";

    /// <summary>The question's tokens, or the place at which something stands that is not understood.</summary>
    /// <param name="question">The question.</param>
    /// <param name="inStore">What bears a name, by its key, that the rules do not know.</param>
    public (ImmutableArray<QuestionToken> Tokens, int? Stuck) Read(string question, Func<string, FormKinds> inStore)
    {
        // The key of a text has its length: places in one are places in the other.
        var key = vocabulary.Key(question);
        var text = question.Trim();
        var tokens = new List<QuestionToken>();
        for (var at = 0; at < key.Length;)
        {
            if (key[at] == ' ')
            {
                at++;
                continue;
            }

            if (Longest(key, text, at, inStore) is not { } token)
            {
                return ([.. tokens], at);
            }

            tokens.Add(token);
            at = token.At.End;
        }

        return ([.. Times(Holders(Offices([.. tokens.Where(token => token.Word != Filler)])))], null);
    }

    private QuestionToken? Longest(string key, string text, int at, Func<string, FormKinds> inStore)
    {
        var best = times.Read(key, at) is { } time ? new QuestionToken(new Span(at, time.End), FormKinds.None, text[at..time.End], Time: time.Time) : null;
        for (var length = Math.Min(LongestName, key.Length - at); length > (best?.At.Length ?? 0); length--)
        {
            if (IsWhole(key, at, at + length) && Named(key.Substring(at, length), text.Substring(at, length), at, inStore) is { } token)
            {
                return token;
            }
        }

        return best;
    }

    private QuestionToken? Named(string key, string text, int at, Func<string, FormKinds> inStore)
    {
        var span = new Span(at, at + key.Length);
        var forms = vocabulary.Find(key);
        if (forms.FirstOrDefault(form => form.Kind == FormKinds.Word) is { } word)
        {
            return new QuestionToken(span, FormKinds.Word, text, word.Name, word.English);
        }

        if (key.Length < ShortestName)
        {
            return null;
        }

        var kinds = forms.Aggregate(FormKinds.None, (sum, form) => sum | form.Kind) & ~(FormKinds.Part | FormKinds.Time);
        kinds = kinds == FormKinds.None && key.Length <= LongestInStore ? inStore(key) : kinds;
        return kinds == FormKinds.None ? null : new QuestionToken(span, kinds, text);
    }

    /// <summary>Words of Latin letters are not cut.</summary>
    private static bool IsWhole(string key, int start, int end) =>
        !(start > 0 && IsLatin(key[start - 1]) && IsLatin(key[start])) && !(end < key.Length && IsLatin(key[end - 1]) && IsLatin(key[end]));

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c);

    /// <summary>A state and a title, in either order with <c>of</c> between, are one office.</summary>
    private static List<QuestionToken> Offices(List<QuestionToken> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Is("state") && tokens[i + 1].Is("title"))
            {
                Join(tokens, i, 2, tokens[i], tokens[i + 1]);
            }
            else if (i + 2 < tokens.Count && tokens[i].Is("title") && tokens[i + 1].Word == "of" && tokens[i + 2].Is("state"))
            {
                Join(tokens, i, 3, tokens[i + 2], tokens[i]);
            }
        }

        return tokens;
    }

    private static void Join(List<QuestionToken> tokens, int first, int count, QuestionToken state, QuestionToken title)
    {
        var span = new Span(tokens[first].At.Start, tokens[first + count - 1].At.End);
        var name = state.Text + (char.IsAscii(title.Text[0]) ? " " : "") + title.Text;
        tokens.RemoveRange(first, count);
        tokens.Insert(first, new QuestionToken(span, FormKinds.Title, name));
    }

    /// <summary>A title before a name only describes the person.</summary>
    private static List<QuestionToken> Holders(List<QuestionToken> tokens)
    {
        for (var i = tokens.Count - 2; i >= 0; i--)
        {
            if (tokens[i].Is("title") && tokens[i + 1].Is("person"))
            {
                tokens.RemoveAt(i);
            }
        }

        return tokens;
    }

    /// <summary>Times with what stands around them: in, since and until, from one to the other.</summary>
    private static List<QuestionToken> Times(List<QuestionToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Time is not { } time)
            {
                continue;
            }

            var (first, last) = (i, i);
            if (i + 2 < tokens.Count && tokens[i + 1].Word is "range" or "and" or "until" or "to" && tokens[i + 2].Time is { } end)
            {
                (time, last) = (new TimeSpanAsked(time.Since, end.Until, time.IsCounted || end.IsCounted), i + 2);
                first -= Is(i - 1, "between") || Is(i - 1, "since") || Is(i - 1, "at") ? 1 : 0;
                last += Is(last + 1, "between") ? 1 : 0;
            }
            else if (Is(i - 1, "since") || Is(i + 1, "onwards"))
            {
                time = time with { Until = null };
                (first, last) = (first - (Is(i - 1, "since") ? 1 : 0), last + (Is(i + 1, "onwards") ? 1 : 0));
            }
            else if (Is(i - 1, "until") || Is(i + 1, "backwards"))
            {
                time = time with { Since = null };
                (first, last) = (first - (Is(i - 1, "until") ? 1 : 0), last + (Is(i + 1, "backwards") ? 1 : 0));
            }
            else
            {
                first -= Is(i - 1, "at") ? 1 : 0;
            }

            var joined = new QuestionToken(new Span(tokens[first].At.Start, tokens[last].At.End), FormKinds.None, "", Time: time);
            tokens.RemoveRange(first, last - first + 1);
            tokens.Insert(first, joined);
            i = first;
        }

        return tokens;

        bool Is(int index, string word) => index >= 0 && index < tokens.Count && tokens[index].Word == word;
    }
}
