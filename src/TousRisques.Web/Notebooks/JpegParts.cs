using System.Buffers.Binary;

namespace TousRisques.Web.Notebooks;

/// <summary>
/// The segments of a JPEG: those that show are kept, those that tell (EXIF with its place, XMP, IPTC, comments) are not, but for the one number that says which side is up.
/// Sources: ITU-T T.81 annex B; EXIF 2.32 for the orientation.
/// </summary>
internal static class JpegParts
{
    /// <summary>Copies what is kept and reads the size as it is shown; null when the file is damaged. What stands behind the end is left out.</summary>
    public static (int Width, int Height)? Read(ReadOnlySpan<byte> bytes, List<byte> kept)
    {
        (int Width, int Height)? size = null;
        var orientation = 1;
        var parts = new List<byte>(bytes.Length);
        for (var at = 2; at + 1 < bytes.Length;)
        {
            if (bytes[at] != 0xFF) return null;
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++; // filling
                continue;
            }
            if (marker == 0xD9)
            {
                if (size is null) return null;
                kept.AddRange((ReadOnlySpan<byte>)[0xFF, 0xD8]);
                if (orientation != 1) kept.AddRange(Upright(orientation));
                kept.AddRange(parts);
                kept.AddRange((ReadOnlySpan<byte>)[0xFF, 0xD9]);
                return orientation >= 5 ? (size.Value.Height, size.Value.Width) : size;
            }
            if (at + 4 > bytes.Length) return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length) return null;
            var segment = bytes.Slice(at, 2 + length);
            var contents = segment[4..];
            if (IsFrame(marker))
            {
                if (contents.Length < 5) return null;
                size = (BinaryPrimitives.ReadUInt16BigEndian(contents[3..]), BinaryPrimitives.ReadUInt16BigEndian(contents[1..]));
            }
            if (marker == 0xE1 && OrientationOf(contents) is { } told) orientation = told;
            if (Shows(marker, contents)) parts.AddRange(segment);
            at += segment.Length;
            if (marker != 0xDA) continue;
            var scan = at;
            while (at + 1 < bytes.Length && !(bytes[at] == 0xFF && bytes[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))) at++;
            parts.AddRange(bytes[scan..at]);
        }
        return null;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Tables, frames, scans; of the application segments those that change colours.</summary>
    private static bool Shows(byte marker, ReadOnlySpan<byte> contents) => marker switch
    {
        0xE0 => contents.StartsWith("JFIF\0"u8),
        0xE2 => contents.StartsWith("ICC_PROFILE\0"u8),
        0xEE => contents.StartsWith("Adobe"u8),
        (>= 0xE0 and <= 0xEF) or 0xFE => false,
        _ => true,
    };

    /// <summary>Which side is up, from 1 to 8; null when the segment does not say.</summary>
    private static int? OrientationOf(ReadOnlySpan<byte> contents)
    {
        if (!contents.StartsWith("Exif\0\0"u8)) return null;
        var tiff = contents[6..];
        if (tiff.Length < 14) return null;
        var little = tiff[0] == (byte)'I';
        var directory = Long(tiff[4..], little);
        if (directory > tiff.Length - 2) return null;
        var entries = tiff[(int)directory..];
        for (var i = 0; i < Short(entries, little); i++)
        {
            if (2 + 12 * (i + 1) > entries.Length) return null;
            var entry = entries.Slice(2 + 12 * i, 12);
            if (Short(entry, little) == 0x0112) return Short(entry[8..], little) is >= 1 and <= 8 and var side ? side : null;
        }
        return null;
    }

    /// <summary>An EXIF segment that says which side is up and nothing else.</summary>
    private static byte[] Upright(int orientation) =>
    [
        0xFF, 0xE1, 0x00, 0x22, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, (byte)'M', (byte)'M', 0, 0x2A, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort Short(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Long(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
