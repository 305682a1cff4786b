using System.Globalization;
using System.Text;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.Packs;

/// <summary>Fetches the files of a pack from a folder, within limits. Never throws for what it finds there.</summary>
internal static class PackFolder
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The files that could be read; findings tell of the others. <paramref name="broken"/>: some could not be read.</summary>
    public static PackFiles Load(string folder, FindingList findings, out bool broken)
    {
        broken = true;
        try
        {
            if (!Directory.Exists(folder))
            {
                findings.Error(FindingCode.FolderMissing, Spot.Whole(folder), folder);
                return new([]);
            }
            return Load(new DirectoryInfo(folder), findings, out broken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException or ArgumentException)
        {
            findings.Error(FindingCode.FolderUnreadable, Spot.Whole(folder), folder, detail: e.Message);
            return new([]);
        }
    }

    private static PackFiles Load(DirectoryInfo folder, FindingList findings, out bool broken)
    {
        broken = false;
        var found = folder.EnumerateFiles("*", Flat).Where(f => Is(f, ".yaml")).Take(PackLimits.Files + 1)
            .OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        foreach (var stray in folder.EnumerateFiles("*", Flat).Where(f => Is(f, ".yml")).Take(10))
            findings.Warning(FindingCode.WrongExtension, Spot.Whole(stray.Name), stray.Name);
        foreach (var inner in folder.EnumerateDirectories("*", Flat).Take(1000).Where(d => d.LinkTarget is null && HoldsYaml(d)))
            findings.Warning(FindingCode.SubfolderIgnored, Spot.Whole(inner.Name), inner.Name);
        if (found.Count > PackLimits.Files)
        {
            broken = true;
            findings.Error(FindingCode.TooManyFiles, Spot.Whole(folder.Name), Number(PackLimits.Files));
            return new([]);
        }
        if (found.Count == 0) findings.Error(FindingCode.FolderEmpty, Spot.Whole(folder.Name), folder.Name);

        var files = new List<PackFile>();
        long total = 0;
        foreach (var file in found)
        {
            var content = Content(folder, file, ref total, findings);
            if (content is null) broken = true;
            else files.Add(new(file.Name, content));
        }
        return new(files);
    }

    private static string? Content(DirectoryInfo folder, FileInfo file, ref long total, FindingList findings)
    {
        var at = Spot.Whole(file.Name);
        try
        {
            if (file.LinkTarget is not null)
            {
                if (file.ResolveLinkTarget(returnFinalTarget: true) is not FileInfo { Exists: true } target || !IsInside(folder, target))
                {
                    findings.Error(FindingCode.LinkOutside, at, file.LinkTarget);
                    return null;
                }
                file = target;
            }
            if (file.Length > PackLimits.FileBytes)
            {
                findings.Error(FindingCode.FileTooLarge, at, Number(file.Length));
                return null;
            }
            // Pipes and devices have no length: they are never opened, so reading cannot hang on them.
            var bytes = file.Length == 0 ? [] : AtMost(file, PackLimits.FileBytes + 1);
            total += bytes.Length;
            if (bytes.Length > PackLimits.FileBytes) findings.Error(FindingCode.FileTooLarge, at, Number(bytes.Length));
            else if (total > PackLimits.PackBytes) findings.Error(FindingCode.PackTooLarge, at, Number(PackLimits.PackBytes));
            else return Decode(at.File, bytes, findings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            findings.Error(FindingCode.FileUnreadable, at, detail: e.Message);
        }
        return null;
    }

    /// <summary>The text of a file's bytes, with a byte order mark if it has one; null, with a finding, when they are no UTF-8.</summary>
    internal static string? Decode(string file, byte[] bytes, FindingList findings)
    {
        if (OtherEncoding(bytes) is { } other)
        {
            findings.Error(FindingCode.WrongEncoding, Spot.Whole(file), other);
            return null;
        }
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var index = Math.Clamp(e.Index, 0, bytes.Length - 1);
            var before = Encoding.UTF8.GetString(bytes, 0, index);
            var lineStart = before.LastIndexOf('\n') + 1;
            findings.Error(FindingCode.NotUtf8, new(file, before.Count(c => c == '\n') + 1, before.Length - lineStart + 1),
                "0x" + bytes[index].ToString("X2", CultureInfo.InvariantCulture));
            return null;
        }
    }

    private static string? OtherEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16",
        [0, not 0, 0, not 0, ..] or [not 0, 0, not 0, 0, ..] => "UTF-16",
        _ => null,
    };

    private static byte[] AtMost(FileInfo file, int count)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var buffer = new byte[(int)Math.Min(count, file.Length + 1)];
        return buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
    }

    private static bool IsInside(DirectoryInfo folder, FileInfo target)
    {
        var real = folder.ResolveLinkTarget(returnFinalTarget: true) ?? folder;
        return Same(folder.FullName) || Same(real.FullName);
        bool Same(string root) => string.Equals(Path.TrimEndingDirectorySeparator(root), target.DirectoryName, StringComparison.Ordinal);
    }

    private static bool HoldsYaml(DirectoryInfo folder)
    {
        try
        {
            return folder.EnumerateFiles("*", Flat).Take(1000).Any(f => Is(f, ".yaml"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // a folder that is not read anyway
        }
    }

    private static bool Is(FileInfo file, string extension) => file.Extension.Equals(extension, StringComparison.OrdinalIgnoreCase);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static readonly EnumerationOptions Flat = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
}
