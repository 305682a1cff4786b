using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace TousRisques.Web.Look;

/// <summary>A file as it is served: plain, and compressed once for all.</summary>
public sealed record ServedSheet(string Url, string ContentType, string ETag, byte[] Plain, byte[] Brotli, byte[] Gzip);

/// <summary>Puts sheets together, once, from the files embedded in this assembly.</summary>
public static partial class SheetStore
{
    private static readonly ConcurrentDictionary<string, ServedSheet> Served = new(StringComparer.Ordinal);

    /// <summary>The file of a sheet.</summary>
    public static ServedSheet Of(Sheet sheet) => Served.GetOrAdd(sheet.Name, static (_, s) => Build(s), sheet);

    private static ServedSheet Build(Sheet sheet)
    {
        var assembly = typeof(SheetStore).Assembly;
        var names = assembly.GetManifestResourceNames().Where(n => n.StartsWith("Files/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var text = new StringBuilder();
        foreach (var from in sheet.From)
            foreach (var name in names)
            {
                var path = name["Files/".Length..].Replace('\\', '/');
                if (path != from && !(from.EndsWith('/') && path.StartsWith(from, StringComparison.Ordinal))) continue;
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                text.Append(reader.ReadToEnd()).Append('\n');
            }
        var css = sheet.Name.EndsWith(".css", StringComparison.Ordinal);
        var plain = Encoding.UTF8.GetBytes(css ? ShrinkCss(text.ToString()) : ShrinkScript(text.ToString()));
        var hash = Convert.ToHexStringLower(SHA256.HashData(plain))[..12];
        var dot = sheet.Name.LastIndexOf('.');
        return new(
            $"/s/{sheet.Name[..dot]}.{hash}{sheet.Name[dot..]}", css ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8", $"\"{hash}\"",
            plain, Squeeze(plain, s => new BrotliStream(s, CompressionLevel.SmallestSize)), Squeeze(plain, s => new GZipStream(s, CompressionLevel.SmallestSize)));
    }

    /// <summary>Drops comments and the spaces that style sheets do not need.</summary>
    internal static string ShrinkCss(string css) =>
        Tight().Replace(Spaces().Replace(Comment().Replace(css, ""), " "), "$1").Replace(";}", "}", StringComparison.Ordinal).Trim();

    /// <summary>Drops comment lines and indentation; the code itself stays as it was written.</summary>
    internal static string ShrinkScript(string script) => string.Join(
        '\n', script.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal)));

    private static byte[] Squeeze(byte[] plain, Func<Stream, Stream> open)
    {
        using var into = new MemoryStream();
        using (var squeezer = open(into)) squeezer.Write(plain);
        return into.ToArray();
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // Not around "+", "-" and "(" where calc() and selectors want their spaces; ":" only before a value, never before a pseudo-class.
    [GeneratedRegex(@" ?([{};,>]) ?|(?<=[a-z-]:) (?=[^{}]*[;}])")]
    private static partial Regex Tight();
}
