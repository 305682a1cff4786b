using System.Buffers.Binary;
using System.Text;
using CsCheck;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Web.Notebooks;

namespace TousRisques.Web.Tests.Notebooks;

/// <summary>What is kept of images that people send in.</summary>
public sealed class ImageFileTests
{
    /// <summary>A PNG of one chunk of data, with a note.</summary>
    internal static byte[] Png(int width = 3, int height = 2, string note = "Prise à Elbeuf")
    {
        var file = new List<byte> { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A };
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Chunk("IHDR", header);
        Chunk("tEXt", Encoding.UTF8.GetBytes("Comment\0" + note));
        Chunk("IDAT", [1, 2, 3]);
        Chunk("eXIf", Encoding.UTF8.GetBytes("GPS 49.28"));
        Chunk("IEND", []);
        file.AddRange("behind the end"u8);
        return [.. file];

        void Chunk(string type, byte[] contents)
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, contents.Length);
            file.AddRange([.. length, .. Encoding.ASCII.GetBytes(type), .. contents, 0, 0, 0, 0]);
        }
    }

    /// <summary>A JPEG whose camera says which side is up and where it was.</summary>
    private static byte[] Jpeg(byte orientation = 1, bool little = true)
    {
        byte[] exif = little
            ? [.. "Exif\0\0II"u8, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. "GPS 49.28"u8]
            : [.. "Exif\0\0MM"u8, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0, .. "GPS 49.28"u8];
        return
        [
            0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. Segment(0xE1, exif), .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:GPS/>"u8]), .. Segment(0xFE, [.. "Comment GPS"u8]),
            .. Segment(0xDB, new byte[65]), .. Segment(0xC2, [8, 0, 40, 0, 60, 1, 1, 0x11, 0]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 1, 2, 0xFF, 0x00, 3, 0xFF, 0xD0, 4, .. Segment(0xC4, new byte[20]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 5, 6, 0xFF, 0xD9,
            .. "behind the end, GPS"u8,
        ];
    }

    private static byte[] Segment(byte marker, byte[] contents) => [0xFF, marker, (byte)((contents.Length + 2) >> 8), (byte)(contents.Length + 2), .. contents];

    private static byte[] Webp(params (string Type, byte[] Contents)[] chunks)
    {
        byte[] body = [.. "WEBP"u8, .. chunks.SelectMany(c => (byte[])[.. Encoding.ASCII.GetBytes(c.Type), (byte)c.Contents.Length, (byte)(c.Contents.Length >> 8), 0, 0, .. c.Contents, .. c.Contents.Length % 2 == 1 ? [0] : Array.Empty<byte>()])];
        return [.. "RIFF"u8, (byte)body.Length, (byte)(body.Length >> 8), 0, 0, .. body];
    }

    private static ImageFile Kept(byte[] file)
    {
        Assert.Equal(ImageFlaw.None, ImageFile.Read(file, out var image));
        return image!;
    }

    [Fact]
    public void A_png_keeps_what_shows_and_loses_what_tells()
    {
        var kept = Kept(Png(640, 480));
        Assert.Equal((ImageKind.Png, 640, 480), (kept.Kind, kept.Width, kept.Height));
        var text = Encoding.Latin1.GetString(kept.Bytes.AsSpan());
        Assert.Contains("IDAT", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Elbeuf", text, StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", text, StringComparison.Ordinal);
        Assert.EndsWith("IEND\0\0\0\0", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, true, 60, 40)]
    [InlineData(6, true, 40, 60)]
    [InlineData(8, false, 40, 60)]
    [InlineData(3, false, 60, 40)]
    public void A_jpeg_loses_its_place_and_stays_upright(byte orientation, bool little, int width, int height)
    {
        var kept = Kept(Jpeg(orientation, little));
        Assert.Equal((width, height), (kept.Width, kept.Height));
        var text = Encoding.Latin1.GetString(kept.Bytes.AsSpan());
        Assert.DoesNotContain("GPS", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Comment", text, StringComparison.Ordinal);
        Assert.Contains("JFIF", text, StringComparison.Ordinal);
        Assert.Equal(orientation != 1, text.Contains("Exif", StringComparison.Ordinal));
        Assert.Equal((ImageFlaw.None, width), (ImageFile.Read(kept.Bytes.AsSpan(), out var again), again!.Width)); // what is kept is an image that says the same
        Assert.Equal(kept.Bytes.AsEnumerable(), again.Bytes);
    }

    [Fact]
    public void A_webp_loses_its_place()
    {
        var kept = Kept(Webp(("VP8X", [0x0C, 0, 0, 0, 99, 0, 0, 49, 0, 0]), ("VP8L", [0x2F, 99, 0x40, 12, 0, 9]), ("EXIF", [.. "GPS"u8]), ("XMP ", [.. "<GPS/>"u8])));
        Assert.Equal((ImageKind.Webp, 100, 50), (kept.Kind, kept.Width, kept.Height));
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(kept.Bytes.AsSpan()), StringComparison.Ordinal);
        Assert.Equal(kept.Bytes.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(kept.Bytes.AsSpan()[4..]));
        Assert.Equal(0, kept.Bytes[20] & 0x0C);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", ImageFlaw.Svg)]
    [InlineData("\ufeff  <?xml version='1.0'?><svg/>", ImageFlaw.Svg)]
    [InlineData("<html><script>alert(1)</script>", ImageFlaw.Svg)]
    [InlineData("GIF89a", ImageFlaw.NotAnImage)]
    [InlineData("%PDF-1.7", ImageFlaw.NotAnImage)]
    [InlineData("", ImageFlaw.Empty)]
    public void What_is_no_image_of_ours_is_refused_whatever_its_name(string contents, ImageFlaw flaw) => Assert.Equal(flaw, ImageFile.Read(Encoding.UTF8.GetBytes(contents), out _));

    [Fact]
    public void Too_many_bytes_and_too_many_pixels_are_refused()
    {
        Assert.Equal(ImageFlaw.TooLarge, ImageFile.Read(new byte[NotebookLimits.FigureBytes + 1], out _));
        Assert.Equal(ImageFlaw.TooWide, ImageFile.Read(Png(width: 100_000), out _));
        Assert.Equal(ImageFlaw.Damaged, ImageFile.Read(Png(width: 0), out _));
    }

    [Fact]
    public void An_image_cut_or_spoilt_anywhere_is_refused_or_read_but_never_throws() =>
        Gen.Select(Gen.Int[0, 2].Select(i => new[] { Png(), Jpeg(6), Webp(("VP8 ", [0, 0, 0, 0x9D, 1, 0x2A, 10, 0, 10, 0])) }[i]), Gen.Int[0, 400], Gen.Select(Gen.Int[0, 400], Gen.Byte).Array[0, 3]).Sample((whole, cut, spoils) =>
        {
            var file = whole[..Math.Max(0, whole.Length - cut)];
            foreach (var (at, value) in spoils)
                if (at < file.Length) file[at] = value;
            var flaw = ImageFile.Read(file, out var image);
            Assert.Equal(flaw == ImageFlaw.None, image is not null);
        }, iter: 5_000);
}
