using System.Text;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs;

namespace TousRisques.Formats.Tests.Packs;

/// <summary>The door for fuzzers: any bytes, and what must hold of them.</summary>
internal static class PackFuzz
{
    /// <summary>Reads bytes as a file of a pack, alone and among good ones. Throws when a promise of the reader is broken.</summary>
    public static void One(byte[] bytes)
    {
        var findings = new FindingList();
        var content = PackFolder.Decode("fuzzed.yaml", bytes, findings);
        Say(findings.InOrder());
        if (content is null)
        {
            if (!findings.HasErrors) throw new InvalidOperationException("A file was refused without a word.");
            return;
        }
        One(new PackFiles([new("fuzzed.yaml", content)]));
        One(new PackFiles(Samples.Full.Files.SetItem(1, new("fuzzed.yaml", content))));
    }

    /// <summary>Reads a pack and checks what every reading promises.</summary>
    public static PackReading One(PackFiles files)
    {
        var reading = PackReader.Read(files);
        Say(reading.Findings);
        if (reading.Pack is null != reading.Errors > 0) throw new InvalidOperationException("A pack comes if and only if there is no error.");
        if (reading.Pack is not null && PackReader.Read(files).Pack is null) throw new InvalidOperationException("The same files were read differently.");
        var lines = files.Files.DistinctBy(f => f.Name).ToDictionary(f => f.Name, f => f.Content.ReplaceLineEndings("\n").Count(c => c == '\n') + 1);
        foreach (var finding in reading.Findings.Where(f => f.Line > 0))
        {
            if (finding.Line > lines[finding.File] || finding.Column < 1) throw new InvalidOperationException($"{finding} is not in its file.");
        }
        return reading;
    }

    private static void Say(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
            foreach (var language in new[] { Language.French, Language.English })
                if (FindingText.Line(finding, language) is var line && (line.Any(char.IsControl) || line.Length > 3000))
                    throw new InvalidOperationException($"Not a line for a terminal: {line}");
    }

    /// <summary>The whole full sample as one file, to be mutated.</summary>
    public static readonly byte[] Seed = Encoding.UTF8.GetBytes(string.Join('\n', Samples.Full.Files.Select(f => f.Content)).Replace("format: 1\n", "", StringComparison.Ordinal) + "\nformat: 1\n");
}
