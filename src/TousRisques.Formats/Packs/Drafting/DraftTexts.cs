using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using YamlDotNet.RepresentationModel;

namespace TousRisques.Formats.Packs.Drafting;

/// <summary>Texts of a pack, as nodes.</summary>
internal static class DraftTexts
{
    /// <summary>A text in each language of the pack.</summary>
    public static YamlNode Of(Text text, Pack pack)
    {
        var map = new YamlMappingNode();
        foreach (var language in pack.Languages) map.Add(language.Code, DraftYaml.Text(text.In(language)));
        return map;
    }
}
