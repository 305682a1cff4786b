using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Notebooks;

namespace TousRisques.Web.Notebooks;

/// <summary>Why a file is no image that a notebook shows.</summary>
public enum ImageFlaw
{
    /// <summary>It is.</summary>
    None,
    /// <summary>Nothing was chosen, or the file is empty.</summary>
    Empty,
    /// <summary>It has too many bytes.</summary>
    TooLarge,
    /// <summary>It is a drawing that can hold scripts.</summary>
    Svg,
    /// <summary>It is something else.</summary>
    NotAnImage,
    /// <summary>It begins like an image and does not go on like one.</summary>
    Damaged,
    /// <summary>It has too many pixels.</summary>
    TooWide,
}

/// <summary>An image as it is kept: what its bytes say it is, whatever its name said, and nothing that does not show in it (place, camera, author's notes).</summary>
/// <param name="Kind">Its format.</param>
/// <param name="Width">Pixels, as it is shown.</param>
/// <param name="Height">Pixels, as it is shown.</param>
/// <param name="Bytes">The file to keep.</param>
public sealed record ImageFile(ImageKind Kind, int Width, int Height, ImmutableArray<byte> Bytes)
{
    /// <summary>Reads an image. Never throws, whatever the bytes.</summary>
    public static ImageFlaw Read(ReadOnlySpan<byte> bytes, out ImageFile? image)
    {
        image = null;
        if (bytes.IsEmpty) return ImageFlaw.Empty;
        if (bytes.Length > NotebookLimits.FigureBytes) return ImageFlaw.TooLarge;
        var kind = Sniff(bytes);
        if (kind is null) return LooksLikeMarkup(bytes) ? ImageFlaw.Svg : ImageFlaw.NotAnImage;
        var kept = new List<byte>(bytes.Length);
        var size = kind switch
        {
            ImageKind.Png => PngParts.Read(bytes, kept),
            ImageKind.Jpeg => JpegParts.Read(bytes, kept),
            _ => WebpParts.Read(bytes, kept),
        };
        if (size is not { } s || s.Width < 1 || s.Height < 1) return ImageFlaw.Damaged;
        if (s.Width > NotebookLimits.FigureSide || s.Height > NotebookLimits.FigureSide) return ImageFlaw.TooWide;
        image = new ImageFile(kind.Value, s.Width, s.Height, [.. kept]);
        return ImageFlaw.None;
    }

    /// <summary>The media type that a kind is served with.</summary>
    public static string TypeOf(ImageKind kind) => kind switch
    {
        ImageKind.Png => "image/png",
        ImageKind.Jpeg => "image/jpeg",
        _ => "image/webp",
    };

    private static ImageKind? Sniff(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(PngParts.Mark) ? ImageKind.Png
        : bytes is [0xFF, 0xD8, 0xFF, ..] ? ImageKind.Jpeg
        : bytes.Length >= 12 && bytes[..4].SequenceEqual("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? ImageKind.Webp
        : null;

    private static bool LooksLikeMarkup(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\ufeff"u8)) bytes = bytes[3..];
        var start = bytes.TrimStart(" \t\r\n"u8);
        return start.StartsWith("<"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]); // SVGZ is compressed
    }
}
