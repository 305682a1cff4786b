using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Kits;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Expeditions;

/// <summary>Reads the kit of a folder: its sheets, with evidence as statements have it.</summary>
internal sealed class KitSheetReading(ExpeditionDesk desk, ActReading act, ImmutableArray<DeviceEntry> devices)
{
    private static readonly ImmutableArray<string> Contents = ["text", "actions", "device", "contacts", "fallback", "data"];

    public KitEntry? Kit(YamlNode? node)
    {
        if (node is null) return null;
        using var f = desk.Open(node, ExpeditionShapes.Kit);
        return new(
            new(desk.Text(f.Required("title")), desk.Text(f.Optional("territory")), desk.Text(f.Optional("for")), desk.Text(f.Optional("words")), desk.Text(f.Optional("licence"))), desk.Text(f.Optional("note")),
            desk.Named(f.Required("sheets"), Sheet, s => s.Id));
    }

    private KitSheetEntry Sheet(YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.KitSheet);
        var given = Contents.Where(f.Has).ToList();
        if (given.Count != 1 && f.Exist)
            desk.Findings.Error(given.Count > 1 ? FindingCode.OneKeyOnly : FindingCode.MissingKey, f.SpotOf(given.Count > 1 ? given[1] : "text"), given.Count > 1 ? given[1] : "text");
        var content = Content(f);
        var (evidence, estimate) = (desk.List(f.Optional("evidence"), act.Evidence), desk.Truth(f.Optional("estimate")));
        // Nothing in a kit without a source or the mark; a device is its own source.
        if (f.Exist && evidence.IsEmpty && !estimate && content is not DeviceContent) desk.Findings.Error(FindingCode.MissingKey, f.SpotOf("evidence"), "evidence");
        return new(desk.Name(f.Required("id")), new(desk.Text(f.Required("title")), desk.Choice<CrisisTime>(f.Required("time")), desk.Text(f.Optional("brief")), content, evidence, estimate));
    }

    // Every key is asked for, so that none counts as unknown; the last that is there is the content.
    private KitContent Content(Packs.Reading.Fields f)
    {
        KitContent content = new TextContent(desk.Text(f.Optional("text")));
        if (f.Optional("actions") is { } actions) content = new ActionsContent(desk.List(actions, Action));
        if (f.Optional("device") is { } device) content = Device(device);
        if (f.Optional("contacts") is { } contacts) content = new ContactsContent(desk.List(contacts, Contact));
        if (f.Optional("fallback") is { } fallback) content = Fallback(fallback);
        if (f.Optional("data") is { } data) content = Data(data);
        return content;
    }

    private KitAction Action(YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.KitAction);
        return new(desk.Text(f.Required("do")), desk.Text(f.Optional("by")), f.Optional("recommendation") is { } from ? new(desk.Name(from)) : null, desk.Text(f.Optional("card")));
    }

    private DeviceContent Device(YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.KitDevice);
        return new(new(act.Known(f.Required("id"), devices.Select(d => d.Id))), desk.Text(f.Optional("words")));
    }

    private KitContact Contact(YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.KitContact);
        return new(desk.Text(f.Required("role")), desk.Text(f.Optional("organisation")), desk.Text(f.Required("reach")));
    }

    private FallbackContent Fallback(YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.KitFallback);
        return new(desk.Text(f.Required("missing")), desk.List(f.Required("steps"), desk.Text));
    }

    private DataContent Data(YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.KitData);
        return new(
            desk.Text(f.Required("what")), desk.Text(f.Optional("producer")), desk.Text(f.Optional("format")), desk.Text(f.Optional("source")), desk.Text(f.Optional("licence")), desk.Text(f.Optional("sharing")),
            desk.Text(f.Optional("answers")), desk.Text(f.Required("offline")));
    }
}
