using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KnowledgeGraph.Articles;

namespace KnowledgeGraph.Tests.Articles;

public sealed class ReadingPropertyTests
{
    private static readonly ArticleReader Reader = new();
    private static readonly string[] Pieces =
    [
        "王毅会见朴振。", "双方交换意见", "<p>", "</p>", "<b>", "</b>", "<div class=share>", "</div>", "<br>", "<a href=x>", "</a>", "<ul><li>", "</li></ul>",
        "\n", "\n\n", "---\n", "title: 会谈\n", "date: 2022-07-08\n", "# ", "&nbsp;", "&#x4e00;", "　", " ", "\u200B", "<script>", "</script>", "<!--", "-->", "<table><tr><td>",
        "\0", "\uFFFF", "[王毅](http://a)", "![图](b)", "责任编辑：张三", "相关阅读：", "<", ">", "&", "\"", "'", "{{< x >}}",
    ];

    [Fact]
    public void Any_bytes_give_a_result_and_never_an_exception()
    {
        var formats = Gen.Elements(SourceFormat.Markdown, SourceFormat.Html, SourceFormat.Text, SourceFormat.JsonLines);
        var bytes = ArbMap.Default.GeneratorFor<byte[]>();
        Prop.ForAll(Arb.From(formats.Zip(bytes)), pair =>
        {
            var result = Reader.Read(Source(pair.Item1, pair.Item2 ?? []));
            return result.Article is null || result.Article.Text.Length > 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Blocks_lie_in_the_text_in_order_and_cover_it_but_for_the_newlines()
    {
        var formats = Gen.Elements(SourceFormat.Markdown, SourceFormat.Html, SourceFormat.Text);
        var texts = Gen.Elements(Pieces).ListOf().Select(string.Concat);
        Prop.ForAll(Arb.From(formats.Zip(texts)), pair =>
        {
            var article = Reader.Read(Source(pair.Item1, Encoding.UTF8.GetBytes(pair.Item2))).Article;
            return article is null || IsSound(article);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Collapsed_white_space_stays_as_it_is()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(string.Concat);
        Prop.ForAll(Arb.From(texts), text =>
        {
            var once = Whitespace.Collapse(text);
            return Whitespace.Collapse(once) == once && !once.Contains('\n', StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    private static bool IsSound(Article article)
    {
        var end = 0;
        foreach (var block in article.Blocks)
        {
            if (block.Span.Start != end || block.Span.IsEmpty || article.Text[block.Span.End] != '\n' || block.Span.Of(article.Text).Contains('\n', StringComparison.Ordinal))
            {
                return false;
            }

            end = block.Span.End + 1;
        }

        return end == article.Text.Length && (article.Title.Length == 0 || article.Blocks[0].Span.Of(article.Text) == article.Title);
    }

    private static ArticleSource Source(SourceFormat format, byte[] bytes) =>
        new() { Root = "/", Name = "a", Format = format, Bytes = bytes, Place = "a#1" };
}
