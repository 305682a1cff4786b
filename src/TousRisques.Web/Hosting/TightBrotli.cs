using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace TousRisques.Web.Hosting;

/// <summary>
/// Brotli one notch above what the framework calls optimal: measured on our pages, quality 5 saves 5 % over quality 4 in the same time, and
/// higher ones save nothing more until 11, which takes a hundred times longer.
/// </summary>
public sealed class TightBrotli : ICompressionProvider
{
    /// <inheritdoc/>
    public string EncodingName => "br";

    /// <inheritdoc/>
    public bool SupportsFlush => true;

    /// <inheritdoc/>
    public Stream CreateStream(Stream outputStream) => new BrotliStream(outputStream, new BrotliCompressionOptions { Quality = 5 }, leaveOpen: true);
}
