using FsCheck;
using FsCheck.Fluent;
using KnowledgeGraph.Extraction.Patterns;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Tests.Extraction;

/// <summary>Patterns over sentences of one-letter words; a word's class is its letter.</summary>
public sealed class PatternMatcherTests
{
    private static readonly ClassTable Classes = new(["a", "b", "c"]);

    // Short, for a way tried in vain counts against the limit of steps, which the plain definition does not have.
    private static readonly Gen<string> Sentences = Gen.Elements('a', 'b', 'c').ArrayOf().Resize(6).Select(letters => new string(letters));

    private static readonly Gen<PatternNode> Patterns = Gen.Sized(size => Pattern(Math.Min(size, 12)));

    [Theory]
    [InlineData("a b", "ab", "ab")]
    [InlineData("a b", "ba", null)]
    [InlineData("a !b", "ac", "ac")]
    [InlineData("a !b", "ab", null)]
    [InlineData("a/b c", "bc", "bc")]
    [InlineData("'a' .", "ab", "ab")]
    [InlineData("a* b", "aab", "aab")]
    [InlineData("a+ b", "b", null)]
    [InlineData("a .* b", "abcb", "abcb")]
    [InlineData("a .*? b", "abcb", "ab")]
    [InlineData("a{2,3} b", "aaaab", null)]
    [InlineData("a{2,3} b", "aaab", "aaab")]
    [InlineData("(a b | a) b c", "abc", "abc")]
    [InlineData("a &(b c)", "abc", "a")]
    [InlineData("a ~b", "ab", null)]
    [InlineData("a ~b .", "ac", "ac")]
    [InlineData("^ a $", "a", "a")]
    [InlineData("a $", "ab", null)]
    public void The_preferred_match_is_found(string pattern, string sentence, string? taken)
    {
        var match = Matcher(pattern).MatchAt(Items(sentence), sentence, 0);

        Assert.Equal(taken, match is null ? null : sentence[match.Start..match.End]);
    }

    [Theory]
    [InlineData("X=a Y=(b c)", "abc", "X=a Y=bc")]
    [InlineData("(X=a c | X=a X=b)", "ab", "X=a X=b")]
    [InlineData("O=(a I=b)", "ab", "I=b O=ab")]
    [InlineData("(X=a &(Y=b c) b a | a b) c", "abc", "")]
    [InlineData("a &(Y=b) b", "ab", "Y=b")]
    [InlineData("a ~(Y=b c) b", "aba", "")]
    public void Captures_are_those_of_the_way_that_led_to_the_end(string pattern, string sentence, string captured)
    {
        var match = Matcher(pattern).MatchAt(Items(sentence), sentence, 0)!;

        Assert.Equal(captured, string.Join(' ', match.Captures.Select(capture => $"{capture.Name}={sentence[capture.Start..capture.End]}")));
    }

    [Fact]
    public void A_way_without_end_is_given_up()
    {
        var sentence = new string('a', 60);

        Assert.Null(Matcher("(a | a a)* (a | a a)* (a | a a)* b").MatchAt(Items(sentence), sentence, 0));
    }

