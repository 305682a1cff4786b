using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Words;

namespace TousRisques.Analysis.Stress;

/// <summary>A strike as a peril deals it.</summary>
/// <param name="Strike">The strike, counted from the peril's beginning; its probability is that of the peril's being hard enough for it.</param>
/// <param name="Constraint">The constraint it comes from, which an action may lift; or null.</param>
internal sealed record DealtStrike(Strike Strike, ConstraintId? Constraint)
{
    /// <summary>All that a peril deals: strikes of the events and constraints that come with it, then its own.</summary>
    public static IEnumerable<DealtStrike> Of(Scenario scenario, Peril peril)
    {
        var events = scenario.Acts.SelectMany(a => a.Events).ToDictionary(e => e.Id);
        var constraints = scenario.Acts.SelectMany(a => a.Constraints).ToDictionary(c => c.Id);
        var end = scenario.Acts.IsEmpty ? TimeSpan.Zero : scenario.Acts.Max(a => a.Until);
        var parts = peril.Parts.Select(p => (Part: p, At: p.Event is { } e ? events[e].At : constraints[p.Constraint!.Value].At)).ToList();
        var begin = parts.Count == 0 ? TimeSpan.Zero : parts.Min(p => p.At);
        foreach (var (part, at) in parts)
        {
            var strikes = part.Event is { } e ? events[e].Strikes : constraints[part.Constraint!.Value].Strikes;
            var holds = part.Constraint is { } c && constraints[c].For is { } spell ? spell : TimeSpan.MaxValue;
            foreach (var strike in strikes)
            {
                var left = holds == TimeSpan.MaxValue ? TimeSpan.MaxValue : Durations.Max(TimeSpan.Zero, holds - strike.From);
                // What has no end in the scenario ends with the scenario.
                var lasts = strike.For ?? Always(Durations.Max(TimeSpan.Zero, end - at - strike.From));
                yield return new(strike with
                {
                    From = at - begin + strike.From,
                    For = new(Durations.Min(left, lasts.AtLeast), Durations.Min(left, lasts.AtMost)),
                    Probability = strike.Probability * part.Probability,
                }, part.Constraint);
            }
        }
        foreach (var strike in peril.Strikes) yield return new(strike with { For = strike.For ?? Always(end) }, null);
    }

    private static Spell Always(TimeSpan time) => new(time, time);
}
