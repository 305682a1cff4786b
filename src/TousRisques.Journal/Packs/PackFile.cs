using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TousRisques.Journal.Packs;

/// <summary>One file of a pack.</summary>
/// <param name="Name">Path inside the pack, with <c>/</c>.</param>
/// <param name="Content">Its text.</param>
public sealed record PackFile(string Name, string Content);

/// <summary>Names the files of a pack by their content.</summary>
public static class PackDigest
{
    private static readonly byte[] Mark = "tousrisques pack 1\n"u8.ToArray();

    /// <summary>
    /// SHA-256, in lower-case hexadecimal, of <c>"tousrisques pack 1" 0x0A</c> and, for each file in ordinal order of names, name and content,
    /// each as its length in UTF-8 (4 bytes, big-endian) and its UTF-8. The order of the argument does not matter.
    /// </summary>
    public static string Of(IEnumerable<PackFile> files)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Mark);
        foreach (var file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            Append(sha, file.Name);
            Append(sha, file.Content);
        }
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private static void Append(IncrementalHash sha, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, utf8.Length);
        sha.AppendData(length);
        sha.AppendData(utf8);
    }
}
