using System.Collections.Immutable;
using System.Globalization;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Packs.Reading;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Packs;

/// <summary>
/// Reads packs (docs/pack-format.md). Says everything that is wrong at once, and never throws for what a file holds.
/// </summary>
public static class PackReader
{
    /// <summary>The version of the format that is read.</summary>
    public const int Format = 1;

    /// <summary>Reads the pack of a folder. A folder that is missing or cannot be listed is a finding too.</summary>
    public static PackReading Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var findings = new FindingList();
        var files = PackFolder.Load(folder, findings, out var broken);
        if (files.Files.IsEmpty) return new(null, findings.InOrder(), files);
        return Read(files, broken, findings);
    }

    /// <summary>Reads a pack from the texts of its files, such as a journal keeps.</summary>
    public static PackReading Read(PackFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var findings = new FindingList();
        if (files.Files.IsEmpty) findings.Error(FindingCode.FolderEmpty, Spot.Whole(""));
        return Read(files, broken: false, findings);
    }

    private static PackReading Read(PackFiles files, bool broken, FindingList findings)
    {
        var pack = Read(new PackSections(files, broken, findings), new Desk(findings));
        return new(findings.HasErrors ? null : pack, findings.InOrder(), files);
    }

    private static Pack Read(PackSections sections, Desk desk)
    {
        sections.Required("format");
        MarkUnread(sections, desk.Registry);
        var (territories, scenarios, cards, stress) = (new TerritoryReader(desk), new ScenarioReader(desk), new CardReader(desk), new StressReader(desk));

        using var head = desk.Open(sections.Required("pack"), Shape.Pack);
        if (!head.Exist) desk.Languages = []; // nothing is known of them: no text is called incomplete
        else if (head.Optional("languages") is { } languages && Languages(desk, languages) is { } announced)
            desk.Languages = announced;
        var pack = new Pack
        {
            Id = desk.Identifier(head.Required("id")),
            Version = desk.Plain(head.Required("version")),
            Title = desk.Text(head.Required("title")),
            Licence = head.Optional("licence") is { } licence ? desk.Plain(licence) : "",
            Authors = desk.Values(head.Optional("authors"), desk.Plain),
            Languages = desk.Languages,
            Sources = desk.List(sections.Optional("sources"), territories.Source),
            Hazards = desk.List(sections.Optional("hazards"), territories.Hazard),
            Territory = territories.Territory(sections.Required("territory"), sections.Required("components"), sections.Required("functions")),
            Scenario = scenarios.Head(sections.Required("scenario")) with
            {
                Memory = scenarios.Memory(sections.Optional("memory")),
                Acts = new ActReader(desk).Acts(sections.Required("acts")),
                // Seats are given in this order, so that no needed character is left without a player.
                Characters = [.. desk.List(sections.Required("characters"), cards.Character, atLeastOne: true).OrderByDescending(c => c.Needed)],
                Stakes = desk.List(sections.Required("stakes"), cards.Stake, atLeastOne: true),
                Stakeholders = desk.List(sections.Optional("stakeholders"), cards.Stakeholder),
                Channels = desk.List(sections.Optional("channels"), cards.Channel),
                Actions = desk.List(sections.Required("actions"), cards.Action, atLeastOne: true),
            },
            Stress = stress.Test(sections.Optional("stress")),
        };
        desk.Registry.Check();
        CheckSelectors(pack, desk);
        CheckCancels(pack, cards, desk);
        stress.Check(pack);
        return pack;
    }

    /// <summary>The languages announced; none when they are too many, so that no text is called incomplete; null when none of them is one.</summary>
    private static ImmutableArray<Language>? Languages(Desk desk, YamlNode node)
    {
        var languages = ImmutableArray.CreateBuilder<Language>();
        foreach (var item in desk.Items(node, atLeastOne: true))
        {
            if (desk.Single(item, new Expected.LanguageCode()) is not { } code) continue;
            if (!Desk.LanguagePattern().IsMatch(code)) desk.Findings.Error(FindingCode.BadValue, item.At, code, new Expected.LanguageCode());
            else if (!languages.Contains(new(code))) languages.Add(new(code));
            if (languages.Count <= PackLimits.Languages) continue;
            desk.Findings.Error(FindingCode.TooManyLanguages, item.At, PackLimits.Languages.ToString(CultureInfo.InvariantCulture));
            return [];
        }
        return languages.Count == 0 ? null : languages.ToImmutable();
    }

    /// <summary>Names of things whose section could not be read are not called unknown: that would drown the real cause.</summary>
    private static void MarkUnread(PackSections sections, Registry registry)
    {
        if (sections.IsUnread("components") || (sections.Broken && sections.IsUnread("functions"))) registry.Unread(Thing.Component, Thing.Tag);
        if (sections.IsUnread("territory")) registry.Unread(Thing.Place, Thing.Zone);
        if (sections.IsUnread("sources", optional: true)) registry.Unread(Thing.Source);
        if (sections.IsUnread("hazards", optional: true)) registry.Unread(Thing.Hazard);
        if (sections.IsUnread("acts")) registry.Unread(Thing.Constraint, Thing.Event);
        if (sections.IsUnread("memory", optional: true)) registry.Unread(Thing.Event);
        if (sections.IsUnread("characters")) registry.Unread(Thing.Character);
        if (sections.IsUnread("stakes")) registry.Unread(Thing.Stake);
    }

    /// <summary>Parts that each exist can still have no component in common.</summary>
    private static void CheckSelectors(Pack pack, Desk desk)
    {
        Thing[] parts = [Thing.Component, Thing.Tag, Thing.Place, Thing.Zone];
        if (!parts.All(desk.Registry.WasRead)) return;
        var chooses = new Dictionary<Selector, bool>();
        foreach (var (selector, at) in desk.Selectors)
        {
            if (desk.Findings.IsFull) return;
            if ((selector.Place is not null || selector.Zone is not null) && desk.Registry.HasUnknown(Thing.Place)) continue;
            if ((selector.Component is { } c && !desk.Registry.Knows(Thing.Component, c.Value))
                || (selector.Tag is { } t && !desk.Registry.Knows(Thing.Tag, t))
                || (selector.Place is { } p && !desk.Registry.Knows(Thing.Place, p.Value))
                || (selector.Zone is { } z && !desk.Registry.Knows(Thing.Zone, z)))
                continue;
            if (!chooses.TryGetValue(selector, out var any)) chooses[selector] = any = selector.In(pack.Territory).Any();
            if (!any) desk.Findings.Error(FindingCode.SelectsNothing, at, Quote(selector));
        }
    }

    private static string Quote(Selector selector)
    {
        (string Key, string? Value)[] parts =
        [
            ("component", selector.Component?.Value), ("tag", selector.Tag), ("place", selector.Place?.Value), ("zone", selector.Zone),
            ("nature", selector.Nature is { } nature ? EnumWords<Nature>.Of(nature) : null),
        ];
        return string.Join(", ", parts.Where(p => p.Value is not null).Select(p => $"{p.Key}: {p.Value}"));
    }

    private static void CheckCancels(Pack pack, CardReader cards, Desk desk)
    {
        if (desk.Findings.HasErrors) return;
        var constraints = pack.Scenario.Acts.SelectMany(a => a.Constraints).ToDictionary(c => c.Id);
        foreach (var (effect, at) in cards.Cancels)
        {
            var struck = constraints[effect.Constraint].Strikes.SelectMany(s => s.On.In(pack.Territory)).Select(c => c.Id).ToHashSet();
            if (!effect.On.In(pack.Territory).Any(c => struck.Contains(c.Id)))
                desk.Findings.Warning(FindingCode.CancelsNothing, at, effect.Constraint.Value);
        }
    }
}
