using System.Buffers.Binary;

namespace TousRisques.Web.Notebooks;

/// <summary>The chunks of a PNG: those that show are kept, those that tell (texts, dates, EXIF) are not. Source: PNG specification, 3rd edition, chapters 5 and 11.</summary>
internal static class PngParts
{
    /// <summary>What every PNG begins with.</summary>
    public static ReadOnlySpan<byte> Mark => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Copies what is kept and reads the size; null when the file is damaged. What stands behind the end is left out.</summary>
    public static (int Width, int Height)? Read(ReadOnlySpan<byte> bytes, List<byte> kept)
    {
        (int, int)? size = null;
        var data = false;
        kept.AddRange(Mark);
        for (var at = Mark.Length; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12) return null;
            var chunk = bytes.Slice(at, (int)length + 12);
            var type = chunk.Slice(4, 4);
            if (size is null)
            {
                if (!type.SequenceEqual("IHDR"u8) || length != 13) return null;
                var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]));
                if (width > int.MaxValue || height > int.MaxValue) return null;
                size = ((int)width, (int)height);
            }
            data |= type.SequenceEqual("IDAT"u8);
            if (Shows(type)) kept.AddRange(chunk);
            if (type.SequenceEqual("IEND"u8)) return data ? size : null;
            at += chunk.Length;
        }
        return null;
    }

    private static bool Shows(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("IHDR"u8) || type.SequenceEqual("PLTE"u8) || type.SequenceEqual("IDAT"u8) || type.SequenceEqual("IEND"u8) || type.SequenceEqual("tRNS"u8) || type.SequenceEqual("gAMA"u8)
        || type.SequenceEqual("cHRM"u8) || type.SequenceEqual("sRGB"u8) || type.SequenceEqual("iCCP"u8) || type.SequenceEqual("sBIT"u8) || type.SequenceEqual("bKGD"u8) || type.SequenceEqual("pHYs"u8);
}
