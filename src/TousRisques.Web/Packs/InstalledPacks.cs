using System.Collections.Concurrent;
using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Formats.Packs;

namespace TousRisques.Web.Packs;

/// <summary>Folders in which packs are looked for, one folder a pack; the first that has a name wins.</summary>
public sealed record PackFolders(ImmutableArray<string> Folders);

/// <summary>A pack found on this machine.</summary>
/// <param name="Id">Name of its folder.</param>
/// <param name="Pack">The pack; null when it has errors.</param>
/// <param name="Reading">What its reader found.</param>
public sealed record InstalledPack(string Id, Pack? Pack, PackReading Reading);

/// <summary>Packs of this machine, read when first asked for and again when their files change.</summary>
public sealed class InstalledPacks(PackFolders folders)
{
    private readonly ConcurrentDictionary<string, (DateTime Stamp, InstalledPack Pack)> read = new(StringComparer.Ordinal);

    /// <summary>The pack that demonstrations play.</summary>
    public const string Shipped = "seine-maritime";

    /// <summary>Every pack, by name.</summary>
    public IReadOnlyList<InstalledPack> All() =>
        [.. Ids().Order(StringComparer.Ordinal).Select(Find).OfType<InstalledPack>()];

    /// <summary>Names of folders that may be packs, without reading them.</summary>
    public IEnumerable<string> Ids() =>
        folders.Folders.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories).Where(d => Directory.EnumerateFiles(d, "*.yaml").Any())
            .Select(d => Path.GetFileName(d)).Distinct(StringComparer.Ordinal);

    /// <summary>Puts a pack into the first of the folders, which is the installation's own. False when there is one of its name already, anywhere: nothing is ever written over.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public bool Install(string id, PackFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (id.Length is 0 or > 80 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) throw new ArgumentException("Not a pack's name.", nameof(id));
        if (folders.Folders.Any(f => Directory.Exists(Path.Combine(f, id)))) return false;
        // Whole or not at all: a pack half written would be read.
        var made = Path.Combine(folders.Folders[0], "." + Guid.NewGuid().ToString("N"));
        var to = Path.Combine(folders.Folders[0], id);
        try
        {
            Directory.CreateDirectory(made);
            foreach (var file in files.Files) File.WriteAllText(Path.Combine(made, file.Name), file.Content);
            Directory.Move(made, to);
            return true;
        }
        catch (IOException) when (Directory.Exists(to))
        {
            Clear(made); // somebody else's of that name came first
            return false;
        }
        catch
        {
            Clear(made);
            throw;
        }
    }

    /// <summary>Takes away what installations cut short have left behind: for the start of a server, while nobody installs.</summary>
    public static void ClearLeftovers(PackFolders folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        if (!Directory.Exists(folders.Folders[0])) return;
        foreach (var made in Directory.GetDirectories(folders.Folders[0], ".*").Where(d => Guid.TryParseExact(Path.GetFileName(d)[1..], "N", out _))) Clear(made);
    }

    private static void Clear(string made)
    {
        try
        {
            if (Directory.Exists(made)) Directory.Delete(made, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next start tries again; nobody reads it meanwhile.
        }
    }

    /// <summary>A pack by its name, or null when there is none.</summary>
    public InstalledPack? Find(string id)
    {
        // A name from outside never leaves the folders.
        if (id.Length is 0 or > 80 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return null;
        if (folders.Folders.Select(f => Path.Combine(f, id)).FirstOrDefault(Directory.Exists) is not { } folder) return null;
        var stamp = Directory.EnumerateFiles(folder, "*.yaml").Select(File.GetLastWriteTimeUtc).DefaultIfEmpty().Max();
        if (read.TryGetValue(folder, out var known) && known.Stamp == stamp) return known.Pack;
        var reading = PackReader.Read(folder);
        var pack = new InstalledPack(id, reading.Pack, reading);
        read[folder] = (stamp, pack);
        return pack;
    }
}
