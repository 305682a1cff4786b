using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace TousRisques.Resilience.Simulation;

/// <summary>How many bits of register to use: all give the same answer, to the bit.</summary>
public enum RegisterWidth
{
    /// <summary>The widest that this machine has.</summary>
    Widest,
    /// <summary>One draw at a time in timers.</summary>
    Scalar,
    /// <summary>Four.</summary>
    Bits128,
    /// <summary>Eight.</summary>
    Bits256,
    /// <summary>Sixteen.</summary>
    Bits512,
}

/// <summary>How to run a study; nothing of it changes the answer.</summary>
public sealed record SimulationSettings
{
    /// <summary>Registers to use. One that the machine lacks is made of narrower ones by the runtime.</summary>
    public RegisterWidth Width { get; init; }
    /// <summary>How many threads at most; -1 for one a core.</summary>
    public int MostThreads { get; init; } = -1;
    /// <summary>How many instants to accept in a draw before giving up with <see cref="Timelines.TimelineTooLongException"/>.</summary>
    public int MostInstants { get; init; } = Timelines.Reference.DefaultMostInstants;
    /// <summary>Told how many draws are done, from any thread, in no particular order.</summary>
    public IProgress<int>? Progress { get; init; }
    /// <summary>Stops the run, with <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }
}

/// <summary>
/// Runs many draws of a study at once: <see cref="Timelines.Reference"/> on each draw gives the same seconds, to the bit (a test holds it to
/// that, in every width and number of threads).
/// </summary>
public static class Simulator
{
    private const int Batch = 64;

    /// <summary>Runs draws 0, 1, 2… of a study.</summary>
    /// <exception cref="Timelines.TimelineTooLongException">A draw has more instants than accepted.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static Outcome Run(Study study, int draws, SimulationSettings? how = null) => Run(new Network(study, new Dice(study)), draws, how ?? new());

    /// <summary>Runs some of the draws of a study: draw <c>i</c> of the outcome is the one of number <c>numbers[i]</c>, the same to the bit as in a run of all.</summary>
    /// <exception cref="ArgumentException">There is no number, or a negative one.</exception>
    /// <exception cref="Timelines.TimelineTooLongException">A draw has more instants than accepted.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static Outcome Run(Study study, IReadOnlyList<int> numbers, SimulationSettings? how = null)
    {
        if (numbers.Count == 0 || numbers.Any(n => n < 0)) throw new ArgumentException("Draws have numbers from zero on, and there must be one.", nameof(numbers));
        return Run(new Network(study, new ChosenDraws(study, new Dice(study), numbers)), numbers.Count, how ?? new());
    }

    /// <summary>Runs draws that someone chose, such as every pair of hazards at every delay: draw <c>i</c> is the <c>i</c>th play. No node fails on its own in them.</summary>
    /// <exception cref="ArgumentException">A play names a hazard that is not there, or twice, or a time out of range.</exception>
    /// <exception cref="Timelines.TimelineTooLongException">A draw has more instants than accepted.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static Outcome Play(Study study, IReadOnlyList<ImmutableArray<Placement>> plays, SimulationSettings? how = null)
        => Run(new Network(study, new Playbook(study, plays)), plays.Count, how ?? new());

    private static Outcome Run(Network network, int draws, SimulationSettings how)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        return how.Width switch
        {
            RegisterWidth.Scalar => Run<Register32>(network, draws, how),
            RegisterWidth.Bits128 => Run<Register128>(network, draws, how),
            RegisterWidth.Bits256 => Run<Register256>(network, draws, how),
            RegisterWidth.Bits512 => Run<Register512>(network, draws, how),
            _ when Vector512.IsHardwareAccelerated => Run<Register512>(network, draws, how),
            _ when Vector256.IsHardwareAccelerated => Run<Register256>(network, draws, how),
            _ when Vector128.IsHardwareAccelerated => Run<Register128>(network, draws, how),
            _ => Run<Register32>(network, draws, how),
        };
    }

    private static Outcome Run<TRegister>(Network network, int draws, SimulationSettings how) where TRegister : struct, IRegister<TRegister>
    {
        var study = network.Study;
        var lost = new int[(long)draws * study.Watched.Length];
        var locked = new long[network.Count];
        var deadlocks = 0;
        var rowsRead = 0L;
        var firstDeadlock = int.MaxValue;
        var done = 0;
        var batches = (draws + Batch - 1) / Batch;
        var options = new ParallelOptions { MaxDegreeOfParallelism = how.MostThreads, CancellationToken = how.Cancellation };
        try
        {
            Parallel.For(0, batches, options, () => new Worker<TRegister>(network, how.MostInstants), (batch, _, worker) =>
            {
                var first = batch * Batch;
                var size = Math.Min(Batch, draws - first);
                worker.Run(first, size, lost);
                how.Progress?.Report(Interlocked.Add(ref done, size));
                return worker;
            }, worker =>
            {
                // Sums of whole numbers: the order in which threads end changes nothing.
                lock (locked)
                {
                    for (var c = 0; c < locked.Length; c++) locked[c] += worker.LockedDraws[c];
                    deadlocks += worker.Deadlocks;
                    rowsRead += worker.RowsRead;
                    firstDeadlock = Math.Min(firstDeadlock, worker.FirstDeadlock);
                }
            });
        }
        catch (AggregateException e) when (e.InnerExceptions.All(x => x is Timelines.TimelineTooLongException))
        {
            throw e.InnerExceptions[0];
        }
        return new Outcome(study, draws, lost, [.. locked], deadlocks, deadlocks == 0 ? null : firstDeadlock) { RowsRead = rowsRead };
    }

    /// <summary>What one thread works with.</summary>
    private sealed class Worker<TRegister>(Network network, int mostInstants) where TRegister : struct, IRegister<TRegister>
    {
        private readonly Batch<TRegister> batch = new(network, mostInstants);
        private readonly ulong[] locked = new ulong[network.Count];

        public long[] LockedDraws { get; } = new long[network.Count];
        public int Deadlocks { get; private set; }
        public long RowsRead => batch.RowsRead;
        public int FirstDeadlock { get; private set; } = int.MaxValue;

        public void Run(int first, int size, int[] lost)
        {
            batch.Run(first, size);
            var watched = network.Study.Watched.Length;
            for (var draw = 0; draw < size; draw++)
                for (var i = 0; i < watched; i++) lost[(first + draw) * watched + i] = batch.Lost[i * Batch + draw];
            batch.Locked(locked);
            var here = ulong.MaxValue >> (64 - size);
            var any = 0UL;
            for (var c = 0; c < locked.Length; c++)
            {
                any |= locked[c];
                LockedDraws[c] += BitOperations.PopCount(locked[c] & here);
            }
            Deadlocks += BitOperations.PopCount(any & here);
            if ((any & here) != 0) FirstDeadlock = Math.Min(FirstDeadlock, first + BitOperations.TrailingZeroCount(any & here));
        }
    }
}
