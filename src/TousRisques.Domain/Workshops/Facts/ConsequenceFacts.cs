using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Workshops.Facts;

/// <summary>A stretch of hours during which a function was down.</summary>
/// <param name="From">First instant down, from the origin.</param>
/// <param name="Until">First instant up again, or the end of what is counted.</param>
public readonly record struct Outage(TimeSpan From, TimeSpan Until);

/// <summary>What became of one function over an act's hours.</summary>
/// <param name="Function">The function.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="With">Its outages with the table's plans.</param>
/// <param name="Without">Its outages had no plan ever been made.</param>
/// <param name="Why">Why it was down longest with the plan; empty when it never was.</param>
public sealed record FunctionOutcome(
    ComponentId Function, double Weight, ImmutableArray<Outage> With, ImmutableArray<Outage> Without, ImmutableArray<Explanation> Why)
{
    /// <summary>Time lost with the plan.</summary>
    public TimeSpan LostWith => Sum(With);

    /// <summary>Time lost without any plan.</summary>
    public TimeSpan LostWithout => Sum(Without);

    private static TimeSpan Sum(ImmutableArray<Outage> outages) => outages.Aggregate(TimeSpan.Zero, (sum, o) => sum + (o.Until - o.From));
}

/// <summary>What an act's plan was worth: function-hours lost with it and without it.</summary>
/// <param name="From">First hour counted.</param>
/// <param name="Until">Last hour counted.</param>
/// <param name="Functions">Every function of the territory.</param>
public sealed record ConsequenceFacts(TimeSpan From, TimeSpan Until, ImmutableArray<FunctionOutcome> Functions);
