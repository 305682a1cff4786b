using TousRisques.Domain.Scenarios;
using TousRisques.Formats.Packs;
using TousRisques.Testing;

namespace TousRisques.Web.Tests.Stress;

/// <summary>
/// A territory for the bench that one knows by heart. To alert takes the masts, which need power, or the radio: a storm takes the power, a jammer the
/// radio, and only both together take the function. To care takes power and teams. One name is written by somebody who means harm.
/// </summary>
internal static class BenchPack
{
    public const string Hostile = "=HYPERLINK(\"http://x\");<script>alert(1)</script>";

    private const string Perils = """
        stress:
          window: 20 d
          perils:
            - { id: storm, name: { fr: Tempête, en: Storm }, perYear: { value: 0.4, source: inquiry }, strikes: [ { on: power, for: 24 h } ] }
            - { id: jammer, name: { fr: Brouilleur, en: Jammer }, perYear: 0.3, strikes: [ { on: radio, for: 48 h } ] }
            - { id: walkout, name: { fr: Grève, en: Walkout }, perYear: 0.2, strikes: [ { on: staff, for: 2 d..4 d } ] }

        """;

    /// <summary>The pack.</summary>
    public static Pack Pack { get; } = PackReader.Read(new PackFiles(Files(Perils).Select(f => new PackFile(f.Name, f.Content)))).Pack ?? throw new InvalidOperationException("The pack has errors.");

    /// <summary>A folder of packs: <c>small</c>, and <c>silent</c>, which names no perils.</summary>
    public static void WriteTo(string folder)
    {
        foreach (var (name, perils) in new[] { ("small", Perils), ("silent", "") })
        {
            var pack = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
            foreach (var (file, content) in Files(perils)) File.WriteAllText(Path.Combine(pack, file), content);
        }
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "broken")).FullName, "pack.yaml"), "format: 1\npack: nothing\n");
    }

    private static IEnumerable<(string Name, string Content)> Files(string perils)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(ShownFile.Repository, "tests", "Formats.Tests", "Samples", "full"), "*.yaml"))
        {
            var content = File.ReadAllText(file);
            if (content.IndexOf("stress:", StringComparison.Ordinal) is var at and >= 0) content = content[..at] + perils;
            content = content.Replace("    autonomy: 3 d\n    restart: 0\n", "    autonomy: 1 h\n    restart: 0\n", StringComparison.Ordinal);
            if (file.EndsWith("territory.yaml", StringComparison.Ordinal)) content += $"  - {{ id: care, name: '{Hostile}', weight: 3, needs: {{ all: [ power, staff ] }} }}\n"; // functions stand last
            yield return (Path.GetFileName(file), content);
        }
    }
}
