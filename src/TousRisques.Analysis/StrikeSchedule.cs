using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Domain.Workshops.Facts;
using EngineStrike = TousRisques.Resilience.Timelines.Strike;

namespace TousRisques.Analysis;

/// <summary>Who strikes: an event or a constraint. The engine carries its number only.</summary>
/// <param name="Event">The event, or null.</param>
/// <param name="Constraint">The constraint, or null.</param>
public readonly record struct Striker(EventId? Event, ConstraintId? Constraint);

/// <summary>
/// The strikes that a story really deals: those of the events revealed and the constraints imposed, shortened by the actions in force.
/// A strike less likely than one half is not played; a range of durations is played at its middle.
/// </summary>
/// <param name="Strikes">For the engine; the cause is an index into <paramref name="Strikers"/>.</param>
/// <param name="Strikers">Who deals each.</param>
public sealed record StrikeSchedule(ImmutableArray<EngineStrike> Strikes, ImmutableArray<Striker> Strikers)
{
    /// <summary>Draws up the schedule.</summary>
    /// <param name="graph">The territory.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="inputs">What has happened so far.</param>
    /// <param name="efforts">Actions and the hours during which they are in force.</param>
    /// <param name="horizon">The end of the story: a strike without end ends there when something shortens it.</param>
    public static StrikeSchedule Of(
        TerritoryGraph graph, Scenario scenario, ModelInputs inputs, IReadOnlyList<Tenure> efforts, TimeSpan horizon)
    {
        var strikes = ImmutableArray.CreateBuilder<EngineStrike>();
        var strikers = ImmutableArray.CreateBuilder<Striker>();

        foreach (var e in scenario.Acts.SelectMany(a => a.Events).Where(e => inputs.Revealed.Contains(e.Id)))
            Deal(new Striker(e.Id, null), e.At, TimeSpan.MaxValue, e.Strikes);
        foreach (var c in scenario.Acts.SelectMany(a => a.Constraints).Where(c => inputs.Imposed.Contains(c.Id)))
            Deal(new Striker(null, c.Id), c.At, c.For is { } spell ? Durations.Plus(c.At, spell) : TimeSpan.MaxValue, c.Strikes);
        return new(strikes.ToImmutable(), strikers.ToImmutable());

        void Deal(Striker striker, TimeSpan at, TimeSpan last, ImmutableArray<Strike> dealt)
        {
            strikers.Add(striker);
            foreach (var strike in dealt.Where(s => s.Probability >= 0.5))
            {
                var from = at + strike.From;
                var until = Durations.Min(last, strike.For is { } spell ? Durations.Plus(from, spell.Middle) : TimeSpan.MaxValue);
                foreach (var component in strike.On.In(graph.Territory))
                {
                    var spells = Spared(striker, component, [(from, Shortened(component, from, until))]);
                    foreach (var (begin, end) in spells.Where(s => s.End > s.Begin && s.Begin < horizon))
                        strikes.Add(new EngineStrike(graph.IndexOf(component.Id), begin, end, strikers.Count - 1));
                }
            }
        }

        TimeSpan Shortened(Component component, TimeSpan from, TimeSpan until)
        {
            foreach (var effort in efforts)
                foreach (var shorten in effort.Action.Effects.OfType<Effect.ShortenStrike>().Where(e => Chosen(e.On, component)))
                    until = Hastened(from, until == TimeSpan.MaxValue ? horizon : until, effort, shorten.ByShare);
            return until;
        }

        // A constraint is lifted while the action is in force, and holds again once it is dropped.
        List<(TimeSpan Begin, TimeSpan End)> Spared(Striker striker, Component component, List<(TimeSpan Begin, TimeSpan End)> spells)
        {
            foreach (var effort in efforts)
                foreach (var cancel in effort.Action.Effects.OfType<Effect.CancelConstraint>())
                    if (striker.Constraint == cancel.Constraint && Chosen(cancel.On, component))
                        spells = [.. spells.SelectMany(s => new[] { (s.Begin, Durations.Min(s.End, effort.From)), (Durations.Max(s.Begin, effort.Until), s.End) })
                            .Where(s => s.Item2 > s.Item1)];
            return spells;
        }

        bool Chosen(Selector selector, Component component) => selector.In(graph.Territory).Any(c => c.Id == component.Id);
    }

    /// <summary>
    /// When a repair ends if it goes faster while an action is in force: what remains of the strike shrinks by the share. An action that is dropped half-way
    /// leaves what it has already gained.
    /// </summary>
    internal static TimeSpan Hastened(TimeSpan from, TimeSpan until, Tenure effort, double byShare)
    {
        var start = Durations.Max(from, effort.From);
        if (start >= until || byShare <= 0) return until;
        var remaining = until - start;
        var hastened = Durations.Times(remaining, 1 - byShare);
        var tenure = effort.Until - start;
        if (tenure <= TimeSpan.Zero) return until;
        if (hastened <= tenure) return start + hastened;
        // Dropped before the end: the work done so far counts 1 / (1 - share) for each hour, the rest goes at the usual pace.
        var done = TimeSpan.FromTicks((long)Math.Round(tenure.Ticks / (1 - byShare)));
        return effort.Until + (remaining - done);
    }
}
