using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TousRisques.Formats.Packs.Drafting;

/// <summary>Nodes of a pack's files, as a tree that can be changed and written again.</summary>
internal static class DraftYaml
{
    /// <summary>The mapping of a file that the reader has accepted, or null when it has none.</summary>
    public static YamlMappingNode? Load(string content)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(content));
        return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode as YamlMappingNode;
    }

    /// <summary>Writes a file.</summary>
    public static string Write(YamlMappingNode root)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(root)).Save(text, assignAnchors: false);
        var written = text.ToString().ReplaceLineEndings("\n");
        return written.EndsWith("...\n", StringComparison.Ordinal) ? written[..^4] : written;
    }

    /// <summary>A text, the same in every language.</summary>
    public static YamlScalarNode Text(string text) => new(text) { Style = ScalarStyle.DoubleQuoted };

    /// <summary>A text in each language of a pack.</summary>
    public static YamlMappingNode Text(Text text, Pack pack)
    {
        var map = new YamlMappingNode();
        foreach (var language in pack.Languages) map.Add(language.Code, Text(text.In(language)));
        return map;
    }

    /// <summary>A value of a mapping, or null.</summary>
    public static YamlNode? Of(YamlNode node, string key) => node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    /// <summary>A plain value of a mapping, or null.</summary>
    public static string? PlainOf(YamlNode node, string key) => (Of(node, key) as YamlScalarNode)?.Value;

    /// <summary>The parts of a list of a mapping; none when it is not there.</summary>
    public static IEnumerable<YamlNode> PartsOf(YamlNode node, string key) => Of(node, key) as YamlSequenceNode ?? [];
}
