using TousRisques.Domain.Expeditions;
using TousRisques.Web.Notebooks;

namespace TousRisques.Host.Figures;

/// <summary>Files of figures in the data folder: <c>figures/EXPEDITION/DIGEST</c>.</summary>
internal sealed class FigureFolder(string folder) : IFigures
{
    /// <inheritdoc/>
    public async Task KeepAsync(ExpeditionId expedition, string digest, ReadOnlyMemory<byte> file, CancellationToken cancel = default)
    {
        var path = PathOf(expedition, digest);
        if (File.Exists(path)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Under another name until it is whole and on disk: what has a digest for its name is what the digest says, also after a power cut.
        var fresh = $"{path}.{Guid.NewGuid():n}";
        await using (var stream = new FileStream(fresh, FileMode.CreateNew, FileAccess.Write))
        {
            await stream.WriteAsync(file, cancel);
            stream.Flush(flushToDisk: true);
        }
        File.Move(fresh, path, overwrite: true);
    }

    /// <inheritdoc/>
    public Stream? Open(ExpeditionId expedition, string digest)
    {
        try { return new FileStream(PathOf(expedition, digest), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 16 * 1024, useAsync: true); }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException) { return null; }
    }

    /// <inheritdoc/>
    public void Remove(ExpeditionId expedition, string digest)
    {
        try { File.Delete(PathOf(expedition, digest)); }
        catch (DirectoryNotFoundException) { }
    }

    /// <summary>Names come from addresses in the end: only those that cannot lead elsewhere make a path.</summary>
    private string PathOf(ExpeditionId expedition, string digest) =>
        ExpeditionId.IsValid(expedition.Value) && digest.Length == 64 && digest.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(folder, expedition.Value, digest)
            : throw new ArgumentException("No name of a figure's file.", nameof(digest));
}
