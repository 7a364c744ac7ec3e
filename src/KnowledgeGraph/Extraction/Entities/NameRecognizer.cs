using KnowledgeGraph.Extraction.Lexical;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Extraction.Entities;

/// <summary>
/// Finds people's names, those of the gazetteer and those never seen before: after a title, before a title, in a list of
/// names, before a name in Latin letters in brackets, around dots, at the head of a sentence before a verb of saying. What is
/// found once in such company counts wherever the article repeats it.
/// </summary>
internal sealed class NameRecognizer
{
    private readonly Vocabulary vocabulary;
    private readonly NameShape shape;
    private readonly ClassSet introducing;
    private readonly ClassSet office;
    private readonly ClassSet name;
    private readonly ClassSet say;
    private readonly ClassSet listing;
    private readonly ClassSet listEnd;
    private readonly ClassSet stateShort;
    private readonly HashSet<string> eastAsian = new(StringComparer.Ordinal);

    /// <summary>Recognises names by a rule set's gazetteers.</summary>
    public NameRecognizer(RuleSet rules, Vocabulary vocabulary, Lexicon lexicon)
    {
        this.vocabulary = vocabulary;
        shape = new NameShape(rules.Names, lexicon);
        var classes = vocabulary.Classes;
        introducing = classes["office"] | classes["title-head"];
        office = classes["office"];
        name = classes["name"];
        say = classes["say"];
        stateShort = classes["state-short"];
        listing = classes["list-sep"] | classes["and"];
        listEnd = classes["etc"] | classes["list-sep"];
        eastAsian.UnionWith(rules.Words.Where(words => words.Name == "east-asian-states").SelectMany(words => words.Words));
    }

    /// <summary>All names in an article, in order, without overlap.</summary>
    /// <param name="folded">The folded text.</param>
    /// <param name="matches">The locked phrases, in order.</param>
    public List<Span> Find(string folded, IReadOnlyList<PhraseMatch> matches)
    {
        var search = new Search(this, folded, matches);
        search.Run();
        return search.Occurrences();
    }

    private sealed class Search(NameRecognizer owner, string text, IReadOnlyList<PhraseMatch> matches)
    {
        private readonly HashSet<string> names = new(StringComparer.Ordinal);
        private readonly List<Span> found = [];
        private readonly NameShape shape = owner.shape;

        public void Run()
        {
            for (var i = 0; i < matches.Count; i++)
            {
                var match = matches[i];
                var entry = owner.vocabulary[match.Id];
                if (entry.Classes.Intersects(owner.name) && !shape.IsEverydayWord(entry.Phrase))
                {
                    Found(Dotted(new Span(match.Start, match.End)));
                }
                else if (entry.Classes.Intersects(owner.name) && i > 0 && matches[i - 1].End == match.Start
                    && owner.vocabulary[matches[i - 1].Id].Classes.Intersects(owner.introducing))
                {
                    Found(new Span(match.Start, match.End));
                }

                if (entry.Classes.Intersects(owner.introducing))
                {
                    AfterTitle(i);
                }

                if (entry.Classes.Intersects(owner.office))
                {
                    BeforeTitle(i);
                }

                if (entry.Classes.Intersects(owner.say))
                {
                    BeforeSaying(i);
                }
            }

            AroundDotsAndBrackets();
            for (var i = 0; i < found.Count && i < 1000; i++)
            {
                AfterName(found[i].End);
            }
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

            all.Sort((a, b) => a.Length != b.Length ? b.Length.CompareTo(a.Length) : a.Start.CompareTo(b.Start));
            var kept = new List<Span>();
            var taken = new HashSet<int>();
            foreach (var span in all)
            {
                var free = true;
                for (var i = span.Start; i < span.End; i++)
                {
                    free &= !taken.Contains(i);
                }

                if (free)
                {
                    kept.Add(span);
                    for (var i = span.Start; i < span.End; i++)
                    {
                        taken.Add(i);
                    }
                }
            }

            kept.Sort();
            return kept;
        }

        /// <summary>Whether a locked phrase that is no name begins or ends within the span and is at least as long.</summary>
        private bool CutsLock(Span span)
        {
            for (var i = FirstMatchEndingAfter(span.Start); i < matches.Count && matches[i].Start < span.End; i++)
            {
                var other = new Span(matches[i].Start, matches[i].End);
                if (!span.Contains(other) && (other.Contains(span) || other.Length > span.Length || other.Start < span.Start)
                    && !owner.vocabulary[matches[i].Id].Classes.Intersects(owner.name))
                {
                    return true;
                }
            }

            return false;
        }

        private int FirstMatchEndingAfter(int offset)
        {
            var low = 0;
            var high = matches.Count;
            while (low < high)
            {
                var mid = (low + high) / 2;
                if (matches[mid].End <= offset)
                {
                    low = mid + 1;
                }
                else
                {
                    high = mid;
                }
            }

            return low;
        }

