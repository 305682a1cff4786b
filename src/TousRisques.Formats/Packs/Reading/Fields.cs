using System.Diagnostics;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Packs.Reading;

/// <summary>
/// A mapping being read. Disposing of it reports the keys that nobody asked for. Of a mapping that is not there (already
/// reported by whoever looked for it) every key is absent and nothing is reported.
/// </summary>
internal readonly struct Fields : IDisposable
{
    private readonly YamlMapping? mapping;
    private readonly Shape shape;
    private readonly FindingList findings;
    private readonly HashSet<string> asked;

    public Fields(YamlMapping? mapping, Shape shape, FindingList findings) =>
        (this.mapping, this.shape, this.findings, asked) = (mapping, shape, findings, new(StringComparer.Ordinal));

    /// <summary>Whether there is a mapping at all.</summary>
    public bool Exist => mapping is not null;

    /// <summary>Where the mapping begins.</summary>
    public Spot At => mapping?.At ?? default;

    /// <summary>The value of a key that may be absent; null when it is, or when nothing stands there.</summary>
    public YamlNode? Optional(string key) => Find(key, out _);

    /// <summary>The value of a key that must be there; null, with a finding, when it is not.</summary>
    public YamlNode? Required(string key)
    {
        var value = Find(key, out var absent);
        if (absent && Exist) findings.Error(FindingCode.MissingKey, At, key);
        return value;
    }

    /// <summary>Whether the key is written, with or without a value.</summary>
    public bool Has(string key) => mapping?.Entries.Any(e => e.Key.Value == key) == true;

    /// <summary>Where the key is written; where the mapping begins when it is not.</summary>
    public Spot SpotOf(string key)
    {
        if (mapping is not null)
            foreach (var entry in mapping.Entries)
                if (entry.Key.Value == key) return entry.Key.At;
        return At;
    }

    private YamlNode? Find(string key, out bool absent)
    {
        Debug.Assert(shape.Keys.Contains(key), $"'{key}' is not in the shape of '{shape.Name}'.");
        asked.Add(key);
        absent = true;
        if (mapping is null) return null;
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key.Value != key) continue;
            absent = false;
            if (entry.Value is not YamlScalar { IsNothing: true }) return entry.Value;
            findings.Error(FindingCode.EmptyValue, entry.Key.At, key);
            return null;
        }
        return null;
    }

    public void Dispose()
    {
        if (mapping is null) return;
        Debug.Assert(shape.Keys.All(asked.Contains), $"The reader of '{shape.Name}' ignores a key of its shape.");
        foreach (var (key, _) in mapping.Entries)
            if (!shape.Keys.Contains(key.Value))
                findings.Warning(FindingCode.UnknownKey, key.At, key.Value, new Expected.OneOf(shape.Keys),
                    findings.IsFull ? null : Nearest.To(key.Value, shape.Keys));
    }
}
