using TousRisques.Formats.Packs;
using TousRisques.Testing;

namespace TousRisques.Formats.Tests.Packs;

/// <summary>The packs that tests read.</summary>
internal static class Samples
{
    public static string Folder(string name) => Path.Combine(ShownFile.Repository, "tests", "Formats.Tests", "Samples", name);

    /// <summary>A small pack that holds every key once.</summary>
    public static readonly PackFiles Full = Files("full");

    public static PackFiles Files(string name) => new(Directory.EnumerateFiles(Folder(name), "*.yaml")
        .Select(f => new PackFile(Path.GetFileName(f), File.ReadAllText(f))));

    /// <summary>The full pack with one text replaced by another, which must be there.</summary>
    public static PackFiles With(params (string Old, string New)[] changes)
    {
        var files = Full.Files;
        foreach (var (old, fresh) in changes)
        {
            var file = files.Single(f => f.Content.Contains(old, StringComparison.Ordinal));
            files = files.Replace(file, file with { Content = Replace(file.Content, old, fresh) });
        }
        return new(files);
    }

    /// <summary>The full pack and one more file.</summary>
    public static PackFiles Plus(string name, string content) => new(Full.Files.Add(new(name, content)));

    /// <summary>The full pack without one of its files.</summary>
    public static PackFiles Without(string name) => new(Full.Files.Where(f => f.Name != name));

    private static string Replace(string text, string old, string fresh)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return text[..at] + fresh + text[(at + old.Length)..];
    }
}
