using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Domain.Expeditions.Inquiries;
using TousRisques.Domain.Words;
using TousRisques.Formats.Sheets;

namespace TousRisques.Formats.XlsForms;

/// <summary>A grid made of a form.</summary>
/// <param name="Grid">The grid, ready to be drafted.</param>
/// <param name="Findings">What the grid keeps without using it, and what it cannot hold.</param>
public sealed record GridReading(GridForm Grid, ImmutableArray<SheetFinding> Findings);

/// <summary>
/// Inquiry grids as XLSForm and back. A grid of ours comes back as it went. A form of others keeps all that a grid honours, and beside it the cells that it does not
/// (<see cref="KeptColumn"/>): they leave again as they came; what is lost all the same is told (docs/xlsform.md, Grids).
/// </summary>
public static class GridForms
{
    /// <summary>What identifiers of our own forms begin with.</summary>
    internal const string OwnId = "grille-";
    /// <summary>Settings of a grid that tell in which language's columns its texts stood, when that is not the expedition's.</summary>
    internal const string TextsMarker = "language";
    /// <summary>What a section's or question's kept type is written under.</summary>
    internal const string TypeMarker = "type";
    /// <summary>The column that tells what a note of ours stands for: attributes of the instance are open to everybody [XLSFORM, reference table].</summary>
    internal const string Role = "instance::role";
    /// <summary>The column of a section's theme.</summary>
    internal const string ThemeColumn = "instance::theme";
    /// <summary>The column of the families of stakeholders that a section is for.</summary>
    internal const string FamiliesColumn = "instance::families";

    /// <summary>A grid as a form.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="id">The grid's own name, of which the form's identifier is made when it did not come with one.</param>
    /// <param name="version">Its version, up to ten figures that only grow: see <see cref="Version"/>.</param>
    /// <param name="language">The language of its texts.</param>
    public static XlsForm Write(GridForm grid, GridId id, string version, Language language)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return new GridFormWriter(grid, language).Write(OwnId + id, version);
    }

    /// <summary>A form as a grid.</summary>
    /// <param name="form">The form; its own findings are told by its reader.</param>
    /// <param name="language">The language of the expedition: its texts are taken when there are some.</param>
    /// <param name="title">What to call the grid when the form has no title.</param>
    public static GridReading Read(XlsForm form, Language language, string title)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new GridFormReader(form, language).Read(title);
    }

    /// <summary>The version of a form as the specification advises: the day, then the grid's version.</summary>
    public static string Version(DateTimeOffset day, int version) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}{version % 100:00}");

    /// <summary>A language as forms name it, such as <c>Français (fr)</c>.</summary>
    public static string Name(Language language)
    {
        if (language == Language.French) return "Français (fr)";
        if (language == Language.English) return "English (en)";
        return $"{language.Code} ({language.Code})";
    }
}
