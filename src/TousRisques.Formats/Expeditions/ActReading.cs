using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Evidences;
using TousRisques.Domain.Expeditions.Leads;
using TousRisques.Domain.Expeditions.Statements;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Expeditions;

/// <summary>A statement of the synthesis.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Sheet">What it says.</param>
public sealed record StatementEntry(string Id, StatementSheet Sheet);

/// <summary>A lead.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Sheet">What it says.</param>
/// <param name="Published">Which publication names it; empty for a lead of the expedition's own.</param>
/// <param name="Cousins">Leads that resemble it, named before it.</param>
public sealed record LeadEntry(string Id, LeadSheet Sheet, string Published, ImmutableArray<string> Cousins);

/// <summary>A recommendation.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">What is recommended.</param>
/// <param name="Words">More about it.</param>
/// <param name="For">To whom.</param>
/// <param name="Leads">Leads that it comes from.</param>
/// <param name="Evidence">What says that it is needed.</param>
/// <param name="Organisation">Who answers for it; or empty.</param>
/// <param name="InMonths">Its horizon, in months from the day on which the folder is taken in; 0 for none.</param>
/// <param name="Adopted">Whether it is adopted on that day.</param>
public sealed record RecommendationEntry(
    string Id, string Title, string Words, ImmutableArray<ActorKind> For, ImmutableArray<string> Leads, ImmutableArray<Evidence> Evidence, string Organisation, int InMonths, bool Adopted);

/// <summary>Reads what an expedition came to: statements, leads, recommendations, each with its evidence. What evidence points at stands in the same folder.</summary>
internal sealed class ActReading(ExpeditionDesk desk, ImmutableArray<MeetingEntry> meetings, ImmutableArray<WatchEntry> watch, ImmutableArray<DeviceEntry> devices)
{
    private readonly HashSet<string> leads = new(StringComparer.Ordinal);

    public StatementEntry Statement(YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Statement);
        return new(
            desk.Name(f.Required("id")),
            new(desk.Text(f.Required("words")), desk.Choice<Theme>(f.Required("theme")), desk.Choice<CrisisTime>(f.Required("time")), desk.List(f.Required("evidence"), Evidence)));
    }

    public LeadEntry Lead(YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Lead);
        var id = desk.Name(f.Required("id"));
        var cousins = desk.List(f.Optional("cousins"), n => Known(n, leads));
        leads.Add(id);
        return new(
            id,
            new(
                desk.Text(f.Required("title")), desk.Text(f.Optional("description")), desk.Choices<Theme>(f.Optional("themes")), desk.Choices<CrisisTime>(f.Optional("times")), desk.Choices<ActorKind>(f.Optional("actors")),
                desk.List(f.Optional("evidence"), Evidence)),
            desk.Text(f.Optional("published")), cousins);
    }

    public RecommendationEntry Recommendation(YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Recommendation);
        return new(
            desk.Name(f.Required("id")), desk.Text(f.Required("title")), desk.Text(f.Optional("words")), desk.Choices<ActorKind>(f.Required("for")), desk.List(f.Optional("leads"), n => Known(n, leads)),
            desk.List(f.Optional("evidence"), Evidence), desk.Text(f.Optional("organisation")), desk.Whole(f.Optional("inMonths"), 0, 240), desk.Truth(f.Optional("adopted")));
    }

    /// <summary>A piece of evidence.</summary>
    public Evidence Evidence(YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Evidence);
        if (f.Optional("watch") is { } item) return new WatchEvidence(new(Known(item, watch.Select(w => w.Id))));
        if (f.Optional("device") is { } device) return new DeviceEvidence(new(Known(device, devices.Select(d => d.Id))));
        if (f.Optional("meeting") is { } meeting)
        {
            var name = Known(meeting, meetings.Where(m => m.Record is { Learned.IsEmpty: false }).Select(m => m.Id));
            var learned = meetings.FirstOrDefault(m => m.Id == name)?.Record?.Learned ?? [];
            var which = desk.Whole(f.Required("learned"), 1, Math.Max(1, learned.Length));
            return new LessonEvidence(new(name), which <= learned.Length ? learned[which - 1].Words : "");
        }
        if (f.Optional("territory") is { } territory) return new StressEvidence(desk.Text(territory), "", desk.Text(f.Required("says")));
        return new SourceEvidence(desk.Text(f.Required("source")), desk.Url(f.Required("url")), desk.Text(f.Optional("says")));
    }

    /// <summary>The name of something that stands in the folder.</summary>
    public string Known(YamlNode? node, IEnumerable<string> names)
    {
        var name = desk.Name(node);
        var there = names.ToImmutableArray();
        if (name.Length > 0 && !there.Contains(name)) desk.Findings.Error(FindingCode.BadValue, node!.At, name, new Expected.OneOf(there));
        return name;
    }
}
