using System.Buffers.Binary;

namespace TousRisques.Web.Notebooks;

/// <summary>The chunks of a WebP: those that show are kept, EXIF and XMP are not. Source: RFC 9649.</summary>
internal static class WebpParts
{
    /// <summary>Copies what is kept and reads the size; null when the file is damaged.</summary>
    public static (int Width, int Height)? Read(ReadOnlySpan<byte> bytes, List<byte> kept)
    {
        (int Width, int Height)? size = null;
        var shown = false;
        kept.AddRange(bytes[..12]);
        for (var at = 12; at + 8 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            if (length > bytes.Length - at - 8) return null;
            var contents = bytes.Slice(at + 8, (int)length);
            var type = bytes.Slice(at, 4);
            size ??= SizeOf(type, contents);
            if (size is null) return null; // the first chunk says how large it is
            if (Shows(type))
            {
                var start = kept.Count;
                kept.AddRange(bytes.Slice(at, 8 + (int)length));
                if (length % 2 == 1) kept.Add(0);
                if (type.SequenceEqual("VP8X"u8)) kept[start + 8] &= 0b1111_0011; // neither EXIF nor XMP any more
            }
            shown |= type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8) || type.SequenceEqual("ANMF"u8);
            at += 8 + (int)length + (int)(length % 2);
        }
        if (!shown) return null;
        Span<byte> whole = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(whole, (uint)(kept.Count - 8));
        for (var i = 0; i < whole.Length; i++) kept[4 + i] = whole[i];
        return size;
    }

    private static (int, int)? SizeOf(ReadOnlySpan<byte> type, ReadOnlySpan<byte> c)
    {
        if (type.SequenceEqual("VP8X"u8) && c.Length >= 10) return (1 + (c[4] | c[5] << 8 | c[6] << 16), 1 + (c[7] | c[8] << 8 | c[9] << 16));
        if (type.SequenceEqual("VP8L"u8) && c.Length >= 5 && c[0] == 0x2F) return (1 + (c[1] | (c[2] & 0x3F) << 8), 1 + (c[2] >> 6 | c[3] << 2 | (c[4] & 0x0F) << 10));
        if (type.SequenceEqual("VP8 "u8) && c.Length >= 10 && c[3..6].SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
            return ((c[6] | c[7] << 8) & 0x3FFF, (c[8] | c[9] << 8) & 0x3FFF);
        return null;
    }

    private static bool Shows(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("VP8X"u8) || type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8) || type.SequenceEqual("ALPH"u8) || type.SequenceEqual("ANIM"u8)
        || type.SequenceEqual("ANMF"u8) || type.SequenceEqual("ICCP"u8);
}
