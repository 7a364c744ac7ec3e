using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeGraph.Articles;

/// <summary>
/// Decodes bytes of unknown encoding, never with replacement characters: what does not decode whole is an error. In order:
/// byte order mark, UTF-8, UTF-16 without mark (by its zero bytes or its Han letters), the encoding that an HTML page
/// declares, Big5 (by its byte pairs), GB18030.
/// </summary>
internal static partial class TextDecoding
{
    public static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static readonly Encoding Utf16Le = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16Be = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> Binary = SearchValues.Create("\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001C\u001D\u001E\u001F");

    static TextDecoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Gb18030 = Strict("gb18030");
        Big5 = Strict("big5");
    }

    public static Encoding Gb18030 { get; }

    private static Encoding Big5 { get; }

    /// <summary>The text, without byte order mark.</summary>
    /// <exception cref="InvalidDataException">The bytes are no text, or in no encoding known here.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var encoding = Detect(bytes, isWhole: true);
        var text = TryStrict(encoding, bytes) ?? throw Undecodable(bytes);
        text = text.TrimStart('\uFEFF');
        var binary = text.AsSpan().IndexOfAny(Binary);
        return binary < 0 || !IsBinary(text)
            ? text
            : throw new InvalidDataException(FormattableString.Invariant(
                $"No text: a control character (U+{(int)text[binary]:X4}) at character {binary + 1}, and more. Expected text in UTF-8, UTF-16, GB18030 or Big5."));
    }

    /// <summary>A stray control character is dirt, which every text from the web may hold; a zero or many of them are data.</summary>
    private static bool IsBinary(string text)
    {
        var strays = 0;
        foreach (var c in text)
        {
            strays += Binary.Contains(c) ? 1 : 0;
        }

        return text.Contains('\0', StringComparison.Ordinal) || strays * 200 > text.Length;
    }

    /// <summary>The encoding of a text that begins with these bytes.</summary>
    /// <param name="bytes">The text or its beginning.</param>
    /// <param name="isWhole">Whether that is all of it; else the end may fall within a character.</param>
    public static Encoding Detect(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            return Utf8;
        }

        if (bytes is [0xFF, 0xFE, ..])
        {
            return Utf16Le;
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Utf16Be;
        }

        if (IsUtf8(bytes, isWhole) && !bytes.Contains((byte)0))
        {
            return Utf8;
        }

        return Utf16(bytes) ?? Declared(bytes) ?? (IsBrokenUtf8(bytes) ? Utf8 : LooksLikeBig5(bytes) ? Big5 : Gb18030);
    }

    /// <summary>The text, or <see langword="null"/> where a byte does not decode.</summary>
    public static string? TryStrict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding Strict(string name) =>
        Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static bool IsUtf8(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        if (!isWhole)
        {
            // Cut behind the last character that is surely whole.
            var end = bytes.Length;
            while (end > 0 && bytes.Length - end < 4 && (bytes[end - 1] & 0x80) != 0)
            {
                end--;
            }

            bytes = bytes[..end];
        }

        return System.Text.Unicode.Utf8.IsValid(bytes);
    }

    /// <summary>
    /// UTF-16 shows zero bytes beside every ASCII character, on one side only; a text without any ASCII shows Han letters
    /// nearly throughout when it is read in the right byte order.
    /// </summary>
    private static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
        {
            return null;
        }

        int zeroEven = 0, zeroOdd = 0, hanLe = 0, hanBe = 0;
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            zeroEven += bytes[i] == 0 ? 1 : 0;
            zeroOdd += bytes[i + 1] == 0 ? 1 : 0;
            hanLe += IsHanHighByte(bytes[i + 1]) ? 1 : 0;
            hanBe += IsHanHighByte(bytes[i]) ? 1 : 0;
        }

        var units = bytes.Length / 2;
        var little = zeroEven == 0 && (zeroOdd > 0 || hanLe > units * 9 / 10) && zeroOdd + hanLe > units * 3 / 4;
        var big = zeroOdd == 0 && (zeroEven > 0 || hanBe > units * 9 / 10) && zeroEven + hanBe > units * 3 / 4;
        return little == big ? null : little ? Utf16Le : Utf16Be;
    }

    // U+30xx (punctuation), U+4Exx to U+9Fxx, U+FFxx (full-width forms). Text in GB18030 has both bytes above A0 as a rule.
    private static bool IsHanHighByte(byte high) => high is 0x30 or (>= 0x4E and <= 0x9F) or 0xFF;

    /// <summary>The encoding that an HTML page declares in its first 4096 bytes, if it is one of those that China's web uses.</summary>
    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        return Charset().Match(head).Groups["name"].Value.ToUpperInvariant() switch
        {
            "GB2312" or "GBK" or "GB18030" or "X-GBK" => Gb18030,
            "BIG5" or "BIG5-HKSCS" or "X-BIG5" => Big5,
            _ => null,
        };
    }

    /// <summary>
    /// Whether nearly all of the bytes above ASCII form UTF-8 sequences: then it is UTF-8 with a few broken bytes, which
    /// GB18030 would accept and garble.
    /// </summary>
    private static bool IsBrokenUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status != OperationStatus.Done)
            {
                bad++;
            }
            else if (consumed > 1)
            {
                good++;
            }

            bytes = bytes[consumed..];
        }

        return good > 9 * bad;
    }

    /// <summary>
    /// Big5 and GBK overlap. In Big5 a quarter and more of the trail bytes are below 80 and the common letters have lead
    /// bytes A4 to C6; GBK needs lead bytes 81 to A0 for traditional letters, which Big5 does not use at all.
    /// </summary>
    private static bool LooksLikeBig5(ReadOnlySpan<byte> bytes)
    {
        int pairs = 0, common = 0, lowTrail = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }

            if (bytes[i] is < 0xA1 or > 0xF9 || i + 1 == bytes.Length || bytes[i + 1] is < 0x40 or (> 0x7E and < 0xA1) or 0xFF)
            {
                return false;
            }

            pairs++;
            common += bytes[i] is >= 0xA4 and <= 0xC6 ? 1 : 0;
            lowTrail += bytes[i + 1] < 0x80 ? 1 : 0;
            i++;
        }

        return pairs >= 4 && lowTrail * 100 > pairs * 15 && common * 100 > pairs * 60;
    }

    private static InvalidDataException Undecodable(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        var line = 1;
        while (offset < bytes.Length && Rune.DecodeFromUtf8(bytes[offset..], out _, out var consumed) == OperationStatus.Done)
        {
            line += bytes[offset] == '\n' ? 1 : 0;
            offset += consumed;
        }

        return new InvalidDataException(FormattableString.Invariant(
            $"Not decodable: byte {offset + 1} (line {line}) is not UTF-8, and the whole is not UTF-16, GB18030 or Big5 either. Save it as UTF-8."));
    }

    [GeneratedRegex("""<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*["']?(?<name>[A-Za-z0-9_-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
