using System.Collections.Immutable;
using TousRisques.Resilience.Graphs;

namespace TousRisques.Resilience.Simulation;

/// <summary>
/// A question for the simulation: which hazards may strike which nodes of which graph, and which nodes are watched. Checked when built.
/// Times are whole seconds, so that sixteen of them fit in a register of 512 bits and every width gives the same bits.
/// </summary>
public sealed record Study
{
    /// <summary>The longest horizon: what fits twice in 32 bits of seconds, some 34 years.</summary>
    public static readonly TimeSpan LongestHorizon = TimeSpan.FromSeconds(1 << 30);

    /// <summary>States the question.</summary>
    /// <param name="graph">Nodes and what each needs. Delays longer than the horizon count as endless.</param>
    /// <param name="hazards">What may happen.</param>
    /// <param name="watched">The nodes whose hours are counted, in the order of the answer's columns.</param>
    /// <param name="horizon">Where draws end.</param>
    /// <param name="unavailability">Probability that a node is out from zero to the horizon, on its own; empty for never, or one a node.</param>
    /// <param name="seed">The same seed gives the same draws, on every machine.</param>
    /// <exception cref="ArgumentException">Something names a node that is not there, is no probability, or is not in whole seconds.</exception>
    public Study(DependencyGraph graph, ImmutableArray<Hazard> hazards, ImmutableArray<int> watched, TimeSpan horizon,
        ImmutableArray<double> unavailability = default, ulong seed = 1)
    {
        (Graph, Hazards, Watched, Horizon, Seed) = (graph, hazards, watched, horizon, seed);
        Unavailability = unavailability.IsDefault ? [] : unavailability;
        if (horizon <= TimeSpan.Zero || horizon > LongestHorizon) throw new ArgumentException($"The horizon must be more than zero and at most {LongestHorizon}.", nameof(horizon));
        if (Unavailability.Length is not 0 && Unavailability.Length != graph.Count) throw new ArgumentException("There must be one unavailability a node, or none.", nameof(unavailability));
        WholeSeconds(horizon, nameof(horizon));
        foreach (var node in graph.Nodes)
        {
            if (node.Autonomy < horizon) WholeSeconds(node.Autonomy, nameof(graph));
            if (node.Restart < horizon) WholeSeconds(node.Restart, nameof(graph));
        }
        foreach (var c in watched) Exists(c, nameof(watched));
        if (watched.Distinct().Count() != watched.Length) throw new ArgumentException("A node is watched twice.", nameof(watched));
        foreach (var q in Unavailability) IsProbability(q, nameof(unavailability));
        foreach (var hazard in hazards)
        {
            IsProbability(hazard.Probability, nameof(hazards));
            Ordered(hazard.Earliest, hazard.Latest, nameof(hazards));
            foreach (var strike in hazard.Strikes)
            {
                IsProbability(strike.Probability, nameof(hazards));
                Ordered(TimeSpan.Zero, strike.Offset, nameof(hazards));
                Ordered(strike.Shortest, strike.Longest, nameof(hazards));
                foreach (var c in strike.Nodes) Exists(c, nameof(hazards));
            }
        }
    }

    /// <summary>Nodes and what each needs.</summary>
    public DependencyGraph Graph { get; }
    /// <summary>What may happen.</summary>
    public ImmutableArray<Hazard> Hazards { get; }
    /// <summary>The nodes whose hours are counted.</summary>
    public ImmutableArray<int> Watched { get; }
    /// <summary>Where draws end.</summary>
    public TimeSpan Horizon { get; }
    /// <summary>Probability that a node is out all along on its own, one a node; or empty.</summary>
    public ImmutableArray<double> Unavailability { get; }
    /// <summary>What the draws are made from.</summary>
    public ulong Seed { get; }

    internal int HorizonSeconds => (int)(Horizon.Ticks / TimeSpan.TicksPerSecond);

    private void Exists(int node, string what)
    {
        if (node < 0 || node >= Graph.Count) throw new ArgumentException($"Node {node} does not exist.", what);
    }

    private static void IsProbability(double p, string what)
    {
        if (!(p >= 0 && p <= 1)) throw new ArgumentException($"{p} is no probability.", what);
    }

    private static void Ordered(TimeSpan least, TimeSpan most, string what)
    {
        WholeSeconds(least, what);
        WholeSeconds(most, what);
        if (least < TimeSpan.Zero || most < least || most > LongestHorizon)
            throw new ArgumentException($"From {least} to {most} is no range between zero and {LongestHorizon}.", what);
    }

    private static void WholeSeconds(TimeSpan time, string what)
    {
        if (time.Ticks % TimeSpan.TicksPerSecond != 0) throw new ArgumentException($"{time} is not in whole seconds.", what);
    }
}
