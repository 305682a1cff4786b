using System.Text;

namespace TousRisques.Formats.Intake;

/// <summary>Turns bytes from elsewhere into text, whatever they claim to be.</summary>
internal static class TextBytes
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Windows-1252: what Western European files are when they are not UTF-8, even those that say ISO 8859-1.</summary>
    public static Encoding Western { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// The text without its byte order mark and the encoding that it was read in. A byte order mark wins, then valid UTF-8, then the encoding that the file
    /// announces, then Windows-1252. <c>Announced</c> is false when bytes and announcement disagree.
    /// </summary>
    public static (string Text, string Encoding, bool AsAnnounced) Decode(ReadOnlySpan<byte> bytes, string? announced)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return TryUtf8(bytes[3..]) is { } marked ? (marked, "UTF-8", true) : (Encoding.UTF8.GetString(bytes[3..]), "UTF-8", false);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (Encoding.Unicode.GetString(bytes[2..]), "UTF-16LE", true);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (Encoding.BigEndianUnicode.GetString(bytes[2..]), "UTF-16BE", true);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x3C, 0x00])) return (Encoding.Unicode.GetString(bytes), "UTF-16LE", true);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x00, 0x3C])) return (Encoding.BigEndianUnicode.GetString(bytes), "UTF-16BE", true);
        var isUtf8Announced = announced is null || announced.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || announced.Equals("utf8", StringComparison.OrdinalIgnoreCase);
        if (isUtf8Announced || Find(announced!) is not { } named)
        {
            return TryUtf8(bytes) is { } text ? (text, "UTF-8", isUtf8Announced) : (Western.GetString(bytes), "windows-1252", false);
        }
        // Valid UTF-8 beyond ASCII is hardly ever anything else, whatever the file says.
        if (named.IsSingleByte && !System.Text.Ascii.IsValid(bytes) && TryUtf8(bytes) is { } better) return (better, "UTF-8", false);
        return (named.GetString(bytes), named.WebName, true);
    }

    private static string? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>An encoding by its name; null for unknown ones and for those that cannot hold a declaration in ASCII.</summary>
    private static Encoding? Find(string name)
    {
        if (name.Length > 40) return null;
        if (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)) return Western;
        try
        {
            var found = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return found.WebName.StartsWith("utf-", StringComparison.Ordinal) ? null : found;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
