using System.Collections.Immutable;

namespace TousRisques.Domain.Expeditions.Futures;

/// <summary>A box of fewer than two drivers, or a driver of fewer than two states: nothing can turn out otherwise.</summary>
/// <param name="Driver">The driver; empty for the box.</param>
public sealed record NothingTurns(string Driver) : Refusal;

/// <summary>Two drivers of a box, or two states of a driver, have the same label.</summary>
/// <param name="Label">The label.</param>
public sealed record LabelTwice(string Label) : Refusal;

/// <summary>What a box must be.</summary>
internal static class BoxRules
{
    /// <summary>Gives the refusal, or null with the sheet cleaned.</summary>
    public static Refusal? Check(BoxSheet raw, out BoxSheet sheet)
    {
        sheet = raw;
        if (Clean.Line(raw.Title, "title", ExpeditionLimits.Title, out var title) is { } badTitle) return badTitle;
        if (Clean.Optional(raw.Question, "question", ExpeditionLimits.Paragraph, lines: true, out var question) is { } badQuestion) return badQuestion;
        if (Clean.Optional(raw.Territory, "territory", ExpeditionLimits.Id, lines: false, out var territory) is { } badTerritory) return badTerritory;
        if (raw.Drivers.Length > BoxLimits.Drivers) return new TooMany("driver", BoxLimits.Drivers);
        if (raw.Drivers.Length < 2) return new NothingTurns("");
        var drivers = ImmutableArray.CreateBuilder<Driver>(raw.Drivers.Length);
        foreach (var given in raw.Drivers)
        {
            if (Driver(given, out var driver) is { } bad) return bad;
            if (drivers.Any(d => d.Label == driver.Label)) return new LabelTwice(driver.Label);
            drivers.Add(driver);
        }
        sheet = new(title, question, territory, drivers.ToImmutable());
        return null;
    }

    private static Refusal? Driver(Driver raw, out Driver driver)
    {
        driver = raw;
        if (Clean.Line(raw.Label, "driver", ExpeditionLimits.Title, out var label) is { } badLabel) return badLabel;
        if (raw.States.Length > BoxLimits.States) return new TooMany("state", BoxLimits.States);
        if (raw.States.Length < 2) return new NothingTurns(label);
        var states = ImmutableArray.CreateBuilder<DriverState>(raw.States.Length);
        foreach (var given in raw.States)
        {
            if (Clean.Line(given.Label, "state", ExpeditionLimits.Title, out var state) is { } badState) return badState;
            if (states.Any(s => s.Label == state)) return new LabelTwice(state);
            if (given.Perils.Length > BoxLimits.Perils) return new TooMany("peril", BoxLimits.Perils);
            var perils = ImmutableArray.CreateBuilder<string>(given.Perils.Length);
            foreach (var rawPeril in given.Perils)
            {
                if (Clean.Line(rawPeril, "peril", ExpeditionLimits.Id, out var peril) is { } badPeril) return badPeril;
                if (!perils.Contains(peril)) perils.Add(peril);
            }
            states.Add(new(state, perils.ToImmutable()));
        }
        driver = new(label, states.ToImmutable());
        return null;
    }
}
