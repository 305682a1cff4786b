using System.Runtime.Intrinsics;

namespace TousRisques.Resilience.Simulation;

/// <summary>256 bits: 8 lanes.</summary>
internal readonly struct Register256 : IRegister<Register256>
{
    private static readonly Vector256<uint> LaneBits = Vector256.Create(1u, 2, 4, 8, 16, 32, 64, 128);
    private readonly Vector256<int> value;

    private Register256(Vector256<int> value) => this.value = value;

    public static int Lanes => 8;
    public static Register256 Load(ref readonly int first) => new(Vector256.LoadUnsafe(in first));
    public static void Store(Register256 value, ref int first) => value.value.StoreUnsafe(ref first);
    public static Register256 All(int value) => new(Vector256.Create(value));
    public static Register256 Choose(uint bits) => new(Vector256.Equals(Vector256.Create(bits) & LaneBits, LaneBits).AsInt32());
    public static uint Equal(Register256 a, Register256 b) => Vector256.Equals(a.value, b.value).ExtractMostSignificantBits();
    public static Register256 Min(Register256 a, Register256 b) => new(Vector256.Min(a.value, b.value));
    public static Register256 Add(Register256 a, Register256 b) => new(a.value + b.value);
    public static Register256 Subtract(Register256 a, Register256 b) => new(a.value - b.value);
    public static Register256 Select(Register256 choice, Register256 a, Register256 b)
        => new(Vector256.ConditionalSelect(choice.value, a.value, b.value));
}
