using System.Collections.Immutable;
using TousRisques.Domain.Scenarios;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Resilience.Graphs;
using TousRisques.Resilience.Simulation;
using TousRisques.Resilience.Timelines;
using EngineHazard = TousRisques.Resilience.Simulation.Hazard;

namespace TousRisques.Analysis.Stress;

/// <summary>A peril and the time at which it begins, counted from the first hour followed.</summary>
public readonly record struct PerilAt(PerilId Peril, TimeSpan At);

/// <summary>A territory with changes, its perils, and what the engine is asked about them.</summary>
public sealed class StressModel
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);
    private readonly ImmutableArray<Striker> strikers;

    /// <summary>Makes a territory ready for the bench.</summary>
    /// <param name="pack">The pack, as it is written.</param>
    /// <param name="whatIf">Changes to try; null for none.</param>
    public StressModel(Pack pack, WhatIf? whatIf = null)
    {
        WhatIf = whatIf ?? WhatIf.Nothing;
        Pack = WhatIf.In(pack);
        Territory = new TerritoryGraph(Pack.Territory);
        Network = new DependencyGraph(Territory.GraphWith([]).Nodes.Select(n => n with { Autonomy = Whole(n.Autonomy), Restart = Whole(n.Restart) }));
        Functions = [.. Pack.Territory.Components.Where(c => c.Nature == Nature.Function).Select(c => c.Id)];
        Perils = PerilsOf(pack);
        var dealers = new List<Striker>();
        Hazards = [.. Perils.Select(p => HazardOf(p, dealers))];
        strikers = [.. dealers];
    }

    /// <summary>The changes.</summary>
    public WhatIf WhatIf { get; }

    /// <summary>The pack with the changes in its territory.</summary>
    public Pack Pack { get; }

    /// <summary>The territory as the engine numbers it.</summary>
    public TerritoryGraph Territory { get; }

    /// <summary>What needs what.</summary>
    public DependencyGraph Network { get; }

    /// <summary>The functions, in the territory's order: the columns of every answer.</summary>
    public ImmutableArray<ComponentId> Functions { get; }

    /// <summary>The perils, in the pack's order; where it names none, its acts, without a yearly figure.</summary>
    public ImmutableArray<Peril> Perils { get; }

    /// <summary>The perils as the engine draws them, in the same order.</summary>
    public ImmutableArray<EngineHazard> Hazards { get; }

    /// <summary>Whether any peril has a yearly figure, without which nothing can be said of a year.</summary>
    public bool HasFigures => Perils.Any(p => p.PerYear.Value > 0);

    /// <summary>How long after the first peril's beginning a combination is followed.</summary>
    public TimeSpan Window => Durations.Max(TimeSpan.FromHours(1), Whole(Pack.Stress.Window));

    /// <summary>The question of a year: any peril may happen, as likely as its figure says, within its season.</summary>
    public Study OfYear(ulong seed) => OfYear(seed, Watched);

    /// <summary>The same, with other nodes watched.</summary>
    internal Study OfYear(ulong seed, ImmutableArray<int> watched) => new(Network, Hazards, watched, Year, seed: seed);

    /// <summary>The question of chosen combinations, followed for some time.</summary>
    public Study Of(TimeSpan horizon) => new(Network, Hazards, Watched, horizon);

    /// <summary>A combination as the engine places it: every strike that is as likely as not or more, at the middle of its duration.</summary>
    public ImmutableArray<Placement> Play(IEnumerable<PerilAt> perils) => [.. perils.Select(p => new Placement(IndexOf(p.Peril), Whole(p.At)))];

    /// <summary>The number of a peril.</summary>
    /// <exception cref="ArgumentException">The pack has no such peril.</exception>
    public int IndexOf(PerilId peril)
    {
        for (var i = 0; i < Perils.Length; i++)
            if (Perils[i].Id == peril) return i;
        throw new ArgumentException($"There is no peril '{peril}'.", nameof(peril));
    }

    /// <summary>The nodes on which these changes act: where none of them is down, they change nothing.</summary>
    internal IEnumerable<int> Touched(WhatIf changes)
    {
        var cards = changes.CardsOf(Pack).SelectMany(a => a.Effects).SelectMany(e => e switch
        {
            Effect.AddAlternative x => x.To.In(Pack.Territory),
            Effect.LengthenAutonomy x => x.On.In(Pack.Territory),
            Effect.ShortenStrike x => x.On.In(Pack.Territory),
            Effect.ShortenRestart x => x.On.In(Pack.Territory),
            Effect.CancelConstraint x => x.On.In(Pack.Territory),
            _ => Pack.Territory.Components,
        }).Select(c => c.Id);
        var averted = changes.Averted.Select(IndexOf).SelectMany(h => Hazards[h].Strikes).SelectMany(s => s.Nodes);
        // What is switched off runs until then, so that every year is touched.
        return changes.Out.IsEmpty
            ? [.. cards.Concat(changes.Spared).Concat(changes.Fallbacks).Concat(changes.Substitutes.Select(s => s.For)).Concat(changes.Reserves.Select(r => r.Component))
                .Where(Territory.Knows).Select(Territory.IndexOf).Concat(averted).Distinct()]
            : throw new ArgumentException("What is switched off touches every year.", nameof(changes));
    }

    /// <summary>A combination followed hour by hour, for telling why.</summary>
    public Story Follow(IEnumerable<PerilAt> perils, TimeSpan horizon)
    {
        var timeline = PlainSimulator.Follow(Of(horizon), Play(perils));
        return Story.Of(Pack, Territory, new StrikeSchedule(timeline.Strikes, strikers), timeline);
    }

    private static ImmutableArray<Peril> PerilsOf(Pack pack) => !pack.Stress.Perils.IsEmpty ? pack.Stress.Perils :
    [
        .. pack.Scenario.Acts.Select(a => new Peril
        {
            Id = new(a.Id.Value),
            Name = a.Title,
            PerYear = new(0),
            Parts = [.. a.Events.Where(e => !e.Strikes.IsEmpty).Select(e => new PerilPart(e.Id, null)), .. a.Constraints.Where(c => !c.Strikes.IsEmpty).Select(c => new PerilPart(null, c.Id))],
        }).Where(p => !p.Parts.IsEmpty),
    ];

    private ImmutableArray<int> Watched => [.. Functions.Select(Territory.IndexOf)];

    private EngineHazard HazardOf(Peril peril, List<Striker> dealers)
    {
        var strikes = ImmutableArray.CreateBuilder<HazardStrike>();
        foreach (var dealt in DealtStrike.Of(Pack.Scenario, peril))
        {
            var spell = dealt.Strike.For!.Value;
            // Components whose repair goes faster are a strike of their own: all strikes of a peril come from the same dice, so nothing else changes.
            foreach (var group in dealt.Strike.On.In(Pack.Territory).Where(c => !IsSpared(c, dealt.Constraint)).GroupBy(Remaining).OrderByDescending(g => g.Key))
            {
                strikes.Add(new([.. group.Select(c => Territory.IndexOf(c.Id))], Whole(dealt.Strike.From),
                    Whole(Durations.Times(spell.AtLeast, group.Key)), Whole(Durations.Times(spell.AtMost, group.Key)), dealt.Strike.Probability));
                dealers.Add(new Striker(peril.AsEvent, null));
            }
        }
        var begins = Pack.Stress.YearBegins;
        var (earliest, latest) = peril.Season is { } season ? (season.From.DaysAfter(begins), season.Until.DaysAfter(begins)) : (0, 364);
        var probability = WhatIf.Averted.Contains(peril.Id) ? 0 : peril.PerYear.Value;
        return new(probability, TimeSpan.FromDays(earliest), TimeSpan.FromDays(latest + 1) - TimeSpan.FromSeconds(1), strikes.ToImmutable());
    }

    private bool IsSpared(Component component, ConstraintId? constraint) =>
        WhatIf.Spared.Contains(component.Id)
        || (constraint is { } held && WhatIf.CardsOf(Pack).SelectMany(a => a.Effects).OfType<Effect.CancelConstraint>()
            .Any(e => e.Constraint == held && e.On.In(Pack.Territory).Any(c => c.Id == component.Id)));

    /// <summary>What part of a strike remains of it where actions shorten it.</summary>
    private double Remaining(Component component) => WhatIf.CardsOf(Pack).SelectMany(a => a.Effects).OfType<Effect.ShortenStrike>()
        .Where(e => e.On.In(Pack.Territory).Any(c => c.Id == component.Id)).Aggregate(1.0, (rest, e) => rest * (1 - e.ByShare));

    /// <summary>Whole seconds, as the simulation counts; half a second is nothing to a crisis.</summary>
    private static TimeSpan Whole(TimeSpan time) =>
        time == TimeSpan.MaxValue ? time : TimeSpan.FromSeconds(Math.Min(Math.Round(time.TotalSeconds), Study.LongestHorizon.TotalSeconds));
}
