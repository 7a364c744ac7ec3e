using System.Text.Json;
using KnowledgeGraph.Articles;

namespace KnowledgeGraph.Tests.Articles;

public sealed class GoldTextTests
{
    [Fact]
    public void Every_piece_of_evidence_in_the_annotated_articles_stands_in_their_text()
    {
        Assert.SkipUnless(TestPaths.Shared is not null, TestPaths.NoShared);
        var gold = Path.Combine(TestPaths.Shared!, "gold", "dev");
        var missing = new List<string>();
        var pieces = 0;
        foreach (var result in new ArticleReader().Read([Path.Combine(gold, "articles")]))
        {
            Assert.True(result.Article is not null, $"{result.Name}: {result.Reason}");
            var text = Squash(result.Article.Text);
            using var annotation = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(gold, "annotations", Path.ChangeExtension(result.Name, ".json"))));
            foreach (var piece in Pieces(annotation.RootElement))
            {
                pieces++;
                if (!text.Contains(Squash(piece), StringComparison.Ordinal))
                {
                    missing.Add($"{result.Name}: {piece}");
                }
            }
        }

        Assert.True(pieces > 500);
        Assert.Empty(missing);
    }

    private static IEnumerable<string> Pieces(JsonElement annotation)
    {
        var evidence = annotation.GetProperty("events").EnumerateArray().Select(item => item.GetProperty("evidence").GetString()!);
        return evidence.Concat(annotation.GetProperty("agreements").EnumerateArray().Select(item => item.GetProperty("text").GetString()!));
    }

    private static string Squash(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\u200B' && c != '\uFEFF'));
}
