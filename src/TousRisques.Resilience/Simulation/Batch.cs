using System.Numerics;

namespace TousRisques.Resilience.Simulation;

/// <summary>
/// Sixty-four draws side by side, each at its own time: every step takes each draw to its own next instant. What runs is a word a node, one
/// bit a draw, so that conditions are evaluated for all draws at once; timers are rows of seconds in vector registers. The rule of an instant
/// is that of <see cref="Timelines.Reference"/>, taken circle of dependence by circle of dependence, and only where something changed.
/// docs/simulation.md says why that is the same.
/// </summary>
internal sealed class Batch<TRegister> where TRegister : struct, IRegister<TRegister>
{
    private const int Width = Rows<TRegister>.Width;
    private const int Never = Rows<TRegister>.Never;
    private readonly Network network;
    private readonly int mostInstants;
    private readonly int count;
    private readonly int[] due;
    private readonly int[] until;
    private readonly int[] lost;
    private readonly int[] now = new int[Width];
    private readonly ulong[] fired;
    private readonly ulong[] active;
    private readonly ulong[] running;
    private readonly ulong[] struck;
    private readonly ulong[] met;
    private readonly ulong[] was;
    private readonly ulong[] kept;
    private readonly ulong[] hit;
    private readonly ulong[] dirty;
    private readonly bool[] inside;
    private readonly bool[] onRising;
    private readonly bool[] onFalling;
    private readonly List<int> entered = [];
    private readonly List<int> returned = [];
    private readonly Stack<int> rising = new();
    private readonly Stack<int> falling = new();
    private readonly int[] armed;
    private readonly int[] place;
    private int armedCount;

    public Batch(Network network, int mostInstants)
    {
        (this.network, this.mostInstants, count) = (network, mostInstants, network.Count);
        var rows = count + network.Draws.Count;
        due = new int[rows * Width];
        until = new int[network.Draws.Count * Width];
        lost = new int[network.Study.Watched.Length * Width];
        (fired, armed, place) = (new ulong[rows], new int[rows], new int[rows]);
        active = new ulong[network.Draws.Count];
        (running, struck, met, was, kept) = (new ulong[count], new ulong[count], new ulong[count], new ulong[count], new ulong[count]);
        hit = new ulong[count];
        dirty = new ulong[(count + 63) / 64];
        (inside, onRising, onFalling) = (new bool[count], new bool[count], new bool[count]);
    }

    /// <summary>Rows of timers read so far, over all runs: every running timer twice an instant.</summary>
    public long RowsRead { get; private set; }

    /// <summary>Seconds lost by each watched node (rows) in each draw (columns), after a run.</summary>
    public ReadOnlySpan<int> Lost => lost;

    /// <summary>
    /// The draws that end with a node in a restart deadlock, or held down by one, by node: what could run together if it were running, less
    /// what will come back by itself.
    /// </summary>
    public void Locked(Span<ulong> locked)
    {
        for (var c = 0; c < count; c++)
        {
            was[c] = ~hit[c];
            kept[c] = running[c] | was[c];
        }
        for (var changed = true; changed;)
        {
            changed = false;
            for (var c = 0; c < count; c++)
            {
                var falls = kept[c] & ~running[c] & ~network.Needs[c].Holds(kept);
                kept[c] &= ~falls;
                changed |= falls != 0;
            }
        }
        running.CopyTo(met, 0);
        for (var changed = true; changed;)
        {
            changed = false;
            for (var c = 0; c < count; c++)
            {
                var rises = was[c] & ~met[c] & network.Needs[c].Holds(met);
                met[c] |= rises;
                changed |= rises != 0;
            }
        }
        for (var c = 0; c < count; c++) locked[c] = kept[c] & ~met[c];
    }

    /// <summary>Runs draws from a first one on, at most 64.</summary>
    public void Run(int first, int draws)
    {
        Begin(first, draws);
        for (var instants = 0; Next(); instants++)
        {
            if (instants == mostInstants) throw new Timelines.TimelineTooLongException(mostInstants, TimeSpan.FromSeconds(now.Where(t => t >= 0).Min()));
            Fire();
            Settle();
        }
        End();
    }

