using System.Text;
using System.Xml;

namespace KnowledgeGraph.Export;

/// <summary>Text made fit for XML.</summary>
internal static class XmlText
{
    private const char Replacement = '\uFFFD';

    /// <summary>How XML is written: UTF-8 without a byte order mark, lines ended as everywhere.</summary>
    public static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

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
