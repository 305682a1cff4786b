using System.Collections.Immutable;
using TousRisques.Domain.Territories;
using TousRisques.Domain.Words;
using TousRisques.Resilience.Simulation;

namespace TousRisques.Analysis.Stress;

/// <summary>One thing that the bench found and that a mayor should know. Data only; words are made in Web.</summary>
public abstract record Insight
{
    private Insight() { }

    /// <summary>The combination that reveals most.</summary>
    public sealed record MostRevealing(Revelation Revelation) : Insight;
    /// <summary>Functions that resist each peril alone and fall to these together.</summary>
    public sealed record OnlyTogether(Revelation Revelation) : Insight;
    /// <summary>Components whose loss, if it lasts, takes functions down alone; those that take most first.</summary>
    public sealed record UniquePoints(ImmutableArray<(ComponentId Component, ImmutableArray<ComponentId> Functions)> Points) : Insight;
    /// <summary>The peril that takes most from the functions within the window.</summary>
    public sealed record HardestPeril(ExposureRow Row) : Insight;
    /// <summary>The peril that costs most in the mean year.</summary>
    public sealed record CostliestPeril(PerilId Peril, Estimate Saved, Estimate Year) : Insight;
    /// <summary>The function that loses most in the mean year.</summary>
    public sealed record WeakestFunction(FunctionYear Function, Estimate Year, ImmutableArray<ComponentId> SinglePoints) : Insight;
    /// <summary>Functions that no peril takes down alone.</summary>
    public sealed record Steady(ImmutableArray<ComponentId> Functions) : Insight;
    /// <summary>The digital component whose failures cost most in the mean year, directly and through others.</summary>
    public sealed record DigitalKeystone(ComponentId Component, Estimate Saved) : Insight;
    /// <summary>The action that would save most in the mean year.</summary>
    public sealed record BestAction(ActionId Action, Estimate Saved) : Insight;
    /// <summary>The component for which a fallback, or failing that a longer reserve, would save most.</summary>
    public sealed record BestFallback(ComponentId Component, Estimate Saved, TimeSpan? Reserve, Estimate? WithReserve) : Insight;
    /// <summary>What the worst years look like.</summary>
    public sealed record WorstYears(double InTen, double InHundred, Estimate Mean) : Insight;
    /// <summary>Components that can wait for one another for ever once they have all stopped.</summary>
    public sealed record RestartDeadlock(WaitingCircle Circle, Estimate Share) : Insight;

    /// <summary>What a report has to say, the most telling first.</summary>
    public static ImmutableArray<Insight> Of(StressReport report)
    {
        var found = ImmutableArray.CreateBuilder<Insight>();
        var (matrix, year) = (report.Exposure, report.Year);
        var singles = matrix.Rows.Where(r => r.Perils.Length == 1).ToList();

        if (report.Revelations.Pairs.FirstOrDefault() is { } pair) found.Add(new MostRevealing(pair));
        if (report.Revelations.Triples.FirstOrDefault() is { } triple && triple.Beyond > (report.Revelations.Pairs.FirstOrDefault()?.Beyond ?? TimeSpan.Zero))
            found.Add(new MostRevealing(triple));
        // Another combination than those told already, and the one that takes the most functions by surprise.
        if (report.Revelations.Pairs.Skip(1).Concat(report.Revelations.Triples.Skip(1)).Where(r => !r.OnlyTogether.IsEmpty).MaxBy(r => r.OnlyTogether.Length) is { } surprise)
            found.Add(new OnlyTogether(surprise));
        if (SinglePointsOf(report) is { IsEmpty: false } points) found.Add(new UniquePoints(points));
        if (singles.MaxBy(r => r.Total) is { } hardest && hardest.Total > TimeSpan.Zero) found.Add(new HardestPeril(hardest));
        if (year is not null)
        {
            if (report.Levers.OfType<Lever.Avert>().FirstOrDefault(IsSure) is { } costliest) found.Add(new CostliestPeril(costliest.Peril, costliest.Saved, year.Mean));
            if (year.Functions.MaxBy(f => f.Hours.Value) is { Hours.Value: > 0 } weakest)
                found.Add(new WeakestFunction(weakest, year.Mean, [.. report.Structure.First(s => s.Function == weakest.Function).SinglePoints]));
        }
        var steady = matrix.Functions.Where((_, f) => singles.Count > 0 && singles.All(r => r.Lost[f] == TimeSpan.Zero)).ToImmutableArray();
        if (!steady.IsEmpty) found.Add(new Steady(steady));
        var digital = report.Pack.Territory.Components.Where(c => c.Nature is Nature.Digital or Nature.Data).Select(c => c.Id).ToHashSet();
        if (report.Levers.OfType<Lever.Sound>().FirstOrDefault(l => IsSure(l) && digital.Contains(l.Component)) is { } keystone) found.Add(new DigitalKeystone(keystone.Component, keystone.Saved));
        if (report.Levers.OfType<Lever.Act>().FirstOrDefault(IsSure) is { } action) found.Add(new BestAction(action.Action, action.Saved));
        if (report.Levers.OfType<Lever.Fallback>().FirstOrDefault(IsSure) is { } fallback)
        {
            var hold = report.Levers.OfType<Lever.Hold>().FirstOrDefault(l => l.Component == fallback.Component);
            found.Add(new BestFallback(fallback.Component, fallback.Saved, hold?.Reserve, hold?.Saved));
        }
        if (year is { Mean.Value: > 0 }) found.Add(new WorstYears(year.Curve.ExceededIn(0.1), year.Curve.ExceededIn(0.01), year.Mean));
        if (year?.Circle is { } circle) found.Add(new RestartDeadlock(circle, year.Deadlocks));
        return found.ToImmutable();
    }

    /// <summary>Whether chance alone does not explain what a lever saves.</summary>
    private static bool IsSure(Lever lever) => lever.Saved.Low > 0;

    /// <summary>Single points of failure of a report, those that take most functions first and, among equals, those whose failures cost most.</summary>
    public static ImmutableArray<(ComponentId Component, ImmutableArray<ComponentId> Functions)> SinglePointsOf(StressReport report)
    {
        var cost = report.Levers.OfType<Lever.Sound>().ToDictionary(l => l.Component, l => l.Saved.Value);
        return
        [
            .. report.Structure.SelectMany(s => s.SinglePoints.Select(c => (Component: c, s.Function))).GroupBy(x => x.Component)
                .Select(g => (g.Key, Functions: g.Select(x => x.Function).ToImmutableArray()))
                .OrderByDescending(p => p.Functions.Length).ThenByDescending(p => cost.GetValueOrDefault(p.Key)),
        ];
    }
}
