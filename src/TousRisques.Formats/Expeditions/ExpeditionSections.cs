using System.Collections.Immutable;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Expeditions;

/// <summary>The sections of an expedition, gathered from the YAML files of its folder.</summary>
internal static class ExpeditionSections
{
    /// <summary>One mapping of all sections; null when there is none.</summary>
    public static YamlMapping? Gather(ImmutableArray<PackFile> files, ref int nodesLeft, FindingList findings)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var seen = new Dictionary<string, Spot>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var root = YamlTree.Read(file.Name, file.Content, ref nodesLeft, findings, out _);
            if (root is null or YamlScalar { IsNothing: true }) continue;
            if (root is not YamlMapping mapping)
            {
                findings.Error(FindingCode.WrongKind, root.At, root.Quote, new Expected.Mapping());
                continue;
            }
            foreach (var entry in mapping.Entries)
            {
                if (seen.TryAdd(entry.Key.Value, entry.Key.At)) entries.Add(entry);
                else findings.Error(FindingCode.SectionTwice, entry.Key.At, entry.Key.Value, other: seen[entry.Key.Value]);
            }
        }
        return entries.Count == 0 ? null : new YamlMapping(entries[0].Key.At, entries.ToImmutable());
    }
}
