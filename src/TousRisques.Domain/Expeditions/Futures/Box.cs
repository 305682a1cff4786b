using System.Collections.Immutable;
using TousRisques.Domain.Words;

namespace TousRisques.Domain.Expeditions.Futures;

/// <summary>A morphological box of an expedition, by a name drawn at the edge.</summary>
public readonly record struct BoxId(string Value) : IId<BoxId>
{
    /// <inheritdoc/>
    public static BoxId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A scenario made from a box, by a name drawn at the edge.</summary>
public readonly record struct FutureId(string Value) : IId<FutureId>
{
    /// <inheritdoc/>
    public static FutureId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>One way in which a driver may turn out.</summary>
/// <param name="Label">What it is, in a few words; alone of its label in its driver.</param>
/// <param name="Perils">Perils of the box's territory that it brings, by their names in the pack; may be empty.</param>
public sealed record DriverState(string Label, ImmutableArray<string> Perils)
{
    /// <inheritdoc/>
    public bool Equals(DriverState? other) => other is not null && Label == other.Label && Perils.SequenceEqual(other.Perils);

    /// <inheritdoc/>
    public override int GetHashCode() => Label.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Something uncertain on which the future of the territory turns: a hazard, or how a network, a service or people will be.</summary>
/// <param name="Label">What it is; alone of its label in its box.</param>
/// <param name="States">How it may turn out, two ways at least.</param>
public sealed record Driver(string Label, ImmutableArray<DriverState> States)
{
    /// <inheritdoc/>
    public bool Equals(Driver? other) => other is not null && Label == other.Label && States.SequenceEqual(other.States);

    /// <inheritdoc/>
    public override int GetHashCode() => Label.GetHashCode(StringComparison.Ordinal);
}

/// <summary>What a box says.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Question">What it looks into, and how far ahead; may be empty.</param>
/// <param name="Territory">The pack whose perils its states may bring; or empty.</param>
/// <param name="Drivers">Its drivers, two at least.</param>
public sealed record BoxSheet(string Title, string Question, string Territory, ImmutableArray<Driver> Drivers)
{
    /// <inheritdoc/>
    public bool Equals(BoxSheet? other) => other is not null && (Title, Question, Territory) == (other.Title, other.Question, other.Territory) && Drivers.SequenceEqual(other.Drivers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Territory, Drivers.Length);

    /// <summary>How many combinations there are; rounded beyond 2^53.</summary>
    public double Combinations => Drivers.Aggregate(1.0, (all, d) => all * d.States.Length);
}

/// <summary>A pair of states, the first of which is said to promote or hinder the second; by their labels, so that a judgement outlives a change of order.</summary>
/// <param name="Source">The driver that acts.</param>
/// <param name="SourceState">Its state.</param>
/// <param name="Target">The driver acted upon.</param>
/// <param name="TargetState">Its state.</param>
public sealed record ImpactCell(string Source, string SourceState, string Target, string TargetState);

/// <summary>How strongly one state promotes (above zero) or hinders (below) another.</summary>
/// <param name="SourceState">The state that acts.</param>
/// <param name="TargetState">The state acted upon.</param>
/// <param name="Points">From -3, hinders strongly, to +3, promotes strongly; 0 for no direct influence.</param>
public sealed record Impact(string SourceState, string TargetState, int Points);

/// <summary>How a driver turns out in a scenario, by labels.</summary>
public sealed record ChosenState(string Driver, string State);

/// <summary>A scenario made from a box: a combination, and its story.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="States">The state of each driver that the box had then.</param>
/// <param name="Title">Its title.</param>
/// <param name="Narrative">Its story, in Markdown; may be empty.</param>
/// <param name="At">When it was chosen.</param>
public sealed record Future(FutureId Id, ImmutableArray<ChosenState> States, string Title, string Narrative, DateTimeOffset At);

/// <summary>A morphological box: drivers and how they may turn out, what people judge of how these bear on each other, and scenarios made from it. Source: docs/references.md [WJ06].</summary>
public sealed record Box
{
    /// <summary>Its name in addresses.</summary>
    public required BoxId Id { get; init; }
    /// <summary>What it says.</summary>
    public required BoxSheet Sheet { get; init; }
    /// <summary>What each account judged, cell by cell. Cells of drivers or states that are gone stay here and count for nothing.</summary>
    public ImmutableSortedDictionary<string, ImmutableDictionary<ImpactCell, int>> Judged { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableDictionary<ImpactCell, int>>(StringComparer.OrdinalIgnoreCase);
    /// <summary>What others judged, brought in from a file, by their labels: no account is behind them, so none may bear their names.</summary>
    public ImmutableSortedDictionary<string, ImmutableDictionary<ImpactCell, int>> Brought { get; init; } = ImmutableSortedDictionary.Create<string, ImmutableDictionary<ImpactCell, int>>(StringComparer.Ordinal);
    /// <summary>Scenarios made from it, in the order in which they were chosen.</summary>
    public ImmutableArray<Future> Futures { get; init; } = [];
    /// <summary>When it was last drawn.</summary>
    public DateTimeOffset At { get; init; }
    /// <summary>Whether it was put away.</summary>
    public bool IsPutAway { get; init; }

    /// <summary>A scenario of it, or null.</summary>
    public Future? Find(FutureId future) => Futures.FirstOrDefault(f => f.Id == future);

    /// <summary>How many have judged it.</summary>
    public int Judges => Judged.Count + Brought.Count;

    /// <summary>Points given to a cell, one for each who judged it.</summary>
    public IEnumerable<int> PointsOf(ImpactCell cell)
    {
        foreach (var judge in Judged.Values.Concat(Brought.Values))
            if (judge.TryGetValue(cell, out var points)) yield return points;
    }

    /// <summary>
    /// What the group judges of a cell, in half points: twice the median of those who judged it, 0 when nobody did. Doubled, the median between two middle ones is whole, and which combinations are
    /// consistent does not change.
    /// </summary>
    public int HalfPointsOf(ImpactCell cell) => (int)(2 * (Leads.Lead.Median(PointsOf(cell)) ?? 0));

    /// <summary>How far apart those are who judged a cell, in points; 0 when fewer than two did.</summary>
    public int SpreadOf(ImpactCell cell)
    {
        var (least, most) = (int.MaxValue, int.MinValue);
        foreach (var points in PointsOf(cell)) (least, most) = (Math.Min(least, points), Math.Max(most, points));
        return most < least ? 0 : most - least;
    }
}

/// <summary>How large boxes may grow.</summary>
public static class BoxLimits
{
    /// <summary>Boxes of an expedition.</summary>
    public const int Boxes = 50;
    /// <summary>Drivers of a box.</summary>
    public const int Drivers = 24;
    /// <summary>States of a driver.</summary>
    public const int States = 8;
    /// <summary>Perils of a state.</summary>
    public const int Perils = 4;
    /// <summary>Scenarios made from a box.</summary>
    public const int Futures = 50;
    /// <summary>Accounts whose judgements of a box are kept.</summary>
    public const int Judges = 100;
    /// <summary>The strongest judgement, either way.</summary>
    public const int Strongest = 3;
}
