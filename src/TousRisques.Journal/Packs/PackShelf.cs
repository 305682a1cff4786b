using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using TousRisques.Journal.Json;

namespace TousRisques.Journal.Packs;

/// <summary>What the stream of a pack keeps: its files, once.</summary>
/// <param name="Files">In ordinal order of names.</param>
internal sealed record PackStored(ImmutableArray<PackFile> Files);

/// <summary>
/// The packs that workshops play, kept in the journal beside them, so that a workshop can be read for ever whatever becomes of the pack's
/// folder. A pack is named by its content and written once.
/// </summary>
public sealed class PackShelf(IJournal journal)
{
    /// <summary>What the streams of packs begin with.</summary>
    public const string StreamPrefix = "pack:";

    internal const string Type = "pack-stored/1";

    /// <summary>The stream that a pack is kept in.</summary>
    public static string StreamOf(string digest) => StreamPrefix + digest;

    /// <summary>Keeps a pack's files unless they are kept already.</summary>
    /// <param name="files">All files of the pack.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The digest that names them (<see cref="PackDigest"/>).</returns>
    public async Task<string> KeepAsync(IReadOnlyCollection<PackFile> files, DateTimeOffset at, CancellationToken cancel = default)
    {
        var digest = PackDigest.Of(files);
        if (await journal.HeadAsync(StreamOf(digest), cancel).ConfigureAwait(false) is not null) return digest;
        var record = new NewRecord(Type, "", at, "", JsonSerializer.Serialize(
            new PackStored([.. files.OrderBy(f => f.Name, StringComparer.Ordinal)]), WireJson.Stored));
        try { await journal.AppendAsync(StreamOf(digest), 0, [record], cancel).ConfigureAwait(false); }
        catch (AppendConflictException) { } // somebody else kept the same files meanwhile
        return digest;
    }

    /// <summary>The files of a pack, in ordinal order of names, or null when the journal does not have it.</summary>
    /// <exception cref="JournalException">What is kept under that digest is something else: the journal is damaged.</exception>
    public async ValueTask<ImmutableArray<PackFile>?> FindAsync(string digest, CancellationToken cancel = default)
    {
        await foreach (var record in journal.ReadAsync(StreamOf(digest), 1, cancel).ConfigureAwait(false))
            return Read(record, digest) ?? throw new JournalException(JournalTrouble.Damaged, record.Stream);
        return null;
    }

    /// <summary>The files in a record if they are the pack of that digest; otherwise null.</summary>
    internal static ImmutableArray<PackFile>? Read(StoredRecord record, string digest)
    {
        if (record.Type != Type) return null;
        try
        {
            var files = JsonSerializer.Deserialize<PackStored>(Encoding.UTF8.GetBytes(record.Json), WireJson.Stored)!.Files;
            return PackDigest.Of(files) == digest ? files : null;
        }
        catch (JsonException) { return null; }
    }
}