    private void Begin(int first, int draws)
    {
        Array.Fill(due, Never);
        Array.Clear(until);
        Array.Clear(lost);
        Array.Clear(active);
        Array.Clear(struck);
        Array.Clear(hit);
        armedCount = 0;
        Array.Fill(place, -1);
        for (var c = 0; c < count; c++) running[c] = network.Running[c] ? ulong.MaxValue : 0;
        for (var c = 0; c < count; c++) met[c] = network.Needs[c].Holds(running);
        var (from, to) = (new int[network.Draws.Count], new int[network.Draws.Count]);
        for (var draw = 0; draw < draws; draw++)
        {
            network.Draws.Throw(first + draw, from, to);
            for (var s = 0; s < from.Length; s++)
            {
                if (from[s] >= to[s]) continue;
                due[(count + s) * Width + draw] = from[s];
                until[s * Width + draw] = to[s];
                Arm(count + s, true);
            }
        }
    }

    /// <summary>Takes each draw to its next instant; says whether any has one left.</summary>
    private bool Next()
    {
        RowsRead += 2 * armedCount; // here, and again in Fire
        Array.Fill(now, network.Study.HorizonSeconds);
        for (var i = 0; i < armedCount; i++) Rows<TRegister>.Lower(ref now[0], in due[armed[i] * Width]);
        var left = false;
        for (var draw = 0; draw < Width; draw++)
        {
            if (now[draw] < network.Study.HorizonSeconds) left = true;
            else now[draw] = -1;
        }
        return left;
    }

    /// <summary>Marks what is due at this instant.</summary>
    private void Fire()
    {
        for (var i = armedCount - 1; i >= 0; i--)
        {
            var row = armed[i];
            var mask = Rows<TRegister>.Equal(in due[row * Width], in now[0]);
            if (mask == 0) continue;
            if (row < count)
            {
                fired[row] = mask;
                Soil(row);
            }
            else Switch(row - count, mask);
        }
    }

    /// <summary>A source begins in some draws and ends in others.</summary>
    private void Switch(int source, ulong mask)
    {
        var begins = mask & ~active[source];
        active[source] ^= mask;
        Arm(count + source, Rows<TRegister>.SetTo(ref due[(count + source) * Width], in until[source * Width], begins, mask & ~begins));
        foreach (var c in network.Draws.Nodes[source])
        {
            hit[c] = 0;
            foreach (var s in network.Sources[c]) hit[c] |= active[s];
            Soil(c);
        }
    }

    /// <summary>Takes the state that holds from this instant on, what is needed first.</summary>
    private void Settle()
    {
        for (var word = 0; word < dirty.Length; word++)
            while (dirty[word] != 0)
            {
                var c = network.Order[word * 64 + BitOperations.TrailingZeroCount(dirty[word])];
                var circle = network.Circle[c];
                if (network.Loops[circle]) SettleLoop(network.Circles[circle]);
                else
                {
                    dirty[word] &= dirty[word] - 1;
                    SettleNode(c);
                }
            }
    }

    private void SettleNode(int c)
    {
        was[c] = running[c];
        var need = network.Needs[c].Holds(running);
        running[c] = ~hit[c] & ((was[c] & (need | HasReserve(c))) | (~was[c] & need & RestartIsOver(c)));
        Conclude(c, need);
    }

    /// <summary>
    /// The greatest set of the circle that can be kept, counting those that come back on it; these are the least set that does. The same two
    /// loops as the reference, but only where something may change.
    /// </summary>
    private void SettleLoop(int[] circle)
    {
        entered.Clear();
        var (first, last) = (network.Place[circle[0]], network.Place[circle[^1]]);
        for (var word = first >> 6; word <= last >> 6; word++)
        {
            var here = dirty[word];
            if (word == first >> 6) here &= ulong.MaxValue << (first & 63);
            if (word == last >> 6) here &= ulong.MaxValue >> (63 - (last & 63));
            dirty[word] &= ~here;
            for (; here != 0; here &= here - 1) Enter(network.Order[word * 64 + BitOperations.TrailingZeroCount(here)]);
        }
        var seeds = entered.Count;
        for (var i = 0; i < seeds; i++)
        {
            var c = entered[i];
            kept[c] &= ~hit[c];
            Change(c, kept[c]);
            Push(c, rising, onRising);
            Push(c, falling, onFalling);
        }
        Return();
        while (Stop()) Withdraw();
        returned.Clear();
        for (var i = 0; i < entered.Count; i++)
        {
            var c = entered[i];
            inside[c] = false;
            Conclude(c, network.Needs[c].Holds(running));
        }
    }

