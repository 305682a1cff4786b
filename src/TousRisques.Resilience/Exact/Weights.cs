using System.Collections.Immutable;
using TousRisques.Resilience.Diagrams;
using TousRisques.Resilience.FaultTrees;

namespace TousRisques.Resilience.Exact;

/// <summary>Probability and importance once the diagrams are there.</summary>
internal sealed class Weights
{
    /// <summary>Below this share of P, P0 is computed anew with the event put out instead of by subtraction, so that it keeps its digits.</summary>
    private const double TooCloseToSubtract = 1e-4;

    /// <summary>Nodes looked at for the sake of those digits, in all: a gate of 100,000 events would otherwise take the square of that.</summary>
    private const long MostLooks = 200_000_000;

    private readonly FaultTree tree;
    private readonly Circuit circuit;
    private readonly PartDiagram[] diagrams;
    private readonly bool denied;
    private readonly Probabilities probabilities;
    private readonly int[] events;

    public Weights(FaultTree tree, Circuit circuit, PartDiagram[] diagrams, bool denied)
    {
        (this.tree, this.circuit, this.diagrams, this.denied) = (tree, circuit, diagrams, denied);
        probabilities = new Probabilities(diagrams, circuit.Events, circuit.Count);
        events = diagrams.Length == 0
            ? [(circuit.Root >> 1) - 1]
            : [.. diagrams.SelectMany(d => d.Part.Variables).Where(v => !circuit.IsGate(v)).Select(v => v - 1).Order()];
    }

    private bool Known => !events.Any(e => double.IsNaN(tree.Probabilities[e]));

    /// <summary>Probability of the top, with the bounds that rounding leaves; null when an event's is unknown.</summary>
    public TopProbability? Top()
    {
        if (!Known) return null;
        var p = Math.Min(1, Evaluate([.. tree.Probabilities], out _, out _)); // rounding may pass 1 by a unit
        var error = p * probabilities.RelativeError(circuit.Root >> 1);
        return new TopProbability(p, Math.Max(0, p - error), Math.Min(1, p + error));
    }

    /// <summary>What each event weighs, the most critical first.</summary>
    public ImmutableArray<Importance> Importances(CancellationToken cancel)
    {
        if (!Known) return [];
        double[] happens = [.. tree.Probabilities];
        var top = Evaluate(happens, out var fails, out var works);
        double[] slopes = diagrams.Length == 0 ? [.. Enumerable.Repeat(1.0, circuit.Events)] : probabilities.Derivatives(fails, works);
        var weights = ImmutableArray.CreateBuilder<Importance>(events.Length);
        var left = 1 + (MostLooks / Math.Max(1, diagrams.Sum(d => (long)d.Functions.Count) + circuit.Count));
        foreach (var e in events.OrderByDescending(e => Math.Abs(happens[e] * slopes[e])).ThenBy(e => e))
        {
            cancel.ThrowIfCancellationRequested();
            var (p, birnbaum) = (happens[e], denied ? -slopes[e] : slopes[e]);
            var (with, without) = (top + ((1 - p) * birnbaum), top - (p * birnbaum));
            if (without < TooCloseToSubtract * top) without = left-- > 0 ? EvaluateWith(happens, e, 0) : double.NaN;
            if (with < TooCloseToSubtract * top) with = left-- > 0 ? EvaluateWith(happens, e, 1) : double.NaN;
            weights.Add(new Importance(e, p, birnbaum, p * birnbaum / top, p * with / top, with / top, top / without));
        }
        weights.Sort((a, b) => (b.Criticality, a.Event).CompareTo((a.Criticality, b.Event)));
        return weights.MoveToImmutable();
    }

    private double EvaluateWith(double[] happens, int @event, double probability)
    {
        var kept = happens[@event];
        happens[@event] = probability;
        var p = Evaluate(happens, out _, out _);
        happens[@event] = kept;
        return p;
    }

    private double Evaluate(double[] happens, out double[] fails, out double[] works)
    {
        (fails, works) = probabilities.Of(happens, [.. happens.Select(p => 1 - p)], circuit.Count);
        return (denied ? works : fails)[circuit.Root >> 1];
    }
}
