using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TousRisques.Resilience.Diagrams;

/// <summary>
/// Results already computed, by operation and operands; a later result may take the place of an earlier one (direct mapping), which
/// costs time and never correctness. Operands near each other, as a walk in depth meets them one after the other, have their results near each other. It grows with the diagram and with the steps taken on it, for as long as the budget allows, then stays as it is.
/// </summary>
internal sealed class ComputedCache : IDisposable
{
    private const int EntryBytes = 16;
    private const int Near = 7; // operands that differ in so many bits at most, the lowest, share a block…
    private const int Block = (1 << 10) - 1; // …of so many results, 16 kB

    private readonly Budget budget;
    private readonly int most;
    private Entry[] entries;
    private int mask;

    private struct Entry
    {
        public int A, B, C, Result;
    }

    public ComputedCache(Budget budget, int least = 1 << 4, int most = 1 << 24)
    {
        this.budget = budget;
        this.most = most;
        budget.Take((long)least * EntryBytes);
        entries = new Entry[least];
        Array.Fill(entries, new Entry { A = -1 });
        mask = least - 1;
        Size = least;
    }

    /// <summary>How many results fit; <see cref="int.MaxValue"/> once it does not grow any more.</summary>
    public int Size { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(int a, int b, int c, out int result)
    {
        ref var entry = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(entries), (nint)(uint)(Hash(a, b, c) & mask));
        result = entry.Result;
        return entry.A == a && entry.B == b && entry.C == c;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int a, int b, int c, int result)
    {
        ref var entry = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(entries), (nint)(uint)(Hash(a, b, c) & mask));
        entry.A = a;
        entry.B = b;
        entry.C = c;
        entry.Result = result;
    }

    /// <summary>Four times as large, where the budget allows.</summary>
    public void Grow()
    {
        var after = entries.Length * 4;
        if (after > most || !budget.Allows((long)after * EntryBytes))
        {
            Size = int.MaxValue;
            return;
        }
        budget.Take((long)after * EntryBytes);
        var old = entries;
        entries = new Entry[after];
        Array.Fill(entries, new Entry { A = -1 });
        mask = after - 1;
        Size = after;
        foreach (ref var e in old.AsSpan())
            if (e.A >= 0) Set(e.A, e.B, e.C, e.Result);
        budget.Free((long)old.Length * EntryBytes);
    }

    /// <summary>Forgets all results and keeps next to no memory; it grows again when it is used again.</summary>
    public void Forget()
    {
        budget.Free((long)(entries.Length - 1) * EntryBytes);
        entries = [new Entry { A = -1 }];
        mask = 0;
        Size = 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(int a, int b, int c)
    {
        unchecked
        {
            var block = Mixed((uint)a >> Near, (uint)b >> Near, (uint)c);
            return (int)((block & ~(uint)Block) | (Mixed((uint)a, (uint)b, (uint)c) & Block)) & int.MaxValue;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mixed(uint a, uint b, uint c)
    {
        unchecked
        {
            var h = (a * 0x9E3779B1u) ^ (b * 0x85EBCA77u) ^ (c * 0xC2B2AE3Du);
            h ^= h >> 15;
            h *= 0x2C1B3C6Du;
            return h ^ (h >> 12);
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        budget.Free((long)entries.Length * EntryBytes);
        entries = [];
        mask = 0;
    }
}
