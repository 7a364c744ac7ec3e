using FsCheck;
using FsCheck.Fluent;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Tests.Text;

public sealed class PhraseAutomatonTests
{
    // Few characters, so that phrases overlap, begin alike and hold one another.
    private static readonly Gen<string> Word = Gen.Elements("甲乙丙\uffff\0a".ToCharArray()).NonEmptyListOf().Select(chars => new string([.. chars.Take(5)]));

    [Fact]
    public void All_occurrences_of_all_phrases_are_found_and_no_others() =>
        Prop.ForAll(Word.ArrayOf().ToArbitrary(), Word.ArrayOf().Select(string.Concat).ToArbitrary(), (words, text) =>
        {
            string[] phrases = [.. words.Distinct(StringComparer.Ordinal)];
            var found = new List<PhraseMatch>();
            Build(phrases).MatchAll(text, found);
            var expected = from start in Enumerable.Range(0, text.Length)
                           from phrase in phrases
                           where text.AsSpan(start).StartsWith(phrase, StringComparison.Ordinal)
                           orderby start, phrase.Length descending
                           select new PhraseMatch(start, start + phrase.Length, Array.IndexOf(phrases, phrase));
            return found.SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_overlapping_phrases_the_longest_stays_then_the_earliest() =>
        Prop.ForAll(Word.ArrayOf().ToArbitrary(), Word.ArrayOf().Select(string.Concat).ToArbitrary(), (words, text) =>
        {
            var automaton = Build([.. words.Distinct(StringComparer.Ordinal)]);
            var all = new List<PhraseMatch>();
            automaton.MatchAll(text, all);
            var kept = new List<PhraseMatch>();
            foreach (var match in all.OrderByDescending(match => match.Span.Length).ThenBy(match => match.Start))
            {
                if (!kept.Exists(other => other.Span.Overlaps(match.Span)))
                {
                    kept.Add(match);
                }
            }

            var found = new List<PhraseMatch>();
            automaton.Match(text, found);
            return found.SequenceEqual(kept.OrderBy(match => match.Start));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Traditional_text_is_found_where_it_stands()
    {
        const string text = "國務卿會見韓國外長";
        var found = new List<PhraseMatch>();

        Build(["国务卿", "韩国"]).Match(CharacterFolding.Default.Fold(text), found);

        Assert.Equal(["國務卿", "韓國"], found.Select(match => match.Span.Of(text)));
    }

    [Fact]
    public void A_phrase_may_not_stand_twice_once_folded() => Assert.Throws<ArgumentException>(() => Build(["韩国", "韓國"]));

    private static PhraseAutomaton Build(string[] phrases) =>
        PhraseAutomaton.Build(phrases.Select(KeyValuePair.Create<string, int>), CharacterFolding.Default);
}
