using System.IO.Compression;
using System.Text;
using TousRisques.Formats.Packs;

namespace TousRisques.Web.Futures;

/// <summary>A draft pack as one file: the pack's folder, zipped.</summary>
public static class DraftZip
{
    /// <summary>Writes it.</summary>
    /// <param name="id">Name of the folder within.</param>
    /// <param name="files">The pack's files.</param>
    public static byte[] Write(string id, PackFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var file in files.Files)
            {
                using var entry = zip.CreateEntry($"{id}/{file.Name}").Open();
                entry.Write(Encoding.UTF8.GetBytes(file.Content));
            }
        return stream.ToArray();
    }
}
