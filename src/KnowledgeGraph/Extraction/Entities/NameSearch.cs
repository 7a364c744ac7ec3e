using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>The search for names in one article: what was found, and everywhere it stands.</summary>
internal sealed partial class NameSearch(NameRecognizer owner, string text, IReadOnlyList<PhraseMatch> matches)
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly List<Span> found = [];
    private readonly NameShape shape = owner.Shape;

    public void Run()
    {
        for (var i = 0; i < matches.Count; i++)
        {
            var match = matches[i];
            var entry = owner.Vocabulary[match.Id];
            if (entry.Classes.Intersects(owner.Name) && !shape.IsEverydayWord(entry.Phrase))
            {
                Found(Dotted(Whole(match.Span)));
            }
            else if (entry.Classes.Intersects(owner.Name) && i > 0 && matches[i - 1].End == match.Start
                && owner.Vocabulary[matches[i - 1].Id].Classes.Intersects(owner.Introducing))
            {
                Found(match.Span);
            }

            if (entry.Classes.Intersects(owner.Introducing))
            {
                AfterTitle(i);
            }

            if (entry.Classes.Intersects(owner.Introducing | owner.Honorific))
            {
                BeforeTitle(i, entry.Classes);
            }

            if (entry.Classes.Intersects(owner.Say))
            {
                BeforeSaying(i);
            }
        }

        AroundDotsAndBrackets();
        InLatin();
        InContext();
        InLists();
        for (var i = 0; i < found.Count && i < 1000; i++)
        {
            AfterName(found[i].End);
            BeforeName(found[i].Start);
        }
    }

    /// <summary>克里斯托弗: a short name of the gazetteer (克里) may be the beginning of a longer transliteration.</summary>
    private Span Whole(Span known)
    {
        if (known.Length > 3 || known.End + 1 >= text.Length || !shape.IsTransliterated(text.AsSpan(known.Start, known.Length)) || !GoesOn(text[known.End]) || !(GoesOn(text[known.End + 1]) || shape.IsDot(text[known.End + 1]))
            || LockAt(known.End) is not null || shape.StartsWithVerb(text, known.End) || shape.StartsWithVerbWord(text, known.End))
        {
            return known;
        }

        var best = shape.Best(text, known.Start, RunEnd(known.Start), false);
        return best.Score >= NameShape.Accept && (best.End > known.End + 1 || (best.End > known.End && shape.IsDot(text[best.End]))) ? known with { End = best.End } : known;
    }

    /// <summary>Every place where a name that was found stands, the longest first where they overlap.</summary>
    public List<Span> Occurrences()
    {
        var all = new List<Span>(found);
        foreach (var known in names.OrderByDescending(known => known.Length).ThenBy(known => known, StringComparer.Ordinal))
        {
            for (var at = text.IndexOf(known, StringComparison.Ordinal); at >= 0; at = text.IndexOf(known, at + known.Length, StringComparison.Ordinal))
            {
                var span = new Span(at, at + known.Length);
                if (!CutsLock(span))
                {
                    all.Add(span);
                }
            }
        }

        return LongestMatch.Keep(all.FindAll(span => !IsPartOfMore(span)), span => span);
    }

    /// <summary>特朗普政府 is no person, nor is a short name that a longer word or transliteration holds (海马斯, 加强生产).</summary>
    private bool IsPartOfMore(Span span)
    {
        if (shape.StartsWithTail(text, span.End) || CutsLatin(span))
        {
            return true;
        }

        var name = text.AsSpan(span.Start, span.Length);
        if (name.Length > 3 || !shape.IsTransliterated(name))
        {
            return name.Length == 2 && span.Start > 0 && span.End < text.Length && !Touches(span.Start)
                && shape.IsWithinWord(text, span.Start) && shape.IsWithinWord(text, span.End);
        }

        if (Touches(span.Start))
        {
            return false;
        }

        var left = span.Start > 0 && GoesOn(text[span.Start - 1]) && !shape.EndsWithLead(text, span.Start) && !shape.EndsWithCommonWord(text, span.Start) && !shape.EndsWithRole(text, span.Start);
        var right = span.End < text.Length && GoesOn(text[span.End]) && LockAt(span.End) is null && !shape.StartsWithVerb(text, span.End) && !shape.StartsWithWord(text, span.End);
        return left || right;
    }

    /// <summary>摩方: the short form of a state and a word for its side.</summary>
    private bool IsOfState(Span span) => span.Length > 1 && owner.Vocabulary.Find(text[span.Start]) is { } first && first.Classes.Intersects(owner.StateShort)
        && owner.Vocabulary.Find(text[(span.Start + 1)..span.End]) is { } rest && rest.Classes.Intersects(owner.Side);

    /// <summary>若拜登: a word that leads names and a name that is known.</summary>
    private bool IsLedName(Span span) => span.Length > 2 && shape.EndsWithLead(text, span.Start + 1) && owner.Vocabulary.Find(text[(span.Start + 1)..span.End]) is { } rest && rest.Classes.Intersects(owner.Name);

    private bool GoesOn(char c) => NameShape.IsHan(c) && shape.IsTransliteration(c) && !shape.IsStop(c);

    /// <summary>Whether a locked phrase or another name ends at a place (普京 in 拜登普京).</summary>
    private bool Touches(int offset)
    {
        if (offset > 0 && LockAt(offset - 1) is { } before && before.End == offset)
        {
            return true;
        }

        for (var length = 2; length <= 5 && length <= offset; length++)
        {
            if (names.Contains(text[(offset - length)..offset]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a locked phrase that is no name begins or ends within the span and is at least as long.</summary>
    private bool CutsLock(Span span)
    {
        for (var i = FirstMatchEndingAfter(span.Start); i < matches.Count && matches[i].Start < span.End; i++)
        {
            var other = matches[i].Span;
            if (!span.Contains(other) && (other.Contains(span) || other.Length > span.Length || other.Start < span.Start)
                && !owner.Vocabulary[matches[i].Id].Classes.Intersects(owner.Name))
            {
                return true;
            }
        }

        return false;
    }

    private int FirstMatchEndingAfter(int offset) => LongestMatch.FirstIndex(matches, match => match.End <= offset);

    private void Found(Span name)
    {
        // 查尔斯三世
        var span = name with { End = name.End + shape.OrdinalLength(text, name.End) };
        if (span.Length < 2 || IsOfState(span) || IsLedName(span) || !names.Add(span.Of(text)))
        {
            return;
        }

        found.Add(span);
        if (shape.FamilyName(text.AsSpan(span.Start, span.Length)) is { Length: > 0 } family && !shape.IsCommonWord(family))
        {
            names.Add(family.ToString());
        }

        var slice = text.AsSpan(span.Start, span.Length);
        for (var i = slice.Length - 1; i >= 0; i--)
        {
            if (shape.IsDot(slice[i]) || slice[i] == ' ')
            {
                var last = slice[(i + 1)..].ToString();
                if (last.Length > (IsLatin(last[0]) ? LongestParticle : 1) && !shape.IsCommonWord(last))
                {
                    names.Add(last);
                }

                break;
            }
        }
    }
}
