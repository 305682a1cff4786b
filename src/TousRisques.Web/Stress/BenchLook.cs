using System.Text.RegularExpressions;
using TousRisques.Analysis.Stress;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Web.Look;

namespace TousRisques.Web.Stress;

/// <summary>How figures of the bench are shown at a glance.</summary>
internal static partial class BenchLook
{
    private static readonly int[] Steps = [0, 6, 24, 72, 168];

    /// <summary>Shade of a cell, 0 for nothing lost to 5: under 6 hours, a day, three days, a week, more.</summary>
    public static int Shade(TimeSpan lost) => Steps.Count(s => lost.TotalHours > s || (s > 0 && lost.TotalHours == s));

    /// <summary>Hours in as few letters as can be: "0", "&lt; 1 h", "36 h", "12 j".</summary>
    public static string Short(this Words words, TimeSpan lost)
    {
        var hours = lost.TotalHours;
        return hours <= 0 ? words["stress-page.none"] : hours < 1 ? words["stress-page.under-hour"]
            : hours < 47.5 ? words["stress-page.cell-hours", Math.Round(hours)] : words["stress-page.cell-days", Math.Round(hours / 24)];
    }

    /// <summary>A told sentence whose figures keep their unit and, in French, whose marks keep their word when a line ends.</summary>
    public static string Bound(this Words words, string told) => (words.Language == Language.French ? FrenchSpaces() : Spaces()).Replace(told, "\u00a0");

    /// <summary>The drawing of a peril.</summary>
    public static string IconOf(Pack pack, PerilId peril)
    {
        if (pack.Stress.Perils.FirstOrDefault(p => p.Id == peril) is { } own && !own.Hazards.IsEmpty) return Icons.OfHazards(own.Hazards);
        var parts = pack.Stress.Perils.FirstOrDefault(p => p.Id == peril)?.Parts.Select(p => p.Event).ToList()
            ?? [.. pack.Scenario.Acts.Where(a => a.Id.Value == peril.Value).SelectMany(a => a.Events).Select(e => (EventId?)e.Id)];
        return Icons.OfHazards(pack.Scenario.Acts.SelectMany(a => a.Events).Where(e => parts.Contains(e.Id)).SelectMany(e => e.Hazards));
    }

    /// <summary>What of a report a lever changes, for its address in what-if.</summary>
    public static WhatIf Of(Lever lever) => lever switch
    {
        Lever.Act l => new() { Actions = [l.Action] },
        Lever.Fallback l => new() { Fallbacks = [l.Component] },
        Lever.Hold l => new() { Reserves = [new(l.Component, l.Reserve)] },
        Lever.Sound l => new() { Spared = [l.Component] },
        Lever.Avert l => new() { Averted = [l.Peril] },
        _ => WhatIf.Nothing,
    };

    /// <summary>How many figures of a model have no source, and how many figures there are: rates, reserves, restarts, failures that are not zero.</summary>
    public static (int Estimates, int All) Estimated(Pack pack)
    {
        bool[] figures =
        [
            .. pack.Stress.Perils.Select(p => p.PerYear.IsEstimate),
            .. pack.Territory.Components.Where(c => c.Autonomy.Value > TimeSpan.Zero).Select(c => c.Autonomy.IsEstimate),
            .. pack.Territory.Components.Where(c => c.Restart.Value > TimeSpan.Zero).Select(c => c.Restart.IsEstimate),
            .. pack.Territory.Components.Where(c => c.Unavailability.Value > 0).Select(c => c.Unavailability.IsEstimate),
        ];
        return (figures.Count(e => e), figures.Length);
    }

    [GeneratedRegex(@"(?<=[0-9]) (?=(?:h|d|min)\b)|(?<= h) (?=[0-9]{2}\b)")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<=[0-9]) (?=(?:h|j|min)\b|%)|(?<= h) (?=[0-9]{2}\b)| (?=[:;!?»→])|(?<=«) ")]
    private static partial Regex FrenchSpaces();
}
