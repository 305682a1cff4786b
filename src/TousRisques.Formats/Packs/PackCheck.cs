using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.Packs;

/// <summary>The command <c>check</c>: reads a pack and says all that is wrong with it.</summary>
public static class PackCheck
{
    /// <summary>No error.</summary>
    public const int Fine = 0;
    /// <summary>The pack has errors.</summary>
    public const int HasErrors = 1;
    /// <summary>There is no folder there that can be read.</summary>
    public const int CannotRead = 2;

    /// <summary>Writes a line for each finding and a summary; answers the exit code.</summary>
    public static int Run(string path, Language language, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var reading = PackReader.Read(path);
        foreach (var finding in reading.Findings) output.WriteLine(FindingText.Line(finding, language));
        if (reading.Findings.Any(f => f.Code is FindingCode.FolderMissing or FindingCode.FolderUnreadable)) return CannotRead;
        output.WriteLine(Summary(reading, language == Language.French));
        return reading.Errors > 0 ? HasErrors : Fine;
    }

    private static string Summary(PackReading reading, bool french)
    {
        var (files, errors, warnings) = (reading.Files.Files.Length, reading.Errors, reading.Warnings);
        var counts = french
            ? $"{Count(files, french, "fichier", "fichiers")}, {Count(errors, french, "erreur", "erreurs")}, {Count(warnings, french, "avertissement", "avertissements")}."
            : $"{Count(files, french, "file", "files")}, {Count(errors, french, "error", "errors")}, {Count(warnings, french, "warning", "warnings")}.";
        if (reading.Pack is not { } pack) return counts;
        var functions = pack.Territory.Components.Count(c => c.Nature == Domain.Territories.Nature.Function);
        var components = pack.Territory.Components.Length - functions;
        var (acts, characters, actions) = (pack.Scenario.Acts.Length, pack.Scenario.Characters.Length, pack.Scenario.Actions.Length);
        return french
            ? $"{pack.Id} {pack.Version} : {Count(components, french, "composant", "composants")}, {Count(functions, french, "fonction", "fonctions")}, {Count(acts, french, "acte", "actes")}, {Count(characters, french, "personnage", "personnages")}, {Count(actions, french, "action", "actions")}. {counts}"
            : $"{pack.Id} {pack.Version}: {Count(components, french, "component", "components")}, {Count(functions, french, "function", "functions")}, {Count(acts, french, "act", "acts")}, {Count(characters, french, "character", "characters")}, {Count(actions, french, "action", "actions")}. {counts}";
    }

    private static string Count(int count, bool french, string one, string many) => $"{count} {(count == 1 || (count == 0 && french) ? one : many)}";
}
