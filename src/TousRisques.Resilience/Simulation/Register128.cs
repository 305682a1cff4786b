using System.Runtime.Intrinsics;

namespace TousRisques.Resilience.Simulation;

/// <summary>128 bits: 4 lanes.</summary>
internal readonly struct Register128 : IRegister<Register128>
{
    private static readonly Vector128<uint> LaneBits = Vector128.Create(1u, 2, 4, 8);
    private readonly Vector128<int> value;

    private Register128(Vector128<int> value) => this.value = value;

    public static int Lanes => 4;
    public static Register128 Load(ref readonly int first) => new(Vector128.LoadUnsafe(in first));
    public static void Store(Register128 value, ref int first) => value.value.StoreUnsafe(ref first);
    public static Register128 All(int value) => new(Vector128.Create(value));
    public static Register128 Choose(uint bits) => new(Vector128.Equals(Vector128.Create(bits) & LaneBits, LaneBits).AsInt32());
    public static uint Equal(Register128 a, Register128 b) => Vector128.Equals(a.value, b.value).ExtractMostSignificantBits();
    public static Register128 Min(Register128 a, Register128 b) => new(Vector128.Min(a.value, b.value));
    public static Register128 Add(Register128 a, Register128 b) => new(a.value + b.value);
    public static Register128 Subtract(Register128 a, Register128 b) => new(a.value - b.value);
    public static Register128 Select(Register128 choice, Register128 a, Register128 b)
        => new(Vector128.ConditionalSelect(choice.value, a.value, b.value));
}
