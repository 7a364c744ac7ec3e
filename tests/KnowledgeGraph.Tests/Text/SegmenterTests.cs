using System.IO.Compression;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Tests.Text;

public sealed class SegmenterTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Elements("王毅同韩国外长朴振在巴厘岛举行会谈2022年3.5%AT&T，。！\r\n 　😀".ToCharArray()),
        Gen.Choose(0, char.MaxValue).Select(c => (char)c)).ArrayOf().Select(chars => new string(chars));

    [Theory]
    [InlineData(true, "cut")]
    [InlineData(false, "cutNoHmm")]
    public void Sentences_are_cut_as_jieba_cuts_them(bool hmm, string answer)
    {
        Assert.SkipWhen(TestPaths.Shared is null, TestPaths.NoShared);
        using var file = new GZipStream(File.OpenRead(Path.Combine(TestPaths.Shared!, "data", "jieba", "reference-cut.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        var different = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            var text = row.RootElement.GetProperty("text").GetString()!;
            var expected = string.Join('/', row.RootElement.GetProperty(answer).EnumerateArray().Select(word => word.GetString()));
            var actual = string.Join('/', Segmenter.Default.Cut(text, hmm));
            if (actual != expected)
            {
                different.Add($"{expected}\n{actual}");
            }
        }

        Assert.Empty(different);
    }

    [Theory]
    [InlineData("他来到了网易杭研大厦", "他/来到/了/网易/杭研/大厦")]
    [InlineData("国务委员兼外长", "国务委员/兼/外长")]
    [InlineData("增长3.5%，AT&T与iPhone15", "增长/3.5%/，/AT&T/与/iPhone15")]
    [InlineData("a\r\nb😀", "a/\r\n/b/😀")]
    public void The_words_are_those_of_jieba(string text, string words) => Assert.Equal(words, string.Join('/', Segmenter.Default.Cut(text)));

    [Theory]
    [InlineData("朴振访问北京", "朴振/x 访问/v 北京/ns")]
    [InlineData("3.5%与iPhone15、杭研", "3.5%/m 与/p iPhone15/eng 、/x 杭研/x")]
    public void Tags_are_the_dictionarys_and_tell_digits_from_letters_outside_it(string text, string tagged) =>
        Assert.Equal(tagged, string.Join(' ', Segmenter.Default.Tag(text).Select(token => text[token.Start..token.End] + "/" + token.Tag)));

    [Fact]
    public void What_is_locked_stays_whole()
    {
        const string text = "习近平同中美元首外长会谈";
        var tokens = new List<Token>();

        Segmenter.Default.Tokenize(text, [new Span(0, 3), new Span(4, 8)], tokens);

        Assert.Equal("习近平/同/中美元首/外长/会谈", string.Join('/', tokens.Select(token => text[token.Start..token.End])));
    }

    [Theory]
    [InlineData(2, 4, 3, 5)]
    [InlineData(2, 4, 0, 1)]
    [InlineData(1, 1, 2, 3)]
    [InlineData(0, 1, 4, 9)]
    public void Locks_that_cross_or_leave_the_text_are_refused(int start, int end, int nextStart, int nextEnd) =>
        Assert.Throws<ArgumentException>(() => Segmenter.Default.Tokenize("王毅会见朴振", [new Span(start, end), new Span(nextStart, nextEnd)], []));

    [Fact]
    public void Tokens_concatenate_to_any_text_whatever() =>
        Prop.ForAll(AnyText.ToArbitrary(), text => Lossless(text, true) && Lossless(text, false)).QuickCheckThrowOnFailure();

    [Fact]
    public void Tokens_concatenate_to_any_text_with_any_locks() =>
        Prop.ForAll(AnyText.Where(text => text.Length > 0).ToArbitrary(), Gen.Choose(0, 1000).ArrayOf().ToArbitrary(), (text, cuts) =>
        {
            var edges = cuts.Select(cut => cut % (text.Length + 1)).Distinct().Order().ToList();
            Span[] locks = [.. Enumerable.Range(0, edges.Count / 2).Select(i => new Span(edges[2 * i], edges[(2 * i) + 1]))];
            var tokens = new List<Token>();
            Segmenter.Default.Tokenize(text, locks, tokens);
            return Covers(text, tokens) && locks.All(span => tokens.Contains(new Token(span.Start, span.End)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_million_characters_without_punctuation_are_cut()
    {
        var text = string.Concat(Enumerable.Repeat("国务委员兼外长王毅会见韩国外长朴振并就半岛局势交换意见", 40_000));

        Assert.True(Lossless(text, true));
    }

    private static bool Lossless(string text, bool hmm) => Covers(text, Segmenter.Default.Tokenize(text, hmm));

    private static bool Covers(string text, IReadOnlyList<Token> tokens)
    {
        var at = 0;
        foreach (var token in tokens)
        {
            if (token.Start != at || token.Length < 1)
            {
                return false;
            }

            at = token.End;
        }

        return at == text.Length;
    }
}
