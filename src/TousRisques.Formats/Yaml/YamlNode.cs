using System.Collections.Immutable;
using TousRisques.Formats.Findings;

namespace TousRisques.Formats.Yaml;

/// <summary>A value of a YAML document, with the place where it begins.</summary>
internal abstract record YamlNode(Spot At)
{
    /// <summary>What an author wrote, for a finding; mappings and lists are too long to quote.</summary>
    public string? Quote => (this as YamlScalar)?.Value;
}

/// <summary>A single value. <paramref name="Plain"/> means written without quotes or block.</summary>
internal sealed record YamlScalar(Spot At, string Value, bool Plain) : YamlNode(At)
{
    /// <summary>Whether nothing stands there: <c>key:</c>, <c>~</c> or <c>null</c>.</summary>
    public bool IsNothing => Plain && Value is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A list.</summary>
internal sealed record YamlSequence(Spot At, ImmutableArray<YamlNode> Items) : YamlNode(At);

/// <summary>A mapping; its keys are plain text, each once.</summary>
internal sealed record YamlMapping(Spot At, ImmutableArray<YamlEntry> Entries) : YamlNode(At);

/// <summary>A key of a mapping and its value.</summary>
internal readonly record struct YamlEntry(YamlScalar Key, YamlNode Value);
