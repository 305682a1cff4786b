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
        var warnings = reading.Findings.Length - reading.Errors;
        var counts = french ? $"erreurs : {reading.Errors}, avertissements : {warnings}." : $"errors: {reading.Errors}, warnings: {warnings}.";
        output.WriteLine(reading.Folder is not { } folder ? counts
            : french ? $"{folder.Id} : partenaires : {folder.Partners.Length}, phases : {folder.Phases.Length}, rencontres : {folder.Meetings.Length}, {counts}"
            : $"{folder.Id}: partners: {folder.Partners.Length}, phases: {folder.Phases.Length}, meetings: {folder.Meetings.Length}, {counts}");
        return reading.Errors > 0 ? PackCheck.HasErrors : PackCheck.Fine;
    }
}
