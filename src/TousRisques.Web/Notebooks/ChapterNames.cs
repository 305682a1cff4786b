using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Notebooks;

namespace TousRisques.Web.Notebooks;

/// <summary>Names of chapters in addresses, made of their titles.</summary>
internal static class ChapterNames
{
    // Addresses beside those of chapters.
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal) { "all", "new", "figures", "reactions", "order" };

    /// <summary>A name that no chapter of a notebook has.</summary>
    public static ChapterId Of(string title, Notebook notebook)
    {
        var slug = string.Join('-', WatchTitle.Words(title.Length <= 400 ? title : title[..400]).Where(w => w.All(char.IsAsciiLetterOrDigit)));
        if (slug.Length > 50) slug = slug[..50].TrimEnd('-');
        if (slug.Length < 2) slug = "chapitre";
        var name = slug;
        for (var i = 2; Taken.Contains(name) || notebook.Find(new ChapterId(name)) is not null; i++) name = $"{slug}-{i}";
        return new ChapterId(name);
    }
}