        private void Found(Span span)
        {
            if (span.Length < 2 || !names.Add(span.Of(text)))
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
                if (shape.IsDot(slice[i]))
                {
                    var last = slice[(i + 1)..].ToString();
                    if (last.Length > 1 && !shape.IsCommonWord(last))
                    {
                        names.Add(last);
                    }

                    break;
                }
            }
        }

        /// <summary>The end of the run of Han characters and dots from a place, up to a locked phrase that is no name.</summary>
        private int RunEnd(int start)
        {
            var i = FirstMatchEndingAfter(start);
            while (i < matches.Count && (owner.vocabulary[matches[i].Id].Classes.Intersects(owner.name) || IsWithinName(matches[i], start)))
            {
                i++;
            }

            var limit = i < matches.Count ? Math.Max(start, matches[i].Start) : text.Length;
            var end = start;
            while (end < limit && NameShape.IsHan(text[end]))
            {
                end++;
            }

            return end;
        }

        /// <summary>Whether a place's name may be the rest of a transliterated name (尼斯 in 约翰尼斯).</summary>
        private bool IsWithinName(PhraseMatch match, int start) =>
            match.Start > start && owner.vocabulary[match.Id].Place is not null
            && shape.IsTransliterated(text.AsSpan(match.Start, match.End - match.Start)) && shape.IsTransliteration(text[match.Start - 1]);

        private void AfterTitle(int i)
        {
            var start = matches[i].End;
            if (i + 1 < matches.Count && matches[i + 1].Start == start)
            {
                return;
            }

            var limit = RunEnd(start);
            var best = shape.Best(text, start, limit, IsEastAsian(i));
            if (best.Score >= NameShape.Accept && !NamesLock(start))
            {
                Found(Dotted(new Span(start, best.End)));
            }
        }

        private bool NamesLock(int start)
        {
            var i = FirstMatchEndingAfter(start);
            return i < matches.Count && matches[i].Start == start;
        }

        /// <summary>Whether the last state before the title is one whose names have surnames.</summary>
        private bool IsEastAsian(int i)
        {
            for (var k = i; k >= 0 && k > i - 4 && matches[i].Start - matches[k].End < 12; k--)
            {
                if (owner.vocabulary[matches[k].Id].State is { } state)
                {
                    return owner.eastAsian.Contains(state.Name);
                }
            }

            return false;
        }

        private void BeforeTitle(int i)
        {
            var end = matches[i].Start;
            var floor = i > 0 ? matches[i - 1].End : 0;
            if (BestBackwards(floor, end, 3.4) is { } span)
            {
                Found(Dotted(span));
            }
        }

        /// <summary>The best name that ends at a place: its left edge must be a mark, a locked phrase or a word like 同.</summary>
        private Span? BestBackwards(int floor, int end, double accept)
        {
            for (var start = Math.Max(floor, end - 7); start <= end - 2; start++)
            {
                if (!IsLeftEdge(start, floor))
                {
                    continue;
                }

                var candidate = text.AsSpan(start, end - start);
                foreach (var c in candidate)
                {
                    if (!NameShape.IsHan(c))
                    {
                        candidate = default;
                        break;
                    }
                }

                if (candidate.IsEmpty || IsStates(candidate) || shape.BeginsWithCommonWord(candidate) || shape.IsCommonWord(candidate) || shape.IsStop(candidate[^1]) || HoldsStop(candidate))
                {
                    continue;
                }

                var best = shape.Best(text, start, end, false);
                if (best.End == end && best.Score >= accept)
                {
                    return new Span(start, end);
                }
            }

            return null;
        }

        /// <summary>Whether it is a run of short forms of states (韩中外长), whatever word leads it (应台外长之邀).</summary>
        private bool IsStates(ReadOnlySpan<char> candidate)
        {
            for (var i = 0; i < candidate.Length; i++)
            {
                var isState = owner.vocabulary.Find(candidate[i]) is { } entry && entry.Classes.Intersects(owner.stateShort);
                if (!isState && !(i == 0 && shape.IsStop(candidate[i])))
                {
                    return false;
                }
            }

            return true;
        }

        private bool HoldsStop(ReadOnlySpan<char> candidate)
        {
            foreach (var c in candidate)
            {
                if (shape.IsStop(c) && !shape.IsTransliteration(c))
                {
                    return true;
                }
            }

            return false;
        }

        private bool IsLeftEdge(int start, int floor) =>
            start == floor || start == 0 || !NameShape.IsHan(text[start - 1]) || shape.IsStop(text[start - 1]);

