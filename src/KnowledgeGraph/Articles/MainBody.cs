using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace KnowledgeGraph.Articles;

/// <summary>
/// Finds the element that holds a page's article: where paragraphs are densest. Every paragraph of some length that is not
/// mostly links speaks for its containers, the nearest most (the idea of Arc90's Readability). An <c>article</c> element or
/// <c>itemprop="articleBody"</c> around the winner is taken instead of it, since it holds captions and subheadings too.
/// One walk over the page.
/// </summary>
internal static class MainBody
{
    private const int MinParagraph = 8;

    // Sentences speak for an article; footers and menus are long too, but have no sentences.
    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("。，！？；、!?");

    public static IElement Find(IHtmlDocument document, ElementCues cues)
    {
        var body = document.Body ?? document.DocumentElement;
        var scores = new Dictionary<IElement, double>(ReferenceEqualityComparer.Instance);
        Score(body, cues, scores);
        IElement? best = null;
        foreach (var (element, score) in scores)
        {
            // Of equal ones the first in the page: a dictionary that only grows keeps its order.
            if (best is null || score > scores[best])
            {
                best = element;
            }
        }

        if (best is null)
        {
            return body;
        }

        for (var around = best; around is not null && around != body; around = around.ParentElement)
        {
            if (around.GetAttribute("itemprop") == "articleBody" || around.LocalName == "article")
            {
                return around;
            }
        }

        return best;
    }

    private static void Score(IElement body, ElementCues cues, Dictionary<IElement, double> scores)
    {
        INode? node = body;
        while (node is not null)
        {
            var skip = false;
            if (node is IText text)
            {
                var length = text.Data.AsSpan().Trim().Length;
                if (length >= MinParagraph)
                {
                    Vote(text, text.Data.AsSpan().ContainsAny(SentenceMarks) ? length : length / 8.0, scores);
                }
            }
            else if (node is IElement element)
            {
                skip = element.LocalName is "script" or "style" or "noscript" or "nav" or "a" or "button" or "textarea" or "footer" or "aside"
                    || (element != body && cues.Of(new MarkupAttributes { Class = element.ClassName, Id = element.Id, Role = element.GetAttribute("role") }) == ElementCue.Boilerplate);
            }

            node = Next(node, body, skip);
        }
    }

    private static INode? Next(INode node, INode root, bool skip)
    {
        if (!skip && node.FirstChild is { } child)
        {
            return child;
        }

        for (INode? at = node; at is not null && !ReferenceEquals(at, root); at = at.Parent)
        {
            if (at.NextSibling is { } next)
            {
                return next;
            }
        }

        return null;
    }

    private static void Vote(IText text, double weight, Dictionary<IElement, double> scores)
    {
        // From the paragraph up: the block around the text, and the three around that, each with half the weight.
        var element = text.ParentElement;
        while (element is not null && IsInline(element))
        {
            element = element.ParentElement;
        }

        if (element?.LocalName is "p" or "li" or "blockquote" or "h2" or "h3")
        {
            element = element.ParentElement;
        }

        for (var level = 0; level < 4 && element is not null && element.LocalName != "html"; level++)
        {
            scores[element] = scores.GetValueOrDefault(element) + weight;
            weight /= 2;
            element = element.ParentElement;
        }
    }

    private static bool IsInline(IElement element) => element.LocalName is
        "span" or "b" or "strong" or "i" or "em" or "font" or "u" or "small" or "a" or "sup" or "sub" or "mark" or "s" or "code" or "big";
}
