using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TousRisques.Journal;

/// <summary>
/// How the records of a stream are chained, byte by byte, so that anyone can check a journal with tools of their own.
/// </summary>
/// <remarks>
/// <code>
/// previous hash of the first record = SHA-256( "tousrisques stream 1" 0x0A  text(origin) )
/// hash of a record = SHA-256( "tousrisques record 1" 0x0A
///                             previous hash, 32 bytes
///                             version, 8 bytes, big-endian
///                             text(at) text(actor) text(type) text(command id) text(json) )
/// text(s)          = length of s in UTF-8, 4 bytes, big-endian; then s in UTF-8
/// at               = yyyy-MM-ddTHH:mm:ss.fffffffZ
/// </code>
/// <para>
/// What it shows: a changed byte, a record taken out of the middle, put in or moved; a missing tail as long as the head, kept apart, is
/// still there. What it cannot show alone: a tail cut off together with its head (SQLite: positions then have a gap or end early, which
/// <c>verify</c> reports too), or a forger who computes every later hash anew. Against the latter, keep a head's hash somewhere else:
/// the first line of an exported file is one.
/// </para>
/// </remarks>
public static class HashChain
{
    private static readonly byte[] StreamMark = "tousrisques stream 1\n"u8.ToArray();
    private static readonly byte[] RecordMark = "tousrisques record 1\n"u8.ToArray();

    /// <summary>What the first record of a stream is chained to.</summary>
    public static RecordHash Begin(string origin)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(StreamMark);
        AppendText(sha, Encoding.UTF8.GetBytes(origin));
        return Finish(sha);
    }

    /// <summary>The hash of a record that follows <paramref name="previous"/>.</summary>
    public static RecordHash Next(RecordHash previous, long version, string at, string actor, string type, string commandId, string json) =>
        Next(previous, version, Bytes(at), Bytes(actor), Bytes(type), Bytes(commandId), Bytes(json));

    /// <summary>The same from UTF-8 as it lies on disk, so that even a damaged text can be checked.</summary>
    public static RecordHash Next(
        RecordHash previous, long version, ReadOnlySpan<byte> at, ReadOnlySpan<byte> actor, ReadOnlySpan<byte> type,
        ReadOnlySpan<byte> commandId, ReadOnlySpan<byte> json)
    {
        Span<byte> fixedPart = stackalloc byte[RecordHash.Size + sizeof(long)];
        previous.CopyTo(fixedPart);
        BinaryPrimitives.WriteInt64BigEndian(fixedPart[RecordHash.Size..], version);

        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(RecordMark);
        sha.AppendData(fixedPart);
        AppendText(sha, at);
        AppendText(sha, actor);
        AppendText(sha, type);
        AppendText(sha, commandId);
        AppendText(sha, json);
        return Finish(sha);
    }

    /// <summary>The hash that a stored record should have, given the one before it.</summary>
    public static RecordHash Next(RecordHash previous, StoredRecord record) =>
        Next(previous, record.Version, Time(record.At), record.Actor, record.Type, record.CommandId, record.Json);

    /// <summary>A time as it is stored and hashed.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a time as it is stored.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static DateTimeOffset Time(string at) =>
        DateTimeOffset.ParseExact(at, "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Checks that records are the chain of an origin from version 1 on, without a gap.</summary>
    /// <exception cref="BrokenChainException">They are not; names the first that is wrong.</exception>
    public static void Check(string origin, IEnumerable<StoredRecord> records)
    {
        var (previous, version) = (Begin(origin), 0L);
        foreach (var record in records)
        {
            if (record.Version != ++version) throw new BrokenChainException(origin, version, ChainFlaw.MissingRecord);
            if (record.PreviousHash != previous) throw new BrokenChainException(origin, version, ChainFlaw.WrongPrevious);
            if (record.Hash != Next(previous, record)) throw new BrokenChainException(origin, version, ChainFlaw.WrongHash);
            previous = record.Hash;
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static void AppendText(IncrementalHash sha, ReadOnlySpan<byte> utf8)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, utf8.Length);
        sha.AppendData(length);
        sha.AppendData(utf8);
    }

    private static RecordHash Finish(IncrementalHash sha)
    {
        Span<byte> hash = stackalloc byte[RecordHash.Size];
        sha.GetHashAndReset(hash);
        return new(hash);
    }
}
