using TousRisques.Resilience.Graphs;

namespace TousRisques.Resilience.Timelines;

/// <summary>
/// The definition of a timeline, as code: plain on purpose, and every faster engine must give these very intervals.
/// The rules, their reasons and their proofs: docs/territory-model.md.
/// </summary>
public static class Reference
{
    /// <summary>How many instants a run may meet unless the caller says otherwise.</summary>
    public const int DefaultMostInstants = 100_000;

    /// <summary>What runs when, with one model all along.</summary>
    /// <inheritdoc cref="Run(IReadOnlyList{Regime}, IReadOnlyList{Strike}, TimeSpan, int)"/>
    public static Timeline Run(
        DependencyGraph graph, IReadOnlyList<Strike> strikes, TimeSpan horizon, int mostInstants = DefaultMostInstants)
        => Run([new Regime(TimeSpan.Zero, graph)], strikes, horizon, mostInstants);

    /// <summary>What runs when, from zero to the horizon.</summary>
    /// <param name="regimes">The models in force, in ascending order of their beginnings, the first from zero.</param>
    /// <param name="strikes">In any order; the order changes nothing.</param>
    /// <param name="horizon">Where the timeline ends; more than zero.</param>
    /// <param name="mostInstants">How many instants to accept.</param>
    /// <exception cref="ArgumentException">The regimes, the strikes or the horizon break what is asked of them.</exception>
    /// <exception cref="TimelineTooLongException">There are more instants than accepted.</exception>
    public static Timeline Run(
        IReadOnlyList<Regime> regimes, IReadOnlyList<Strike> strikes, TimeSpan horizon, int mostInstants = DefaultMostInstants)
    {
        Check(regimes, strikes, horizon);
        var state = new InstantState(regimes[0].Graph);
        var record = new TimelineRecord(regimes, strikes, horizon);
        var regime = 0;
        for (TimeSpan? now = TimeSpan.Zero; now is { } t && t < horizon;)
        {
            if (record.InstantCount == mostInstants) throw new TimelineTooLongException(mostInstants, t);
            while (regime + 1 < regimes.Count && regimes[regime + 1].From <= t) regime++;
            state.MoveTo(t, regimes[regime].Graph, StruckAt(t, strikes, state.Count));
            record.Add(t, state);
            now = Earliest(NextFromOutside(t, regimes, strikes), state.NextFromInside());
        }
        return record.ToTimeline();
    }

    private static bool[] StruckAt(TimeSpan time, IReadOnlyList<Strike> strikes, int count)
    {
        var struck = new bool[count];
        foreach (var strike in strikes)
            if (strike.HoldsAt(time)) struck[strike.Node] = true;
        return struck;
    }

    private static TimeSpan? NextFromOutside(TimeSpan time, IReadOnlyList<Regime> regimes, IReadOnlyList<Strike> strikes)
    {
        TimeSpan? next = null;
        foreach (var regime in regimes)
            if (regime.From > time) next = Earliest(next, regime.From);
        foreach (var strike in strikes)
        {
            if (strike.From > time) next = Earliest(next, strike.From);
            if (strike.Until > time) next = Earliest(next, strike.Until);
        }
        return next;
    }

    private static TimeSpan? Earliest(TimeSpan? a, TimeSpan? b) => a is null ? b : b is null ? a : a < b ? a : b;

    private static void Check(IReadOnlyList<Regime> regimes, IReadOnlyList<Strike> strikes, TimeSpan horizon)
    {
        if (horizon <= TimeSpan.Zero) throw new ArgumentException("The horizon must be after zero.", nameof(horizon));
        if (regimes.Count == 0 || regimes[0].From != TimeSpan.Zero)
            throw new ArgumentException("The first regime must begin at zero.", nameof(regimes));
        var count = regimes[0].Graph.Count;
        for (var i = 1; i < regimes.Count; i++)
        {
            if (regimes[i].From <= regimes[i - 1].From)
                throw new ArgumentException($"Regime {i} must begin after regime {i - 1}.", nameof(regimes));
            if (regimes[i].Graph.Count != count)
                throw new ArgumentException($"Regime {i} has {regimes[i].Graph.Count} nodes instead of {count}.", nameof(regimes));
        }
        for (var i = 0; i < strikes.Count; i++)
        {
            var strike = strikes[i];
            if (strike.Node < 0 || strike.Node >= count)
                throw new ArgumentException($"Strike {i} is on node {strike.Node}, which does not exist.", nameof(strikes));
            if (strike.From < TimeSpan.Zero || strike.Until < strike.From)
                throw new ArgumentException($"Strike {i} goes from {strike.From} to {strike.Until}.", nameof(strikes));
        }
    }
}
