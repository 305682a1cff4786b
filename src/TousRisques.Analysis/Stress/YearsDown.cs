using System.Collections.Immutable;
using System.Numerics;
using TousRisques.Resilience.Simulation;

namespace TousRisques.Analysis.Stress;

/// <summary>
/// The drawn years of a territory as it is: what each loses, and in which of them each component is down at all. A change to components that are not down in
/// a year changes nothing in it, so only the others need be drawn again: most levers touch a few years in a hundred.
/// </summary>
internal sealed class YearsDown
{
    /// <summary>Years drawn at a time, so that a territory of ten thousand components fits in memory.</summary>
    private const int Block = 1024;

    private readonly ulong[][] down;

    private YearsDown(double[] lostHours, ulong[][] down) => (LostHours, this.down) = (lostHours, down);

    /// <summary>Function-hours lost, one a year.</summary>
    public double[] LostHours { get; }

    /// <summary>Draws the years, watching every component.</summary>
    public static YearsDown Of(StressModel model, int draws, ulong seed, SimulationSettings how)
    {
        var study = model.OfYear(seed, [.. Enumerable.Range(0, model.Network.Count)]);
        var functions = model.Functions.Select(model.Territory.IndexOf).ToArray();
        var (lost, down) = (new double[draws], Enumerable.Range(0, model.Network.Count).Select(_ => new ulong[(draws + 63) / 64]).ToArray());
        for (var first = 0; first < draws; first += Block)
        {
            var outcome = Simulator.Run(study, [.. Enumerable.Range(first, Math.Min(Block, draws - first))], how);
            for (var i = 0; i < outcome.Draws; i++)
            {
                var seconds = outcome.LostSeconds(i);
                var (draw, sum) = (first + i, 0.0);
                for (var c = 0; c < seconds.Length; c++)
                    if (seconds[c] > 0) down[c][draw / 64] |= 1UL << (draw % 64);
                foreach (var f in functions) sum += seconds[f];
                lost[draw] = sum / 3600;
            }
        }
        return new(lost, down);
    }

    /// <summary>The years in which any of these components is down.</summary>
    public ImmutableArray<int> With(IEnumerable<int> components)
    {
        var any = new ulong[down.Length == 0 ? 0 : down[0].Length];
        foreach (var c in components)
            for (var w = 0; w < any.Length; w++) any[w] |= down[c][w];
        var years = ImmutableArray.CreateBuilder<int>();
        for (var w = 0; w < any.Length; w++)
            for (var bits = any[w]; bits != 0; bits &= bits - 1) years.Add(w * 64 + BitOperations.TrailingZeroCount(bits));
        return years.ToImmutable();
    }
}
