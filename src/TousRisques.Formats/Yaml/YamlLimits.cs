namespace TousRisques.Formats.Yaml;

/// <summary>How much a reader takes from outside. Generous for people, small for a machine.</summary>
internal static class YamlLimits
{
    /// <summary>Nesting of lists and mappings.</summary>
    public const int Depth = 64;

    /// <summary>Values in all files of one pack together. The shipped pack has about ten thousand.</summary>
    public const int Nodes = 200_000;
}
