using System.Collections.Concurrent;
using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Journal.Packs;

namespace TousRisques.Sessions.Packs;

/// <summary>Reads a pack from its files; null when they are no pack. Given by Host, since this room knows no file format.</summary>
public delegate Pack? PackRead(ImmutableArray<PackFile> files);

/// <summary>Packs that workshops play, by the digest of their files, as the journal keeps them. Read once a node.</summary>
public sealed class PackLibrary(PackShelf shelf, PackRead read)
{
    private readonly ConcurrentDictionary<string, Pack> known = new(StringComparer.Ordinal);

    /// <summary>A pack by its digest.</summary>
    /// <exception cref="InvalidOperationException">The journal does not have it, or it cannot be read any more.</exception>
    public async ValueTask<Pack> FindAsync(string digest, CancellationToken cancel = default)
    {
        if (known.TryGetValue(digest, out var pack)) return pack;
        var files = await shelf.FindAsync(digest, cancel).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The journal does not have the pack {digest}.");
        return known.GetOrAdd(digest, read(files) ?? throw new InvalidOperationException($"The pack {digest} cannot be read by this version."));
    }

    /// <summary>Keeps a pack's files in the journal unless they are there already, and gives the digest that names them.</summary>
    public Task<string> KeepAsync(IReadOnlyCollection<PackFile> files, DateTimeOffset at, CancellationToken cancel = default) =>
        shelf.KeepAsync(files, at, cancel);
}
