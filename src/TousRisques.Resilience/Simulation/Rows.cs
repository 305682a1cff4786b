using System.Runtime.CompilerServices;

namespace TousRisques.Resilience.Simulation;

/// <summary>Rows of 64 seconds, one draw a column, and the few things that are done to them; every bit of the masks is a column.</summary>
internal static class Rows<TRegister> where TRegister : struct, IRegister<TRegister>
{
    public const int Width = 64;

    /// <summary>No time at all.</summary>
    public const int Never = int.MaxValue;

    private static uint Part(ulong mask, int column) => unchecked((uint)(mask >> column)) & ((1u << TRegister.Lanes) - 1);

    /// <summary>Lowers the first row to the second wherever that is less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lower(ref int row, ref readonly int by)
    {
        for (var i = 0; i < Width; i += TRegister.Lanes)
        {
            ref var at = ref Unsafe.Add(ref row, i);
            TRegister.Store(TRegister.Min(TRegister.Load(ref at), TRegister.Load(in Unsafe.Add(ref Unsafe.AsRef(in by), i))), ref at);
        }
    }

    /// <summary>The columns in which two rows are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Equal(ref readonly int a, ref readonly int b)
    {
        var mask = 0UL;
        for (var i = 0; i < Width; i += TRegister.Lanes)
            mask |= (ulong)TRegister.Equal(TRegister.Load(in Unsafe.Add(ref Unsafe.AsRef(in a), i)), TRegister.Load(in Unsafe.Add(ref Unsafe.AsRef(in b), i))) << i;
        return mask;
    }

    /// <summary>Sets a timer: in some columns to a delay after now, in others to never. Says whether it runs in any column.</summary>
    public static bool Set(ref int timer, ref readonly int now, int delay, ulong start, ulong clear)
    {
        var (later, never) = (TRegister.All(delay), TRegister.All(Never));
        var idle = ulong.MaxValue;
        for (var i = 0; i < Width; i += TRegister.Lanes)
        {
            ref var at = ref Unsafe.Add(ref timer, i);
            var due = TRegister.Add(TRegister.Load(in Unsafe.Add(ref Unsafe.AsRef(in now), i)), later);
            var set = TRegister.Select(TRegister.Choose(Part(start, i)), due, TRegister.Select(TRegister.Choose(Part(clear, i)), never, TRegister.Load(ref at)));
            TRegister.Store(set, ref at);
            idle &= (ulong)TRegister.Equal(set, never) << i | ~((ulong)((1u << TRegister.Lanes) - 1) << i);
        }
        return idle != ulong.MaxValue;
    }

    /// <summary>Sets a timer to given times in some columns, to never in others.</summary>
    public static bool SetTo(ref int timer, ref readonly int times, ulong start, ulong clear)
        => Set(ref timer, in times, 0, start, clear);

    /// <summary>Adds times in some columns and subtracts them in others.</summary>
    public static void Tally(ref int row, ref readonly int times, ulong plus, ulong minus)
    {
        var zero = TRegister.All(0);
        for (var i = 0; i < Width; i += TRegister.Lanes)
        {
            ref var at = ref Unsafe.Add(ref row, i);
            var time = TRegister.Load(in Unsafe.Add(ref Unsafe.AsRef(in times), i));
            var sum = TRegister.Add(TRegister.Load(ref at), TRegister.Select(TRegister.Choose(Part(plus, i)), time, zero));
            TRegister.Store(TRegister.Subtract(sum, TRegister.Select(TRegister.Choose(Part(minus, i)), time, zero)), ref at);
        }
    }
}
