using System.Collections.Immutable;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops;
using TousRisques.Journal.Facts;
using TousRisques.Journal.Packs;

namespace TousRisques.Journal.Exchange;

/// <summary>Reads one portable file, line by line, and stops at the first that is wrong.</summary>
internal sealed class PortableReader(Stream from)
{
    private long content;

    public async Task<PortableWorkshop> ReadAsync(CancellationToken cancel)
    {
        using var lines = new LineReader(from, PortableFile.MostLine);
        var header = await HeaderAsync(lines, cancel).ConfigureAwait(false);
        ImmutableArray<StoredRecord> packRecords = [], records = [];
        ImmutableArray<PackFile> pack = [];
        ImmutableArray<Fact> facts = [];
        var (workshop, packStream) = (header.Streams[^1], header.Streams.Length == 2 ? header.Streams[0] : null);

        if (packStream is not null)
        {
            packRecords = await StreamAsync(lines, packStream, _ => { }, cancel).ConfigureAwait(false);
            pack = packRecords.Length == 1 && packStream.Stream == packStream.Origin
                ? PackShelf.Read(packRecords[0], packStream.Stream[PackShelf.StreamPrefix.Length..]) ?? throw new DamagedFileException(lines.Line, FileFlaw.WrongPack)
                : throw new DamagedFileException(lines.Line, FileFlaw.WrongPack);
        }
        var read = ImmutableArray.CreateBuilder<Fact>();
        records = await StreamAsync(lines, workshop, record =>
        {
            try { read.Add(FactCodec.Current.Read(record)); }
            catch (UnreadableFactException) { throw new DamagedFileException(lines.Line, FileFlaw.Unknown); }
        }, cancel).ConfigureAwait(false);
        facts = read.DrainToImmutable();
        if (await lines.NextAsync(cancel).ConfigureAwait(false) is not null) throw new DamagedFileException(lines.Line, FileFlaw.TooMuch);

        var firstLine = lines.Line - records.Length + 1;
        if (facts[0].Event is not WorkshopOpened opened) throw new DamagedFileException(firstLine, FileFlaw.Unknown);
        if (packStream is not null && packStream.Stream != PackShelf.StreamOf(opened.Script.PackDigest)) throw new DamagedFileException(firstLine, FileFlaw.WrongPack);
        return new(
            new WorkshopId(workshop.Stream[FactCodec.StreamPrefix.Length..]), workshop.Origin, records, facts,
            opened.Script.PackDigest, pack, packRecords);
    }

    private static async Task<PortableHeader> HeaderAsync(LineReader lines, CancellationToken cancel)
    {
        var header = await lines.NextAsync(cancel).ConfigureAwait(false) is { } line ? PortableLines.ReadHeader(line.Span) : null;
        if (header is null || !header.Format.StartsWith("tousrisques-workshop/", StringComparison.Ordinal)) throw new DamagedFileException(1, FileFlaw.NotThisFormat);
        if (header.Format != PortableFile.Format) throw new DamagedFileException(1, FileFlaw.NewerFormat);
        // The pack, if any, then the workshop; names that a journal would take.
        var good = header.Streams.Length is 1 or 2
            && IsNamed(header.Streams[^1], FactCodec.StreamPrefix)
            && (header.Streams.Length == 1 || IsNamed(header.Streams[0], PackShelf.StreamPrefix));
        return good ? header : throw new DamagedFileException(1, FileFlaw.NotThisFormat);

        static bool IsNamed(PortableStream stream, string prefix) =>
            stream.Records > 0 && RecordHash.TryParse(stream.Head, out _)
            && stream.Stream.StartsWith(prefix, StringComparison.Ordinal) && stream.Stream.Length > prefix.Length
            && stream.Origin.Length is > 0 and <= JournalLimits.StreamName && stream.Stream.Length <= JournalLimits.StreamName;
    }

    private async Task<ImmutableArray<StoredRecord>> StreamAsync(LineReader lines, PortableStream stream, Action<StoredRecord> check, CancellationToken cancel)
    {
        var records = ImmutableArray.CreateBuilder<StoredRecord>();
        var previous = HashChain.Begin(stream.Origin);
        while (records.Count < stream.Records)
        {
            if (await lines.NextAsync(cancel).ConfigureAwait(false) is not { } line) throw new DamagedFileException(lines.Line + 1, FileFlaw.CutShort);
            if ((content += line.Length) > PortableFile.MostContent) throw new DamagedFileException(lines.Line, FileFlaw.FileTooLong);
            var record = PortableLines.Read(line) ?? throw new DamagedFileException(lines.Line, FileFlaw.NotARecord);
            if (record.Stream != stream.Stream || record.Version != records.Count + 1) throw new DamagedFileException(lines.Line, FileFlaw.OutOfOrder);
            if (HashChain.Next(record.PreviousHash, record) != record.Hash) throw new DamagedFileException(lines.Line, FileFlaw.Changed);
            if (record.PreviousHash != previous) throw new DamagedFileException(lines.Line, FileFlaw.OutOfOrder);
            try { JournalLimits.Check(record.Stream, [new(record.Type, record.Actor, record.At, record.CommandId, record.Json)]); }
            catch (ArgumentException) { throw new DamagedFileException(lines.Line, FileFlaw.NotARecord); }
            check(record);
            records.Add(record);
            previous = record.Hash;
        }
        // The header alone could be wrong here; its line is the one to look at.
        return previous.ToString() == stream.Head ? records.DrainToImmutable() : throw new DamagedFileException(1, FileFlaw.Changed);
    }
}
