using System.IO.Compression;

namespace TousRisques.Web.Hosting;

/// <summary>A folder as one file to take away.</summary>
public static class FolderZip
{
    /// <summary>Writes files into an archive, under a folder.</summary>
    /// <param name="folder">The folder's name.</param>
    /// <param name="files">Each file's name in it, and its bytes.</param>
    /// <param name="at">When they were written: the same files at the same time give the same archive.</param>
    public static byte[] Write(string folder, IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> files, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var into = new MemoryStream();
        using (var zip = new ZipArchive(into, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry($"{folder}/{name}", CompressionLevel.Optimal);
                entry.LastWriteTime = at;
                using var stream = entry.Open();
                stream.Write(content.Span);
            }
        return into.ToArray();
    }
}
