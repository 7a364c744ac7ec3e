using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeGraph.Articles;

/// <summary>Reads HTML. Scripts do not run, styles are not read, nothing is fetched.</summary>
internal static class Markup
{
    /// <summary>Below this many characters, a body is looked at again without the cues that left things out of it.</summary>
    private const int SuspiciouslyShort = 100;

    private static readonly ThreadLocal<HtmlParser> Parser = new(() => new HtmlParser(new HtmlParserOptions
    {
        IsScripting = false,
        IsKeepingSourceReferences = false,
        IsStrictMode = false,
    }));

    /// <summary>Parses a page.</summary>
    /// <exception cref="InvalidDataException">The page nests so deeply that it would cost too much time.</exception>
    public static IHtmlDocument Parse(string html)
    {
        MarkupDepth.Check(html);
        return Parser.Value!.ParseDocument(html);
    }

    /// <summary>The blocks of a fragment of HTML.</summary>
    /// <exception cref="InvalidDataException">The fragment nests too deeply.</exception>
    public static BlockCollector Collect(string fragment, ElementCues cues) => WithDoubt(cues, active =>
    {
        var collector = new BlockCollector(active);
        return SimpleMarkup.TryCollect(fragment, collector) ? collector : Walk(Parse(fragment).DocumentElement, active);
    });

    /// <summary>The blocks of an element.</summary>
    public static BlockCollector Collect(INode root, ElementCues cues) => WithDoubt(cues, active => Walk(root, active));

    /// <summary>The blocks of an element by a walk over its tree, by whatever cues.</summary>
    public static BlockCollector Walk(INode root, ElementCues? cues)
    {
        var collector = new BlockCollector(cues);
        DomWalk.Collect(root, collector);
        return collector;
    }

    /// <summary>
    /// Cues name classes, and a page may give its very text a class that a cue knows. Where next to nothing is left, the
    /// cues are wrong about this page unless there is next to nothing without them.
    /// </summary>
    private static BlockCollector WithDoubt(ElementCues cues, Func<ElementCues?, BlockCollector> collect)
    {
        var strict = collect(cues);
        if (!strict.HasLeftOut || Length(strict) >= SuspiciouslyShort)
        {
            return strict;
        }

        var lenient = collect(null);
        return Length(strict) * 5 < Length(lenient) ? lenient : strict;

        static int Length(BlockCollector collector) => collector.Blocks.Sum(block => block.Text.Length);
    }
}
