using System.Text.RegularExpressions;
using TousRisques.Formats.Intake;

namespace TousRisques.Formats.Feeds;

/// <summary>
/// Reads RSS 0.9x, 1.0 and 2.0 and Atom 0.3 and 1.0. Tells every trouble with line and column, reads broken feeds as far as they can be, never throws on bad input,
/// never expands an entity or fetches anything.
/// </summary>
public static partial class FeedReader
{
    /// <summary>Reads a feed in memory.</summary>
    /// <param name="bytes">The feed; what exceeds <see cref="FeedLimits.Bytes"/> is not read.</param>
    /// <param name="name">Its name in findings.</param>
    /// <param name="address">Where it came from: relative links start there. Null for a file.</param>
    public static FeedReading Read(ReadOnlySpan<byte> bytes, string name, Uri? address = null) => Read(bytes, new IntakeFindings(name), address);

    /// <summary>Reads a feed that arrives: at most <see cref="FeedLimits.Bytes"/>, and no longer than the caller waits.</summary>
    /// <param name="stream">The feed, already decompressed. May never end.</param>
    /// <param name="name">Its name in findings.</param>
    /// <param name="address">Where it came from; null for a file.</param>
    /// <param name="cancellation">Ends the wait, even when the stream does not listen.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<FeedReading> ReadAsync(Stream stream, string name, Uri? address, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var findings = new IntakeFindings(name);
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (kept.Length <= FeedLimits.Bytes)
            {
                var read = await stream.ReadAsync(buffer, cancellation).AsTask().WaitAsync(cancellation).ConfigureAwait(false);
                if (read == 0) break;
                kept.Write(buffer, 0, read);
            }
        }
        catch (IOException)
        {
            findings.Error(IntakeCode.CutOff, findings.Whole);
        }
        return Read(kept.GetBuffer().AsSpan(0, (int)kept.Length), findings, address);
    }

    private static FeedReading Read(ReadOnlySpan<byte> bytes, IntakeFindings findings, Uri? address)
    {
        if (bytes.Length > FeedLimits.Bytes)
        {
            findings.Limit(IntakeCode.TooLarge, findings.Whole, FeedLimits.Bytes);
            bytes = bytes[..FeedLimits.Bytes];
            while (bytes.Length > 0 && bytes[^1] >= 0x80) bytes = bytes[..^1]; // no half character at the cut
        }
        var (text, encoding, asAnnounced) = TextBytes.Decode(bytes, Announced(bytes));
        if (!asAnnounced) findings.Warning(IntakeCode.OtherEncoding, findings.Whole, encoding);
        if (string.IsNullOrWhiteSpace(text)) findings.Error(IntakeCode.Empty, findings.Whole);
        else if (new FeedMarkup(text, findings).Read() is { } root) return new(new FeedShape(findings, address).Read(root), findings.InOrder());
        else findings.Error(IntakeCode.NoFeed, findings.Whole);
        return new(null, findings.InOrder());
    }

    private static string? Announced(ReadOnlySpan<byte> bytes)
    {
        var head = TextBytes.Western.GetString(bytes[..Math.Min(bytes.Length, 300)]);
        return Declaration().Match(head) is { Success: true } match ? match.Groups[1].Value : null;
    }

    [GeneratedRegex("""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""", RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}
