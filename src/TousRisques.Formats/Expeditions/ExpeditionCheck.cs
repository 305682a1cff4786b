using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs;

namespace TousRisques.Formats.Expeditions;

/// <summary>The command <c>check</c> on the folder of an expedition.</summary>
public static class ExpeditionCheck
{
    /// <summary>Whether a folder is an expedition's.</summary>
    public static bool IsFor(string path) => File.Exists(Path.Combine(path, ExpeditionReader.File));

    /// <summary>Writes a line for each finding and a summary; answers the exit code.</summary>
    public static int Run(string path, Language language, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var reading = ExpeditionReader.Read(path);
        foreach (var finding in reading.Findings) output.WriteLine(FindingText.Line(finding, language));
        var french = language == Language.French;
        if (reading.Folder is { } f)
            output.WriteLine(french
                ? $"{f.Id} : partenaires : {f.Partners.Length}, phases : {f.Phases.Length}, rencontres : {f.Meetings.Length}, veille : {f.Watch.Length}, chapitres : {f.Chapters.Length}, ateliers : {f.Workshops.Length}, dispositifs : {f.Devices.Length}, grilles : {f.Grids.Length}, constats : {f.Statements.Length}, pistes : {f.Leads.Length}, recommandations : {f.Recommendations.Length}, boîtes : {f.Boxes.Length}."
                : $"{f.Id}: partners: {f.Partners.Length}, phases: {f.Phases.Length}, meetings: {f.Meetings.Length}, watch: {f.Watch.Length}, chapters: {f.Chapters.Length}, workshops: {f.Workshops.Length}, devices: {f.Devices.Length}, grids: {f.Grids.Length}, statements: {f.Statements.Length}, leads: {f.Leads.Length}, recommendations: {f.Recommendations.Length}, boxes: {f.Boxes.Length}.");
        var warnings = reading.Findings.Length - reading.Errors;
        output.WriteLine(french ? $"erreurs : {reading.Errors}, avertissements : {warnings}." : $"errors: {reading.Errors}, warnings: {warnings}.");
        return reading.Errors > 0 ? PackCheck.HasErrors : PackCheck.Fine;
    }
}
