namespace KnowledgeGraph.Articles;

/// <summary>Tells Chinese text from text in other languages by its letters.</summary>
internal static class ScriptShare
{
    /// <summary>Why a text is not Chinese, or <see langword="null"/> where it is.</summary>
    public static string? WhyNotChinese(string text)
    {
        int han = 0, kana = 0, hangul = 0, other = 0;
        foreach (var c in text)
        {
            if (c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF')
            {
                han++;
            }
            else if (c is >= '\u3041' and <= '\u30FA')
            {
                kana++;
            }
            else if (c is >= '\uAC00' and <= '\uD7A3')
            {
                hangul++;
            }
            else if (char.IsLetter(c))
            {
                other++;
            }
        }

        // A Han letter says as much as three or four letters of an alphabet; Japanese is a third kana and more.
        return kana * 5 > han + kana ? "mostly Japanese"
            : hangul * 3 > han + hangul ? "mostly Korean"
            : han == 0 || han * 4 < other ? "hardly any Chinese characters"
            : null;
    }
}
