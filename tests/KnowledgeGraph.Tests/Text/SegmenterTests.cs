using System.IO.Compression;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KnowledgeGraph.Text;

namespace KnowledgeGraph.Tests.Text;

public sealed class SegmenterTests
{
    [Theory]
    [InlineData(true, "cut")]
    [InlineData(false, "cutNoHmm")]
    public void Sentences_are_cut_as_jieba_cuts_them(bool hmm, string answer)
    {
        Assert.SkipWhen(TestPaths.Shared is null, TestPaths.NoShared);
        using var file = new GZipStream(File.OpenRead(Path.Combine(TestPaths.Shared!, "data", "jieba", "reference-cut.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        var total = 0;
        var different = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            var text = row.RootElement.GetProperty("text").GetString()!;
            var expected = string.Join('/', row.RootElement.GetProperty(answer).EnumerateArray().Select(word => word.GetString()));
            var actual = string.Join('/', Segmenter.Default.Cut(text, hmm));
            total++;
            if (actual != expected)
            {
                different.Add($"{expected}\n{actual}");
            }
        }

        Assert.True(different.Count * 1000 <= total, $"{different.Count} of {total} sentences differ:\n{string.Join("\n\n", different.Take(5))}");
    }

    [Fact]
    public void Tokens_concatenate_to_any_text_whatever()
    {
        var characters = Gen.OneOf(
            Gen.Elements("王毅同韩国外长朴振在巴厘岛举行会谈2022年3.5%AT&T，。！\r\n 　😀".ToCharArray()),
            Gen.Choose(0, char.MaxValue).Select(c => (char)c));
        var texts = characters.ArrayOf().Select(chars => new string(chars)).ToArbitrary();

        Prop.ForAll(texts, text => Lossless(text, true) && Lossless(text, false)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_million_characters_without_punctuation_are_cut()
    {
        var text = string.Concat(Enumerable.Repeat("国务委员兼外长王毅会见韩国外长朴振并就半岛局势交换意见", 40_000));

        Assert.True(Lossless(text, true));
    }

    private static bool Lossless(string text, bool hmm)
    {
        var tokens = new List<Token>();
        Segmenter.Default.Tokenize(text, tokens, hmm);
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
