using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;
using TousRisques.Formats.Findings;
using TousRisques.Formats.Yaml;

namespace TousRisques.Formats.Packs.Reading;

/// <summary>Reads what the stress bench puts the territory to.</summary>
internal sealed class StressReader(Desk desk)
{
    private readonly List<(Peril Peril, Spot At)> perils = [];
    private readonly List<(EventId Event, Spot At)> events = [];

    public StressTest Test(YamlNode? node)
    {
        using var fields = desk.Open(node, Shape.Stress);
        var unsaid = new StressTest();
        var begins = fields.Optional("yearBegins") is { } day ? desk.DayOfYear(day) : unsaid.YearBegins;
        return new()
        {
            YearBegins = begins ?? unsaid.YearBegins,
            Window = fields.Optional("window") is { } window ? desk.Duration(window, TimeSpan.FromHours(1)) : unsaid.Window,
            Perils = desk.List(fields.Optional("perils"), n => Peril(n, begins)),
        };
    }

    private Peril Peril(YamlNode node, DayOfYear? begins)
    {
        using var fields = desk.Open(node, Shape.Peril);
        var written = fields.Optional("season");
        var season = desk.Season(written);
        if (season is { } s && begins is { } first && s.Until.DaysAfter(first) < s.From.DaysAfter(first))
            desk.Findings.Error(FindingCode.SeasonAcrossYear, written!.At, written.Quote);
        var peril = new Peril
        {
            Id = new(desk.Declare(fields.Required("id"), Thing.Peril)),
            Name = desk.Text(fields.Required("name")),
            Story = desk.Text(fields.Optional("story")),
            PerYear = desk.Figure(fields.Required("perYear"), 0, n => desk.Number(n, 0, 1)),
            Season = season,
            Hazards = desk.Hazards(fields.Optional("hazards")),
            Sources = desk.Sources(fields.Optional("sources")),
            Parts = [.. desk.List(fields.Optional("events"), Event), .. desk.List(fields.Optional("constraints"), Constraint)],
            Strikes = desk.Strikes(fields.Optional("strikes")),
        };
        if (fields.Exist) perils.Add((peril, fields.At));
        return peril;
    }

    private PerilPart Event(YamlNode node)
    {
        if (node is YamlScalar) return new(Named(node), null);
        using var fields = desk.Open(node, Shape.PerilEvent);
        return new(Named(fields.Required("event")), null, Probability(fields));
    }

    private PerilPart Constraint(YamlNode node)
    {
        if (node is YamlScalar) return new(null, new(desk.Name(node, Thing.Constraint)));
        using var fields = desk.Open(node, Shape.PerilConstraint);
        return new(null, new(desk.Name(fields.Required("constraint"), Thing.Constraint)), Probability(fields));
    }

    private EventId Named(YamlNode? node)
    {
        var id = new EventId(desk.Name(node, Thing.Event));
        if (node is not null) events.Add((id, node.At));
        return id;
    }

    private double Probability(Fields fields) => fields.Optional("probability") is { } probability ? desk.Number(probability, 0, 1) : 1;

    /// <summary>What can be said only once the whole pack is read.</summary>
    public void Check(Pack pack)
    {
        var sound = !desk.Findings.HasErrors;
        var told = pack.Scenario.Acts.SelectMany(a => a.Events).Select(e => e.Id).ToHashSet();
        var memory = pack.Scenario.Memory.Select(e => e.Id).Where(id => !told.Contains(id)).ToHashSet();
        foreach (var (id, at) in events)
            if (memory.Contains(id)) desk.Findings.Error(FindingCode.PerilFromMemory, at, id.Value);

        if (!sound) return; // a strike that could not be read is a strike all the same
        var strikingEvents = pack.Scenario.Acts.SelectMany(a => a.Events).Where(e => !e.Strikes.IsEmpty).Select(e => e.Id).ToHashSet();
        var strikingConstraints = pack.Scenario.Acts.SelectMany(a => a.Constraints).Where(c => !c.Strikes.IsEmpty).Select(c => c.Id).ToHashSet();
        foreach (var (peril, at) in perils)
        {
            var strikes = !peril.Strikes.IsEmpty || peril.Parts.Any(p =>
                (p.Event is { } e && (strikingEvents.Contains(e) || memory.Contains(e))) || (p.Constraint is { } c && strikingConstraints.Contains(c)));
            if (!strikes) desk.Findings.Error(FindingCode.PerilStrikesNothing, at, peril.Id.Value);
        }
    }
}
