using System.Text;

namespace KnowledgeGraph.Cli.Output;

/// <summary>How many cells of a terminal a text takes: Chinese, Japanese and Korean characters take two, marks none.</summary>
internal static class CellWidth
{
    /// <summary>First and last of each range of wide characters (Unicode's East Asian Width W and F), in order.</summary>
    private static readonly int[] Wide =
    [
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19,
        0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD,
    ];

    /// <summary>The width of a text.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var cells = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            cells += Of(rune.Value);
        }

        return cells;
    }

    private static int Of(int character)
    {
        if (character < Wide[0])
        {
            return character is >= 0x300 and <= 0x36F ? 0 : 1;
        }

        if (character is (>= 0x200B and <= 0x200F) or (>= 0xFE00 and <= 0xFE0F))
        {
            return 0;
        }

        // By hand: the framework's search would be compiled at every start.
        var (low, high) = (0, Wide.Length / 2);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Wide[(2 * middle) + 1] < character ? (middle + 1, high) : (low, middle);
        }

        return low < Wide.Length / 2 && Wide[2 * low] <= character ? 2 : 1;
    }
}
