using TousRisques.Formats.Findings;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Packs.Reading;

/// <summary>The sections of a pack, gathered from its files.</summary>
internal sealed class PackSections
{
    private readonly Dictionary<string, (Spot At, YamlNode? Value)> sections = new(StringComparer.Ordinal);
    private readonly FindingList findings;

    /// <summary>Whether some file could not be read, so that a section that is not here may be there.</summary>
    public bool Broken { get; private set; }

    public PackSections(PackFiles files, bool broken, FindingList findings)
    {
        this.findings = findings;
        Broken = broken;
        var (nodesLeft, total) = (YamlLimits.Nodes, 0L);
        string? above = null;
        foreach (var file in files.Files)
        {
            var at = Spot.Whole(file.Name);
            if (file.Name == above) findings.Error(FindingCode.DuplicateFile, at, file.Name);
            above = file.Name;
            total += file.Content.Length;
            if (file.Content.Length > PackLimits.FileBytes || total > PackLimits.PackBytes)
            {
                Broken = true;
                if (file.Content.Length > PackLimits.FileBytes) findings.Error(FindingCode.FileTooLarge, at, $"{file.Content.Length}");
                else findings.Error(FindingCode.PackTooLarge, at, $"{PackLimits.PackBytes}");
                continue;
            }
            Add(YamlTree.Read(file.Name, file.Content, ref nodesLeft, findings, out var fileBroken));
            Broken |= fileBroken;
        }
    }

    private void Add(YamlNode? root)
    {
        if (root is null or YamlScalar { IsNothing: true }) return;
        if (root is not YamlMapping document)
        {
            Broken = true;
            findings.Error(FindingCode.WrongKind, root.At, root.Quote, new Expected.Mapping());
            return;
        }
        foreach (var (key, value) in document.Entries)
        {
            if (!Shape.Document.Keys.Contains(key.Value))
                findings.Warning(FindingCode.UnknownKey, key.At, key.Value, new Expected.OneOf(Shape.Document.Keys), Nearest.To(key.Value, Shape.Document.Keys));
            else if (value is YamlScalar { IsNothing: true })
            {
                findings.Error(FindingCode.EmptyValue, key.At, key.Value);
                sections.TryAdd(key.Value, (key.At, null));
            }
            else if (key.Value == "format")
            {
                CheckFormat(value); // every file may say it
                sections.TryAdd(key.Value, (key.At, value));
            }
            else if (sections.TryGetValue(key.Value, out var other))
                findings.Error(FindingCode.SectionTwice, key.At, key.Value, other: other.At);
            else sections.Add(key.Value, (key.At, value));
        }
    }

    private void CheckFormat(YamlNode value) => new Desk(findings).Whole(value, PackReader.Format, PackReader.Format);

    /// <summary>A section that may be absent.</summary>
    public YamlNode? Optional(string name) => sections.TryGetValue(name, out var section) ? section.Value : null;

    /// <summary>A section that must be there; null, with a finding, when it is not.</summary>
    public YamlNode? Required(string name)
    {
        if (!sections.ContainsKey(name) && !Broken) findings.Error(FindingCode.MissingSection, Spot.Whole(""), name);
        return Optional(name);
    }

    /// <summary>Whether nothing can be said of what a section declares.</summary>
    public bool IsUnread(string name, bool optional = false) =>
        (name is "territory" or "pack" or "stress" ? Optional(name) is not YamlMapping : Optional(name) is not YamlSequence)
        && !(optional && !Broken && !sections.ContainsKey(name));
}
