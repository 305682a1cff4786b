using System.Collections.Immutable;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Scenarios;

/// <summary>A day of any year: the 29th of February is not one.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to the month's last.</param>
public readonly record struct DayOfYear(int Month, int Day)
{
    /// <summary>Whole days from another day to the next time that this one comes; 0 to 364.</summary>
    public int DaysAfter(DayOfYear other) => (Ordinal - other.Ordinal + 365) % 365;

    // Any year that is no leap year counts the same.
    private int Ordinal => new DateOnly(2001, Month, Day).DayOfYear;
}

/// <summary>The days of the year on which a peril can begin, both included.</summary>
public readonly record struct Season(DayOfYear From, DayOfYear Until);

/// <summary>An event or a constraint of the scenario that a peril brings with it.</summary>
/// <param name="Event">The event, or null.</param>
/// <param name="Constraint">The constraint, or null; one of the two is given.</param>
/// <param name="Probability">That it comes once the peril has happened, 0 to 1: the harder the peril, the more of its parts come.</param>
public sealed record PerilPart(EventId? Event, ConstraintId? Constraint, double Probability = 1);

/// <summary>
/// Something that may happen to the territory in a year, as the stress bench draws it: how likely, in which season, and what it strikes, in words of
/// the scenario's own events and constraints, in strikes of its own, or both.
/// </summary>
public sealed record Peril
{
    /// <summary>Its name in files.</summary>
    public required PerilId Id { get; init; }
    /// <summary>Its name for people.</summary>
    public required Text Name { get; init; }
    /// <summary>What it is, in a sentence or two.</summary>
    public Text Story { get; init; } = Text.Empty;
    /// <summary>Probability that it happens within a year, 0 to 1.</summary>
    public required Figure<double> PerYear { get; init; }
    /// <summary>When it can begin; null means on any day.</summary>
    public Season? Season { get; init; }
    /// <summary>Hazard codes.</summary>
    public ImmutableArray<string> Hazards { get; init; } = [];
    /// <summary>Where past cases are told, from which its figures were reckoned.</summary>
    public ImmutableArray<SourceId> Sources { get; init; } = [];
    /// <summary>Events and constraints that come with it. The earliest of them is its beginning; the others follow as in the scenario.</summary>
    public ImmutableArray<PerilPart> Parts { get; init; } = [];
    /// <summary>Strikes of its own, counted from its beginning.</summary>
    public ImmutableArray<Strike> Strikes { get; init; } = [];

    /// <summary>
    /// Its name where a causal chain has room for an event's: no event of a pack has a name with a colon.
    /// </summary>
    public EventId AsEvent => new("peril:" + Id.Value);
}

/// <summary>What the stress bench puts a territory to.</summary>
public sealed record StressTest
{
    /// <summary>The day on which the year of study begins; no season may run across it.</summary>
    public DayOfYear YearBegins { get; init; } = new(1, 1);
    /// <summary>How long after the first of them perils that strike together are followed.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(30);
    /// <summary>What may happen.</summary>
    public ImmutableArray<Peril> Perils { get; init; } = [];
}
