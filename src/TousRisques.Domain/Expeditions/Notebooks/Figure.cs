namespace TousRisques.Domain.Expeditions.Notebooks;

/// <summary>Kinds of image that a notebook shows. Drawings that can hold scripts (SVG) are not among them.</summary>
public enum ImageKind
{
    /// <summary>PNG.</summary>
    Png,
    /// <summary>JPEG.</summary>
    Jpeg,
    /// <summary>WebP.</summary>
    Webp,
}

/// <summary>What an image is, as read from its file.</summary>
/// <param name="Digest">SHA-256 of the file in lower-case hexadecimal; the file itself is not in the journal (docs/adr/0021-figures.md).</param>
/// <param name="Kind">Its format.</param>
/// <param name="Width">Pixels, as it is shown.</param>
/// <param name="Height">Pixels, as it is shown.</param>
/// <param name="Bytes">Size of the file.</param>
public sealed record Image(string Digest, ImageKind Kind, int Width, int Height, int Bytes);

/// <summary>A figure of the notebook.</summary>
/// <param name="Id">Its name in texts: <c>![](figure:ID)</c>.</param>
/// <param name="Image">The image.</param>
/// <param name="Alt">What it shows, for those who do not see it.</param>
/// <param name="Credit">Who made it, and under which licence.</param>
/// <param name="Removed">Whether it was taken away: texts that show it say so, and its file is gone.</param>
public sealed record Figure(FigureId Id, Image Image, string Alt, string Credit, bool Removed = false);
