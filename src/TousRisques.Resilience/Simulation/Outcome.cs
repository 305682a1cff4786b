using System.Collections.Immutable;

namespace TousRisques.Resilience.Simulation;

/// <summary>What the draws of a study gave.</summary>
public sealed class Outcome
{
    private readonly int[] lost;

    internal Outcome(Study study, int draws, int[] lost, ImmutableArray<long> lockedDraws, int deadlocks, int? firstDeadlock)
        => (Study, Draws, this.lost, LockedDraws, Deadlocks, FirstDeadlock) = (study, draws, lost, lockedDraws, deadlocks, firstDeadlock);

    /// <summary>The study.</summary>
    public Study Study { get; }

    /// <summary>How many draws.</summary>
    public int Draws { get; }

    /// <summary>How many draws end in a restart deadlock.</summary>
    public int Deadlocks { get; }

    /// <summary>The first draw that ends in a restart deadlock, so that it can be followed; null when none does.</summary>
    public int? FirstDeadlock { get; }

    /// <summary>In how many draws each node ends in a restart deadlock, or held down by one.</summary>
    public ImmutableArray<long> LockedDraws { get; }

    /// <summary>Rows of 64 timers that the run read: the work that it cannot do without, whatever the registers; what <c>bench/Draws</c> compares with the machine's limit.</summary>
    public long RowsRead { get; internal init; }

    /// <summary>Seconds lost in a draw by each watched node, in their order.</summary>
    public ReadOnlySpan<int> LostSeconds(int draw) => lost.AsSpan(draw * Study.Watched.Length, Study.Watched.Length);

    /// <summary>Hours lost in each draw, each watched node counting by its weight.</summary>
    /// <param name="weights">One a watched node; 1 for all when empty.</param>
    public double[] LostHours(ReadOnlySpan<double> weights = default)
    {
        var hours = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var own = LostSeconds(draw);
            var sum = 0.0;
            for (var i = 0; i < own.Length; i++) sum += own[i] * (weights.IsEmpty ? 1 : weights[i]);
            hours[draw] = sum / 3600;
        }
        return hours;
    }

    /// <summary>Hours lost in each draw by one watched node.</summary>
    /// <param name="watched">Its place among the watched.</param>
    public double[] LostHoursOf(int watched)
    {
        var hours = new double[Draws];
        for (var draw = 0; draw < Draws; draw++) hours[draw] = LostSeconds(draw)[watched] / 3600.0;
        return hours;
    }
}