        private void BeforeSaying(int i)
        {
            var end = matches[i].Start;
            var floor = i > 0 ? matches[i - 1].End : 0;
            var start = end;
            while (start > floor && end - start < 7 && NameShape.IsHan(text[start - 1]))
            {
                start--;
            }

            var opens = start == 0 || (start > floor && !NameShape.IsHan(text[start - 1]) && !shape.IsDot(text[start - 1])) || (start == floor && start > 0 && !NameShape.IsHan(text[start - 1]));
            if (opens && end - start >= 2 && !shape.IsCommonWord(text.AsSpan(start, end - start)) && !HoldsStop(text.AsSpan(start, end - start)))
            {
                var best = shape.Best(text, start, end, false);
                if (best.End == end && best.Score >= 4.2)
                {
                    Found(new Span(start, end));
                }
            }
        }

        /// <summary>After a name and 、 or 和 another may stand without a title.</summary>
        private void AfterName(int end)
        {
            if (end >= text.Length || owner.vocabulary.Find(text[end].ToString()) is not { } separator || !separator.Classes.Intersects(owner.listing))
            {
                return;
            }

            var start = end + 1;
            var limit = RunEnd(start);
            if (limit - start < 2 || NamesLock(start))
            {
                return;
            }

            var best = shape.Best(text, start, limit, false);
            var closed = best.End < text.Length
                && (best.End == limit || (owner.vocabulary.Find(text[best.End].ToString()) is { } next && next.Classes.Intersects(owner.listEnd | owner.listing)));
            if (best.Score >= 4.0 && closed && !shape.IsCommonWord(text.AsSpan(start, best.End - start)))
            {
                Found(Dotted(new Span(start, best.End)));
            }
        }

        private void AroundDotsAndBrackets()
        {
            for (var i = 1; i < text.Length - 1; i++)
            {
                if (shape.IsDot(text[i]) && NameShape.IsHan(text[i - 1]) && shape.IsTransliteration(text[i - 1]) && shape.IsTransliteration(text[i + 1]))
                {
                    var span = Dotted(new Span(i, i + 1));
                    Found(span);
                    i = Math.Max(i, span.End - 1);
                }
                else if (text[i] is '(' or '（' && char.IsAsciiLetterUpper(text[i + 1]) && NameShape.IsHan(text[i - 1]) && LooksLikeLatinName(i + 1))
                {
                    var m = FirstMatchEndingAfter(i - 1);
                    var locked = m < matches.Count && matches[m].Start < i;
                    var floor = locked ? i : m > 0 ? matches[m - 1].End : 0;
                    if (BestBackwards(floor, i, 3.8) is { } span)
                    {
                        Found(Dotted(span));
                    }
                }
            }
        }

        /// <summary>Whether the bracket holds words in Latin letters that each begin with a capital and go on in small letters.</summary>
        private bool LooksLikeLatinName(int start)
        {
            var lower = 0;
            for (var i = start; i < text.Length && i < start + 40; i++)
            {
                if (text[i] is ')' or '）')
                {
                    return lower > 1;
                }

                if (!char.IsLetter(text[i]) && text[i] is not (' ' or '.' or '-' or '\''))
                {
                    return false;
                }

                lower += char.IsLower(text[i]) ? 1 : 0;
            }

            return false;
        }

        /// <summary>Widens a span over dots and the transliterated parts on both sides.</summary>
        private Span Dotted(Span span)
        {
            var (start, end) = (span.Start, span.End);
            while (start > 1 && (shape.IsDot(text[start]) || shape.IsDot(text[start - 1])))
            {
                var part = start - (shape.IsDot(text[start]) ? 0 : 1);
                var from = part;
                var floor = Floor(part);
                while (from > floor && shape.IsTransliteration(text[from - 1]) && part - from < 8)
                {
                    from--;
                }

                if (from == part)
                {
                    break;
                }

                start = from;
            }

            while (end < text.Length - 1 && (shape.IsDot(text[end]) || shape.IsDot(text[end - 1])))
            {
                var part = end + (shape.IsDot(text[end]) ? 1 : 0);
                var to = part;
                var limit = RunEnd(part);
                if (part + 1 < limit)
                {
                    to = shape.Best(text, part, limit, false) is { Score: >= 1.5 } best ? best.End : part;
                }

                if (to == part)
                {
                    while (to < limit && shape.IsTransliteration(text[to]) && !shape.IsStop(text[to]) && to - part < 8)
                    {
                        to++;
                    }
                }

                if (to == part)
                {
                    break;
                }

                end = to;
            }

            return shape.IsDot(text[start]) || shape.IsDot(text[end - 1]) ? span with { End = span.Start } : new Span(start, end);
        }

        /// <summary>How far left a part of a name may reach: to the end of the last locked phrase before the dot, unless that phrase itself touches the dot.</summary>
        private int Floor(int part)
        {
            var i = FirstMatchEndingAfter(part - 1);
            if (i < matches.Count && matches[i].Start < part && matches[i].End >= part)
            {
                return matches[i].Start;
            }

            return i > 0 ? matches[i - 1].End : 0;
        }
    }
}
