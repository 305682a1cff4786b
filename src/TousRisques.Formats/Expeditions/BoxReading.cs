using System.Collections.Immutable;
using TousRisques.Domain.Expeditions.Futures;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Expeditions;

/// <summary>A morphological box.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Sheet">What it says.</param>
/// <param name="Judges">What people judged of it.</param>
/// <param name="Futures">Scenarios made from it.</param>
public sealed record BoxEntry(string Id, BoxSheet Sheet, ImmutableArray<JudgeEntry> Judges, ImmutableArray<FutureEntry> Futures);

/// <summary>Somebody who judged a box.</summary>
/// <param name="Name">What they are called: a function or an organisation, never a person.</param>
/// <param name="Blocks">What they judged, a driver upon another at a time.</param>
public sealed record JudgeEntry(string Name, ImmutableArray<BlockEntry> Blocks);

/// <summary>How one driver bears on another.</summary>
/// <param name="Source">The driver that acts, by its label.</param>
/// <param name="Target">The driver acted upon.</param>
/// <param name="Impacts">State by state.</param>
public sealed record BlockEntry(string Source, string Target, ImmutableArray<Impact> Impacts);

/// <summary>A scenario made from a box.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="Narrative">Its story, in Markdown.</param>
/// <param name="States">The state of each driver.</param>
public sealed record FutureEntry(string Id, string Title, string Narrative, ImmutableArray<ChosenState> States);

/// <summary>Reads the boxes of a folder. Drivers have short names there, so that judgements are tables that a person can check: a line for each state that acts, a column for each acted upon.</summary>
internal sealed class BoxReading(ExpeditionDesk desk)
{
    public BoxEntry Box(YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.Box);
        var drivers = desk.Named(f.Required("drivers"), Driver, d => d.Id);
        return new(
            desk.Name(f.Required("id")),
            new(desk.Text(f.Required("title")), desk.Text(f.Optional("question")), desk.Text(f.Optional("territory")), [.. drivers.Select(d => d.Driver)]),
            desk.Named(f.Optional("judges"), n => Judge(n, drivers), j => j.Name),
            desk.Named(f.Optional("futures"), n => Future(n, drivers), u => u.Id));
    }

    private (string Id, Driver Driver) Driver(YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.BoxDriver);
        return (desk.Name(f.Required("id")), new(desk.Text(f.Required("label")), desk.List(f.Required("states"), State)));
    }

    private DriverState State(YamlNode node)
    {
        using var f = desk.Open(node, ExpeditionShapes.BoxState);
        return new(desk.Text(f.Required("label")), desk.List(f.Optional("perils"), desk.Name));
    }

    private JudgeEntry Judge(YamlNode node, ImmutableArray<(string Id, Driver Driver)> drivers)
    {
        using var f = desk.Open(node, ExpeditionShapes.BoxJudge);
        return new(desk.Text(f.Required("name")), desk.List(f.Required("impacts"), n => Block(n, drivers)));
    }

    private BlockEntry Block(YamlNode node, ImmutableArray<(string Id, Driver Driver)> drivers)
    {
        using var f = desk.Open(node, ExpeditionShapes.BoxBlock);
        var source = Known(f.Required("of"), drivers);
        var target = Known(f.Required("on"), [.. drivers.Where(d => d.Driver != source)]);
        var points = f.Required("points");
        if (source is null || target is null) return new("", "", []);
        var rows = Exactly(points, source.States.Length, r => Exactly(r, target.States.Length, n => desk.Whole(n, -BoxLimits.Strongest, BoxLimits.Strongest)));
        return new(source.Label, target.Label, [.. rows.SelectMany((row, s) => row.Select((p, t) => new Impact(source.States[s].Label, target.States[t].Label, p)))]);
    }

    private FutureEntry Future(YamlNode node, ImmutableArray<(string Id, Driver Driver)> drivers)
    {
        using var f = desk.Open(node, ExpeditionShapes.BoxFuture);
        var states = Exactly(f.Required("states"), drivers.Length, n => (At: n, Label: desk.Text(n)));
        foreach (var ((_, driver), (at, label)) in drivers.Zip(states))
            if (driver.States.All(s => s.Label != label)) desk.Findings.Error(FindingCode.BadValue, at.At, label, new Expected.OneOf([.. driver.States.Select(s => s.Label)]));
        return new(
            desk.Name(f.Required("id")), desk.Text(f.Required("title")), desk.Text(f.Optional("story")), [.. drivers.Zip(states, (d, s) => new ChosenState(d.Driver.Label, s.Label))]);
    }

    private Driver? Known(YamlNode? node, ImmutableArray<(string Id, Driver Driver)> drivers)
    {
        var name = desk.Name(node);
        if (drivers.FirstOrDefault(d => d.Id == name).Driver is { } driver) return driver;
        if (name.Length > 0) desk.Findings.Error(FindingCode.BadValue, node!.At, name, new Expected.OneOf([.. drivers.Select(d => d.Id)]));
        return null;
    }

    /// <summary>A list of as many values as there must be; empty, with a finding, when there are others.</summary>
    private ImmutableArray<T> Exactly<T>(YamlNode? node, int count, Func<YamlNode, T> read)
    {
        var values = desk.List(node, read);
        if (values.Length == count || node is not YamlSequence) return values.Length == count ? values : [];
        desk.Findings.Error(FindingCode.BadValue, node.At, node.Quote, new Expected.Values(count));
        return [];
    }
}
