using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal.Facts;
using TousRisques.Journal.Json;
using TousRisques.Journal.Packs;

namespace TousRisques.Journal.Exchange;

/// <summary>A workshop out of a portable file, checked: every hash, every fact, and the pack it plays.</summary>
/// <param name="Workshop">Its join code where it comes from.</param>
/// <param name="Origin">The stream name under which its chain was begun.</param>
/// <param name="Records">Its records.</param>
/// <param name="Facts">What they say, in the same order.</param>
/// <param name="PackDigest">The pack it plays.</param>
/// <param name="Pack">The pack's files; empty when the file does not carry them.</param>
/// <param name="PackRecords">The pack's stream; empty likewise.</param>
public sealed record PortableWorkshop(
    WorkshopId Workshop, string Origin, ImmutableArray<StoredRecord> Records, ImmutableArray<Fact> Facts,
    string PackDigest, ImmutableArray<PackFile> Pack, ImmutableArray<StoredRecord> PackRecords);

/// <summary>What became of an import.</summary>
public enum ImportOutcome
{
    /// <summary>It is here now.</summary>
    Imported,
    /// <summary>The very same workshop is here already under that code: nothing to do.</summary>
    AlreadyHere,
    /// <summary>Another workshop has that code: ask for another one.</summary>
    CodeTaken,
}

/// <summary>
/// One workshop as one file that another installation can open: JSON Lines, a header, the pack's stream, the workshop's stream.
/// </summary>
public static class PortableFile
{
    /// <summary>The format written, also the beginning of the file.</summary>
    public const string Format = "tousrisques-workshop/1";

    /// <summary>Bytes of a line: the largest record and its frame.</summary>
    internal const int MostLine = JournalLimits.Json + 64 * 1024;

    /// <summary>Characters of content in a file; beyond, it is no workshop that people played.</summary>
    internal const long MostContent = 256 * 1024 * 1024;

    /// <summary>Writes a workshop and its pack. What is appended meanwhile is left out.</summary>
    /// <returns>False when there is no such workshop; nothing is written then.</returns>
    public static async Task<bool> ExportAsync(IJournal journal, WorkshopId workshop, Stream to, CancellationToken cancel = default)
    {
        if (await journal.HeadAsync(FactCodec.StreamOf(workshop), cancel).ConfigureAwait(false) is not { } head) return false;
        await foreach (var first in journal.ReadAsync(head.Stream, 1, cancel).ConfigureAwait(false))
        {
            var opened = FactCodec.Current.Read(first).Event as WorkshopOpened;
            var pack = opened is null ? null : await journal.HeadAsync(PackShelf.StreamOf(opened.Script.PackDigest), cancel).ConfigureAwait(false);
            await WriteAsync(journal, pack is null ? [head] : [pack, head], to, cancel).ConfigureAwait(false);
            break;
        }
        return true;
    }

    /// <summary>Reads and checks a whole file without storing anything.</summary>
    /// <exception cref="DamagedFileException">It is damaged, foreign or newer; names the first line that is wrong.</exception>
    public static Task<PortableWorkshop> ReadAsync(Stream from, CancellationToken cancel = default) => new PortableReader(from).ReadAsync(cancel);

    /// <summary>Takes a workshop in, under its own code or another. Its records stay as they are, byte for byte.</summary>
    /// <exception cref="DamagedFileException">It does not carry its pack, and the pack is not here either.</exception>
    public static async Task<ImportOutcome> ImportAsync(IJournal journal, PortableWorkshop file, WorkshopId? under = null, CancellationToken cancel = default)
    {
        var stream = FactCodec.StreamOf(under ?? file.Workshop);
        if (await journal.HeadAsync(stream, cancel).ConfigureAwait(false) is { } there)
            return there.Hash == file.Records[^1].Hash ? ImportOutcome.AlreadyHere : ImportOutcome.CodeTaken;
        // The pack first: should the power fail between the two, a pack without workshop harms nobody.
        if (await journal.HeadAsync(PackShelf.StreamOf(file.PackDigest), cancel).ConfigureAwait(false) is null)
        {
            if (file.PackRecords.IsEmpty) throw new DamagedFileException(1, FileFlaw.WrongPack);
            try { await journal.ImportAsync(PackShelf.StreamOf(file.PackDigest), PackShelf.StreamOf(file.PackDigest), file.PackRecords, cancel).ConfigureAwait(false); }
            catch (AppendConflictException) { } // another import brought it meanwhile
        }
        try { await journal.ImportAsync(stream, file.Origin, file.Records, cancel).ConfigureAwait(false); }
        catch (AppendConflictException) { return ImportOutcome.CodeTaken; }
        return ImportOutcome.Imported;
    }

    private static async Task WriteAsync(IJournal journal, StreamHead[] heads, Stream to, CancellationToken cancel)
    {
        await to.WriteAsync(PortableLines.Write(new PortableHeader(
            Format, [.. heads.Select(h => new PortableStream(h.Stream, h.Origin, checked((int)h.Version), h.Hash.ToString()))])), cancel).ConfigureAwait(false);
        var line = new ArrayBufferWriter<byte>();
        foreach (var head in heads)
            await foreach (var record in journal.ReadAsync(head.Stream, 1, cancel).ConfigureAwait(false))
            {
                line.ResetWrittenCount();
                line.Write("\n"u8);
                using (var writer = new Utf8JsonWriter(line, new() { Encoder = WireJson.Stored.Encoder })) PortableLines.Write(writer, record);
                await to.WriteAsync(line.WrittenMemory, cancel).ConfigureAwait(false);
                if (record.Version == head.Version) break;
            }
        await to.WriteAsync("\n"u8.ToArray(), cancel).ConfigureAwait(false);
        await to.FlushAsync(cancel).ConfigureAwait(false);
    }
}
