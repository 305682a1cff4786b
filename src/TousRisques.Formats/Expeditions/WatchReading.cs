using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Watching;
using TousRisques.Domain.Words;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Expeditions;

/// <summary>Reads items of the watch.</summary>
internal static class WatchReading
{
    public static WatchEntry Item(ExpeditionDesk desk, YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Watch);
        var tags = new WatchTags(
            desk.Choices<Theme>(f.Optional("themes")), desk.Choices<CrisisTime>(f.Optional("times")), desk.Choices<HazardTag>(f.Optional("hazards")), desk.Optional<Scale>(f.Optional("scale")));
        return new(desk.Name(f.Required("id")), new(
            desk.Text(f.Required("title")), desk.Url(f.Optional("link")), desk.Text(f.Optional("summary")), tags, desk.Text(f.Optional("place")), desk.Text(f.Optional("source")),
            f.Optional("language") is { } language ? desk.Language(language) : null, desk.Date(f.Optional("published"))));
    }
}
