namespace KnowledgeGraph.Articles;

/// <summary>
/// The blocks of plain text. A line is a paragraph, as Chinese text files have it, unless the file is wrapped at a fixed
/// width: then paragraphs end at empty lines and before indented ones.
/// </summary>
internal static class PlainText
{
    private const int MaxTitle = 60;
    private const int MinWrappedWidth = 20;

    public static List<RawBlock> Blocks(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var wrapped = IsWrapped(lines);
        var blocks = new List<RawBlock>();
        var paragraph = new List<string>();
        foreach (var line in lines)
        {
            if (!wrapped || string.IsNullOrWhiteSpace(line) || char.IsWhiteSpace(line[0]))
            {
                Close();
            }

            paragraph.Add(line);
        }

        Close();
        return blocks;

        void Close()
        {
            var content = Whitespace.Collapse(string.Join('\n', paragraph));
            paragraph.Clear();
            if (content.Length > 0)
            {
                blocks.Add(RawBlock.Paragraph(content));
            }
        }
    }

    /// <summary>The first block, where it can be a title: short, no sentence, with more behind it.</summary>
    public static string? Title(List<RawBlock> blocks) =>
        blocks.Count > 1 && blocks[0].Text is { Length: <= MaxTitle } first && !EndsSentence(first) ? first : null;

    /// <summary>Whether most lines with a line right behind them break off near the greatest width, within a sentence.</summary>
    private static bool IsWrapped(string[] lines)
    {
        var width = lines.Max(line => line.TrimEnd().Length);
        int followed = 0, broken = 0;
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            if (line.Length > 0 && !string.IsNullOrWhiteSpace(lines[i + 1]) && !char.IsWhiteSpace(lines[i + 1][0]))
            {
                followed++;
                broken += line.Length * 10 >= width * 8 && !EndsSentence(line) ? 1 : 0;
            }
        }

        return width is >= MinWrappedWidth and <= 120 && followed >= 3 && broken * 2 > followed;
    }

    private static bool EndsSentence(string line) => "。！？；.!?;”」』…：:".Contains(line[^1], StringComparison.Ordinal);
}
