using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Domain.Expeditions.Notebooks;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Expeditions;

/// <summary>
/// Reads the chapters of a notebook: files <c>notebook/*.md</c> in the order of their names, each with a head in YAML between two lines of three hyphens, then its text in Markdown. A number and a hyphen at the
/// beginning of a file's name put it in order and are no part of the chapter's.
/// </summary>
internal static class NotebookReading
{
    private const string Folder = "notebook";

    public static ImmutableArray<ChapterEntry> Chapters(string folder, ExpeditionDesk desk, ref int nodesLeft)
    {
        var chapters = ImmutableArray.CreateBuilder<ChapterEntry>();
        try
        {
            var notebook = new DirectoryInfo(Path.Combine(folder, Folder));
            if (!notebook.Exists) return [];
            foreach (var file in notebook.EnumerateFiles("*.md").OrderBy(f => f.Name, StringComparer.Ordinal).Take(NotebookLimits.Chapters + 1))
                if (Chapter(file, desk, ref nodesLeft) is { } chapter) chapters.Add(chapter);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            desk.Findings.Error(FindingCode.FolderUnreadable, Spot.Whole(Folder), Folder, detail: e.Message);
        }
        return chapters.ToImmutable();
    }

    private static ChapterEntry? Chapter(FileInfo file, ExpeditionDesk desk, ref int nodesLeft)
    {
        var name = $"{Folder}/{file.Name}";
        if (file.LinkTarget is not null || file.Length > PackLimits.FileBytes)
        {
            if (file.LinkTarget is { } target) desk.Findings.Error(FindingCode.LinkOutside, Spot.Whole(name), target);
            else desk.Findings.Error(FindingCode.FileTooLarge, Spot.Whole(name), file.Length.ToString(CultureInfo.InvariantCulture));
            return null;
        }
        if (PackFolder.Decode(name, File.ReadAllBytes(file.FullName), desk.Findings)?.ReplaceLineEndings("\n") is not { } text) return null;
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        if (!text.StartsWith("---\n", StringComparison.Ordinal) || end < 0)
        {
            desk.Findings.Error(FindingCode.MissingSection, Spot.Whole(name), "---");
            return null;
        }
        // The first line is left empty instead of its hyphens, so that findings count lines as an editor does.
        using var head = desk.Open(YamlTree.Read(name, text[3..(end + 1)], ref nodesLeft, desk.Findings, out _), ExpeditionShapes.Chapter);
        return new(
            Path.GetFileNameWithoutExtension(file.Name).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimStart('-'),
            new(desk.Text(head.Required("title")), desk.Text(head.Optional("summary")), text[(end + 5)..].Trim(), desk.List(head.Optional("references"), n => Reference(desk, n))));
    }

    private static Reference Reference(ExpeditionDesk desk, YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Reference);
        return new(desk.Text(f.Required("label")), desk.Url(f.Optional("link")), desk.Text(f.Optional("note")));
    }
}