    [Fact]
    public void Any_pattern_matches_what_the_plain_definition_matches() =>
        Prop.ForAll(Patterns.ToArbitrary(), Sentences.ToArbitrary(), (pattern, sentence) =>
        {
            var matcher = new PatternMatcher(pattern);
            return Enumerable.Range(0, sentence.Length + 1).All(start => matcher.MatchAt(Items(sentence), sentence, start)?.End == Ends(pattern, sentence, start).Cast<int?>().FirstOrDefault());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_pattern_that_matches_somewhere_may_match() =>
        Prop.ForAll(Patterns.ToArbitrary(), Sentences.ToArbitrary(), (pattern, sentence) =>
        {
            var matcher = new PatternMatcher(pattern);
            return matcher.MayMatch(Item.ClassesOf(Items(sentence))) || Enumerable.Range(0, sentence.Length + 1).All(start => matcher.MatchAt(Items(sentence), sentence, start) is null);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a b* c", "ab", false)]
    [InlineData("a b* c", "ca", true)]
    [InlineData("(a b | b c)", "c", false)]
    [InlineData("(a b | c b)", "ac", false)]
    [InlineData("(a b | c)", "a", true)]
    [InlineData("a &c", "ab", false)]
    [InlineData("a ~c", "a", true)]
    public void A_sentence_that_lacks_what_a_pattern_needs_is_passed_over(string pattern, string sentence, bool may) =>
        Assert.Equal(may, Matcher(pattern).MayMatch(Item.ClassesOf(Items(sentence))));

    private static PatternMatcher Matcher(string pattern) => new(PatternParser.Parse(
        new PatternRule("test", "event", pattern, new Dictionary<string, string>(), [], [], "test.yaml", 1), new Dictionary<string, string>(), Classes));

    private static Item[] Items(string sentence) => [.. sentence.Select((letter, at) => new Item(new Span(at, at + 1), Classes[letter.ToString()], null))];

    private static Gen<PatternNode> Pattern(int size)
    {
        var item = Gen.OneOf(
            Gen.Elements("a", "b", "c").Two().Select(names => (PatternNode)new ClassNode(Classes[names.Item1] | Classes[names.Item2], false)),
            Gen.Elements("a", "b", "c").Select(name => (PatternNode)new ClassNode(Classes[name], true)),
            Gen.Elements("a", "b").Select(text => (PatternNode)new LiteralNode(text)),
            Gen.Constant<PatternNode>(new AnyNode()));
        if (size < 2)
        {
            return item;
        }

        var part = Pattern(size / 2);
        return Gen.OneOf(
            item,
            part.Two().Select(parts => (PatternNode)new SequenceNode([parts.Item1, parts.Item2])),
            part.Two().Select(parts => (PatternNode)new ChoiceNode([parts.Item1, parts.Item2])),
            part.Select(inner => (PatternNode)new CaptureNode("X", inner)),
            from inner in part from min in Gen.Choose(0, 2) from more in Gen.Choose(0, 2) from lazy in Gen.Elements(true, false) select (PatternNode)new RepeatNode(inner, min, min + more, lazy),
            from inner in item from lazy in Gen.Elements(true, false) select (PatternNode)new RepeatNode(inner, 0, RepeatNode.Unbounded, lazy),
            from inner in part from negated in Gen.Elements(true, false) select (PatternNode)new LookaheadNode(inner, negated),
            Gen.Elements(true, false).Select(atStart => (PatternNode)new EdgeNode(atStart)));
    }

    /// <summary>Where a pattern's matches from a place can end, the preferred first: what the notation means, without a machine.</summary>
    private static IEnumerable<int> Ends(PatternNode pattern, string sentence, int at)
    {
        var inside = at < sentence.Length;
        return pattern switch
        {
            ClassNode n => inside && Classes[sentence[at].ToString()].Intersects(n.Classes) != n.Negated ? [at + 1] : [],
            LiteralNode n => inside && sentence[at].ToString() == n.Text ? [at + 1] : [],
            AnyNode => inside ? [at + 1] : [],
            EdgeNode n => at == (n.AtStart ? 0 : sentence.Length) ? [at] : [],
            LookaheadNode n => Ends(n.Inner, sentence, at).Any() != n.Negated ? [at] : [],
            CaptureNode n => Ends(n.Inner, sentence, at),
            SequenceNode n => n.Parts.Aggregate((IEnumerable<int>)[at], (ends, part) => ends.SelectMany(end => Ends(part, sentence, end))),
            ChoiceNode n => n.Choices.SelectMany(choice => Ends(choice, sentence, at)),
            RepeatNode n => Times(n, sentence, at, 0),
            _ => [],
        };
    }

    private static IEnumerable<int> Times(RepeatNode node, string sentence, int at, int done)
    {
        var more = done < node.Max ? Ends(node.Inner, sentence, at).SelectMany(end => Times(node, sentence, end, done + 1)) : [];
        return done < node.Min ? more : node.Lazy ? more.Prepend(at) : more.Append(at);
    }
}
