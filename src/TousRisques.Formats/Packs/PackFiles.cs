using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TousRisques.Formats.Packs;

/// <summary>A file of a pack.</summary>
/// <param name="Name">Its name inside the pack's folder, such as <c>territory.yaml</c>.</param>
/// <param name="Content">Its text.</param>
public sealed record PackFile(string Name, string Content);

/// <summary>The files of a pack as texts: what a workshop keeps in its journal, so that it can be replayed without the folder.</summary>
public sealed class PackFiles
{
    private readonly Lazy<string> digest;

    /// <summary>Takes files in any order; they are kept in the ordinal order of their names, as a folder is read.</summary>
    public PackFiles(IEnumerable<PackFile> files)
    {
        Files = [.. files.OrderBy(f => f.Name, StringComparer.Ordinal)];
        digest = new(Compute);
    }

    /// <summary>The files, in the ordinal order of their names.</summary>
    public ImmutableArray<PackFile> Files { get; }

    /// <summary>
    /// SHA-256, 64 lower-case hexadecimal digits, of the concatenation, for each file in order, of its name, a line feed, the
    /// number of bytes of its content in decimal, a line feed, its content in UTF-8 with line feeds alone as ends of lines, and a
    /// line feed. So the same pack has the same digest whatever a version control system did to its ends of lines.
    /// </summary>
    public string Digest => digest.Value;

    private string Compute()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
        {
            var content = Encoding.UTF8.GetBytes(file.Content.ReplaceLineEndings("\n"));
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Name}\n{content.Length}\n")));
            hash.AppendData(content);
            hash.AppendData("\n"u8);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