    /// <summary>Those that come back, and those that come back on them.</summary>
    private void Return()
    {
        while (rising.TryPop(out var c))
        {
            onRising[c] = false;
            var back = ~was[c] & ~running[c] & ~hit[c] & RestartIsOver(c);
            if (back == 0) continue;
            back &= network.Needs[c].Holds(running);
            if (back == 0) continue;
            if ((running[c] & ~kept[c]) == 0) returned.Add(c);
            Change(c, running[c] | back);
        }
    }

    /// <summary>Those that stop, and those that stop for want of them; says whether somebody came back on what has stopped, perhaps.</summary>
    private bool Stop()
    {
        var stopped = false;
        while (falling.TryPop(out var c))
        {
            onFalling[c] = false;
            var stops = kept[c] & ~HasReserve(c);
            if (stops == 0) continue;
            stops &= ~network.Needs[c].Holds(running);
            if (stops == 0) continue;
            kept[c] &= ~stops;
            Change(c, running[c] & ~stops);
            stopped = true;
        }
        return stopped && returned.Count > 0;
    }

    /// <summary>Nobody comes back on a promise: all that came back go down again, and come back on what is really kept.</summary>
    private void Withdraw()
    {
        var again = returned.ToArray();
        returned.Clear();
        foreach (var c in again)
        {
            Change(c, kept[c]);
            Push(c, rising, onRising);
        }
        Return();
    }

    private void Enter(int c)
    {
        if (inside[c]) return;
        inside[c] = true;
        (was[c], kept[c]) = (running[c], running[c]);
        entered.Add(c);
    }

    private void Change(int c, ulong to)
    {
        var before = running[c];
        if (before == to) return;
        running[c] = to;
        foreach (var d in network.Inner[c])
        {
            Enter(d);
            if ((to & ~before) != 0) Push(d, rising, onRising);
            if ((before & ~to) != 0) Push(d, falling, onFalling);
        }
    }

    private static void Push(int c, Stack<int> queue, bool[] on)
    {
        if (on[c]) return;
        on[c] = true;
        queue.Push(c);
    }

    /// <summary>Of the draws in which the node was running: where its reserve, running or about to, is not at its end.</summary>
    private ulong HasReserve(int c) => (met[c] & (network.Autonomy[c] > 0 ? ulong.MaxValue : 0)) | (~met[c] & ~fired[c]);

    /// <summary>Of the draws in which the node was down: where its restart, under way or about to begin, is over.</summary>
    private ulong RestartIsOver(int c)
    {
        var ready = met[c] & ~struck[c];
        return (ready & fired[c]) | (~ready & (network.Restart[c] == 0 ? ulong.MaxValue : 0));
    }

    /// <summary>Writes down how a node stands from this instant on, sets its timer, and tells those who need it.</summary>
    private void Conclude(int c, ulong need)
    {
        var (before, after) = (was[c], running[c]);
        var onReserve = after & ~need;
        var restarting = ~after & need & ~hit[c];
        var timed = (before & ~met[c]) | (~before & met[c] & ~struck[c]);
        var goesOn = (onReserve & before & ~met[c]) | (restarting & ~before & met[c] & ~struck[c]);
        var timer = onReserve | restarting;
        var (start, clear) = (timer & ~goesOn, timed & ~timer);
        if ((start | clear) != 0)
        {
            ref var row = ref due[c * Width];
            var reserve = start & onReserve;
            var live = Rows<TRegister>.Set(ref row, in now[0], network.Autonomy[c], reserve, clear);
            if (start != reserve) live = Rows<TRegister>.Set(ref row, in now[0], network.Restart[c], start & ~reserve, 0);
            Arm(c, live);
        }
        (met[c], struck[c], fired[c]) = (need, hit[c], 0);
        if (before == after) return;
        if (network.Column[c] >= 0) Count(c, after & ~before, before & ~after);
        foreach (var d in network.Outer[c]) Soil(d);
    }

    private void Count(int c, ulong up, ulong down) => Rows<TRegister>.Tally(ref lost[network.Column[c] * Width], in now[0], up, down);

    private void End()
    {
        Array.Fill(now, network.Study.HorizonSeconds);
        foreach (var c in network.Study.Watched) Count(c, ~running[c], 0);
    }

    private void Soil(int c) => dirty[network.Place[c] >> 6] |= 1UL << (network.Place[c] & 63);

    private void Arm(int row, bool live)
    {
        if (live == place[row] >= 0) return;
        if (live)
        {
            place[row] = armedCount;
            armed[armedCount++] = row;
            return;
        }
        var last = armed[--armedCount];
        armed[place[row]] = last;
        place[last] = place[row];
        place[row] = -1;
    }
}
