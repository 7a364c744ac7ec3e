using AngleSharp.Dom;

namespace KnowledgeGraph.Articles;

/// <summary>Hands a parsed element's content to a collector, without recursion: a page may nest as deep as it likes.</summary>
internal static class DomWalk
{
    public static void Collect(INode root, BlockCollector collector)
    {
        var node = root;
        while (true)
        {
            if (node is IElement element)
            {
                collector.Enter(element.LocalName, Attributes(element));
            }
            else if (node is IText text)
            {
                collector.Text(text.Data);
            }

            if (node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (true)
            {
                if (node is IElement)
                {
                    collector.Leave();
                }

                if (ReferenceEquals(node, root))
                {
                    collector.End();
                    return;
                }

                if (node.NextSibling is { } next)
                {
                    node = next;
                    break;
                }

                node = node.Parent!;
            }
        }
    }

    private static MarkupAttributes Attributes(IElement element) => new()
    {
        Class = element.GetAttribute("class"),
        Id = element.GetAttribute("id"),
        Style = element.GetAttribute("style"),
        Role = element.GetAttribute("role"),
        DateTime = element.GetAttribute("datetime"),
        IsHidden = element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true",
        IsLink = element.LocalName == "a" && element.HasAttribute("href"),
    };
}
