using System.Text;
using System.Xml;

namespace KnowledgeGraph.Export;

/// <summary>Text made fit for XML.</summary>
internal static class XmlText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with every character that XML cannot carry replaced by U+FFFD, at which readers would stop.</summary>
    public static string Legal(string text)
    {
        StringBuilder? legal = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                continue;
            }

            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                i++;
                continue;
            }

            (legal ??= new StringBuilder(text))[i] = Replacement;
        }

        return legal?.ToString() ?? text;
    }

    /// <summary>Whether the text is better written as CDATA: Gephi loses the white space between two entities.</summary>
    public static bool NeedsCData(string text) =>
        text.AsSpan().Count('&') + text.AsSpan().Count('<') + text.AsSpan().Count('>') > 1
        && !text.Contains("]]>", StringComparison.Ordinal) && !text.Contains('\r', StringComparison.Ordinal);
}
