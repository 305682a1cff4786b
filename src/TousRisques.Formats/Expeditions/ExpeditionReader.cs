using System.Collections.Immutable;
using TousRisques.Domain.Expeditions;
using TousRisques.Domain.Expeditions.Charters;
using TousRisques.Domain.Expeditions.Meetings;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Expeditions;

/// <summary>Reads the folder of an expedition. Says everything that is wrong at once, and never throws for what a file holds.</summary>
public static class ExpeditionReader
{
    /// <summary>The version of the format that is read.</summary>
    public const int Format = 1;

    /// <summary>The file that makes a folder an expedition's.</summary>
    public const string File = "expedition.yaml";

    /// <summary>Reads a folder. One that is missing or cannot be listed is a finding too.</summary>
    public static ExpeditionReading Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var findings = new FindingList();
        var files = PackFolder.Load(folder, findings, out _);
        var read = Read(folder, files.Files, findings);
        return new(findings.HasErrors ? null : read, findings.InOrder());
    }

    private static ExpeditionFolder? Read(string folder, ImmutableArray<PackFile> files, FindingList findings)
    {
        var nodesLeft = YamlLimits.Nodes;
        var desk = new ExpeditionDesk(findings);
        var root = ExpeditionSections.Gather(files, ref nodesLeft, findings);
        if (root is null && !findings.HasErrors) findings.Error(FindingCode.MissingSection, Spot.Whole(File), "expedition");
        using var document = desk.Open(root, ExpeditionShapes.Document);
        desk.Format(document.Required("format"));
        using var head = desk.Open(document.Required("expedition"), ExpeditionShapes.Expedition);
        var meetings = desk.Named(document.Optional("meetings"), n => Meeting(desk, n), m => m.Id);
        var watch = desk.Named(document.Optional("watch"), n => WatchReading.Item(desk, n), w => w.Id);
        var devices = desk.Named(document.Optional("devices"), n => DeviceReading.Device(desk, n), d => d.Id);
        var act = new ActReading(desk, meetings, watch, devices);
        return new()
        {
            Id = new ExpeditionId(desk.Name(head.Required("id"))),
            Outline = new(
                desk.Text(head.Required("name")), desk.Text(head.Required("question")), desk.Text(head.Optional("description")), desk.Language(head.Required("language")), Public: true,
                desk.Text(head.Optional("contact"))),
            Partners = desk.List(document.Optional("partners"), n => Partner(desk, n)),
            Phases = desk.List(document.Optional("phases"), n => Phase(desk, n)),
            Meetings = meetings,
            Watch = watch,
            Workshops = desk.Named(document.Optional("workshops"), n => WorkshopReading.Workshop(desk, n), w => w.Id),
            Devices = devices,
            Grids = desk.Named(document.Optional("grids"), n => GridReading.Grid(desk, n), g => g.Id),
            Statements = desk.Named(document.Optional("synthesis"), act.Statement, s => s.Id),
            Leads = desk.Named(document.Optional("leads"), act.Lead, l => l.Id),
            Recommendations = desk.Named(document.Optional("recommendations"), act.Recommendation, r => r.Id),
            Boxes = desk.Named(document.Optional("boxes"), new BoxReading(desk).Box, b => b.Id),
            Kit = new KitSheetReading(desk, act, devices).Kit(document.Optional("kit")),
            Chapters = NotebookReading.Chapters(folder, desk, ref nodesLeft),
        };
    }

    private static Partner Partner(ExpeditionDesk desk, YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Partner);
        return new(
            desk.Text(f.Required("name")), desk.Choice<PartnerKind>(f.Required("kind")), desk.Optional<StakeholderFamily>(f.Optional("family")), desk.Url(f.Optional("link")), desk.Text(f.Optional("role")));
    }

    private static Phase Phase(ExpeditionDesk desk, YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Phase);
        return new(
            desk.Text(f.Required("name")), desk.Date(f.Optional("from")), desk.Date(f.Optional("to"), last: true), desk.Text(f.Optional("purpose")), desk.List(f.Optional("deliverables"), n => Deliverable(desk, n)),
            desk.Text(f.Required("source")));
    }

    private static Deliverable Deliverable(ExpeditionDesk desk, YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Deliverable);
        return new(desk.Text(f.Required("name")), desk.Date(f.Optional("due"), last: true), desk.Truth(f.Optional("done")), desk.Url(f.Optional("link")));
    }

    private static MeetingEntry Meeting(ExpeditionDesk desk, YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Meeting);
        var told = f.Has("minutes") || f.Has("learned") || f.Has("links");
        var record = new MeetingRecord(desk.Text(f.Optional("minutes")), desk.List(f.Optional("learned"), n => Lesson(desk, n)), desk.List(f.Optional("links"), n => Link(desk, n)));
        return new(
            desk.Name(f.Required("id")), desk.Text(f.Required("title")), desk.Choice<MeetingKind>(f.Required("kind")), desk.Day(f.Required("day")) ?? DateOnly.MinValue, desk.Hour(f.Optional("from")), desk.Hour(f.Optional("to")),
            desk.Text(f.Optional("place")), desk.Url(f.Optional("online")), desk.List(f.Optional("with"), desk.Text), desk.List(f.Optional("themes"), n => desk.Choice<Theme>(n)), told ? record : null);
    }

    private static Lesson Lesson(ExpeditionDesk desk, YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Lesson);
        return new(desk.Text(f.Required("words")), desk.Optional<Theme>(f.Optional("theme")), desk.Optional<CrisisTime>(f.Optional("time")));
    }

    private static MeetingLink Link(ExpeditionDesk desk, YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Link);
        return new(desk.Text(f.Required("title")), desk.Url(f.Required("url")));
    }
}
