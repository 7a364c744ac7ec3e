using FsCheck;
using FsCheck.Fluent;
using KnowledgeGraph.Articles;
using KnowledgeGraph.Rules;

namespace KnowledgeGraph.Tests.Articles;

public sealed class SimpleMarkupTests
{
    private static readonly Boilerplate Boilerplate = Boilerplate.Load(RuleSource.Embedded);

    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div>", "<div class='share x'>", "<div class=ad>", "</div>", "<b>", "</b>", "<strong>", "</strong>", "<a href='/x'>", "<a>", "</a>",
        "<ul>", "</ul>", "<li>", "</li>", "<h2>", "</h2>", "<figure>", "<figcaption>", "</figcaption>", "</figure>", "<br>", "<br/>", "<img src=x alt='图'>",
        "<span hidden>", "<span style=\"display: none\">", "<span>", "</span>", "<time datetime=2022-07-08>", "</time>", "<small>", "</small>", "<style>a>b{}</style>",
        "<iframe src=x></iframe>", "<!-- x -->", "<!---->", "<table>", "<tr>", "<td>", "</table>", "<script>x</script>", "<o:p>", "</o:p>", "<P>", "<dl>", "<dt>", "<dd>", "</dl>",
        "王毅会见朴振。", "双方交换意见", "&nbsp;", "&amp;", "&copy", "&#20013;", "&#x80;", "&bogus;", "& ", "　", "\n", " ", "<", "1 < 2", "<hr>", "<video>", "</video>", "<p class=caption>",
    ];

    [Fact]
    public void Simple_markup_is_read_as_a_parser_reads_it_or_not_at_all()
    {
        var fragments = Gen.Elements(Pieces).ListOf().Select(string.Concat);
        Prop.ForAll(Arb.From(fragments), fragment => IsSame(fragment, Boilerplate.Elements) && IsSame(fragment, null))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void The_bodies_of_real_posts_are_read_as_a_parser_reads_them()
    {
        Assert.SkipUnless(TestPaths.Shared is not null, TestPaths.NoShared);
        var simple = 0;
        var files = Directory.GetFiles(Path.Combine(TestPaths.Shared!, "gold", "dev", "articles"), "*.md");
        foreach (var file in files)
        {
            FrontMatter.Split(File.ReadAllText(file), out var body);
            var html = PostBody.Read(body).Html;
            Assert.True(IsSame(html, Boilerplate.Elements), file);
            simple += SimpleMarkup.TryCollect(html, new BlockCollector(null)) ? 1 : 0;
        }

        Assert.True(simple * 10 > files.Length * 9, $"only {simple} of {files.Length} posts need no parser");
    }

    [Theory]
    [InlineData("<p>一<b>二</b></p><div class='x' id=\"y\">三<br/>四</div>", true)]
    [InlineData("<p>一<p>二", false)]
    [InlineData("<b><p>一</b></p>", false)]
    [InlineData("<table><tr><td>一</td></tr></table>", false)]
    [InlineData("一&copy二", false)]
    public void What_needs_repair_is_left_to_the_parser(string fragment, bool isSimple)
    {
        Assert.Equal(isSimple, SimpleMarkup.TryCollect(fragment, new BlockCollector(null)));
    }

    private static bool IsSame(string fragment, ElementCues? cues)
    {
        var collector = new BlockCollector(cues);
        if (!SimpleMarkup.TryCollect(fragment, collector))
        {
            return true;
        }

        var parsed = Markup.Walk(Markup.Parse(fragment).DocumentElement, cues);
        return parsed.Blocks.SequenceEqual(collector.Blocks) && parsed.FirstTime == collector.FirstTime && parsed.HasLeftOut == collector.HasLeftOut;
    }
}
